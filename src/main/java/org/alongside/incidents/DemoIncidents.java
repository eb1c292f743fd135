package org.alongside.incidents;

import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.access.DemoTown;
import org.alongside.casework.Cases;
import org.alongside.casework.DemoCases;
import org.alongside.organisations.DemoWorkers;
import org.alongside.people.HarmRole;
import org.alongside.people.PersonId;
import org.alongside.people.Relation;
import org.alongside.people.Relations;
import org.alongside.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What was done to Sofia, beside what her crisis and the broken order already say. */
@Component
class DemoIncidents implements DemoTown {
    private final Incidents incidents;
    private final Cases cases;
    private final Relations relations;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DemoIncidents(Incidents incidents, Cases cases, Relations relations, TransactionTemplate transaction, Clock clock) {
        this.incidents = incidents;
        this.cases = cases;
        this.relations = relations;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 59;
    }

    @Override
    public void plant() {
        happened(40, Set.of(IncidentKind.NECK, IncidentKind.THREATS), Known.YES, Known.YES, Set.of(ToldWhom.POLICE, ToldWhom.HEALTH), "The night before she left.");
        happened(25, Set.of(IncidentKind.CONTACT), Known.NO, Known.NO, Set.of(ToldWhom.POLICE), "Eleven calls to her sister in one evening.");
    }

    private void happened(int days, Set<IncidentKind> kinds, Known injured, Known children, Set<ToldWhom> told, String words) {
        Actor.Worker mina = DemoWorkers.at(MINA_SUPPORT_WORKER);
        Acting.as(mina, () -> transaction.executeWithoutResult(status -> incidents.record(DemoCases.SOFIA,
                new Incidents.NewIncident(UUID.randomUUID(), named(), Times.day(clock.instant()).minusDays(days), false, kinds, injured, children, told, words), mina)));
    }

    private @Nullable PersonId named() {
        return relations.of(cases.facts(DemoCases.SOFIA).person()).stream().filter(one -> one.judged().role() == HarmRole.CAUSING_HARM).map(Relation::other).findFirst().orElse(null);
    }
}
