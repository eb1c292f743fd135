package org.alongside.programme;

import java.util.UUID;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.access.DemoTown;
import org.alongside.casework.DemoCases;
import org.alongside.crossing.Crossing.Kind;
import org.alongside.organisations.DemoWorkers;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Marcus and the two people who must be safe while he learns. */
@Component
class DemoPartners implements DemoTown {
    private final Partners partners;
    private final TransactionTemplate transaction;

    DemoPartners(Partners partners, TransactionTemplate transaction) {
        this.partners = partners;
        this.transaction = transaction;
    }

    @Override
    public int order() {
        return 80;
    }

    @Override
    public void plant() {
        name("Dana", "Fielding", Kind.PARTNER, "01632 960241, mornings while Marcus is at work. The children are home from three.");
        name("Lorraine", "Pike", Kind.EX_PARTNER, "Only through her sister, 01632 960242. Marcus knows her old number.");
    }

    private void name(String given, String family, Kind kind, String reach) {
        Actor.Worker me = DemoWorkers.at(ROBIN_FACILITATOR);
        Acting.as(me, () -> transaction.executeWithoutResult(status -> partners.name(DemoCases.MARCUS, new Partners.Named(UUID.randomUUID(), null, given, family, kind, reach), me)));
    }
}
