package org.alongside.appointments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.access.Jobs;
import org.alongside.access.WorkerId;
import org.alongside.casework.Apart;
import org.alongside.casework.CaseEvent;
import org.alongside.casework.CaseFacts;
import org.alongside.casework.CaseId;
import org.alongside.casework.CaseRoles;
import org.alongside.casework.Cases;
import org.alongside.casework.MomentKind;
import org.alongside.casework.TimelineEntry;
import org.alongside.organisations.Organisations;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Seal;
import org.alongside.shared.Times;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The appointments of an organisation's cases, on one side of the wall. */
@Service
@Transactional
public class Appointments {
    /** Whose work it is; the database says the same. */
    private static final String PLACE = "appointments.appointment.place";
    private static final int MOST = 200;
    private final Cases cases;
    private final Apart apart;
    private final Organisations organisations;
    private final Jobs jobs;
    private final JdbcClient sql;
    private final Seal seal;
    private final Clock clock;

    Appointments(Cases cases, Apart apart, Organisations organisations, Jobs jobs, JdbcClient sql, Seal seal, Clock clock) {
        this.cases = cases;
        this.apart = apart;
        this.organisations = organisations;
        this.jobs = jobs;
        this.sql = sql;
        this.seal = seal;
        this.clock = clock;
    }

    /** @param id made with the form, so that a second press finds the first */
    public void make(CaseId caseId, UUID id, Plan plan, Actor.Worker me) {
        workerMustBeOf(open(caseId, me), plan.worker());
        int made = bind(sql.sql("""
                insert into appointments.appointment (id, case_id, worker_id, starts_at, minutes, venue, place, interpreter, home_checked, alone, status, back_by, made_by, made_at)
                values (:id, :case, :worker, :starts, :minutes, :venue, :place, :interpreter, :homeChecked, :alone, 'PLANNED', :backBy, :by, :now) on conflict (id) do nothing
                """), id, plan).param("case", caseId.id()).param("by", me.worker().id()).param("now", now()).update();
        if (made == 1) told(caseId, id, plan, "Appointment made for ", me);
        else one(caseId, id);
    }

    public void change(CaseId caseId, UUID id, int version, Plan plan, Actor.Worker me) {
        workerMustBeOf(open(caseId, me), plan.worker());
        mustBePlanned(one(caseId, id));
        int changed = bind(sql.sql("""
                update appointments.appointment set worker_id = :worker, starts_at = :starts, minutes = :minutes, venue = :venue, place = :place, interpreter = :interpreter, home_checked = :homeChecked, alone = :alone,
                       back_by = :backBy, safe_at = null, alerted_at = null, version = version + 1 where id = :id and version = :version and status = 'PLANNED'
                """), id, plan).param("version", version).update();
        if (changed == 0) throw Cases.changedMeanwhile();
        told(caseId, id, plan, "Appointment moved to ", me);
    }

    /** What became of it. Whoever went alone and met is back. */
    public void ended(CaseId caseId, UUID id, AppointmentStatus status, Actor.Worker me) {
        open(caseId, me);
        Appointment before = one(caseId, id);
        if (before.status() == status) return;
        sql.sql("update appointments.appointment set status = :status, version = version + 1 where id = :id").param("status", status.name()).param("id", id).update();
        cases.tell(caseId, new TimelineEntry(MomentKind.APPOINTMENT, clock.instant(), me.worker(), "Appointment of " + Times.say(before.plan().startsAt()) + ": " + status.words().toLowerCase(Locale.UK), path(caseId)));
    }

    /** A worker who went alone is safe. A colleague who spoke to them may say so too. */
    public void safe(CaseId caseId, UUID id, Actor.Worker me) {
        Appointment their = one(caseId, id);
        // Safety: whoever went alone says that they are back also when the case was locked meanwhile.
        boolean there = !cases.facts(List.of(caseId)).isEmpty();
        if (!there && !their.plan().worker().equals(me.worker())) throw new NotFound("case", caseId.id());
        int said = sql.sql("update appointments.appointment set safe_at = :now, version = version + 1 where id = :id and alone and safe_at is null").param("now", now()).param("id", id).update();
        if (said == 1 && there) cases.tell(caseId, new TimelineEntry(MomentKind.APPOINTMENT, clock.instant(), me.worker(), "Back from an appointment alone, and safe", path(caseId)));
    }

