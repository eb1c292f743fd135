package org.alongside.risk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.access.WorkerId;
import org.alongside.audit.AuditTrail;
import org.alongside.casework.CaseId;
import org.alongside.casework.Cases;
import org.alongside.casework.MomentKind;
import org.alongside.casework.TimelineEntry;
import org.alongside.instruments.AnswerSheet;
import org.alongside.instruments.Instruments;
import org.alongside.instruments.ResponseId;
import org.alongside.messages.Messages;
import org.alongside.organisations.Colleague;
import org.alongside.organisations.Organisations;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The safety assessments of a case: one draft at a time, finished ones never changed. */
@Service
@Transactional
public class RiskAssessments {
    /** The questions asked. */
    public static final String INSTRUMENT = "safety-assessment";
    /** How long a colleague has to look at a level that went down. Source: DESIGN S13. */
    public static final Duration SECOND_LOOK = Duration.ofHours(24);
    private final Cases cases;
    private final Instruments instruments;
    private final Organisations organisations;
    private final Messages messages;
    private final AssessmentRows rows;
    private final Triggers triggers;
    private final Packs packs;
    private final Levels levels;
    private final AuditTrail audit;
    private final JdbcClient sql;
    private final Clock clock;

    RiskAssessments(Cases cases, Instruments instruments, Organisations organisations, Messages messages, AssessmentRows rows, Triggers triggers, Packs packs, Levels levels, AuditTrail audit, JdbcClient sql, Clock clock) {
        this.cases = cases;
        this.instruments = instruments;
        this.organisations = organisations;
        this.messages = messages;
        this.rows = rows;
        this.triggers = triggers;
        this.packs = packs;
        this.levels = levels;
        this.audit = audit;
        this.sql = sql;
        this.clock = clock;
    }

    /** Begins an assessment, or finds the draft that is already begun. Questions start empty: old answers are not today's. */
    public AssessmentId begin(CaseId id, Actor.Worker me) {
        RiskRoles.mustAssess(cases, id, me);
        rows.oneAtATime(id);
        Optional<AssessmentId> already = rows.draft(id);
        if (already.isPresent()) return already.get();
        AssessmentId assessment = new AssessmentId(UUID.randomUUID());
        rows.add(assessment, id, instruments.begin(INSTRUMENT, assessment.id()), null, me, clock.instant());
        audit.changed("assessment", assessment.id(), "assessment begun");
        return assessment;
    }

    /** Begins putting something right in a finished assessment: a new draft with its answers and words; the old one stays readable. */
    public AssessmentId correct(AssessmentId done, Actor.Worker me) {
        Assessment before = rows.finished(done);
        RiskRoles.mustAssess(cases, before.caseId(), me);
        if (rows.draft(before.caseId()).isPresent()) throw new RuleBroken("risk.draft-open", "There is an assessment that is not finished yet. Finish it first.");
        if (before.corrected()) throw new RuleBroken("risk.already-corrected", "This assessment was already put right by a later one.");
        AssessmentId assessment = new AssessmentId(UUID.randomUUID());
        rows.add(assessment, before.caseId(), instruments.amend(before.answers().id()), done, me, clock.instant());
        LocalDate on = before.reviewOn();
        packs.carryOver(before.caseId(), done, assessment, me);
        rows.keepDraft(assessment, new DraftWords(before.level().name(), before.reason(), before.fearsMost(), "" + on.getDayOfMonth(), "" + on.getMonthValue(), "" + on.getYear(), ""));
        audit.changed("assessment", assessment.id(), "correction begun");
        return assessment;
    }

    /** Adds another set of questions to the draft, or finds it there. */
    public UUID ask(CaseId id, String key, Actor.Worker me) {
        return packs.add(id, rows.draft(id).orElseThrow(RiskAssessments::alreadyFinished), key, me);
    }

    /** Keeps a draft as it stands. @return the new revision. Throws SavedMeanwhile when somebody saved after {@code revision}. */
    public int save(CaseId id, int revision, AnswerSheet sheet, DraftWords words, Actor.Worker me) {
        RiskRoles.mustAssess(cases, id, me);
        AssessmentId draft = rows.draft(id).orElseThrow(RiskAssessments::alreadyFinished);
        int saved = instruments.save(rows.responseOf(draft), revision, sheet);
        rows.keepDraft(draft, words);
        return saved;
    }

