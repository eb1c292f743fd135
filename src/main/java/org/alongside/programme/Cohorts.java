package org.alongside.programme;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alongside.access.Actor;
import org.alongside.access.Role;
import org.alongside.access.WorkerId;
import org.alongside.audit.AuditTrail;
import org.alongside.organisations.Colleague;
import org.alongside.organisations.Organisations;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Side;
import org.alongside.shared.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The groups of an organisation, their places and their sessions. */
@Service
@Transactional
public class Cohorts {
    public static final Role[] ROLES = {Role.FACILITATOR, Role.DUTY, Role.MANAGER, Role.SAFEGUARDING_LEAD};
    static final int MOST_PLACES = 60, MOST_SESSIONS = 60;
    private static final int MOST = 200;
    private final Organisations organisations;
    private final AuditTrail audit;
    private final JdbcClient sql;
    private final Clock clock;

    Cohorts(Organisations organisations, AuditTrail audit, JdbcClient sql, Clock clock) {
        this.organisations = organisations;
        this.audit = audit;
        this.sql = sql;
        this.clock = clock;
    }

    /** A group to be begun. @param titles of its sessions, one a week from {@code firstAt} on */
    public record NewCohort(UUID id, String name, ForGender forGender, String language, String venue, Instant firstAt, int minutes, int places, WorkerId facilitator, WorkerId coFacilitator, List<String> titles) {}

    /** Makes a group with its places and sessions. @param cohort its id is made with the form, so that a second press finds the first */
    public void make(NewCohort cohort, Actor.Worker me) {
        mustBeHere(me);
        if (cohort.places() < 1 || cohort.places() > MOST_PLACES) throw new RuleBroken("programme.places", "Enter a number of places from 1 to 60.");
        if (cohort.titles().isEmpty() || cohort.titles().size() > MOST_SESSIONS) throw new RuleBroken("programme.sessions", "Enter from 1 to 60 sessions.");
        Set<WorkerId> able = facilitators(me).stream().map(Colleague::id).collect(Collectors.toSet());
        if (!able.contains(cohort.facilitator()) || !able.contains(cohort.coFacilitator()) || cohort.facilitator().equals(cohort.coFacilitator())) throw new RuleBroken("programme.facilitators", "Choose two different facilitators of your side.");
        int made = sql.sql("""
                insert into programme.cohort (id, name, for_gender, language, venue, first_at, minutes, facilitator, co_facilitator, made_by, made_at)
                values (:id, :name, :gender, :language, :venue, :first, :minutes, :facilitator, :co, :me, :now) on conflict (id) do nothing
                """).param("id", cohort.id()).param("name", cohort.name()).param("gender", cohort.forGender().name()).param("language", cohort.language()).param("venue", cohort.venue()).param("first", Times.at(cohort.firstAt()))
                .param("minutes", cohort.minutes()).param("facilitator", cohort.facilitator().id()).param("co", cohort.coFacilitator().id()).param("me", me.worker().id()).param("now", Times.at(clock.instant())).update();
        if (made == 0) return;
        sql.sql("insert into programme.place (cohort_id, number) select :id, n from generate_series(1, :places) n").param("id", cohort.id()).param("places", cohort.places()).update();
        ZonedDateTime first = Times.london(cohort.firstAt());
        for (int number = 1; number <= cohort.titles().size(); number++) {
            sql.sql("insert into programme.session (id, cohort_id, number, title, starts_at) values (:id, :cohort, :number, :title, :at)").param("id", UUID.randomUUID()).param("cohort", cohort.id()).param("number", number)
                    .param("title", cohort.titles().get(number - 1)).param("at", Times.at(first.plusWeeks(number - 1L).toInstant())).update();
        }
        audit.changed("group", cohort.id(), "made");
    }

    /** Who may lead a group: facilitators and managers of one's own side. */
    @Transactional(readOnly = true)
    public List<Colleague> facilitators(Actor.Worker me) {
        mustBeHere(me);
        return organisations.colleagues().stream().filter(one -> one.side() == me.side() && Stream.of(ROLES).anyMatch(one::is)).toList();
    }

    private static final String COHORT = """
            select c.*, (select count(*) from programme.place p where p.cohort_id = c.id) as places, (select count(*) from programme.enrolment e where e.cohort_id = c.id and e.place is not null) as taken from programme.cohort c
            """;

    /** Those that go on, the earliest first, then those that have ended. */
    @Transactional(readOnly = true)
    public List<Cohort> all(Actor.Worker me) {
        mustBeHere(me);
        return sql.sql(COHORT + " where c.organisation_id = access.organisation() and c.side = access.side() order by c.ended_at is not null, c.first_at, c.id limit :most").param("most", MOST).query(Cohorts::cohort).list();
    }

    /** NotFound when there is no such group for whoever asks. */
    @Transactional(readOnly = true)
    public Cohort one(UUID id, Actor.Worker me) {
        mustBeHere(me);
        return sql.sql(COHORT + " where c.id = :id").param("id", id).query(Cohorts::cohort).optional().orElseThrow(() -> new NotFound("group", id));
    }

    public record Session(UUID id, UUID cohort, int number, String title, Instant startsAt) {}

    @Transactional(readOnly = true)
    public List<Session> sessions(UUID cohort) {
        return sql.sql("select id, cohort_id, number, title, starts_at from programme.session where cohort_id = :id order by number").param("id", cohort).query((row, number) -> new Session(row.getObject("id", UUID.class), row.getObject("cohort_id", UUID.class),
                row.getInt("number"), row.getString("title"), Times.instant(row, "starts_at"))).list();
    }

    /** The group ends: nobody new comes in. RuleBroken while somebody still has a place. */
    public void end(UUID id, Actor.Worker me) {
        Cohort cohort = one(id, me);
        me.mustBe(Role.MANAGER, Role.SAFEGUARDING_LEAD, Role.FACILITATOR);
        if (cohort.taken() > 0) throw new RuleBroken("programme.places-held", "Somebody still has a place. Say first how it ended for each of them.");
        sql.sql("update programme.cohort set ended_at = :now where id = :id and ended_at is null").param("now", Times.at(clock.instant())).param("id", id).update();
        audit.changed("group", id, "ended");
    }

    static void mustBeHere(Actor.Worker me) {
        if (me.side() != Side.CHANGE) throw new NotFound();
        me.mustBe(ROLES);
    }

    private static Cohort cohort(ResultSet row, int number) throws SQLException {
        return new Cohort(row.getObject("id", UUID.class), row.getString("name"), ForGender.valueOf(row.getString("for_gender")), row.getString("language"), row.getString("venue"), Times.instant(row, "first_at"),
                row.getInt("minutes"), new WorkerId(row.getObject("facilitator", UUID.class)), new WorkerId(row.getObject("co_facilitator", UUID.class)), row.getInt("places"), row.getInt("taken"), Times.instantOrNull(row, "ended_at"));
    }
}
