package org.alongside.supervision;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.access.DemoTown;
import org.alongside.casework.DemoCases;
import org.alongside.organisations.DemoWorkers;
import org.alongside.shared.Times;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Sal has met Mina and shared the notes; Mina asks whether Sofia's plan will do. */
@Component
class DemoSupervision implements DemoTown {
    private final Meetings meetings;
    private final Oversight oversight;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DemoSupervision(Meetings meetings, Oversight oversight, TransactionTemplate transaction, Clock clock) {
        this.meetings = meetings;
        this.oversight = oversight;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 71;
    }

    @Override
    public void plant() {
        Actor.Worker sal = DemoWorkers.at(SAL_MANAGER), mina = DemoWorkers.at(MINA_SUPPORT_WORKER);
        LocalDate today = Times.day(clock.instant());
        UUID meeting = UUID.randomUUID();
        Acting.as(sal, () -> transaction.executeWithoutResult(status -> {
            meetings.begin(meeting, MINA_SUPPORT_WORKER, today.minusDays(9), sal);
            oversight.decide(DemoCases.SOFIA, UUID.randomUUID(), meeting, "Keep the weekly call until the hearing. If the tracker turns up again, ask the police for a new phone first.", sal);
            meetings.share(meeting, 0, new Meeting.Words("A heavy month. Two crises in one week; Mina took the Friday after off and that was right. Wants to learn more about pensions and money.",
                    "No new case before Christmas. Mina books the course on economic abuse.", today.plusDays(19)), sal);
        }));
        Acting.as(mina, () -> transaction.executeWithoutResult(status -> oversight.ask(DemoCases.SOFIA, UUID.randomUUID(), About.PLAN, "The way home from school has changed. Does the plan still hold?", mina)));
    }
}
