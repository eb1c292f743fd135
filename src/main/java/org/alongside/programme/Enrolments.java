package org.alongside.programme;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.alongside.access.Actor;
import org.alongside.access.Jobs;
import org.alongside.access.WorkerId;
import org.alongside.casework.Apart;
import org.alongside.casework.CaseEvent;
import org.alongside.casework.CaseFacts;
import org.alongside.casework.CaseId;
import org.alongside.casework.Cases;
import org.alongside.casework.MomentKind;
import org.alongside.casework.TimelineEntry;
import org.alongside.crossing.Crossing.Where;
import org.alongside.crossing.Crossing;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Seal;
import org.alongside.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Ways through the programme: waiting, a place offered for a time, started, suspended, finished. Those beside the partners learn of each step they need to. */
@Service
@Transactional
public class Enrolments {
    static final String LAPSE = "place-offer";
    private static final String WHY = "programme.enrolment.why";
    private static final int MOST = 300;
    private final Cases cases;
    private final Apart apart;
    private final Partners partners;
    private final Cohorts cohorts;
    private final Fits fits;
    private final Sheets sheets;
    private final Suitabilities suitabilities;
    private final Agreements agreements;
    private final Jobs jobs;
    private final JdbcClient sql;
    private final Seal seal;
    private final Clock clock;

    Enrolments(Cases cases, Apart apart, Partners partners, Cohorts cohorts, Fits fits, Sheets sheets, Suitabilities suitabilities, Agreements agreements, Jobs jobs, JdbcClient sql, Seal seal, Clock clock) {
        this.cases = cases;
        this.apart = apart;
        this.partners = partners;
        this.cohorts = cohorts;
        this.fits = fits;
        this.sheets = sheets;
        this.suitabilities = suitabilities;
        this.agreements = agreements;
        this.jobs = jobs;
        this.sql = sql;
        this.seal = seal;
        this.clock = clock;
    }

    /** From now on they wait for a place; somebody who waits already stays where they are. */
    public void wait(CaseId caseId, boolean priority, Actor.Worker me) {
        partners.own(caseId, me);
        if (current(caseId).isPresent()) return;
        UUID id = UUID.randomUUID();
        sql.sql("insert into programme.enrolment (id, case_id, status, priority, waiting_since, changed_by, changed_at) values (:id, :case, 'WAITING', :priority, :now, :me, :now)").param("id", id).param("case", caseId.id())
                .param("priority", priority).param("now", Times.at(clock.instant())).param("me", me.worker().id()).update();
        tell(caseId, Status.WAITING, me);
    }

    /** As {@link #offer(CaseId, UUID, Instant, String, Actor.Worker)}, where every rule of the group has to fit. */
    public void offer(CaseId caseId, UUID cohortId, Instant until, Actor.Worker me) {
        offer(caseId, cohortId, until, "", me);
    }

    /** Keeps a place of this group for somebody until then. RuleBroken when none is free, or when a rule of the group does not fit. @param despite why a place is right although a rule does not fit; empty when every rule has to */
    public void offer(CaseId caseId, UUID cohortId, Instant until, String despite, Actor.Worker me) {
        Enrolment enrolment = mine(caseId, me);
        enrolment.mustLeadTo(Status.OFFERED);
        Cohort cohort = cohorts.one(cohortId, me);
        if (cohort.endedAt() != null) throw new RuleBroken("programme.ended", "This group has ended.");
        // Safety: nobody leads a group with somebody they know in it. The answer is the one for a group that has no room.
        Set<WorkerId> kept = apart.fromWhom(caseId);
        if (kept.contains(cohort.facilitator()) || kept.contains(cohort.coFacilitator())) throw new RuleBroken("programme.full", "No place of this group is free any more.");
        if (!until.isAfter(clock.instant())) throw new RuleBroken("programme.until", "Enter a day to come.");
        fits.mustFit(enrolment, cohort, despite, me);
        // Safety: one offer of a group at a time; the database, too, has one row for each place and one person for each row.
        sql.sql("select pg_advisory_xact_lock(hashtextextended(:cohort, 5))").param("cohort", cohortId.toString()).query((row, number) -> 0).list();
        Integer place = sql.sql("""
                select min(p.number) from programme.place p where p.cohort_id = :cohort and not exists (select from programme.enrolment e where e.cohort_id = p.cohort_id and e.place = p.number)
                """).param("cohort", cohortId).query((row, number) -> (Integer) row.getObject(1)).list().get(0);
        if (place == null) throw new RuleBroken("programme.full", "No place of this group is free any more.");
        change(enrolment, Status.OFFERED, new Change(cohortId, place, until, null, ""), me);
        cohorts.fill(cohortId);
        jobs.ask(LAPSE, me.organisation(), enrolment.id(), until);
    }

