package org.alongside.risk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alongside.access.Actor;
import org.alongside.access.WorkerId;
import org.alongside.casework.CaseEvent;
import org.alongside.casework.CaseId;
import org.alongside.instruments.Instruments;
import org.alongside.instruments.Response;
import org.alongside.instruments.ResponseId;
import org.alongside.risk.Assessment.SecondLook;
import org.alongside.shared.NotFound;
import org.alongside.shared.Seal;
import org.alongside.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Assessments in the database, their words sealed. */
@Component
public class AssessmentRows {
    private static final String REASON = "risk.assessment.reason", FEARS = "risk.assessment.fears_most", DRAFT = "risk.assessment.draft", LOOK = "risk.second_look.words";
    // Never typed by anyone: separates the parts of a sealed draft.
    private static final String PART = "\u001F";
    private final JdbcClient sql;
    private final Seal seal;
    private final Instruments instruments;
    private final Packs packs;

    AssessmentRows(JdbcClient sql, Seal seal, Instruments instruments, Packs packs) {
        this.sql = sql;
        this.seal = seal;
        this.instruments = instruments;
        this.packs = packs;
    }

    /** A second press of the same button waits for the first. */
    void oneAtATime(CaseId id) {
        sql.sql("select pg_advisory_xact_lock(hashtextextended(:case, 1))").param("case", id.id().toString()).query((row, number) -> 0).list();
    }

    void add(AssessmentId id, CaseId caseId, ResponseId response, @Nullable AssessmentId corrects, Actor.Worker me, Instant now) {
        sql.sql("insert into risk.assessment (id, case_id, response_id, status, corrects, begun_at, begun_by) values (:id, :case, :response, 'DRAFT', :corrects, :now, :me)")
                .param("id", id.id()).param("case", caseId.id()).param("response", response.id()).param("corrects", corrects == null ? null : corrects.id())
                .param("now", Times.at(now)).param("me", me.worker().id()).update();
    }

    public Optional<AssessmentId> draft(CaseId id) {
        return sql.sql("select id from risk.assessment where case_id = :case and status = 'DRAFT'").param("case", id.id()).query(UUID.class).optional().map(AssessmentId::new);
    }

    public ResponseId responseOf(AssessmentId id) {
        return sql.sql("select response_id from risk.assessment where id = :id").param("id", id.id()).query(UUID.class).optional().map(ResponseId::new).orElseThrow(() -> new NotFound("assessment", id.id()));
    }

    void keepDraft(AssessmentId id, DraftWords words) {
        String parts = String.join(PART, words.level(), words.reason().replace(PART, " "), words.fearsMost().replace(PART, " "), words.reviewDay(), words.reviewMonth(), words.reviewYear(), words.second());
        sql.sql("update risk.assessment set draft = :draft where id = :id and status = 'DRAFT'").param("draft", seal.close(parts, DRAFT, id.id())).param("id", id.id()).update();
    }

    public DraftWords draftWords(AssessmentId id) {
        String kept = seal.open(sql.sql("select draft from risk.assessment where id = :id").param("id", id.id()).query((row, number) -> row.getBytes("draft")).list().stream().filter(Objects::nonNull).findFirst().orElse(null), DRAFT, id.id());
        if (kept == null) return DraftWords.NONE;
        String[] parts = kept.split(PART, -1);
        return new DraftWords(parts[0], parts[1], parts[2], parts[3], parts[4], parts[5], parts[6]);
    }

    boolean isCorrection(AssessmentId id) {
        return sql.sql("select corrects is not null from risk.assessment where id = :id").param("id", id.id()).query(Boolean.class).single();
    }

    void finish(AssessmentId id, String fearsMost, Judgement judgement, Actor.Worker me, Instant now) {
        sql.sql("""
                update risk.assessment set status = 'DONE', draft = null, level = :level, reason = :reason, fears_most = :fears, review_on = :reviewOn, completed_at = :now, completed_by = :me
                 where id = :id and status = 'DRAFT'
                """)
                .param("level", judgement.level().name()).param("reason", seal.close(judgement.reason(), REASON, id.id()))
                .param("fears", seal.close(fearsMost.isEmpty() ? null : fearsMost, FEARS, id.id())).param("reviewOn", judgement.reviewOn())
                .param("now", Times.at(now)).param("me", me.worker().id()).param("id", id.id()).update();
        sql.sql("update risk.assessment set status = 'AMENDED' where id = (select corrects from risk.assessment where id = :id) and status = 'DONE'").param("id", id.id()).update();
    }

    /** Null when there are no words. */
    byte @Nullable [] sealWords(String words, AssessmentId id) {
        return seal.close(words.isBlank() ? null : words, LOOK, id.id());
    }

    private static final String FINISHED = """
            select a.id, a.case_id, a.response_id, a.status, a.level, a.reason, a.fears_most, a.review_on, a.completed_at, a.completed_by,
                   l.asked, l.from_level, l.because, l.due_at, l.agrees, l.words, l.looked_by, l.looked_at,
                   (select string_agg(p.id || ' ' || p.response_id || ' ' || p.key, ',' order by p.added_at, p.key) from risk.pack p where p.assessment_id = a.id) as packs
              from risk.assessment a left join risk.second_look l on l.assessment_id = a.id
            """;