    /** The appointments of a case, the latest first. Not audited: the page is. */
    public List<Appointment> of(CaseId caseId) {
        return sql.sql("select * from appointments.appointment where case_id = :case order by starts_at desc, id limit :most").param("case", caseId.id()).param("most", MOST).query(this::appointment).list();
    }

    /** NotFound when the case has no such appointment for whoever asks. */
    public Appointment one(CaseId caseId, UUID id) {
        return sql.sql("select * from appointments.appointment where id = :id and case_id = :case").param("id", id).param("case", caseId.id()).query(this::appointment).optional().orElseThrow(() -> new NotFound("appointment", id));
    }

    /** What this worker has planned until then, and what is planned still from before, the soonest first. Ask for its cases' facts before showing it. */
    public List<Appointment> planned(Instant until, Actor.Worker me) {
        return sql.sql("""
                select * from appointments.appointment
                 where organisation_id = access.organisation() and side = access.side() and worker_id = :me and status = 'PLANNED' and starts_at < :until order by starts_at, id limit :most
                """).params(Map.of("me", me.worker().id(), "until", Times.at(until), "most", MOST)).query(this::appointment).list();
    }

    /** Colleagues of this side who are out alone now, whoever should be back first. Ask for its cases' facts before showing it. */
    public List<Appointment> out() {
        return sql.sql("""
                select * from appointments.appointment
                 where organisation_id = access.organisation() and side = access.side() and alone and status = 'PLANNED' and safe_at is null and starts_at <= :now order by back_by, id limit :most
                """).param("now", now()).param("most", MOST).query(this::appointment).list();
    }

    @EventListener
    void erased(CaseEvent.Erased erased) {
        sql.sql("delete from appointments.appointment where case_id = :case").param("case", erased.id().id()).update();
    }

    private CaseFacts open(CaseId caseId, Actor.Worker me) {
        me.mustBe(CaseRoles.ANY);
        return cases.mustBeOpenFor(caseId, me);
    }

    // Safety: an appointment names its case to its worker, so it is only ever with somebody on the case's own side whom nothing keeps apart from it.
    private void workerMustBeOf(CaseFacts facts, WorkerId worker) {
        if (apart.fromWhom(facts.id()).contains(worker) || organisations.colleagues().stream().noneMatch(colleague -> colleague.id().equals(worker) && colleague.side() == facts.side())) throw new RuleBroken("appointments.not-a-colleague", "Choose somebody who works on this side of the service.");
    }

    private static void mustBePlanned(Appointment appointment) {
        if (appointment.status() != AppointmentStatus.PLANNED) throw new RuleBroken("appointments.ended", "This appointment is over. Make a new one.");
    }

    private void told(CaseId caseId, UUID id, Plan plan, String what, Actor.Worker me) {
        cases.tell(caseId, new TimelineEntry(MomentKind.APPOINTMENT, clock.instant(), me.worker(), what + Times.say(plan.startsAt()) + ", " + plan.venue().words().toLowerCase(Locale.UK), path(caseId) + "/" + id));
        Instant back = plan.backBy();
        if (back != null) jobs.ask(LoneWorkers.JOB, me.organisation(), id, back);
    }

    private JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, UUID id, Plan plan) {
        return statement.param("id", id).param("worker", plan.worker().id()).param("starts", Times.at(plan.startsAt())).param("minutes", plan.minutes()).param("venue", plan.venue().name())
                .param("place", seal.closeWords(plan.place(), PLACE, id)).param("interpreter", plan.interpreter().name()).param("homeChecked", plan.homeChecked()).param("alone", plan.alone())
                .param("backBy", Times.atOrNull(plan.backBy()));
    }

    private Appointment appointment(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        String place = seal.openWords(row.getBytes("place"), PLACE, id);
        Plan plan = new Plan(new WorkerId(row.getObject("worker_id", UUID.class)), Times.instant(row, "starts_at"), row.getInt("minutes"), Venue.valueOf(row.getString("venue")), place,
                Interpreter.valueOf(row.getString("interpreter")), row.getBoolean("home_checked"), row.getBoolean("alone"));
        return new Appointment(id, new CaseId(row.getObject("case_id", UUID.class)), plan, AppointmentStatus.valueOf(row.getString("status")), Times.instantOrNull(row, "back_by"), Times.instantOrNull(row, "safe_at"), Times.instantOrNull(row, "alerted_at"), row.getInt("version"));
    }

    private OffsetDateTime now() {
        return Times.at(clock.instant());
    }

    public static String path(CaseId id) {
        return "/desk/cases/" + id.id() + "/appointments";
    }
}
