package org.alongside.programme;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.alongside.access.Actor;
import org.alongside.audit.AuditTrail;
import org.alongside.casework.CaseFacts;
import org.alongside.casework.CaseId;
import org.alongside.casework.Cases;
import org.alongside.crossing.Crossing;
import org.alongside.crossing.Crossings;
import org.alongside.crossing.Crossing.Came;
import org.alongside.crossing.Crossing.Direction;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Seal;
import org.alongside.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of a session: who came, how they took part, and what worries the facilitators. In the same transaction those beside each partner are told. */
@Service
@Transactional
public class Register {
    private static final String NOTE = "programme.attendance.note/", CONCERN = "programme.attendance.concern/";
    private final Cohorts cohorts;
    private final Enrolments enrolments;
    private final Partners partners;
    private final Crossings crossings;
    private final Cases cases;
    private final AuditTrail audit;
    private final JdbcClient sql;
    private final Seal seal;
    private final Clock clock;

    Register(Cohorts cohorts, Enrolments enrolments, Partners partners, Crossings crossings, Cases cases, AuditTrail audit, JdbcClient sql, Seal seal, Clock clock) {
        this.cohorts = cohorts;
        this.enrolments = enrolments;
        this.partners = partners;
        this.crossings = crossings;
        this.cases = cases;
        this.audit = audit;
        this.sql = sql;
        this.seal = seal;
        this.clock = clock;
    }

    /** One line of the register. @param mark null while nobody marked it */
    public record Line(UUID enrolment, CaseId caseId, @Nullable Mark mark, @Nullable Engagement engagement, String note, String concern) {}

    /** What was marked for one participant. @param concern goes to partner support as more danger; empty when there is none */
    public record Marked(UUID enrolment, Mark mark, @Nullable Engagement engagement, String note, String concern) {}

    /** Those who take part or are suspended, and whoever was marked before. Not audited: the page is. */
    @Transactional(readOnly = true)
    public List<Line> of(Cohorts.Session session) {
        Map<UUID, Line> marked = new HashMap<>();
        sql.sql("select a.*, e.case_id from programme.attendance a join programme.enrolment e on e.id = a.enrolment_id where a.session_id = :id").param("id", session.id()).query((row, number) -> {
            UUID enrolment = row.getObject("enrolment_id", UUID.class);
            return new Line(enrolment, new CaseId(row.getObject("case_id", UUID.class)), Mark.valueOf(row.getString("mark")), row.getString("engagement") == null ? null : Engagement.valueOf(row.getString("engagement")), seal.openWords(row.getBytes("note"), NOTE + enrolment, session.id()), seal.openWords(row.getBytes("concern"), CONCERN + enrolment, session.id()));
        }).list().forEach(line -> marked.put(line.enrolment, line));
        enrolments.in(session.cohort()).stream().filter(one -> one.status() == Status.STARTED || one.status() == Status.SUSPENDED).forEach(one -> marked.putIfAbsent(one.id(), new Line(one.id(), one.caseId(), null, null, "", "")));
        return List.copyOf(marked.values());
    }

    /** NotFound when the group has no such session for whoever asks. */
    @Transactional(readOnly = true)
    public Cohorts.Session session(UUID cohort, UUID session, Actor.Worker me) {
        return session(cohorts.one(cohort, me), session);
    }

    /** As {@link #session(UUID, UUID, Actor.Worker)}, for whoever has the group in hand already. */
    @Transactional(readOnly = true)
    public Cohorts.Session session(Cohort cohort, UUID session) {
        return cohorts.sessions(cohort.id()).stream().filter(one -> one.id().equals(session)).findFirst().orElseThrow(() -> new NotFound("session", session));
    }

