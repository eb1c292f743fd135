package org.alongside.programme;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.access.WorkerId;
import org.alongside.audit.AuditTrail;
import org.alongside.casework.CaseEvent;
import org.alongside.casework.CaseId;
import org.alongside.casework.Cases;
import org.alongside.casework.MomentKind;
import org.alongside.casework.TimelineEntry;
import org.alongside.instruments.AnswerSheet;
import org.alongside.instruments.Instrument;
import org.alongside.instruments.Instruments;
import org.alongside.instruments.Response;
import org.alongside.instruments.ResponseId;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The question sets asked of a participant. A draft changes; what is finished stands, and is asked again rather than changed. */
@Service
@Transactional
public class Sheets {
    /** Whether a programme suits them, danger first. */
    public static final String SUITABILITY = "programme-suitability";
    /** The plan they leave with. */
    public static final String LEAVING = "staying-safe-with";
    private static final int MOST = 50;
    private final Cases cases;
    private final Partners partners;
    private final Instruments instruments;
    private final AuditTrail audit;
    private final JdbcClient sql;
    private final Clock clock;

    Sheets(Cases cases, Partners partners, Instruments instruments, AuditTrail audit, JdbcClient sql, Clock clock) {
        this.cases = cases;
        this.partners = partners;
        this.instruments = instruments;
        this.audit = audit;
        this.sql = sql;
        this.clock = clock;
    }

    /** Begins a sheet, or finds the draft of the same set. */
    public UUID begin(CaseId caseId, String key, Actor.Worker me) {
        partners.own(caseId, me);
        if (!key.equals(SUITABILITY) && !key.equals(LEAVING)) throw new NotFound();
        sql.sql("select pg_advisory_xact_lock(hashtextextended(:case || :key, 6))").param("case", caseId.id().toString()).param("key", key).query((row, number) -> 0).list();
        Optional<UUID> begun = sql.sql("select id from programme.sheet where case_id = :case and key = :key and done_at is null").param("case", caseId.id()).param("key", key).query(UUID.class).optional();
        if (begun.isPresent()) return begun.get();
        UUID id = UUID.randomUUID();
        sql.sql("insert into programme.sheet (id, case_id, response_id, key, begun_by, begun_at) values (:id, :case, :response, :key, :me, :now)").param("id", id).param("case", caseId.id()).param("response", instruments.begin(key, id).id())
                .param("key", key).param("me", me.worker().id()).param("now", Times.at(clock.instant())).update();
        audit.changed("sheet", id, "begun");
        return id;
    }

    /** Keeps a draft as it stands. @return the new revision. Throws SavedMeanwhile when somebody saved after {@code revision}. */
    public int save(CaseId caseId, UUID id, int revision, AnswerSheet sheet, Actor.Worker me) {
        partners.own(caseId, me);
        return instruments.save(draft(caseId, id).answers().id(), revision, sheet);
    }

    /** Finishes a draft. What cannot be read is refused. */
    public void finish(CaseId caseId, UUID id, int revision, AnswerSheet sheet, Actor.Worker me) {
        partners.own(caseId, me);
        Sheet draft = draft(caseId, id);
        instruments.save(draft.answers().id(), revision, sheet);
        instruments.finish(draft.answers().id());
        sql.sql("update programme.sheet set done_by = :me, done_at = :now where id = :id").param("me", me.worker().id()).param("now", Times.at(clock.instant())).param("id", id).update();
        cases.tell(caseId, new TimelineEntry(MomentKind.PROGRAMME, clock.instant(), me.worker(), draft.instrument().title(), path(caseId) + "/" + id));
        audit.changed("sheet", id, "finished");
    }

    private Sheet draft(CaseId caseId, UUID id) {
        Sheet sheet = one(caseId, id);
        if (!sheet.isDraft()) throw new RuleBroken("programme.sheet-done", "This is finished already. Ask again instead.");
        return sheet;
    }

    private record Row(UUID id, UUID responseId, String key, UUID begunBy, OffsetDateTime begunAt, @Nullable OffsetDateTime doneAt) {}

    /** The newest first. Not audited: the page is. */
    @Transactional(readOnly = true)
    public List<Sheet> of(CaseId caseId) {
        List<Row> rows = sql.sql("select id, response_id, key, begun_by, begun_at, done_at from programme.sheet where case_id = :case order by begun_at desc, id limit :most").param("case", caseId.id()).param("most", MOST).query(Row.class).list();
        Map<ResponseId, Response> answers = instruments.responses(rows.stream().map(row -> new ResponseId(row.responseId)).toList());
        return rows.stream().map(row -> new Sheet(row.id, row.key, Objects.requireNonNull(answers.get(new ResponseId(row.responseId))), new WorkerId(row.begunBy), row.begunAt.toInstant(), row.doneAt == null ? null : row.doneAt.toInstant())).toList();
    }

    /** Which sheets there are and what was decided after them, without what was answered and why; the newest first. */
    @Transactional(readOnly = true)
    public List<Heading> headings(CaseId caseId) {
        return sql.sql("""
                select s.id, s.key, s.done_at is null as draft, s.begun_at, u.decision, u.asks_second, u.decided_by, u.decided_at, u.agreed_by
                  from programme.sheet s left join programme.suitability u on u.sheet_id = s.id where s.case_id = :case order by s.begun_at desc, s.id limit :most
                """).param("case", caseId.id()).param("most", MOST).query((row, number) -> {
            UUID id = row.getObject("id", UUID.class), agreed = row.getObject("agreed_by", UUID.class);
            String decision = row.getString("decision");
            Suitability suits = decision == null ? null : new Suitability(id, Decision.valueOf(decision), "", row.getBoolean("asks_second"), new WorkerId(row.getObject("decided_by", UUID.class)), Times.instant(row, "decided_at"), agreed == null ? null : new WorkerId(agreed));
            return new Heading(id, instruments.current(row.getString("key")), row.getBoolean("draft"), Times.instant(row, "begun_at"), suits);
        }).list();
    }

    /** @param suits what was decided after it, without the reason; null for a plan, and while nobody has decided */
    public record Heading(UUID id, Instrument instrument, boolean draft, Instant begunAt, @Nullable Suitability suits) {}

    /** NotFound when this case has no such sheet for whoever asks. */
    @Transactional(readOnly = true)
    public Sheet one(CaseId caseId, UUID id) {
        return of(caseId).stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow(() -> new NotFound("sheet", id));
    }

    /** Whether this set was finished after that moment. */
    boolean done(CaseId caseId, String key, Instant since) {
        return sql.sql("select exists (select from programme.sheet where case_id = :case and key = :key and done_at >= :since)").param("case", caseId.id()).param("key", key).param("since", Times.at(since)).query(Boolean.class).single();
    }

    @EventListener
    void erased(CaseEvent.Erased erased) {
        sql.sql("delete from programme.suitability where case_id = :case").param("case", erased.id().id()).update();
        instruments.erase(sql.sql("delete from programme.sheet where case_id = :case returning response_id").param("case", erased.id().id()).query(UUID.class).list().stream().map(ResponseId::new).toList());
    }

    public static String path(CaseId id) {
        return Enrolments.path(id) + "/sheets";
    }
}
