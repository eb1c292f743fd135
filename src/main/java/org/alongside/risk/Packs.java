package org.alongside.risk;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alongside.access.Actor;
import org.alongside.casework.CaseId;
import org.alongside.casework.Cases;
import org.alongside.instruments.AnswerSheet;
import org.alongside.instruments.Instrument;
import org.alongside.instruments.InstrumentKind;
import org.alongside.instruments.Instruments;
import org.alongside.instruments.Response;
import org.alongside.instruments.ResponseId;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The sets of questions asked beside the safety assessment: a service's licensed checklist, the severity of each kind of harm, who does what to whom. */
@Service
@Transactional
public class Packs {
    private final Cases cases;
    private final Instruments instruments;
    private final JdbcClient sql;
    private final Clock clock;

    Packs(Cases cases, Instruments instruments, JdbcClient sql, Clock clock) {
        this.cases = cases;
        this.instruments = instruments;
        this.sql = sql;
        this.clock = clock;
    }

    private record Row(UUID id, UUID assessmentId, UUID responseId, String key) {}

    /** What may be asked beside the safety assessment. */
    @Transactional(readOnly = true)
    public List<Instrument> offered() {
        return instruments.inUse(InstrumentKind.RISK, InstrumentKind.WHO_DOES_WHAT).stream().filter(one -> !one.key().equals(RiskAssessments.INSTRUMENT)).toList();
    }

    /** The packs of one assessment, in the order they were added. */
    @Transactional(readOnly = true)
    public List<Pack> of(AssessmentId id) {
        return of(List.of(id)).getOrDefault(id, List.of());
    }

    /** The packs of several assessments, in three queries however many. */
    @Transactional(readOnly = true)
    public Map<AssessmentId, List<Pack>> of(Collection<AssessmentId> ids) {
        if (ids.isEmpty()) return Map.of();
        List<Row> rows = sql.sql("select id, assessment_id, response_id, key from risk.pack where assessment_id = any (:ids) order by added_at, key").param("ids", ids.stream().map(AssessmentId::id).toArray(UUID[]::new)).query(Row.class).list();
        Map<ResponseId, Response> answers = instruments.responses(rows.stream().map(row -> new ResponseId(row.responseId)).toList());
        return rows.stream().map(row -> new Pack(row.id, new AssessmentId(row.assessmentId), row.key, Objects.requireNonNull(answers.get(new ResponseId(row.responseId))))).collect(Collectors.groupingBy(Pack::assessment));
    }

    /** Adds a set to the draft, or finds it there. NotFound for a set that is not offered. */
    UUID add(CaseId caseId, AssessmentId draft, String key, Actor.Worker me) {
        RiskRoles.mustAssess(cases, caseId, me);
        Optional<UUID> there = of(draft).stream().filter(pack -> pack.key().equals(key)).map(Pack::id).findFirst();
        if (there.isPresent()) return there.get();
        if (offered().stream().noneMatch(one -> one.key().equals(key))) throw new NotFound();
        return put(caseId, draft, key, instruments.begin(key, draft.id()), me);
    }

    /** Takes the packs of a finished assessment over into the draft that puts something right in it. */
    void carryOver(CaseId caseId, AssessmentId done, AssessmentId draft, Actor.Worker me) {
        of(done).forEach(pack -> put(caseId, draft, pack.key(), instruments.amend(pack.answers().id()), me));
    }

    private UUID put(CaseId caseId, AssessmentId assessment, String key, ResponseId response, Actor.Worker me) {
        UUID id = UUID.randomUUID();
        sql.sql("insert into risk.pack (id, case_id, assessment_id, response_id, key, added_by, added_at) values (:id, :case, :assessment, :response, :key, :me, :now)")
                .param("id", id).param("case", caseId.id()).param("assessment", assessment.id()).param("response", response.id()).param("key", key).param("me", me.worker().id()).param("now", Times.at(clock.instant())).update();
        return id;
    }

    /** Keeps a draft as it stands. @return the new revision. Throws SavedMeanwhile when somebody saved after {@code revision}. */
    public int save(CaseId caseId, UUID id, int revision, AnswerSheet sheet, Actor.Worker me) {
        RiskRoles.mustAssess(cases, caseId, me);
        return instruments.save(one(caseId, id).answers().id(), revision, sheet);
    }

    /** A pack of this case; NotFound for any other. */
    @Transactional(readOnly = true)
    public Pack one(CaseId caseId, UUID id) {
        UUID assessment = sql.sql("select assessment_id from risk.pack where id = :id and case_id = :case").param("id", id).param("case", caseId.id()).query(UUID.class).optional().orElseThrow(() -> new NotFound("pack", id));
        return of(new AssessmentId(assessment)).stream().filter(pack -> pack.id().equals(id)).findFirst().orElseThrow(() -> new NotFound("pack", id));
    }

    /** Finishes the packs of a draft as they stand. */
    void finish(AssessmentId draft) {
        for (Pack pack : of(draft)) {
            try {
                instruments.finish(pack.answers().id());
            } catch (RuleBroken unreadable) {
                throw new RuleBroken("risk.pack", "In “" + pack.instrument().title() + "” an answer cannot be read. Open it and put it right.");
            }
        }
    }

    Stream<ResponseId> responses(CaseId caseId) {
        return sql.sql("select response_id from risk.pack where case_id = :case").param("case", caseId.id()).query(UUID.class).list().stream().map(ResponseId::new);
    }
}
