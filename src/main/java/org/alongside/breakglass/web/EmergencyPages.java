package org.alongside.breakglass.web;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.alongside.access.Actor;
import org.alongside.access.Role;
import org.alongside.audit.AuditTrail;
import org.alongside.breakglass.Opening;
import org.alongside.breakglass.Openings;
import org.alongside.casework.Callers;
import org.alongside.casework.CaseRoles;
import org.alongside.casework.Cases;
import org.alongside.organisations.Colleague;
import org.alongside.organisations.Organisations;
import org.alongside.people.Addresses;
import org.alongside.people.People;
import org.alongside.people.Way;
import org.alongside.risk.Levels;
import org.alongside.rota.Rota;
import org.alongside.rota.Shift;
import org.alongside.safetyplan.AgreedPlan;
import org.alongside.safetyplan.PlanSection;
import org.alongside.safetyplan.SafetyPlans;
import org.alongside.shared.Problems;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

@Component
class EmergencyPages {
    private static final int FEW = 8;
    private static final String HELD_BACK = "This names an address, so it is not shown here.";
    private final Openings openings;
    private final Callers callers;
    private final Cases cases;
    private final People people;
    private final Addresses addresses;
    private final Levels levels;
    private final SafetyPlans plans;
    private final Rota rota;
    private final Organisations organisations;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    EmergencyPages(Openings openings, Callers callers, Cases cases, People people, Addresses addresses, Levels levels, SafetyPlans plans, Rota rota, Organisations organisations, AuditTrail audit, TransactionTemplate transaction, Clock clock) {
        this.openings = openings;
        this.callers = callers;
        this.cases = cases;
        this.people = people;
        this.addresses = addresses;
        this.levels = levels;
        this.plans = plans;
        this.rota = rota;
        this.organisations = organisations;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    EmergencyPage ask(EmergencyForm form, boolean asksForCode, Problems problems, Actor.Worker me) {
        Openings.mustBeAnOpener(me);
        return transaction.execute(status -> {
            Opening before = openings.last(me).filter(one -> !one.isSettled()).orElse(null);
            List<String> toRing = before == null ? List.of() : organisations.colleagues().stream().filter(one -> one.side() == me.side() && Stream.of(Openings.REVIEWERS).anyMatch(one::is)).map(Colleague::name).toList();
            return new EmergencyPage(form.once() == null ? UUID.randomUUID().toString() : form.once(), form, before, before != null && before.isRunning(clock.instant()), CaseRoles.mayHoldCases(me.roles()), asksForCode, onDuty(), toRing, problems);
        });
    }

    /** NotFound when it is not this worker's, was ended, or its hour is over. */
    OpenedPage opened(UUID id, Actor.Worker me) {
        return openings.within(id, me, (opening, reader) -> {
            Cases.Lately lately = cases.lately(opening.caseId(), FEW);
            callers.mustNotBeKept(lately.facts(), reader);
            audit.looked("case", opening.caseId().id());
            People.Whole client = people.whole(lately.facts().person());
            AgreedPlan plan = plans.inForce(lately.facts(), reader).orElse(null);
            List<Way> ways = Way.all(client.contact());
            String accessNeeds = client.facts().about().accessNeeds();
            Map<PlanSection, String> parts = new EnumMap<>(PlanSection.class);
            if (plan != null) Stream.of(PlanSection.values()).filter(part -> !plan.part(part).words().isBlank()).forEach(part -> parts.put(part, plan.part(part).words()));
            // Safety: where they live or stay is in none of the words either.
            Set<String> held = addresses.holding(Stream.of(Stream.of(accessNeeds), parts.values().stream(), ways.stream().flatMap(way -> way.how().stream()), lately.lines().stream().map(Cases.Line::headline)).flatMap(words -> words).toList(), lately.facts().person());
            UnaryOperator<String> shown = words -> held.contains(words) ? HELD_BACK : words;
            parts.replaceAll((part, words) -> shown.apply(words));
            return new OpenedPage(opening, lately.facts(), client.facts(), shown.apply(accessNeeds), ways.stream().map(way -> new OpenedPage.Shown(way, way.how().stream().map(shown).toList())).toList(), levels.of(opening.caseId()).orElse(null), plan, parts,
                    lately.lines().stream().map(line -> new OpenedPage.Line(new Cases.Line(line.kind(), line.at(), line.by(), shown.apply(line.headline())), organisations.nameOf(line.by()))).toList(),
                    lately.facts().worker() == null ? null : organisations.nameOf(lately.facts().worker()), onDuty(), me.is(Role.HELPLINE) || me.is(Role.VOLUNTEER));
        });
    }

    /** By name, each once. */
    private List<String> onDuty() {
        Instant now = clock.instant();
        return rota.nowAndNext().stream().filter(shift -> shift.isNow(now)).map(Shift::worker).distinct().map(organisations::nameOf).toList();
    }
}
