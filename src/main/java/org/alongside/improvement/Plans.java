package org.alongside.improvement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.access.Jobs;
import org.alongside.access.OrganisationId;
import org.alongside.access.Role;
import org.alongside.access.WorkerId;
import org.alongside.audit.AuditTrail;
import org.alongside.messages.Messages;
import org.alongside.selfassessment.SelfAssessmentId;
import org.alongside.selfassessment.SelfAssessments;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The plans of an organisation, and what is done about them. */
@Service
@Transactional
public class Plans {
    public static final Role[] WRITE = SelfAssessments.WRITE;
    public static final int LONGEST_TITLE = 150, LONGEST_STATEMENT = 20;
    static final String DUE = "plan-action-due";
    private static final int TOLD_DAYS_BEFORE = 14;
    private final SelfAssessments assessments;
    private final Messages messages;
    private final Jobs jobs;
    private final AuditTrail audit;
    private final JdbcClient sql;
    private final Clock clock;

    Plans(SelfAssessments assessments, Messages messages, Jobs jobs, AuditTrail audit, JdbcClient sql, Clock clock) {
        this.assessments = assessments;
        this.messages = messages;
        this.jobs = jobs;
        this.audit = audit;
        this.sql = sql;
        this.clock = clock;
    }

    /** @param once made with the form, so that a second press finds the first */
    public void begin(UUID once, Plan.Written plan, Actor.Worker me) {
        me.mustBe(WRITE);
        if (plan.assessment() != null) assessments.own(plan.assessment(), me);
        int begun = sql.sql("""
                insert into improvement.plan (id, kind, title, about, assessment_id, served, aim, aim_on, begun_by, begun_at) values (:id, :kind, :title, :about, :assessment, :served, :aim, :on, :me, :now) on conflict (id) do nothing
                """).param("id", once).param("kind", plan.kind().name()).param("title", plan.title()).param("about", plan.about()).param("assessment", plan.assessment() == null ? null : plan.assessment().id()).param("served", plan.served()).param("aim", plan.aim())
                .param("on", plan.aimOn()).param("me", me.worker().id()).param("now", now()).update();
        if (begun > 0) audit.changed("plan", once, "begun");
    }

    public void change(UUID id, Plan.Written plan, Actor.Worker me) {
        me.mustBe(WRITE);
        one(id);
        sql.sql("update improvement.plan set title = :title, about = :about, served = :served, aim = :aim, aim_on = :on where id = :id").param("title", plan.title()).param("about", plan.about()).param("served", plan.served()).param("aim", plan.aim()).param("on", plan.aimOn())
                .param("id", id).update();
        audit.changed("plan", id, "changed");
    }

    public void putAway(UUID id, Actor.Worker me) {
        me.mustBe(WRITE);
        one(id);
        sql.sql("update improvement.plan set put_away_at = :now where id = :id").param("now", now()).param("id", id).update();
        audit.changed("plan", id, "put away");
    }

    /** @param once made with the form, so that a second press finds the first */
    public void add(UUID plan, UUID once, Action.Written action, Actor.Worker me) {
        me.mustBe(WRITE);
        one(plan);
        int added = sql.sql("""
                insert into improvement.action (id, plan_id, statement, what, milestone, owner_id, due_on, state, added_by, added_at) values (:id, :plan, :statement, :what, :milestone, :owner, :due, 'OPEN', :me, :now) on conflict (id) do nothing
                """).param("id", once).param("plan", plan).param("statement", action.statement()).param("what", action.what()).param("milestone", action.milestone()).param("owner", action.owner().id()).param("due", action.dueOn()).param("me", me.worker().id())
                .param("now", now()).update();
        if (added == 0) return;
        audit.changed("plan", plan, "action added");
        jobs.ask(DUE, me.organisation(), once, told(action.dueOn()));
    }

    /** RuleBroken when a colleague changed it after {@code revision}. */
    public void change(UUID plan, UUID id, int revision, Action.Written action, Actor.Worker me) {
        me.mustBe(WRITE);
        changed(sql.sql("update improvement.action set statement = :statement, what = :what, milestone = :milestone, owner_id = :owner, due_on = :due, revision = revision + 1 where id = :id and plan_id = :plan and revision = :revision and state = 'OPEN'")
                .param("statement", action.statement()).param("what", action.what()).param("milestone", action.milestone()).param("owner", action.owner().id()).param("due", action.dueOn()).param("id", has(plan, id).id()).param("plan", plan).param("revision", revision).update());
        audit.changed("plan", plan, "action changed");
        jobs.ask(DUE, me.organisation(), id, told(action.dueOn()));
    }

