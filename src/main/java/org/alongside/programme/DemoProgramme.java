package org.alongside.programme;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.access.DemoTown;
import org.alongside.access.WorkerId;
import org.alongside.casework.Allocate;
import org.alongside.casework.Allocations;
import org.alongside.casework.CaseId;
import org.alongside.casework.Cases;
import org.alongside.casework.DemoCases;
import org.alongside.casework.GenderWish;
import org.alongside.crossing.Crossing.Kind;
import org.alongside.instruments.AnswerSheet;
import org.alongside.instruments.Instruments;
import org.alongside.organisations.DemoWorkers;
import org.alongside.people.About;
import org.alongside.people.NewPerson;
import org.alongside.people.People;
import org.alongside.shared.Side;
import org.alongside.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Marcus, the place that is kept for him, and the two people who must be safe while he learns; and a group that goes on. */
@Component
class DemoProgramme implements DemoTown {
    private final Partners partners;
    private final Cohorts cohorts;
    private final Enrolments enrolments;
    private final Sheets sheets;
    private final Suitabilities suitabilities;
    private final Agreements agreements;
    private final Instruments instruments;
    private final Register register;
    private final MakeUps makeUps;
    private final Templates templates;
    private final Cases cases;
    private final Allocations allocations;
    private final People people;
    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DemoProgramme(Partners partners, Cohorts cohorts, Enrolments enrolments, Sheets sheets, Suitabilities suitabilities, Agreements agreements, Instruments instruments, Register register, MakeUps makeUps, Templates templates, Cases cases, Allocations allocations, People people, JdbcClient sql, TransactionTemplate transaction, Clock clock) {
        this.partners = partners;
        this.cohorts = cohorts;
        this.enrolments = enrolments;
        this.sheets = sheets;
        this.suitabilities = suitabilities;
        this.agreements = agreements;
        this.instruments = instruments;
        this.register = register;
        this.makeUps = makeUps;
        this.templates = templates;
        this.cases = cases;
        this.allocations = allocations;
        this.people = people;
        this.sql = sql;
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
            talk(DemoCases.MARCUS, "He says what he did without being asked twice, and asked for the group himself. Works until five, so evenings. No alcohol since August.", me);
            agreements.sign(enrolments.current(DemoCases.MARCUS).orElseThrow(), new Agreements.Signed(UUID.randomUUID(), Times.day(clock.instant()), Agreement.Followed.READ_OUT, true, "Asked whether Dana would have to come too. No."), me);
            enrolments.offer(DemoCases.MARCUS, thursdays, thursday.atStartOfDay(Times.LONDON).toInstant(), me);
        });
        name("Lorraine", "Pike", Kind.EX_PARTNER, "Only through her sister, 01632 960242. Marcus knows her old number.");
        saturdays();
    }

    /** A group that has met five times: who came, who stayed away and made it up, who left, and who waits for the next one. */
    private void saturdays() {
        UUID programme = UUID.randomUUID(), saturdays = UUID.randomUUID();
        Instant now = clock.instant();
        LocalDate first = Times.day(now).with(TemporalAdjusters.previous(DayOfWeek.SATURDAY)).minusWeeks(4);
        as(KIT_DUTY_WORKER_CHANGE, me -> {
            templates.begin(programme, "Living without harm", Stream.of("What brought me here", "What I did", "What it did to them", "What the children saw", "Before it happens", "Stopping in time", "What I tell myself", "Keeping it up").map(title -> new Templates.Part(title, 90)).toList(), me);
            templates.publish(programme, me);
            cohorts.make(new Cohorts.NewCohort(saturdays, "Saturday morning", ForGender.ANYONE, "English", "Community hall", false, "WM3", "", first.atTime(10, 0).atZone(Times.LONDON).toInstant(), 90, 8, ROBIN_FACILITATOR, KIT_DUTY_WORKER_CHANGE, programme, List.of()), me);
        });
        List<CaseId> came = List.of(begin("Osric", "Fane", 70, saturdays), begin("Bettina", "Loy", 64, saturdays), begin("Ravi", "Sandhu", 58, saturdays), begin("Leif", "Arden", 55, saturdays));
        begin("Petra", "Winslow", 33, null);
        as(ROBIN_FACILITATOR, me -> {
            List<UUID> ways = came.stream().map(id -> enrolments.current(id).orElseThrow().id()).toList();
            List<Cohorts.Session> held = cohorts.sessions(saturdays).stream().filter(session -> session.startsAt().isBefore(now)).toList();
            for (Cohorts.Session session : held) {
                List<Register.Marked> marks = new ArrayList<>();
                // The fourth came twice and left; the second was away once.
                for (int one = 0; one < ways.size(); one++) {
                    if (one == 3 && session.number() > 2) continue;
                    marks.add(new Register.Marked(ways.get(one), one == 1 && session.number() == 3 ? Mark.ACCEPTABLE : one == 2 && session.number() == 2 ? Mark.LATE : Mark.ATTENDED, one == 2 ? Engagement.LISTENS : Engagement.TAKES_PART, "", ""));
                }
                register.mark(saturdays, session.id(), marks, me);
            }
            if (held.size() > 3) makeUps.oneToOne(came.get(1), held.get(2).id(), ROBIN_FACILITATOR, Times.day(held.get(3).startsAt()), "Went through the third session after a funeral.", me);
            enrolments.leave(came.get(3), "Works away from December on. Partner support was told.", me);
        });
    }

    /** Somebody who lives with nobody now, as two people found, and takes part in that group; in none of them they wait. */
    private CaseId begin(String given, String family, int daysAgo, @Nullable UUID group) {
        CaseId id = with(ROBIN_FACILITATOR, me -> {
            CaseId opened = cases.open(people.record(new NewPerson(Side.CHANGE, About.named(given, family)), me), null, me);
            cases.accept(opened, me);
            partners.nobody(opened, "Asked them and the referrer: nobody for years, and no children.", me);
            enrolments.wait(opened, false, me);
            if (group != null) {
                talk(opened, "Wants something to be different, and can say what.", me);
                agreements.sign(enrolments.current(opened).orElseThrow(), new Agreements.Signed(UUID.randomUUID(), Times.day(clock.instant()), Agreement.Followed.READ, true, ""), me);
            }
            return opened;
        });
        as(KIT_DUTY_WORKER_CHANGE, me -> {
            allocations.allocate(id, new Allocate(UUID.randomUUID(), ROBIN_FACILITATOR, GenderWish.NONE, null, null, null), me);
            partners.agree(id, me);
            if (group == null) return;
            enrolments.offer(id, group, clock.instant().plus(Duration.ofDays(1)), me);
            enrolments.accept(id, me);
            enrolments.start(id, me);
        });
        // What the demo does today happened weeks ago.
        as(ROBIN_FACILITATOR, me -> sql.sql("update programme.enrolment set waiting_since = :waited, started_at = case when started_at is not null then :started::timestamptz end where case_id = :id").param("waited", Times.at(clock.instant().minus(Duration.ofDays(daysAgo))))
                .param("started", Times.at(clock.instant().minus(Duration.ofDays(36)))).param("id", id.id()).update());
        return id;
    }

    private void talk(CaseId id, String why, Actor.Worker me) {
        UUID talk = sheets.begin(id, Sheets.SUITABILITY, me);
        Map<String, String> said = Map.of("plans", "no", "threats", "earlier", "neck", "never", "weapon", "no", "worse", "no", "owns", "partly", "wants", "yes", "what-for", "stop", "clear-head", "yes", "did",
                "A push against the door in June. Shouts, throws things. “It takes two.”");
        sheets.finish(id, talk, 0, AnswerSheet.read(instruments.current(Sheets.SUITABILITY), name -> name.startsWith("a.") && said.containsKey(name.substring(2)) ? new String[] {said.get(name.substring(2))} : null), me);
        suitabilities.decide(id, talk, Decision.SUITABLE, why, me);
    }

    private void name(String given, String family, Kind kind, String reach) {
        as(me -> partners.name(DemoCases.MARCUS, new Partners.Named(UUID.randomUUID(), null, given, family, kind, reach), me));
    }

    private void as(Consumer<Actor.Worker> what) {
        as(ROBIN_FACILITATOR, what);
    }

    private void as(WorkerId who, Consumer<Actor.Worker> what) {
        with(who, me -> {
            what.accept(me);
            return true;
        });
    }

    private <T> T with(WorkerId who, Function<Actor.Worker, T> what) {
        Actor.Worker me = DemoWorkers.at(who);
        return Objects.requireNonNull(Acting.as(me, () -> transaction.execute(status -> what.apply(me))));
    }
}