    /** Marks the register; what is marked again as it was tells nobody anew. RuleBroken before the session begins. */
    public void mark(UUID cohort, UUID sessionId, List<Marked> marks, Actor.Worker me) {
        Cohorts.Session session = session(cohort, sessionId, me);
        if (session.startsAt().isAfter(clock.instant())) throw new RuleBroken("programme.ahead", "This session has not begun yet.");
        if (session.calledOff()) throw new RuleBroken("programme.called-off", "This session was called off: nobody missed it.");
        Map<UUID, Line> before = of(session).stream().collect(Collectors.toMap(Line::enrolment, line -> line));
        Map<CaseId, CaseFacts> there = cases.facts(before.values().stream().map(Line::caseId).toList());
        Map<CaseId, List<UUID>> pairs = partners.pairs(there.keySet());
        for (Marked marked : marks) {
            Line line = before.get(marked.enrolment());
            // Safety: somebody of another group, or whom this worker is kept apart from, is not in this register.
            if (line == null || !there.containsKey(line.caseId())) throw new NotFound("enrolment", marked.enrolment());
            keep(session, marked, me);
            tell(session, line, marked, pairs.getOrDefault(line.caseId(), List.of()), me);
        }
        audit.changed("session", sessionId, "register marked");
    }

    private void keep(Cohorts.Session session, Marked marked, Actor.Worker me) {
        sql.sql("""
                insert into programme.attendance (session_id, enrolment_id, mark, engagement, note, concern, marked_by, marked_at) values (:session, :enrolment, :mark, :engagement, :note, :concern, :me, :now)
                on conflict (session_id, enrolment_id) do update set mark = excluded.mark, engagement = excluded.engagement, note = excluded.note, concern = excluded.concern, marked_by = excluded.marked_by, marked_at = excluded.marked_at
                """).param("session", session.id()).param("enrolment", marked.enrolment()).param("mark", marked.mark().name()).param("engagement", marked.engagement() == null ? null : marked.engagement().name())
                .param("note", seal.closeWords(marked.note(), NOTE + marked.enrolment(), session.id())).param("concern", seal.closeWords(marked.concern(), CONCERN + marked.enrolment(), session.id())).param("me", me.worker().id()).param("now", Times.at(clock.instant())).update();
    }

    private void tell(Cohorts.Session session, Line before, Marked marked, List<UUID> pairs, Actor.Worker me) {
        LocalDate day = Times.day(session.startsAt());
        boolean missed = marked.mark().missed();
        if (before.mark() == null || before.mark().missed() != missed) pairs.forEach(pair -> crossings.tell(new Crossing.Attendance(pair, day, missed ? Came.MISSED : Came.CAME), me));
        if (!marked.concern().isBlank() && !marked.concern().equals(before.concern())) partners.worry(before.caseId(), pairs, Direction.UP, marked.concern(), me);
    }

    /** How one participant was at each session so far, the oldest first. @param madeUpOn when they made up for having missed it; null where they did not @param toBeMadeUpOn when they are to */
    public record Past(Cohorts.Session session, Mark mark, @Nullable LocalDate madeUpOn, @Nullable LocalDate toBeMadeUpOn) {
        /** They were there, or made up for it. For the partner's safety a missed session stays one. */
        public boolean done() {
            return !mark.missed() || madeUpOn != null;
        }
    }

    @Transactional(readOnly = true)
    public List<Past> past(UUID enrolment) {
        return sql.sql("select " + Cohorts.SESSION + ", a.mark, m.on_day, m.done_at is not null as made_up from programme.attendance a join programme.session s on s.id = a.session_id left join programme.made_up m on m.session_id = a.session_id and m.enrolment_id = a.enrolment_id and m.dropped_at is null where a.enrolment_id = :id order by s.starts_at")
                .param("id", enrolment).query((row, number) -> {
                    LocalDate on = row.getObject("on_day", LocalDate.class);
                    return new Past(cohorts.session(row, number), Mark.valueOf(row.getString("mark")), row.getBoolean("made_up") ? on : null, row.getBoolean("made_up") ? null : on);
                }).list();
    }
}