    /** It is done, or will not be. @param closing what shows that it is done, or why it was dropped */
    public void close(UUID plan, UUID id, boolean done, String closing, Actor.Worker me) {
        me.mustBe(WRITE);
        if (!has(plan, id).isOpen()) return;
        // What is said to be done says what shows it.
        if (closing.isBlank()) throw new RuleBroken("improvement.closing", done ? "Say what shows that it is done." : "Say why.");
        sql.sql("update improvement.action set state = :state, closing = :closing, closed_by = :me, closed_at = :now, revision = revision + 1 where id = :id and state = 'OPEN'").param("state", done ? "DONE" : "DROPPED").param("closing", closing)
                .param("me", me.worker().id()).param("now", now()).param("id", id).update();
        audit.changed("plan", plan, done ? "action done" : "action dropped");
    }

    /** It was closed too early. */
    public void reopen(UUID plan, UUID id, Actor.Worker me) {
        me.mustBe(WRITE);
        Action action = has(plan, id);
        if (action.isOpen()) return;
        sql.sql("update improvement.action set state = 'OPEN', closing = '', closed_by = null, closed_at = null, revision = revision + 1 where id = :id").param("id", id).update();
        audit.changed("plan", plan, "action opened again");
        jobs.ask(DUE, me.organisation(), id, told(action.dueOn()));
    }

    /** Those of the acting organisation that were not put away, the newest first. */
    @Transactional(readOnly = true)
    public List<Plan> all() {
        return read("true", Map.of());
    }

    @Transactional(readOnly = true)
    public Plan one(UUID id) {
        return read("p.id = :id", Map.of("id", id)).stream().findFirst().orElseThrow(() -> new NotFound("plan", id));
    }

    /** Those that close the gaps of a self-assessment. */
    @Transactional(readOnly = true)
    public List<Plan> of(SelfAssessmentId assessment) {
        return read("p.assessment_id = :assessment", Map.of("assessment", assessment.id()));
    }

    private Action has(UUID plan, UUID id) {
        return one(plan).actions().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow(() -> new NotFound("plan", id));
    }

    private static void changed(int rows) {
        if (rows == 0) throw new RuleBroken("improvement.meanwhile", "A colleague changed this meanwhile. Look at it as it stands now, then change it again.");
    }

    private List<Plan> read(String which, Map<String, ?> given) {
        Map<UUID, List<Action>> actions = new HashMap<>();
        sql.sql("select a.* from improvement.action a join improvement.plan p on p.id = a.plan_id where p.put_away_at is null and " + which + " order by (a.state <> 'OPEN'), a.due_on, a.id").params(given).query(row -> {
            actions.computeIfAbsent(row.getObject("plan_id", UUID.class), any -> new ArrayList<>()).add(action(row));
        });
        return sql.sql("select p.* from improvement.plan p where p.put_away_at is null and " + which + " order by p.begun_at desc, p.id limit 200").params(given).query((row, number) -> plan(row, actions)).list();
    }

    private static Action action(ResultSet row) throws SQLException {
        return new Action(row.getObject("id", UUID.class), row.getString("statement"), row.getString("what"), row.getString("milestone"), new WorkerId(row.getObject("owner_id", UUID.class)), row.getObject("due_on", LocalDate.class), Action.State.valueOf(row.getString("state")), row.getString("closing"),
                Times.instantOrNull(row, "closed_at"), row.getInt("revision"));
    }

    private static Plan plan(ResultSet row, Map<UUID, List<Action>> actions) throws SQLException {
        UUID id = row.getObject("id", UUID.class), assessment = row.getObject("assessment_id", UUID.class);
        return new Plan(id, PlanKind.valueOf(row.getString("kind")), row.getString("title"), row.getString("about"), assessment == null ? null : new SelfAssessmentId(assessment), row.getObject("served", Integer.class), row.getObject("aim", Integer.class),
                row.getObject("aim_on", LocalDate.class), Times.instant(row, "begun_at"), actions.getOrDefault(id, List.of()));
    }

    /** For the job: tells whoever looks after it, two weeks before and on the day. @return when to tell again; empty once it is closed or over */
    Optional<Instant> tell(OrganisationId organisation, UUID id) {
        record Row(UUID plan, UUID owner, LocalDate due) {}
        Optional<Row> open = sql.sql("select a.plan_id, a.owner_id, a.due_on from improvement.action a join improvement.plan p on p.id = a.plan_id where a.id = :id and a.state = 'OPEN' and p.put_away_at is null").param("id", id).query((row, number) -> new Row(row.getObject("plan_id", UUID.class), row.getObject("owner_id", UUID.class), row.getObject("due_on", LocalDate.class))).optional();
        if (open.isEmpty()) return Optional.empty();
        Instant first = told(open.get().due), last = Times.morning(open.get().due), now = clock.instant();
        if (now.isBefore(first)) return Optional.of(first);
        messages.notice(organisation, null, new WorkerId(open.get().owner), "/desk/plans/" + open.get().plan);
        return now.isBefore(last) ? Optional.of(last) : Optional.empty();
    }

    private static Instant told(LocalDate due) {
        return Times.morning(due.minusDays(TOLD_DAYS_BEFORE));
    }

    private OffsetDateTime now() {
        return Times.at(clock.instant());
    }
}
