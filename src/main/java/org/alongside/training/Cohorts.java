package org.alongside.training;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.access.Jobs;
import org.alongside.audit.AuditTrail;
import org.alongside.evaluation.EvaluationId;
import org.alongside.evaluation.Evaluations;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Seal;
import org.alongside.shared.Sector;
import org.alongside.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The runs of courses: planned, published, changed, called off. */
@Service
@Transactional
public class Cohorts {
    static final String CLOCK = "training-clock";
    private final Courses courses;
    private final CohortRows rows;
    private final Places places;
    private final Evaluations evaluations;
    private final AuditTrail audit;
    private final Jobs jobs;
    private final JdbcClient sql;
    private final Seal seal;
    private final Clock clock;

    Cohorts(Courses courses, CohortRows rows, Places places, Evaluations evaluations, AuditTrail audit, Jobs jobs, JdbcClient sql, Seal seal, Clock clock) {
        this.courses = courses;
        this.rows = rows;
        this.places = places;
        this.evaluations = evaluations;
        this.audit = audit;
        this.jobs = jobs;
        this.sql = sql;
        this.seal = seal;
        this.clock = clock;
    }

    /** How a cohort is to be. @param room the address of the room online; empty when it is not known yet @param place in words; empty online */
    public record Plan(boolean online, String place, String room, int capacity, int offerHours, @Nullable UUID evaluation, Map<Sector, Integer> limits) {}

    /** Those one may register for, of every organisation here, the next first. */
    @Transactional(readOnly = true)
    public List<Cohort> open() {
        Instant now = clock.instant();
        return rows.read("h.published_at is not null and h.called_off_at is null and c.put_away_at is null and exists (select from training.session later where later.cohort_id = h.id and later.starts_at > :now)", Map.of("now", Times.at(now))).stream().filter(one -> one.isOpenAt(now)).toList();
    }

    /** Those of the acting organisation, the newest first. */
    @Transactional(readOnly = true)
    public List<Cohort> all() {
        List<Cohort> found = new ArrayList<>(rows.read("h.organisation_id = access.organisation()", Map.of()));
        Collections.reverse(found);
        return found;
    }

    @Transactional(readOnly = true)
    public List<Cohort> of(UUID course) {
        return rows.read("h.course_id = :course", Map.of("course", course));
    }

    /** NotFound for one that is not there for whoever asks; the public finds published ones. */
    @Transactional(readOnly = true)
    public Cohort one(UUID id) {
        return rows.one(id);
    }

    /** The address of the room online; empty when there is none yet. For whoever has a place, and for those who train. */
    @Transactional(readOnly = true)
    public Optional<String> room(UUID cohort) {
        return sql.sql("select room from training.cohort where id = :id").param("id", cohort).query((row, number) -> Optional.ofNullable(row.getBytes("room"))).optional().flatMap(found -> found).map(room -> Objects.requireNonNull(seal.open(room, "training.cohort.room", cohort)));
    }

    /** Plans a run with its first session; nobody sees it before it is published. @param id made with the form, so that a second press finds the first */
    public void plan(UUID id, UUID course, Plan plan, Instant from, Instant until, Actor.Worker me) {
        me.mustBe(Courses.WRITE);
        courses.one(course);
        mustBeOurs(plan.evaluation());
        int added = sql.sql("""
                insert into training.cohort (id, course_id, online, place, room, capacity, offer_hours, evaluation_id, made_by, made_at) values (:id, :course, :online, :place, :room, :capacity, :hours, :evaluation, :me, :now) on conflict (id) do nothing
                """).params(columns(id, plan)).param("course", course).param("me", me.worker().id()).param("now", Times.at(clock.instant())).update();
        if (added == 0) return;
        limit(id, plan.limits());
        meet(id, UUID.randomUUID(), from, until, me);
        audit.changed("cohort", id, "planned");
    }

    /** A larger room offers its places to whoever waits; a smaller one takes none away. */
    public void change(UUID id, Plan plan, Actor.Worker me) {
        me.mustBe(Courses.WRITE);
        Cohort before = one(id);
        if (!Objects.equals(before.evaluation(), plan.evaluation())) mustBeOurs(plan.evaluation());
        sql.sql("update training.cohort set online = :online, place = :place, room = :room, capacity = :capacity, offer_hours = :hours, evaluation_id = :evaluation where id = :id").params(columns(id, plan)).update();
        sql.sql("delete from training.sector_limit where cohort_id = :id").param("id", id).update();
        limit(id, plan.limits());
        places.lookAgain(id);
        audit.changed("cohort", id, "changed");
    }

    private void mustBeOurs(@Nullable UUID evaluation) {
        if (evaluation != null && evaluations.one(new EvaluationId(evaluation)).isClosed()) throw new RuleBroken("training.evaluation-closed", "That evaluation is closed. Choose another one.");
    }

