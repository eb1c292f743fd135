package org.alongside.directory.openreferral;

import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.alongside.directory.Audience;
import org.alongside.directory.HolidayPolicy;
import org.alongside.directory.Listing;
import org.alongside.directory.Part;
import org.alongside.directory.QualityScheme;
import org.alongside.directory.RiskLevel;
import org.alongside.directory.Welcome;
import org.alongside.directory.openreferral.Hsds.Term;
import org.alongside.shared.Times;
import org.springframework.stereotype.Component;

/** What a listing says by each term, without writing its attributes out: a list of many is filtered by it. A test holds it to {@link Projection#attributes}. */
@Component
class Terms {
    private final Map<UUID, Function<Listing, Welcome>> said = new HashMap<>();
    private final Map<UUID, Predicate<Listing>> ofTaxonomy = new HashMap<>();

    Terms(Taxonomies taxonomies, Clock clock) {
        for (Part.Kind kind : Part.Kind.values()) add(taxonomies.need(kind), one -> any(one, part -> part.kind() == kind) ? Welcome.YES : Welcome.NOT_STATED);
        for (Audience who : Audience.values()) {
            add(taxonomies.audience(who), one -> any(one, part -> part.welcomes().contains(who) || part.onlyFor().contains(who)) ? Welcome.YES : any(one, part -> part.doesNot().contains(who)) ? Welcome.NO : Welcome.NOT_STATED);
        }
        add(taxonomies.selfReferral(), Listing::referSelf);
        add(taxonomies.agencyReferral(), one -> one.conditions().byAgency());
        for (RiskLevel level : RiskLevel.values()) add(taxonomies.risk(level), one -> one.conditions().risks().contains(level) ? Welcome.YES : Welcome.NOT_STATED);
        for (QualityScheme scheme : QualityScheme.values()) add(taxonomies.quality(scheme), one -> one.offeredBy().marksOn(Times.day(clock.instant())).anyMatch(mark -> mark.known() == scheme) ? Welcome.YES : Welcome.NOT_STATED);
        Arrays.stream(HolidayPolicy.values()).filter(policy -> policy != HolidayPolicy.NOT_STATED).forEach(policy -> add(taxonomies.holidays(policy),
                one -> one.contacts().stream().map(contact -> contact.hours().onBankHolidays()).filter(first -> first != HolidayPolicy.NOT_STATED).findFirst().filter(policy::equals).isPresent() ? Welcome.YES : Welcome.NOT_STATED));
    }

    private void add(Term term, Function<Listing, Welcome> says) {
        said.put(term.id(), says);
        ofTaxonomy.merge(term.taxonomyId(), one -> says.apply(one) == Welcome.YES || says.apply(one) == Welcome.NO, Predicate::or);
    }

    private static boolean any(Listing one, Predicate<Part> which) {
        for (Part part : one.parts()) if (which.test(part)) return true;
        return false;
    }

    /** Whether it offers or welcomes this. */
    Predicate<Listing> offered(UUID term) {
        Function<Listing, Welcome> says = said.get(term);
        return one -> says != null && says.apply(one) == Welcome.YES;
    }

    /** Whether it says anything by the terms of this taxonomy, if only that it does not. */
    Predicate<Listing> spokenOf(UUID taxonomy) {
        return ofTaxonomy.getOrDefault(taxonomy, one -> false);
    }
}