    /** A finished assessment of the worker's own organisation and side; NotFound for any other. */
    public Assessment finished(AssessmentId id) {
        return read(" where a.id = :id and a.status <> 'DRAFT'", Map.of("id", id.id())).stream().findFirst().orElseThrow(() -> new NotFound("assessment", id.id()));
    }

    /** The finished assessments of a case, newest first, those that were put right included. */
    public List<Assessment> finished(CaseId id) {
        return read(" where a.case_id = :case and a.status <> 'DRAFT' order by a.completed_at desc limit 50", Map.of("case", id.id()));
    }

    /** What a case has: the finished assessments, newest first, and the draft that is open, if there is one. */
    public record All(Optional<AssessmentId> draft, List<Assessment> finished) {}

    /** As {@link #finished(CaseId)}, with the draft, in the same question. */
    public All all(CaseId id) {
        List<Row> rows = sql.sql(FINISHED + " where a.case_id = :case order by a.completed_at desc nulls first limit 50").param("case", id.id()).query(Row.class).list();
        return new All(rows.stream().filter(Row::isDraft).map(row -> new AssessmentId(row.id)).findFirst(), read(rows.stream().filter(row -> !row.isDraft()).toList()));
    }

    /** Finished assessments whose second look is still owed, the most urgent first. */
    public List<Due> owed() {
        return due(" where a.status = 'DONE' and l.agrees is null and l.assessment_id is not null order by l.due_at limit 500", Map.of());
    }

    /** The newest finished assessment of each of these cases. */
    public Map<CaseId, Due> newest(Collection<CaseId> cases) {
        return due(" where a.status = 'DONE' and a.case_id = any (:cases) order by a.completed_at", Map.of("cases", cases.stream().map(CaseId::id).toArray(UUID[]::new))).stream()
                .collect(Collectors.toMap(Due::caseId, Function.identity(), (older, newer) -> newer));
    }

    /** An assessment somebody should look at again, without what was answered. */
    public record Due(AssessmentId id, CaseId caseId, RiskLevel level, LocalDate reviewOn, WorkerId completedBy, @Nullable SecondLook secondLook) {}

    private List<Due> due(String which, Map<String, ?> given) {
        return sql.sql(FINISHED + which).params(given).query(Row.class).list().stream()
                .map(row -> new Due(new AssessmentId(row.id), new CaseId(row.caseId), row.level, row.reviewOn, new WorkerId(row.completedBy), look(row))).toList();
    }

    private record Row(UUID id, UUID caseId, UUID responseId, String status, RiskLevel level, byte[] reason, byte @Nullable [] fearsMost, LocalDate reviewOn, OffsetDateTime completedAt, UUID completedBy,
            @Nullable UUID asked, @Nullable RiskLevel fromLevel, @Nullable String because, @Nullable OffsetDateTime dueAt, @Nullable Boolean agrees, byte @Nullable [] words, @Nullable UUID lookedBy, @Nullable OffsetDateTime lookedAt, @Nullable String packs) {
        Stream<Asked> inPacks() {
            return packs == null ? Stream.empty() : Stream.of(packs.split(",")).map(one -> one.split(" ")).map(parts -> new Asked(UUID.fromString(parts[0]), new ResponseId(UUID.fromString(parts[1])), parts[2]));
        }

        boolean isDraft() {
            return status.equals("DRAFT");
        }
    }

    private record Asked(UUID id, ResponseId response, String key) {}

    @EventListener
    void erased(CaseEvent.Erased erased) {
        List<ResponseId> answered = sql.sql("select response_id from risk.assessment where case_id = :case").param("case", erased.id().id()).query(UUID.class).list().stream().map(ResponseId::new).collect(Collectors.toCollection(ArrayList::new));
        answered.addAll(packs.responses(erased.id()).toList());
        for (String table : List.of("risk.second_look", "risk.pack", "risk.assessment")) sql.sql("delete from " + table + " where case_id = :case").param("case", erased.id().id()).update();
        instruments.erase(answered);
    }

    private List<Assessment> read(String which, Map<String, ?> given) {
        return read(sql.sql(FINISHED + which).params(given).query(Row.class).list());
    }

    private List<Assessment> read(List<Row> rows) {
        Map<ResponseId, Response> answers = instruments.responses(rows.stream().flatMap(row -> Stream.concat(Stream.of(new ResponseId(row.responseId)), row.inPacks().map(Asked::response))).toList());
        return rows.stream().map(row -> {
            AssessmentId id = new AssessmentId(row.id);
            List<Pack> packs = row.inPacks().map(pack -> new Pack(pack.id, id, pack.key, Objects.requireNonNull(answers.get(pack.response)))).toList();
            return new Assessment(id, new CaseId(row.caseId), row.level, seal.openWords(row.reason, REASON, row.id), seal.openWords(row.fearsMost, FEARS, row.id), row.reviewOn,
                    row.completedAt.toInstant(), new WorkerId(row.completedBy), row.status.equals("AMENDED"), Objects.requireNonNull(answers.get(new ResponseId(row.responseId))), packs, look(row));
        }).toList();
    }

    private @Nullable SecondLook look(Row row) {
        if (row.asked == null || row.fromLevel == null || row.dueAt == null) return null;
        return new SecondLook(new WorkerId(row.lookedBy == null ? row.asked : row.lookedBy), row.fromLevel, "THRESHOLD".equals(row.because), row.dueAt.toInstant(), row.agrees, seal.openWords(row.words, LOOK, row.id), row.lookedAt == null ? null : row.lookedAt.toInstant());
    }
}