    /** They take the place. */
    public void accept(CaseId caseId, Actor.Worker me) {
        Enrolment enrolment = mine(caseId, me);
        enrolment.mustLeadTo(Status.PLACED);
        change(enrolment, Status.PLACED, Change.of(""), me);
    }

    /** They do not take the place, or are not ready, or wait again. The place is free for somebody else. */
    public void back(CaseId caseId, Status to, String why, Actor.Worker me) {
        if (to != Status.WAITING && to != Status.NOT_READY) throw new IllegalArgumentException("not a way back: " + to);
        Enrolment enrolment = mine(caseId, me);
        enrolment.mustLeadTo(to);
        change(enrolment, to, Change.of(why), me);
    }

    /** The first session is ahead. RuleBroken until a programme suits them, the agreement is signed and every partner was offered contact. */
    public void start(CaseId caseId, Actor.Worker me) {
        Enrolment enrolment = mine(caseId, me);
        if (enrolment.status() == Status.SUSPENDED) throw new RuleBroken("programme.step", "They are suspended: let them come back instead.");
        enrolment.mustLeadTo(Status.STARTED);
        Agreement agreement = agreements.of(enrolment.id()).orElse(null);
        List<String> missing = beforeStart(caseId, suitabilities.newest(caseId), agreement != null);
        if (agreement == null || !missing.isEmpty()) throw new RuleBroken("programme.not-yet", String.join(" ", missing));
        change(enrolment, Status.STARTED, new Change(null, null, null, agreement.signedOn(), ""), me);
        partners.tell(caseId, pair -> new Crossing.Standing(pair, Where.STARTED), me);
    }

    /** What still has to happen before somebody may start, each in a sentence; empty when nothing has. @param suits what was decided last @param agreed whether they signed for this way through the programme */
    @Transactional(readOnly = true)
    public List<String> beforeStart(CaseId caseId, Optional<Suitability> suits, boolean agreed) {
        String suitability = suits.map(one -> one.inTheWay(Times.day(clock.instant()))).orElse("Nobody has decided yet whether a programme suits them.");
        return Stream.of(suitability, agreed ? "" : "They have not signed the agreement.", partnersFirst(caseId)).filter(sentence -> !sentence.isEmpty()).toList();
    }

    /** Safety: nobody starts, or comes back, before contact was offered to each partner; the database refuses it too. */
    private String partnersFirst(CaseId caseId) {
        List<Boolean> offered = partners.offered(caseId);
        if (offered.isEmpty() && partners.nobody(caseId).filter(nobody -> nobody.agreedBy() != null).isEmpty()) return "Name the partners first, or have somebody agree that there is nobody.";
        long waits = offered.stream().filter(one -> !one).count();
        return waits == 0 ? "" : waits == 1 ? "One partner was not offered contact yet." : waits + " partners were not offered contact yet.";
    }

    /** They stop coming for now: whoever takes part is suspended, whoever was still to start waits again. */
    void stepOut(CaseId caseId, String why, Actor.Worker me) {
        if (mine(caseId, me).status() == Status.STARTED) suspend(caseId, why, me);
        else back(caseId, Status.WAITING, why, me);
    }

