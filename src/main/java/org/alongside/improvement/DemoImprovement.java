package org.alongside.improvement;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.alongside.access.ActingTransaction;
import org.alongside.access.Actor;
import org.alongside.access.DemoTown;
import org.alongside.organisations.DemoWorkers;
import org.alongside.shared.Times;
import org.springframework.stereotype.Component;

/** Harbour House means to serve more men. */
@Component
public class DemoImprovement implements DemoTown {
    public static final UUID PLAN = DemoTown.id(931);
    private final Plans plans;
    private final ActingTransaction acting;
    private final Clock clock;

    DemoImprovement(Plans plans, ActingTransaction acting, Clock clock) {
        this.plans = plans;
        this.acting = acting;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 91;
    }

    @Override
    public void plant() {
        Actor.Worker me = DemoWorkers.at(SAL_MANAGER);
        LocalDate today = Times.day(clock.instant());
        acting.as(me, () -> {
            plans.begin(PLAN, new Plan.Written(PlanKind.DEVELOPMENT, "More men, sooner", "One worker for men, two evenings a week. Missing: somebody who speaks Polish, and anything for the villages.", null, 34, 60, today.plusYears(1)), me);
            plans.add(PLAN, DemoTown.id(932), new Action.Written("A2", "Answer the telephone on a second evening.", "Somebody rings on that evening.", me.worker(), today.plusMonths(2)), me);
            plans.add(PLAN, DemoTown.id(933), new Action.Written("A10", "Put the leaflet into barbers’ shops and the sports centre.", "", me.worker(), today.plusMonths(4)), me);
        });
    }
}
