package org.alongside.programme;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.access.DemoTown;
import org.alongside.casework.DemoCases;
import org.alongside.crossing.Crossing.Kind;
import org.alongside.instruments.AnswerSheet;
import org.alongside.instruments.Instruments;
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
    private final Sheets sheets;
    private final Suitabilities suitabilities;
    private final Agreements agreements;
    private final Instruments instruments;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DemoProgramme(Partners partners, Cohorts cohorts, Enrolments enrolments, Sheets sheets, Suitabilities suitabilities, Agreements agreements, Instruments instruments, TransactionTemplate transaction, Clock clock) {
        this.partners = partners;
        this.cohorts = cohorts;
        this.enrolments = enrolments;
        this.sheets = sheets;
        this.suitabilities = suitabilities;
        this.agreements = agreements;
        this.instruments = instruments;
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
            UUID talk = sheets.begin(DemoCases.MARCUS, Sheets.SUITABILITY, me);
            sheets.finish(DemoCases.MARCUS, talk, 0, talk(), me);
            suitabilities.decide(DemoCases.MARCUS, talk, Decision.SUITABLE, "He says what he did without being asked twice, and asked for the group himself. Works until five, so evenings. No alcohol since August.", me);
            agreements.sign(enrolments.current(DemoCases.MARCUS).orElseThrow(), new Agreements.Signed(UUID.randomUUID(), Times.day(clock.instant()), Agreement.Followed.READ_OUT, true, "Asked whether Dana would have to come too. No."), me);
            enrolments.offer(DemoCases.MARCUS, thursdays, thursday.atStartOfDay(Times.LONDON).toInstant(), me);
        });
        name("Lorraine", "Pike", Kind.EX_PARTNER, "Only through her sister, 01632 960242. Marcus knows her old number.");
    }

    private AnswerSheet talk() {
        Map<String, String> said = Map.of("plans", "no", "threats", "earlier", "neck", "never", "weapon", "no", "worse", "no", "owns", "partly", "wants", "yes", "what-for", "stop", "clear-head", "yes", "did",
                "Pushed her against the door in June. Shouts, throws things. “She would not let it go.”");
        return AnswerSheet.read(instruments.current(Sheets.SUITABILITY), name -> name.startsWith("a.") && said.containsKey(name.substring(2)) ? new String[] {said.get(name.substring(2))} : null);
    }

    private void name(String given, String family, Kind kind, String reach) {
        as(me -> partners.name(DemoCases.MARCUS, new Partners.Named(UUID.randomUUID(), null, given, family, kind, reach), me));
    }

    private void as(Consumer<Actor.Worker> what) {
        Actor.Worker me = DemoWorkers.at(ROBIN_FACILITATOR);
        Acting.as(me, () -> transaction.executeWithoutResult(status -> what.accept(me)));
    }
}
