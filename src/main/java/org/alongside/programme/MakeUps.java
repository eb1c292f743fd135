package org.alongside.programme;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.access.WorkerId;
import org.alongside.audit.AuditTrail;
import org.alongside.casework.CaseId;
import org.alongside.casework.Cases;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Seal;
import org.alongside.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Missed sessions that are made up: in another group that runs the same one, or one to one. For the partner's safety they stay missed. */
@Service
@Transactional
public class MakeUps {
    private static final String NOTE = "programme.made_up.note/";
    private static final int MOST = 20;
    private final Cohorts cohorts;
    private final Enrolments enrolments;
    private final Register register;
    private final Partners partners;
    private final Fits fits;
    private final Cases cases;
    private final AuditTrail audit;
    private final JdbcClient sql;
    private final Seal seal;
    private final Clock clock;

    MakeUps(Cohorts cohorts, Enrolments enrolments, Register register, Partners partners, Fits fits, Cases cases, AuditTrail audit, JdbcClient sql, Seal seal, Clock clock) {
        this.cohorts = cohorts;
        this.enrolments = enrolments;
        this.register = register;
        this.partners = partners;
        this.fits = fits;
        this.cases = cases;
        this.audit = audit;
        this.sql = sql;
        this.seal = seal;
        this.clock = clock;
    }

    /** Where the same session is held again. @param session of another group, to come */
    public record Chance(UUID session, UUID cohort, String group, String title, Instant startsAt) {}

    /** Sessions to come, in other groups, that are the same as one of these: of the same number in the same version of a programme, or of the same title. */
    @Transactional(readOnly = true)
    public List<Chance> chances(List<UUID> missed, Actor.Worker me) {
        Cohorts.mustBeHere(me);
        if (missed.isEmpty()) return List.of();
        return sql.sql("""
                select distinct s.id, s.cohort_id, c.name, s.title, s.starts_at
                  from programme.session m join programme.cohort was on was.id = m.cohort_id
                  join programme.session s on s.cohort_id <> m.cohort_id join programme.cohort c on c.id = s.cohort_id
                 where m.id = any (:missed) and s.organisation_id = access.organisation() and s.side = access.side() and s.starts_at > :now and s.called_off_at is null and c.ended_at is null
                   and (lower(s.title) = lower(m.title) or c.template_id = was.template_id and s.number = m.number) order by s.starts_at, s.id limit :most
                """).param("missed", missed.toArray(UUID[]::new)).param("now", Times.at(clock.instant())).param("most", MOST)
                .query((row, number) -> new Chance(row.getObject("id", UUID.class), row.getObject("cohort_id", UUID.class), row.getString("name"), row.getString("title"), Times.instant(row, "starts_at"))).list();
    }

    /** They come as a guest to that session of another group. RuleBroken when it is not the same session, or when somebody they must be kept apart from is there. */
    public void plan(CaseId caseId, UUID missed, UUID in, Actor.Worker me) {
        Register.Past past = missed(caseId, missed, me);
        Chance chance = chances(List.of(missed), me).stream().filter(one -> one.session().equals(in)).findFirst().orElseThrow(() -> new RuleBroken("programme.other-session", "Choose a session to come that is the same as the one they missed."));
        UUID enrolment = now(caseId).id();
        fits.mustNotMeet(caseId, chance.cohort());
        fits.mustNotMeetGuests(caseId, in);
        keep(past, enrolment, in, null, Times.day(chance.startsAt()), null, "", me);
    }

    /** It was made up one to one. @param with the facilitator */
    public void oneToOne(CaseId caseId, UUID missed, WorkerId with, LocalDate day, String note, Actor.Worker me) {
        Register.Past past = missed(caseId, missed, me);
        if (day.isAfter(Times.day(clock.instant())) || day.isBefore(Times.day(past.session().startsAt()))) throw new RuleBroken("programme.made-up-on", "Enter the day on which you met: after the session they missed, and not to come.");
        if (cohorts.facilitators(me).stream().noneMatch(one -> one.id().equals(with))) throw new RuleBroken("programme.facilitators", "Choose a facilitator of your side.");
        keep(past, now(caseId).id(), null, with, day, clock.instant(), note, me);
    }

