package org.alongside.programme;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.access.DemoTown;
import org.alongside.casework.DemoCases;
import org.alongside.organisations.DemoWorkers;
import org.alongside.programme.KnownHarms.NewHarm;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What the police and the court said of Marcus: the same partner twice, and another before her. */
@Component
class DemoKnownHarm implements DemoTown {
    private final KnownHarms harms;
    private final Partners partners;
    private final TransactionTemplate transaction;

    DemoKnownHarm(KnownHarms harms, Partners partners, TransactionTemplate transaction) {
        this.harms = harms;
        this.partners = partners;
        this.transaction = transaction;
    }

    @Override
    public int order() {
        return 82;
    }

    @Override
    public void plant() {
        Actor.Worker me = DemoWorkers.at(ROBIN_FACILITATOR);
        Acting.as(me, () -> transaction.executeWithoutResult(status -> {
            List<UUID> named = partners.of(DemoCases.MARCUS).stream().map(Partner::pair).toList();
            harms.add(DemoCases.MARCUS, new NewHarm(UUID.randomUUID(), named.get(0), WhoSaid.POLICE, LocalDate.of(2023, 3, 1), false, "Called by a neighbour. No charge."), me);
            harms.add(DemoCases.MARCUS, new NewHarm(UUID.randomUUID(), named.get(0), WhoSaid.PARTICIPANT, LocalDate.of(2025, 9, 12), true, "Said in the first talk that he pushed her."), me);
            harms.add(DemoCases.MARCUS, new NewHarm(UUID.randomUUID(), named.get(1), WhoSaid.COURT, LocalDate.of(2019, 6, 1), false, "Restraining order, since ended."), me);
        }));
    }
}
