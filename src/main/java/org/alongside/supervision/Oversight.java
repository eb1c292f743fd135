package org.alongside.supervision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.access.WorkerId;
import org.alongside.audit.AuditTrail;
import org.alongside.casework.CaseEvent;
import org.alongside.casework.CaseId;
import org.alongside.casework.Cases;
import org.alongside.casework.MomentKind;
import org.alongside.casework.TimelineEntry;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Seal;
import org.alongside.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What managers decide about cases: by themselves, in supervision, or because a worker asked. */
@Service
@Transactional
public class Oversight {
    private static final String WORDS = "supervision.decision.words", ASKED = "supervision.approval.words", SAID = "supervision.approval.answer_words";
    private static final int MOST = 200;
    private final Cases cases;
    private final Meetings meetings;
    private final AuditTrail audit;
    private final JdbcClient sql;
    private final Seal seal;
    private final Clock clock;

    Oversight(Cases cases, Meetings meetings, AuditTrail audit, JdbcClient sql, Seal seal, Clock clock) {
        this.cases = cases;
        this.meetings = meetings;
        this.audit = audit;
        this.sql = sql;
        this.seal = seal;
        this.clock = clock;
    }

    /** @param inSupervision whether it was decided while worker and supervisor met */
    public record Decision(UUID id, CaseId caseId, String words, WorkerId by, Instant at, boolean inSupervision) {}

    /** @param id made with the form, so that a second press finds the first @param meeting the notes it was decided in, which are still being written; null for none */
    public void decide(CaseId caseId, UUID id, @Nullable UUID meeting, String words, Actor.Worker me) {
        me.mustBe(Meetings.ROLES);
        cases.mustBeOpenFor(caseId, me);
        if (meeting != null) {
            Meeting held = meetings.one(meeting);
            if (!held.isHeldBy(me)) throw new NotFound("supervision", meeting);
            if (!held.isDraft()) throw new RuleBroken("supervision.shared", "These notes are shared, so they stand as they are. Write it on the case’s own page.");
        }
        int made = sql.sql("insert into supervision.decision (id, case_id, meeting_id, words, decided_by, decided_at) values (:id, :case, :meeting, :words, :me, :now) on conflict (id) do nothing").param("id", id).param("case", caseId.id())
                .param("meeting", meeting).param("words", seal.close(words, WORDS, id)).param("me", me.worker().id()).param("now", Times.at(clock.instant())).update();
        if (made == 0) return;
        tell(caseId, me, meeting == null ? "Decided by a manager" : "Decided in supervision");
        audit.changed("case", caseId.id(), "decided about");
    }

    /** The newest first. Not audited: the page is. */
    @Transactional(readOnly = true)
    public List<Decision> decisions(CaseId caseId) {
        return sql.sql("select * from supervision.decision where case_id = :case order by decided_at desc, id limit :most").param("case", caseId.id()).param("most", MOST).query(this::decision).list();
    }

    /** Those of one meeting, in the order they were made. A case that is not there for whoever asks is to be left out: ask for its facts. */
    @Transactional(readOnly = true)
    public List<Decision> decisionsIn(UUID meeting) {
        return sql.sql("select * from supervision.decision where meeting_id = :meeting order by decided_at, id limit :most").param("meeting", meeting).param("most", MOST).query(this::decision).list();
    }

    private Decision decision(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new Decision(id, new CaseId(row.getObject("case_id", UUID.class)), seal.openWords(row.getBytes("words"), WORDS, id), new WorkerId(row.getObject("decided_by", UUID.class)), row.getObject("decided_at", OffsetDateTime.class).toInstant(),
                row.getObject("meeting_id") != null);
    }

