package org.alongside.incidents.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.alongside.access.Actor;
import org.alongside.casework.CaseId;
import org.alongside.casework.CaseLooks;
import org.alongside.casework.Cases;
import org.alongside.incidents.Incident;
import org.alongside.incidents.Incidents;
import org.alongside.incidents.RepeatRule;
import org.alongside.incidents.RepeatRules;
import org.alongside.organisations.Organisations;
import org.alongside.people.HarmRole;
import org.alongside.people.PersonId;
import org.alongside.people.Relation;
import org.alongside.people.Relations;
import org.alongside.shared.Problems;
import org.alongside.ui.Option;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class IncidentsPages {
    private final CaseLooks looks;
    private final Cases cases;
    private final Incidents incidents;
    private final RepeatRules rules;
    private final Relations relations;
    private final Organisations organisations;

    IncidentsPages(CaseLooks looks, Cases cases, Incidents incidents, RepeatRules rules, Relations relations, Organisations organisations) {
        this.looks = looks;
        this.cases = cases;
        this.incidents = incidents;
        this.rules = rules;
        this.relations = relations;
        this.organisations = organisations;
    }

    /** @param form what was typed; null for an empty one */
    IncidentsPage of(UUID caseId, @Nullable IncidentForm form, @Nullable UUID refused, @Nullable String why, Problems problems, Actor.Worker me) {
        CaseLooks.Look look = looks.lookSupport(caseId);
        PersonId client = look.facts().person();
        List<Relation> around = relations.everyone(client);
        Map<PersonId, String> names = around.stream().collect(Collectors.toMap(Relation::other, Relation::name, (one, other) -> one));
        Function<@Nullable PersonId, String> name = by -> by == null ? "Somebody who is not written down" : names.getOrDefault(by, "Somebody who is not written down any more");
        List<CaseId> theirs = cases.ofTheSameClient(look.facts());
        List<Incident> all = incidents.of(theirs);
        List<IncidentsPage.Row> rows = all.stream().map(one -> new IncidentsPage.Row(one, name.apply(one.by()), organisations.nameOf(one.recordedBy()), one.caseId().equals(look.id()), link(one))).toList();
        List<IncidentsPage.Counted> counted = incidents.repeats(theirs, all).stream().map(one -> new IncidentsPage.Counted(one, name.apply(one.by()))).toList();
        RepeatRule rule = counted.isEmpty() ? rules.current() : counted.get(0).repeat().rule();
        return new IncidentsPage(caseId, client.id(), look.who(), rows, counted, rule, mayDecide(me), by(around), form == null ? IncidentForm.empty(likely(around)) : form, refused, why, problems);
    }

    private static @Nullable String link(Incident one) {
        String path = "/desk/cases/" + one.caseId().id();
        return switch (one.source()) {
            case WRITTEN -> null;
            case CRISIS -> path + "/crises/" + one.sourceId();
            case BREACH -> path + "/orders";
        };
    }

    private static List<Option> by(List<Relation> around) {
        List<Option> by = new ArrayList<>(around.stream().filter(Relation::stands).map(one -> new Option(one.other().id().toString(), one.name() + ", " + one.kind().words().toLowerCase(Locale.UK))).toList());
        by.add(new Option("none", "Somebody who is not written down"));
        return by;
    }

    /** Whoever is named as causing harm, when it is one person only. */
    private static @Nullable PersonId likely(List<Relation> around) {
        List<Relation> named = around.stream().filter(Relation::stands).filter(one -> one.judged().role() == HarmRole.CAUSING_HARM).toList();
        return named.size() == 1 ? named.get(0).other() : null;
    }

    @Transactional(readOnly = true)
    RulePage rule(Map<String, String> typed, Problems problems, Actor.Worker me) {
        me.mustBe(RepeatRules.ROLES);
        return new RulePage(rules.current(), mayDecide(me), typed, problems);
    }

    private static boolean mayDecide(Actor.Worker me) {
        return me.is(RepeatRules.ROLES);
    }
}
