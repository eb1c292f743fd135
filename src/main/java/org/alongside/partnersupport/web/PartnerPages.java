package org.alongside.partnersupport.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alongside.access.Actor;
import org.alongside.access.Role;
import org.alongside.audit.AuditTrail;
import org.alongside.casework.Cases;
import org.alongside.crossing.Crossing;
import org.alongside.crossing.Crossing.Attendance;
import org.alongside.crossing.Crossing.Came;
import org.alongside.crossing.Crossing.Direction;
import org.alongside.crossing.Crossing.PartnerNamed;
import org.alongside.crossing.Crossing.RiskChanged;
import org.alongside.crossing.Crossing.Standing;
import org.alongside.crossing.Told;
import org.alongside.organisations.Names;
import org.alongside.organisations.Organisations;
import org.alongside.partnersupport.Outcome;
import org.alongside.partnersupport.Pair;
import org.alongside.partnersupport.PartnerSupport;
import org.alongside.shared.Problems;
import org.alongside.shared.Times;
import org.alongside.ui.Option;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class PartnerPages {
    private final PartnerSupport partners;
    private final Cases cases;
    private final Organisations organisations;
    private final AuditTrail audit;
    private final Clock clock;

    PartnerPages(PartnerSupport partners, Cases cases, Organisations organisations, AuditTrail audit, Clock clock) {
        this.partners = partners;
        this.cases = cases;
        this.organisations = organisations;
        this.audit = audit;
        this.clock = clock;
    }

    PartnersPage all(Actor.Worker me) {
        List<Pair> pairs = partners.all(me);
        audit.listed("partner", "partner support", pairs.stream().map(Pair::id).toList());
        Names names = organisations.names();
        return new PartnersPage(pairs.stream().map(pair -> new PartnersPage.Row(pair, pair.taken() == null ? "" : names.of(pair.taken().by()), words(pair.told().get(pair.told().size() - 1).what()))).toList(), clock.instant());
    }

    PartnerPage one(UUID id, UUID once, Map<String, String> typed, Problems problems, Actor.Worker me) {
        Pair pair = partners.one(id, me);
        audit.looked("partner", id);
        Names names = organisations.names();
        Pair.Taken taken = pair.taken();
        String reference = taken == null || taken.caseId() == null ? null : cases.facts(taken.caseId()).reference();
        List<PartnerPage.News> news = new ArrayList<>(pair.told().stream().map(one -> new PartnerPage.News(words(one.what()), one.what() instanceof RiskChanged risk ? risk.words() : "", one.at(), one.answerBy(), one.waits(), warned(pair, one, names))).toList());
        List<PartnerPage.Tried> tried = new ArrayList<>(pair.contacts().stream().map(one -> new PartnerPage.Tried(one.outcome().words(), one.words(), names.of(one.by()), one.at())).toList());
        Collections.reverse(news);
        Collections.reverse(tried);
        List<Option> outcomes = Option.of(Stream.of(Outcome.values()).filter(one -> one != Outcome.ALL_TRIED || me.is(Role.MANAGER) || me.is(Role.SAFEGUARDING_LEAD)).toList());
        return new PartnerPage(pair, taken == null ? "" : names.of(taken.by()), reference, news, tried, outcomes, once, typed, problems, clock.instant());
    }

    private static String warned(Pair pair, Told one, Names names) {
        return pair.warned().stream().filter(warned -> warned.entry().equals(one.id())).map(warned -> warned.worker() == null ? "nobody was there to tell" : names.of(warned.worker())).distinct().collect(Collectors.joining(", "));
    }

    private static String words(Crossing what) {
        if (what instanceof PartnerNamed named) return named.kind().words() + " was named";
        if (what instanceof Attendance attendance) return (attendance.came() == Came.MISSED ? "Missed the session on " : "Came to the session on ") + Times.say(attendance.day());
        if (what instanceof Standing standing) return standing.where().words();
        return ((RiskChanged) what).direction() == Direction.UP ? "The programme is more worried about danger" : "The programme is less worried about danger";
    }
}