    /** Asks a manager to look at something and agree. Nothing is held up by it. @param id made with the form, so that a second press finds the first */
    public void ask(CaseId caseId, UUID id, About about, String words, Actor.Worker me) {
        cases.mustBeOpenFor(caseId, me);
        int asked = sql.sql("insert into supervision.approval (id, case_id, about, words, asked_by, asked_at) values (:id, :case, :about, :words, :me, :now) on conflict (id) do nothing").param("id", id).param("case", caseId.id())
                .param("about", about.name()).param("words", seal.close(words, ASKED, id)).param("me", me.worker().id()).param("now", Times.at(clock.instant())).update();
        if (asked == 0) return;
        tell(caseId, me, "Asked a manager about " + about.words().toLowerCase(Locale.UK));
        audit.changed("case", caseId.id(), "approval asked for");
    }

    /** NotFound when there is none for whoever asks; RuleBroken for one's own, one that was answered, and "not yet" without a word why. */
    public void answer(UUID id, Answer answer, String words, Actor.Worker me) {
        me.mustBe(Meetings.ROLES);
        Approval approval = one(id);
        cases.facts(approval.caseId());
        if (approval.said() != null) throw new RuleBroken("supervision.answered", "This was answered already.");
        // Safety: nobody agrees to their own work.
        if (approval.askedBy().equals(me.worker())) throw new RuleBroken("supervision.own", "You asked this yourself: another manager answers.");
        if (answer == Answer.NOT_YET && words.isBlank()) throw new RuleBroken("supervision.why", "Say what is missing.");
        sql.sql("update supervision.approval set answer = :answer, answer_words = :words, answered_by = :me, answered_at = :now where id = :id and answer is null").param("answer", answer.name())
                .param("words", seal.closeWords(words, SAID, id)).param("me", me.worker().id()).param("now", Times.at(clock.instant())).param("id", id).update();
        tell(approval.caseId(), me, answer.words() + ": " + approval.about().words().toLowerCase(Locale.UK));
        audit.changed("case", approval.caseId().id(), "approval answered: " + answer);
    }

    private void tell(CaseId caseId, Actor.Worker me, String headline) {
        cases.tell(caseId, new TimelineEntry(MomentKind.SUPERVISION, clock.instant(), me.worker(), headline, path(caseId)));
    }

    /** The newest first. Not audited: the page is. */
    @Transactional(readOnly = true)
    public List<Approval> approvals(CaseId caseId) {
        return sql.sql("select * from supervision.approval where case_id = :case order by asked_at desc, id limit :most").param("case", caseId.id()).param("most", MOST).query(this::approval).list();
    }

    /** Those that nobody answered, the oldest first. Ask for the facts of their cases before showing them. */
    @Transactional(readOnly = true)
    public List<Approval> open() {
        return sql.sql("select * from supervision.approval where organisation_id = access.organisation() and side = access.side() and answer is null order by asked_at, id limit :most").param("most", MOST).query(this::approval).list();
    }

    /** NotFound when there is none for whoever asks. */
    @Transactional(readOnly = true)
    public Approval one(UUID id) {
        return sql.sql("select * from supervision.approval where id = :id").param("id", id).query(this::approval).optional().orElseThrow(() -> new NotFound("approval", id));
    }

    private Approval approval(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        String answer = row.getString("answer");
        Approval.Said said = answer == null ? null : new Approval.Said(Answer.valueOf(answer), seal.openWords(row.getBytes("answer_words"), SAID, id), new WorkerId(row.getObject("answered_by", UUID.class)), row.getObject("answered_at", OffsetDateTime.class).toInstant());
        return new Approval(id, new CaseId(row.getObject("case_id", UUID.class)), About.valueOf(row.getString("about")), seal.openWords(row.getBytes("words"), ASKED, id), new WorkerId(row.getObject("asked_by", UUID.class)),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(), said);
    }

    @EventListener
    void erased(CaseEvent.Erased erased) {
        sql.sql("delete from supervision.decision where case_id = :case").param("case", erased.id().id()).update();
        sql.sql("delete from supervision.approval where case_id = :case").param("case", erased.id().id()).update();
    }

    public static String path(CaseId id) {
        return "/desk/cases/" + id.id() + "/oversight";
    }
}
