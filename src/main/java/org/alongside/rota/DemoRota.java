package org.alongside.rota;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.access.DemoTown;
import org.alongside.organisations.DemoWorkers;
import org.alongside.shared.Times;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Tom on duty by day, the manager in the evening, for this week and the next. */
@Component
class DemoRota implements DemoTown {
    private final Rota rota;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DemoRota(Rota rota, TransactionTemplate transaction, Clock clock) {
        this.rota = rota;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 15;
    }

    @Override
    public void plant() {
        Actor.Worker sal = DemoWorkers.at(SAL_MANAGER);
        LocalDate today = Times.day(clock.instant());
        Acting.as(sal, () -> transaction.executeWithoutResult(status -> {
            for (int day = 0; day < 7; day++) {
                LocalDate on = today.plusDays(day);
                if (on.getDayOfWeek() == DayOfWeek.SATURDAY || on.getDayOfWeek() == DayOfWeek.SUNDAY) continue;
                rota.plan(UUID.randomUUID(), TOM_DUTY_WORKER, on, LocalTime.of(9, 0), LocalTime.of(17, 0), 2, sal);
                rota.plan(UUID.randomUUID(), SAL_MANAGER, on, LocalTime.of(17, 0), LocalTime.of(21, 0), 2, sal);
            }
        }));
    }
}
