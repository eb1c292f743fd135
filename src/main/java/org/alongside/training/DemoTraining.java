package org.alongside.training;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.access.DemoTown;
import org.alongside.agencies.DemoAgencies;
import org.alongside.evaluation.DemoEvaluations;
import org.alongside.messages.Messages;
import org.alongside.organisations.DemoWorkers;
import org.alongside.shared.Seal;
import org.alongside.shared.Secrets;
import org.alongside.shared.Sector;
import org.alongside.shared.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** A course of Westermouth: a webinar that is over, one that is open, and a day in a room that is full. No mail was ever sent to these people; there are none. */
@Component
public class DemoTraining implements DemoTown {
    public static final UUID COURSE = DemoTown.id(801), OVER = DemoTown.id(811), OPEN = DemoTown.id(812), FULL = DemoTown.id(813);
    private static final List<String> GIVEN = List.of("Amara", "Bryn", "Chidi", "Dilys", "Esme", "Farid", "Gwen", "Hana", "Idris", "Jonah", "Keir", "Lowri"), FAMILY = List.of("Ashdown", "Belgrave", "Corrigan", "Dunmore");
    private static final List<Work> WORK = List.of(new Work(Sector.HOUSING, DemoAgencies.HOMES, DemoAgencies.HOMES_TENANCY), new Work(Sector.HOUSING, DemoAgencies.HOMES, DemoAgencies.HOMES_REPAIRS), new Work(Sector.HEALTH, DemoAgencies.HEALTH, DemoAgencies.HEALTH_PRACTICE),
            new Work(Sector.SCHOOLS, DemoAgencies.SCHOOLS, DemoAgencies.SCHOOLS_PRIMARY), new Work(Sector.SOCIAL_CARE, DemoAgencies.COUNCIL, DemoAgencies.COUNCIL_CHILDREN));
    private final Courses courses;
    private final Cohorts cohorts;
    private final Attendances attendances;
    private final Found found;
    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final Seal seal;
    private final Clock clock;

    private record Work(Sector sector, UUID agency, UUID team) {}

    DemoTraining(Courses courses, Cohorts cohorts, Attendances attendances, Found found, JdbcClient sql, TransactionTemplate transaction, Seal seal, Clock clock) {
        this.courses = courses;
        this.cohorts = cohorts;
        this.attendances = attendances;
        this.found = found;
        this.sql = sql;
        this.transaction = transaction;
        this.seal = seal;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 85;
    }

    @Override
    public void plant() {
        Actor.Worker lee = DemoWorkers.at(LEE_TRAINER);
        Acting.as(lee, () -> transaction.executeWithoutResult(status -> {
            courses.add(new Course(COURSE, "Asking about safety at home", "Gofyn am ddiogelwch gartref", "A first conversation: how to see that somebody is hurt or hurts at home, how to ask, what to say then, and whom to call. For everybody who meets families or adults in their work.",
                    "Sgwrs gyntaf: sut i weld bod rhywun yn cael niwed neu’n gwneud niwed gartref, sut i ofyn, beth i’w ddweud wedyn, a phwy i’w ffonio. I bawb sy’n cwrdd â theuluoedd neu oedolion yn eu gwaith."), lee);
            LocalDate tuesday = Times.day(clock.instant()).with(TemporalAdjusters.previous(DayOfWeek.TUESDAY));
            plan(OVER, true, 60, tuesday.minusWeeks(2), lee);
            sql.sql("update training.cohort set evaluation_id = :evaluation where id = :id").param("evaluation", DemoEvaluations.CLOSED.id()).param("id", OVER).update();
            plan(OPEN, true, 30, tuesday.plusWeeks(4), lee);
            sql.sql("update training.cohort set evaluation_id = :evaluation where id = :id").param("evaluation", DemoEvaluations.OPEN.id()).param("id", OPEN).update();
            plan(FULL, false, 6, tuesday.plusWeeks(5), lee);
        }));
        Acting.as(new Actor.Job(HARBOUR_HOUSE, Registrations.JOB), () -> transaction.executeWithoutResult(status -> {
            people(OVER, 0, 48, 48);
            people(OPEN, 0, 12, 12);
            people(FULL, 36, 9, 6);
        }));
        Acting.as(lee, () -> transaction.executeWithoutResult(status -> {
            Cohort over = cohorts.one(OVER);
            Set<UUID> came = found.of(OVER).stream().limit(41).map(Registration::id).collect(Collectors.toSet());
            attendances.mark(over, over.sessions().get(0).id(), came, lee);
        }));
    }

    private void plan(UUID id, boolean online, int capacity, LocalDate day, Actor.Worker lee) {
        Instant from = day.atTime(10, 0).atZone(Times.LONDON).toInstant();
        cohorts.plan(id, COURSE, new Cohorts.Plan(online, online ? "" : "Westermouth Library, Room 2", online ? "https://meet.example/westermouth" : "", capacity, 48, null, online ? Map.of() : Map.of(Sector.HOUSING, 3)), from, from.plusSeconds(2 * 3600), lee);
        sql.sql("update training.cohort set published_at = :now where id = :id").param("now", Times.at(from.minusSeconds(40L * 86400))).param("id", id).update();
    }

    private void people(UUID cohort, int first, int people, int placed) {
        for (int number = 1; number <= people; number++) {
            UUID id = UUID.randomUUID();
            int who = first + number - 1;
            String name = GIVEN.get(who % GIVEN.size()) + " " + FAMILY.get(who / GIVEN.size() % FAMILY.size()), email = name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@work.example", token = Secrets.random();
            Work work = WORK.get(who % WORK.size());
            sql.sql("""
                    insert into training.registration (id, organisation_id, cohort_id, state, number, name, email, email_fingerprint, holder, token, sector, agency_id, team_id, welsh, asked_at, changed_at)
                    values (:id, :house, :cohort, :state, :number, :name, :email, :fingerprint, :holder, :token, :sector, :agency, :team, false, :now, :now)
                    """).param("id", id).param("house", HARBOUR_HOUSE.id()).param("cohort", cohort).param("state", number <= placed ? "PLACED" : "WAITING").param("number", number).param("name", seal.close(name, Found.NAME, id)).param("email", seal.close(email, Found.EMAIL, id))
                    .param("fingerprint", found.fingerprint(email)).param("holder", Messages.fingerprint(seal, token)).param("token", seal.close(token, Found.TOKEN, id)).param("sector", work.sector.name()).param("agency", work.agency).param("team", work.team)
                    .param("now", Times.at(clock.instant())).update();
            if (number == 3) sql.sql("insert into training.access_need (registration_id, organisation_id, words) values (:id, :house, :words)").param("id", id).param("house", HARBOUR_HOUSE.id()).param("words", seal.close("Subtitles, please.", "training.access_need.words", id)).update();
        }
        sql.sql("update training.cohort set joined = :people, taken = :placed, waiting = :waiting where id = :id").param("people", people).param("placed", placed).param("waiting", people - placed).param("id", cohort).update();
    }
}
