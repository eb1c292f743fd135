package org.alongside.onward;

import java.time.Clock;
import java.util.UUID;
import java.util.function.Consumer;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.access.DemoTown;
import org.alongside.access.WorkerId;
import org.alongside.casework.DemoCases;
import org.alongside.organisations.DemoWorkers;
import org.alongside.shared.Times;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Two clients of the demo town who were sent on: one has told how it went, one is to be asked. */
@Component
class DemoOnward implements DemoTown {
    private final Onward onward;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DemoOnward(Onward onward, TransactionTemplate transaction, Clock clock) {
        this.onward = onward;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 66;
    }

    @Override
    public void plant() {
        UUID daniel = UUID.randomUUID();
        as(TOM_DUTY_WORKER, me -> {
            onward.send(DemoCases.DANIEL, daniel, "Town hall housing desk", Way.REFERRED, Times.day(clock.instant()).minusDays(12), me);
            onward.told(DemoCases.DANIEL, daniel, Account.REFUSED_GENDER, "“We only do women.” He had the letter in his hand. Tom rang their manager the same day.", me);
        });
        as(MINA_SUPPORT_WORKER, me -> onward.send(DemoCases.SOFIA, UUID.randomUUID(), "Law centre", Way.TOGETHER, Times.day(clock.instant()).minusDays(15), me));
    }

    private void as(WorkerId by, Consumer<Actor.Worker> what) {
        Actor.Worker me = DemoWorkers.at(by);
        Acting.as(me, () -> transaction.executeWithoutResult(status -> what.accept(me)));
    }
}