    private Map<String, Object> columns(UUID id, Plan plan) {
        Map<String, Object> columns = new LinkedHashMap<>();
        columns.put("id", id);
        columns.put("online", plan.online());
        columns.put("place", plan.place());
        columns.put("room", seal.closeWords(plan.room(), "training.cohort.room", id));
        columns.put("capacity", plan.capacity());
        columns.put("hours", plan.offerHours());
        columns.put("evaluation", plan.evaluation());
        return columns;
    }

    private void limit(UUID id, Map<Sector, Integer> limits) {
        limits.forEach((sector, most) -> sql.sql("insert into training.sector_limit (cohort_id, sector, places) values (:id, :sector, :places)").param("id", id).param("sector", sector.name()).param("places", most).update());
    }

    /** One time more that they meet. RuleBroken for one that is too long or meets another. */
    public void meet(UUID cohort, UUID session, Instant from, Instant until, Actor.Worker me) {
        me.mustBe(Courses.WRITE);
        beFree(one(cohort), null, from, until);
        sql.sql("insert into training.session (id, cohort_id, starts_at, ends_at) values (:id, :cohort, :from, :until) on conflict (id) do nothing").param("id", session).param("cohort", cohort).param("from", Times.at(from)).param("until", Times.at(until)).update();
        audit.changed("cohort", cohort, "session added");
    }

    /** They meet at another time, and everybody with a place is told. */
    public void move(UUID cohort, UUID session, Instant from, Instant until, Actor.Worker me) {
        me.mustBe(Courses.WRITE);
        Cohort its = has(one(cohort), session);
        beFree(its, session, from, until);
        if (its.sessions().stream().anyMatch(one -> one.id().equals(session) && one.from().equals(from) && one.until().equals(until))) return;
        sql.sql("update training.session set starts_at = :from, ends_at = :until, reminded_at = null where id = :id").param("from", Times.at(from)).param("until", Times.at(until)).param("id", session).update();
        places.tellOfMove(cohort);
        audit.changed("cohort", cohort, "session moved");
    }

    /** They do not meet that time. The only session, and one that somebody came to, stay. */
    public void drop(UUID cohort, UUID session, Actor.Worker me) {
        me.mustBe(Courses.WRITE);
        if (has(one(cohort), session).sessions().size() == 1) throw new RuleBroken("training.only-session", "This is the only session. Call the whole cohort off instead.");
        if (!sql.sql("select 1 from training.attendance where session_id = :id limit 1").param("id", session).query(Integer.class).list().isEmpty()) throw new RuleBroken("training.attended", "Somebody came to this session, so it stays.");
        sql.sql("delete from training.session where id = :id").param("id", session).update();
        audit.changed("cohort", cohort, "session dropped");
    }

    private static Cohort has(Cohort cohort, UUID session) {
        if (cohort.sessions().stream().noneMatch(one -> one.id().equals(session))) throw new NotFound("session", session);
        return cohort;
    }

    private static void beFree(Cohort cohort, @Nullable UUID itself, Instant from, Instant until) {
        if (!until.isAfter(from)) throw new RuleBroken("training.ends", "It ends before it begins.");
        if (until.isAfter(from.plusSeconds(12 * 3600))) throw new RuleBroken("training.long", "A session is at most 12 hours long.");
        if (cohort.sessions().stream().anyMatch(one -> !one.id().equals(itself) && one.from().isBefore(until) && from.isBefore(one.until()))) throw new RuleBroken("training.meets", "They already meet at that time.");
    }

    /** From now on anyone may register. */
    public void publish(UUID id, Actor.Worker me) {
        me.mustBe(Courses.WRITE);
        Cohort cohort = one(id);
        if (cohort.isPublished()) return;
        if (cohort.isCalledOff()) throw new RuleBroken("training.called-off", "It was called off.");
        if (!cohort.starts().filter(clock.instant()::isBefore).isPresent()) throw new RuleBroken("training.past", "Its first session has begun already.");
        sql.sql("update training.cohort set published_at = :now where id = :id").param("now", Times.at(clock.instant())).param("id", id).update();
        jobs.ask(CLOCK, me.organisation(), id, clock.instant());
        audit.changed("cohort", id, "published");
    }

    /** It does not take place, and everybody who has a place, is offered one or waits is told. */
    public void callOff(UUID id, Actor.Worker me) {
        me.mustBe(Courses.WRITE);
        Cohort cohort = one(id);
        if (cohort.isOverAt(clock.instant())) throw new RuleBroken("training.over", "It is over already.");
        if (cohort.isCalledOff()) return;
        sql.sql("update training.cohort set called_off_at = :now where id = :id").param("now", Times.at(clock.instant())).param("id", id).update();
        places.tellOfCallingOff(id);
        audit.changed("cohort", id, "called off");
    }
}