    private void keep(Register.Past past, UUID enrolment, @Nullable UUID in, @Nullable WorkerId with, LocalDate day, @Nullable Instant done, String note, Actor.Worker me) {
        int kept = sql.sql("""
                insert into programme.made_up (session_id, enrolment_id, in_session_id, with_worker, on_day, done_at, note, written_by, written_at) values (:session, :enrolment, :in::uuid, :with::uuid, :day, :done::timestamptz, :note, :me, :now)
                on conflict (session_id, enrolment_id) do update set in_session_id = excluded.in_session_id, with_worker = excluded.with_worker, on_day = excluded.on_day, done_at = excluded.done_at, dropped_at = null, note = excluded.note, written_by = excluded.written_by, written_at = excluded.written_at
                 where programme.made_up.done_at is null
                """).param("session", past.session().id()).param("enrolment", enrolment).param("in", in == null ? null : in.toString()).param("with", with == null ? null : with.id().toString()).param("day", day).param("done", Times.atOrNull(done))
                .param("note", seal.closeWords(note, NOTE + enrolment, past.session().id())).param("me", me.worker().id()).param("now", Times.at(clock.instant())).update();
        if (kept == 0) throw new RuleBroken("programme.made-up", "It was made up already.");
        audit.changed("enrolment", enrolment, done == null ? "making up planned" : "made up");
    }

    private Register.Past missed(CaseId caseId, UUID session, Actor.Worker me) {
        partners.own(caseId, me);
        Register.Past past = register.past(now(caseId).id()).stream().filter(one -> one.session().id().equals(session)).findFirst().orElseThrow(() -> new NotFound("session", session));
        if (!past.mark().missed()) throw new RuleBroken("programme.not-missed", "They were there: nothing is to be made up.");
        return past;
    }

    private Enrolment now(CaseId caseId) {
        return enrolments.current(caseId).orElseThrow(() -> new NotFound("enrolment", caseId.id()));
    }

    /** Somebody of another group who makes up a session here. @param missed which of theirs */
    public record Guest(UUID enrolment, CaseId caseId, UUID missed, boolean came) {}

    /** Not audited: the page is. */
    @Transactional(readOnly = true)
    public List<Guest> guests(UUID session) {
        return sql.sql("select m.enrolment_id, m.session_id, m.done_at is not null as came, e.case_id from programme.made_up m join programme.enrolment e on e.id = m.enrolment_id where m.in_session_id = :session and m.dropped_at is null").param("session", session)
                .query((row, number) -> new Guest(row.getObject("enrolment_id", UUID.class), new CaseId(row.getObject("case_id", UUID.class)), row.getObject("session_id", UUID.class), row.getBoolean("came"))).list();
    }

    /** The guests who came, marked by whoever led. Nobody else is told: what they missed they missed. RuleBroken before the session begins. */
    public void came(UUID cohort, UUID sessionId, List<UUID> enrolled, Actor.Worker me) {
        Cohorts.Session session = register.session(cohort, sessionId, me);
        if (session.startsAt().isAfter(clock.instant())) throw new RuleBroken("programme.ahead", "This session has not begun yet.");
        List<Guest> guests = guests(sessionId);
        var there = cases.facts(guests.stream().map(Guest::caseId).toList());
        for (UUID enrolment : enrolled) {
            // Safety: somebody who is no guest here, or whom this worker is kept apart from, is not in this register.
            Guest guest = guests.stream().filter(one -> one.enrolment().equals(enrolment) && there.containsKey(one.caseId())).findFirst().orElseThrow(() -> new NotFound("enrolment", enrolment));
            sql.sql("update programme.made_up set done_at = :now, on_day = :day, written_by = :me, written_at = :now where enrolment_id = :enrolment and session_id = :missed and done_at is null").param("now", Times.at(clock.instant())).param("day", Times.day(session.startsAt()))
                    .param("me", me.worker().id()).param("enrolment", enrolment).param("missed", guest.missed()).update();
            audit.changed("enrolment", enrolment, "made up");
        }
    }
}
