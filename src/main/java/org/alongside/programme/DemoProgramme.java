package org.alongside.programme;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.access.DemoTown;
import org.alongside.casework.DemoCases;
import org.alongside.crossing.Crossing.Kind;
import org.alongside.organisations.DemoWorkers;
import org.alongside.shared.Times;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Marcus, the place that is kept for him, and the two people who must be safe while he learns. */
@Component
class DemoProgramme implements DemoTown {
    private final Partners partners;
    private final Cohorts cohorts;
    private final Enrolments enrolments;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DemoProgramme(Partners partners, Cohorts cohorts, Enrolments enrolments, TransactionTemplate transaction, Clock clock) {
        this.partners = partners;
        this.cohorts = cohorts;
        this.enrolments = enrolments;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 80;
    }

    @Override
    public void plant() {
        name("Dana", "Fielding", Kind.PARTNER, "01632 960241, mornings while Marcus is at work. The children are home from three.");
        UUID thursdays = UUID.randomUUID();
        LocalDate thursday = Times.day(clock.instant()).with(TemporalAdjusters.next(DayOfWeek.THURSDAY));
        as(me -> {
            cohorts.make(new Cohorts.NewCohort(thursdays, "Thursday evening", ForGender.MEN, "English", "Adult college, room 4", thursday.atTime(18, 30).atZone(Times.LONDON).toInstant(), 120, 10, ROBIN_FACILITATOR, KIT_DUTY_WORKER_CHANGE,
                    List.of("What we agree on", "What I did", "What it did to them", "What the children saw", "The moment before", "Stopping", "What I told myself", "Money and phones", "Being a parent", "Saying no, hearing no", "What they need from me", "When it is hard again")), me);
            enrolments.wait(DemoCases.MARCUS, true, me);
            enrolments.offer(DemoCases.MARCUS, thursdays, thursday.atStartOfDay(Times.LONDON).toInstant(), me);
        });
        name("Lorraine", "Pike", Kind.EX_PARTNER, "Only through her sister, 01632 960242. Marcus knows her old number.");
    }

    private void name(String given, String family, Kind kind, String reach) {
        as(me -> partners.name(DemoCases.MARCUS, new Partners.Named(UUID.randomUUID(), null, given, family, kind, reach), me));
    }

    private void as(Consumer<Actor.Worker> what) {
        Actor.Worker me = DemoWorkers.at(ROBIN_FACILITATOR);
        Acting.as(me, () -> transaction.executeWithoutResult(status -> what.accept(me)));
    }
}