    /** What they need of a group. */
    public void ask(CaseId caseId, Need need, Actor.Worker me) {
        fits.ask(mine(caseId, me), need, me);
    }

    public void suspend(CaseId caseId, String why, Actor.Worker me) {
        step(caseId, Status.SUSPENDED, Where.SUSPENDED, why, me);
    }

    public void comeBack(CaseId caseId, String why, Actor.Worker me) {
        Enrolment enrolment = mine(caseId, me);
        if (enrolment.status() != Status.SUSPENDED) throw new RuleBroken("programme.step", "They are not suspended.");
        String missing = partnersFirst(caseId);
        if (!missing.isEmpty()) throw new RuleBroken("programme.partners-first", missing);
        step(caseId, Status.STARTED, Where.RETURNED, why, me);
    }

    /** They finished, with a plan for when it is hard again. @param withoutPlan they did not want one */
    public void complete(CaseId caseId, String why, boolean withoutPlan, Actor.Worker me) {
        Enrolment enrolment = mine(caseId, me);
        enrolment.mustLeadTo(Status.COMPLETED);
        if (!withoutPlan && !sheets.done(caseId, Sheets.LEAVING, enrolment.waitingSince())) throw new RuleBroken("programme.leaving-plan", "Make the plan for when it is hard again with them first, or say that they did not want one.");
        step(caseId, Status.COMPLETED, Where.COMPLETED, why, me);
    }

    /** They leave before the end, by their own choice or ours; from the waiting list too. */
    public void leave(CaseId caseId, String why, Actor.Worker me) {
        step(caseId, Status.LEFT, Where.LEFT, why, me);
    }

    /** They stand on the other side of the wall: their case is locked, and the place is free. */
    void leaveAcross(CaseId caseId, Actor.Worker me) {
        current(caseId).ifPresent(enrolment -> {
            change(enrolment, Status.LEFT, Change.of(""), me);
            // Safety: partners' workers learn what they learn of anybody who leaves, and not why.
            partners.tell(caseId, pair -> new Crossing.Standing(pair, Where.LEFT), me);
        });
    }

    private void step(CaseId caseId, Status to, Where where, String why, Actor.Worker me) {
        Enrolment enrolment = mine(caseId, me);
        enrolment.mustLeadTo(to);
        change(enrolment, to, Change.of(why), me);
        partners.tell(caseId, pair -> new Crossing.Standing(pair, where), me);
    }

    /** @param cohort and {@code place}: taken by this change; null keeps what there is, unless the new status holds none */
    private record Change(@Nullable UUID cohort, @Nullable Integer place, @Nullable Instant until, @Nullable LocalDate agreedOn, String why) {
        static Change of(String why) {
            return new Change(null, null, null, null, why);
        }
    }

