package org.alongside.safeguarding;

import java.util.UUID;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.access.DemoTown;
import org.alongside.casework.Cases;
import org.alongside.casework.DemoCases;
import org.alongside.organisations.DemoWorkers;
import org.alongside.people.PersonId;
import org.alongside.people.Relation;
import org.alongside.people.Relations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** One concern of the demo town, which waits for its lead. */
@Component
class DemoConcerns implements DemoTown {
    private final Concerns concerns;
    private final Cases cases;
    private final Relations relations;
    private final TransactionTemplate transaction;

    DemoConcerns(Concerns concerns, Cases cases, Relations relations, TransactionTemplate transaction) {
        this.concerns = concerns;
        this.cases = cases;
        this.relations = relations;
        this.transaction = transaction;
    }

    @Override
    public int order() {
        return 56;
    }

    @Override
    public void plant() {
        Actor.Worker tom = DemoWorkers.at(TOM_DUTY_WORKER);
        Acting.as(tom, () -> transaction.executeWithoutResult(status -> {
            PersonId child = relations.of(cases.facts(DemoCases.DANIEL).person()).stream().filter(Relation::isChild).map(Relation::other).findFirst().orElse(null);
            concerns.raise(DemoCases.DANIEL, UUID.randomUUID(), AtRisk.CHILD, child, "Molly told her dad that she sleeps in her clothes, in case they have to go. She heard the plate break.", false, tom);
        }));
    }
}
