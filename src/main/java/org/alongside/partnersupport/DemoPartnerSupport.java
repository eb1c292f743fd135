package org.alongside.partnersupport;

import java.util.UUID;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.access.DemoTown;
import org.alongside.organisations.DemoWorkers;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Dana was reached and would like support; nobody has reached Lorraine yet. */
@Component
class DemoPartnerSupport implements DemoTown {
    private final PartnerSupport partners;
    private final TransactionTemplate transaction;

    DemoPartnerSupport(PartnerSupport partners, TransactionTemplate transaction) {
        this.partners = partners;
        this.transaction = transaction;
    }

    @Override
    public int order() {
        return 81;
    }

    @Override
    public void plant() {
        Actor.Worker me = DemoWorkers.at(BEA_PARTNER_SUPPORT);
        Acting.as(me, () -> transaction.executeWithoutResult(status -> partners.all(me).forEach(pair -> {
            boolean dana = pair.named().partner().startsWith("Dana");
            partners.tried(pair.id(), UUID.randomUUID(), dana ? Outcome.ACCEPTED : Outcome.NO_ANSWER, dana ? "Did not know that anybody would ring her too. Wants to meet at the library." : "Rang the sister at eleven.", me);
        })));
    }
}