    private void change(Enrolment enrolment, Status to, Change change, Actor.Worker me) {
        boolean comes = to == Status.OFFERED || to == Status.PLACED || to == Status.STARTED, holds = comes || to == Status.SUSPENDED;
        if (comes) fits.mustNotMeet(enrolment.caseId(), change.cohort == null ? enrolment.cohort() : change.cohort);
        int changed = sql.sql("""
                update programme.enrolment set status = :to, cohort_id = case when :holds then coalesce(:cohort, cohort_id) end, place = case when :holds then coalesce(:place, place) end, offered_until = :until,
                       agreed_on = coalesce(:agreed, agreed_on), started_at = case when :to = 'STARTED' then coalesce(started_at, :now) else started_at end, ended_at = case when :ended then :now end,
                       why = :why, changed_by = :me, changed_at = :now, version = version + 1
                 where id = :id and version = :version
                """).param("to", to.name()).param("holds", holds).param("cohort", change.cohort, Types.OTHER).param("place", change.place, Types.INTEGER).param("until", change.until == null ? null : Times.at(change.until), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("agreed", change.agreedOn, Types.DATE).param("ended", to.ended()).param("why", seal.closeWords(change.why, WHY, enrolment.id())).param("me", me.worker().id()).param("now", Times.at(clock.instant()))
                .param("id", enrolment.id()).param("version", enrolment.version()).update();
        if (changed == 0) throw Cases.changedMeanwhile();
        tell(enrolment.caseId(), to, me);
    }

    private void tell(CaseId caseId, Status to, Actor.Worker me) {
        cases.tell(caseId, new TimelineEntry(MomentKind.PROGRAMME, clock.instant(), me.worker(), "Programme: " + to.words().toLowerCase(Locale.UK), path(caseId)));
    }

    /** The job: a place that nobody took in time is free again, and whoever it was kept for waits where they waited. @return when to look again, where a later offer is kept for longer */
    Optional<Instant> lapse(UUID id) {
        sql.sql("""
                update programme.enrolment set status = 'WAITING', cohort_id = null, place = null, offered_until = null, changed_at = :now, version = version + 1
                 where id = :id and status = 'OFFERED' and offered_until <= :now
                """).param("id", id).param("now", Times.at(clock.instant())).update();
        return sql.sql("select offered_until from programme.enrolment where id = :id and status = 'OFFERED'").param("id", id).query((row, number) -> Times.instant(row, "offered_until")).optional();
    }

    private Enrolment mine(CaseId caseId, Actor.Worker me) {
        CaseFacts facts = partners.own(caseId, me);
        return current(facts.id()).orElseThrow(() -> new NotFound("enrolment", caseId.id()));
    }

    private static final String COLUMNS = "select id, case_id, status, priority, cohort_id, offered_until, agreed_on, started_at, waiting_since, why, version from programme.enrolment ";

    /** Where they are now; empty when they are in no programme. */
    @Transactional(readOnly = true)
    public Optional<Enrolment> current(CaseId caseId) {
        return sql.sql(COLUMNS + "where case_id = :case and ended_at is null").param("case", caseId.id()).query(this::enrolment).optional();
    }

    /** Their way through, earlier ones too, the newest first. */
    @Transactional(readOnly = true)
    public List<Enrolment> of(CaseId caseId) {
        return sql.sql(COLUMNS + "where case_id = :case order by waiting_since desc, id").param("case", caseId.id()).query(this::enrolment).list();
    }

    /** Who waits for a place: those who come first for safety's sake first, then by how long. Ask for their cases before showing them. */
    @Transactional(readOnly = true)
    public List<Enrolment> waiting(Actor.Worker me) {
        Cohorts.mustBeHere(me);
        return sql.sql(COLUMNS + "where organisation_id = access.organisation() and side = access.side() and status = 'WAITING' order by priority desc, waiting_since, id limit :most").param("most", MOST).query(this::enrolment).list();
    }

    /** Who has a place of this group, or is offered one. Ask for their cases before showing them. */
    @Transactional(readOnly = true)
    public List<Enrolment> in(UUID cohort) {
        return sql.sql(COLUMNS + "where cohort_id = :cohort and place is not null order by place").param("cohort", cohort).query(this::enrolment).list();
    }

    private Enrolment enrolment(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new Enrolment(id, new CaseId(row.getObject("case_id", UUID.class)), Status.valueOf(row.getString("status")), row.getBoolean("priority"), row.getObject("cohort_id", UUID.class), Times.instantOrNull(row, "offered_until"),
                row.getObject("agreed_on", LocalDate.class), Times.instantOrNull(row, "started_at"), Times.instant(row, "waiting_since"), seal.openWords(row.getBytes("why"), WHY, id), row.getInt("version"));
    }

    @EventListener
    void erased(CaseEvent.Erased erased) {
        fits.erase(erased.id().id());
        sql.sql("delete from programme.attendance where enrolment_id in (select id from programme.enrolment where case_id = :case)").param("case", erased.id().id()).update();
        sql.sql("delete from programme.enrolment where case_id = :case").param("case", erased.id().id()).update();
    }

    public static String path(CaseId id) {
        return "/desk/cases/" + id.id() + "/programme";
    }
}