    /** Finishes the draft with the worker's judgement. A level lower than the last needs a colleague who looks at it within a day; it goes ahead meanwhile. */
    public AssessmentId complete(CaseId id, int revision, AnswerSheet sheet, String fearsMost, Judgement judgement, Actor.Worker me) {
        RiskRoles.mustAssess(cases, id, me);
        AssessmentId draft = rows.draft(id).orElseThrow(RiskAssessments::alreadyFinished);
        ResponseId response = rows.responseOf(draft);
        if (judgement.reason().isBlank()) throw new RuleBroken("risk.no-reason", "Say why you chose this level.");
        Floor floor = floor(id);
        boolean lowers = floor.isAbove(judgement.level());
        // Safety: danger is not talked down by one person alone, and nobody is held up by the second.
        if (lowers && !maySecond(judgement.second(), me)) throw new RuleBroken("risk.no-second", "Choose a colleague who will look at the lower level within 24 hours.");
        instruments.save(response, revision, sheet);
        instruments.finish(response);
        packs.finish(draft);
        Instant now = clock.instant();
        rows.finish(draft, fearsMost, judgement, me, now);
        // Safety: putting a word right in an old assessment is not another look at what happened since.
        if (!rows.isCorrection(draft)) triggers.answered(id, now);
        if (lowers) askSecond(draft, id, floor, judgement.level(), judgement.second(), me, now);
        cases.tell(id, new TimelineEntry(MomentKind.ASSESSMENT, now, me.worker(), "Safety assessment: " + judgement.level().words().toLowerCase(java.util.Locale.UK) + " level" + (lowers ? ", a second person will look" : ""),
                path(id) + "/" + draft.id(), judgement.reviewOn()));
        levels.stands(id, judgement.level());
        audit.changed("assessment", draft.id(), "assessment finished");
        return draft;
    }

    /** Below which level nobody goes alone. @param standing the level that stands, {@code asked} what the thresholds of the draft's checklists ask for; null when there is none */
    public record Floor(@Nullable RiskLevel standing, @Nullable RiskLevel asked) {
        /** @param asked the packs of the draft */
        public static Floor of(@Nullable Standing stands, List<Pack> asked) {
            // Safety: what a checklist's owner calls high is not called less by one person alone; a low number says nothing.
            RiskLevel highest = asked.stream().flatMap(pack -> pack.asksFor().stream()).max(Comparator.naturalOrder()).orElse(null);
            return new Floor(stands == null ? null : stands.level(), highest);
        }

        public boolean isAbove(RiskLevel level) {
            return standing != null && level.isBelow(standing) || asked != null && level.isBelow(asked);
        }

        RiskLevel from(RiskLevel level) {
            return isLower(level) && standing != null ? standing : Objects.requireNonNull(asked);
        }

        boolean isLower(RiskLevel level) {
            return standing != null && level.isBelow(standing);
        }
    }

    /** Of the draft as it was saved last. */
    @Transactional(readOnly = true)
    public Floor floor(CaseId id) {
        return Floor.of(levels.of(id).orElse(null), rows.draft(id).map(packs::of).orElse(List.of()));
    }

    private void askSecond(AssessmentId draft, CaseId id, Floor floor, RiskLevel level, @Nullable WorkerId second, Actor.Worker me, Instant now) {
        if (second == null) return;
        sql.sql("""
                insert into risk.second_look (assessment_id, case_id, from_level, because, asked_by, asked, due_at) values (:id, :case, :from, :because, :me, :second, :due)
                """)
                .param("id", draft.id()).param("case", id.id()).param("from", floor.from(level).name()).param("because", floor.isLower(level) ? "LOWER" : "THRESHOLD").param("me", me.worker().id()).param("second", second.id())
                .param("due", Times.at(now.plus(SECOND_LOOK))).update();
        messages.notice(me.organisation(), me.side(), second);
    }

    private boolean maySecond(@Nullable WorkerId second, Actor.Worker me) {
        return seconds(me).stream().anyMatch(colleague -> colleague.id().equals(second));
    }

    /** Who may look at a level this worker lowers: colleagues on the same side who do this work. */
    public List<Colleague> seconds(Actor.Worker me) {
        return organisations.colleagues().stream()
                .filter(colleague -> colleague.side() == me.side() && !colleague.id().equals(me.worker()) && RiskRoles.mayAssess(colleague.roles())).toList();
    }

    /** A colleague's look at a level that went down. Anyone who does this work may give it, except the one who lowered it. */
    public void lookAgain(AssessmentId id, boolean agrees, String words, Actor.Worker me) {
        Assessment assessment = rows.finished(id);
        RiskRoles.mustAssess(cases, assessment.caseId(), me);
        if (assessment.completedBy().equals(me.worker())) throw new RuleBroken("risk.second-oneself", "Somebody else must look at this.");
        if (!agrees && words.isBlank()) throw new RuleBroken("risk.no-words", "Say what you see differently.");
        int looked = sql.sql("update risk.second_look set agrees = :agrees, words = :words, looked_by = :me, looked_at = :now where assessment_id = :id and agrees is null")
                .param("agrees", agrees).param("words", rows.sealWords(words, id)).param("me", me.worker().id()).param("now", Times.at(clock.instant())).param("id", id.id()).update();
        if (looked == 0) throw new RuleBroken("risk.already-looked", "Somebody has already looked at this.");
        cases.tell(assessment.caseId(), new TimelineEntry(MomentKind.ASSESSMENT, clock.instant(), me.worker(),
                agrees ? "Second look: agrees with the lower level" : "Second look: does not agree with the lower level", path(assessment.caseId()) + "/" + id.id()));
        audit.changed("assessment", id.id(), agrees ? "second look: agrees" : "second look: does not agree");
    }

    private static RuleBroken alreadyFinished() {
        return new RuleBroken("risk.already-finished", "This assessment is already finished.");
    }

    public static String path(CaseId id) {
        return "/desk/cases/" + id.id() + "/assessment";
    }
}
