package org.alongside.accommodation.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alongside.access.Actor;
import org.alongside.accommodation.Accommodation;
import org.alongside.accommodation.Household;
import org.alongside.accommodation.Place;
import org.alongside.accommodation.Request;
import org.alongside.accommodation.SpaceKind;
import org.alongside.accommodation.TurnedAway;
import org.alongside.audit.AuditTrail;
import org.alongside.casework.CaseFacts;
import org.alongside.casework.CaseId;
import org.alongside.casework.CaseLooks.Look;
import org.alongside.casework.CaseLooks;
import org.alongside.casework.CaseRoles;
import org.alongside.casework.Cases;
import org.alongside.organisations.Organisations;
import org.alongside.people.About;
import org.alongside.people.CountedAs;
import org.alongside.people.LivesWith;
import org.alongside.people.PersonFacts;
import org.alongside.people.Relation;
import org.alongside.people.Relations;
import org.alongside.shared.NotFound;
import org.alongside.shared.Problems;
import org.alongside.shared.Side;
import org.alongside.shared.Times;
import org.alongside.ui.Option;
import org.alongside.ui.Row;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class AccommodationPages {
    private final CaseLooks looks;
    private final Cases cases;
    private final Accommodation accommodation;
    private final Relations relations;
    private final Organisations organisations;
    private final AuditTrail audit;
    private final Clock clock;

    AccommodationPages(CaseLooks looks, Cases cases, Accommodation accommodation, Relations relations, Organisations organisations, AuditTrail audit, Clock clock) {
        this.looks = looks;
        this.cases = cases;
        this.accommodation = accommodation;
        this.relations = relations;
        this.organisations = organisations;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param name of a place, as typed and refused; empty otherwise */
    SearchPage search(UUID caseId, String once, String name, Problems problems) {
        Look look = looks.lookSupport(caseId);
        CaseFacts facts = look.facts();
        PersonFacts client = look.client();
        List<Request> all = accommodation.of(facts.id());
        Map<UUID, List<SearchPage.Asked>> asked = accommodation.places(facts.id()).stream().collect(Collectors.groupingBy(Place::request, Collectors.mapping(place -> new SearchPage.Asked(place, organisations.nameOf(place.askedBy())), Collectors.toList())));
        Request now = all.stream().filter(Request::isOpen).findFirst().orElse(null);
        return new SearchPage(caseId, facts.person().id(), look.who(), facts.isClosed(), now, now == null ? List.of() : say(now.household(), client.about(), facts), now == null ? List.of() : asked.getOrDefault(now.id(), List.of()),
                all.stream().filter(one -> !one.isOpen()).map(one -> new SearchPage.Earlier(one, asked.getOrDefault(one.id(), List.of()))).toList(), once, name, problems);
    }

    /** What a place needs to know before it can say yes. Safety: no name, no address and no birth date is in it. */
    private List<Row> say(Household household, About client, CaseFacts facts) {
        LocalDate today = Times.day(clock.instant());
        List<Relation> coming = relations.of(facts.person()).stream().filter(one -> household.children().contains(one.other())).toList();
        List<Row> say = new ArrayList<>();
        say.add(new Row("Adults", household.adults() + (household.countedAs() == CountedAs.NOT_SAID ? "" : ", the client: " + household.countedAs().words().toLowerCase(Locale.UK))));
        say.add(new Row("Children", coming.isEmpty() ? "None" : coming.stream().map(child -> child.bornOn() == null ? "age not known" : age(child.bornOn(), today)).collect(Collectors.joining(", "))));
        say.add(new Row("Looking for", household.kinds().stream().sorted().map(SpaceKind::words).collect(Collectors.joining("; "))));
        say.add(new Row("Needed from", Times.say(household.neededFrom())));
        say.add(new Row("Paid by", household.funds().words()));
        say.add(new Row("Language", client.languages().isBlank() ? "English, or not asked" : client.languages() + (client.interpreterNeeded() ? ", with an interpreter" : "")));
        if (!client.accessNeeds().isBlank()) say.add(new Row("Access", client.accessNeeds()));
        if (!household.pets().isBlank()) say.add(new Row("Pets", household.pets()));
        if (!household.mustHave().isBlank()) say.add(new Row("Must have", household.mustHave()));
        if (!household.avoid().isBlank()) say.add(new Row("Not safe in", household.avoid()));
        return say;
    }

    private static String age(LocalDate born, LocalDate today) {
        int years = Period.between(born, today).getYears();
        return years == 0 ? "under 1" : "" + years;
    }

    HouseholdPage begin(UUID caseId) {
        Look look = looks.lookSupport(caseId);
        CaseFacts facts = look.facts();
        PersonFacts client = look.client();
        List<Relation> children = children(facts);
        return page(look, null, HouseholdForm.begun(Times.day(clock.instant()), children.stream().filter(child -> child.livesWith() != LivesWith.NO).map(Relation::other).toList(), client.about().gender()), children, new Problems());
    }

    HouseholdPage add(UUID caseId, HouseholdForm form, Problems problems) {
        Look look = looks.lookSupport(caseId);
        CaseFacts facts = look.facts();
        return page(look, null, form, children(facts), problems);
    }

    /** @param typed the form to show over the search as it stands */
    HouseholdPage one(UUID caseId, UUID id, Function<Request, HouseholdForm> typed, Problems problems) {
        Look look = looks.lookSupport(caseId);
        CaseFacts facts = look.facts();
        Request request = accommodation.one(facts.id(), id);
        return page(look, request, typed.apply(request), children(facts), problems);
    }

    private HouseholdPage page(Look look, @Nullable Request now, HouseholdForm form, List<Relation> children, Problems problems) {
        LocalDate today = Times.day(clock.instant());
        List<Option> options = children.stream().map(child -> new Option(child.other().id().toString(), child.name() + (child.bornOn() == null ? "" : ", " + age(child.bornOn(), today)))).toList();
        return new HouseholdPage(look.id().id(), look.facts().person().id(), look.who(), now, form, options, problems);
    }

    RefusalPage refusal(UUID caseId, UUID place, Problems problems) {
        Look look = looks.lookSupport(caseId);
        CaseFacts facts = look.facts();
        Place asked = accommodation.places(facts.id()).stream().filter(one -> one.id().equals(place)).findFirst().orElseThrow(() -> new NotFound("place", place));
        return new RefusalPage(caseId, look.who(), asked, problems);
    }

    SearchesPage searches(Actor.Worker me) {
        me.mustBe(CaseRoles.SUPPORT);
        if (me.side() != Side.SUPPORT) throw new NotFound();
        LocalDate today = Times.day(clock.instant()), since = today.minusYears(1);
        List<Request> open = accommodation.open();
        Map<CaseId, CaseFacts> known = cases.facts(open.stream().map(Request::caseId).toList());
        List<SearchesPage.Row> rows = open.stream().filter(request -> known.containsKey(request.caseId()) && !known.get(request.caseId()).isClosed()).map(request -> {
            CaseFacts facts = known.get(request.caseId());
            return new SearchesPage.Row(request.caseId().id(), facts.reference(), facts.worker() == null ? "nobody yet" : organisations.nameOf(facts.worker()), request.household());
        }).toList();
        audit.listed("case", "accommodation", rows.stream().map(SearchesPage.Row::caseId).toList());
        Map<TurnedAway, Map<CountedAs, Integer>> counts = accommodation.turnedAway(since).stream().collect(Collectors.groupingBy(Accommodation.Count::reason, Collectors.toMap(Accommodation.Count::countedAs, Accommodation.Count::times)));
        List<SearchesPage.Refused> refused = counts.entrySet().stream().map(one -> new SearchesPage.Refused(one.getKey(), Stream.of(CountedAs.values()).map(counted -> one.getValue().getOrDefault(counted, 0)).toList()))
                .sorted((one, other) -> other.all() - one.all()).toList();
        return new SearchesPage(today, since, rows, refused);
    }

    private List<Relation> children(CaseFacts facts) {
        return relations.of(facts.person()).stream().filter(Relation::isChild).toList();
    }

}
