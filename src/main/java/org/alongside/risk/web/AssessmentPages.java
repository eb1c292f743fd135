package org.alongside.risk.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.audit.AuditTrail;
import org.alongside.casework.CaseFacts;
import org.alongside.casework.CaseId;
import org.alongside.casework.CaseLooks;
import org.alongside.casework.Cases;
import org.alongside.casework.MomentKind;
import org.alongside.instruments.AnswerSheet;
import org.alongside.instruments.Instruments;
import org.alongside.instruments.Response;
import org.alongside.organisations.Organisations;
import org.alongside.referral.Referrals;
import org.alongside.risk.Assessment;
import org.alongside.risk.Assessment.SecondLook;
import org.alongside.risk.AssessmentId;
import org.alongside.risk.AssessmentRows;
import org.alongside.risk.DraftWords;
import org.alongside.risk.Levels;
import org.alongside.risk.Pack;
import org.alongside.risk.Packs;
import org.alongside.risk.RiskAssessments;
import org.alongside.risk.RiskAssessments.Floor;
import org.alongside.risk.RiskLevel;
import org.alongside.risk.Standing;
import org.alongside.risk.Triggers;
import org.alongside.risk.web.AssessmentPage.Change;
import org.alongside.risk.web.AssessmentPage.Changed;
import org.alongside.risk.web.AssessmentPage.Line;
import org.alongside.risk.web.AssessmentPage.Shown;
import org.alongside.shared.NotFound;
import org.alongside.shared.Problems;
import org.alongside.shared.Side;
import org.alongside.shared.Times;
import org.alongside.ui.Option;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class AssessmentPages {
    private static final int MOST = 200;
    private final Cases cases;
    private final CaseLooks looks;
    private final Organisations organisations;
    private final Instruments instruments;
    private final RiskAssessments assessments;
    private final AssessmentRows rows;
    private final Triggers triggers;
    private final Packs packs;
    private final Levels levels;
    private final Referrals referrals;
    private final AuditTrail audit;
    private final Clock clock;

    AssessmentPages(Cases cases, CaseLooks looks, Organisations organisations, Instruments instruments, RiskAssessments assessments, AssessmentRows rows, Triggers triggers, Packs packs, Levels levels, Referrals referrals, AuditTrail audit, Clock clock) {
        this.cases = cases;
        this.looks = looks;
        this.organisations = organisations;
        this.instruments = instruments;
        this.assessments = assessments;
        this.rows = rows;
        this.triggers = triggers;
        this.packs = packs;
        this.levels = levels;
        this.referrals = referrals;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param id the assessment asked for; null for the newest that stands @param raise what was typed to raise the level */
    AssessmentPage show(UUID caseId, @Nullable UUID id, ChangeForm form, Map<String, String> raise, Actor.Worker me, Problems problems) {
        CaseFacts facts = facts(caseId);
        AssessmentRows.All there = rows.all(facts.id());
        List<Assessment> all = there.finished();
        Optional<Assessment> standing = all.stream().filter(one -> !one.corrected()).findFirst();
        Optional<Assessment> asked = id == null ? standing : all.stream().filter(one -> one.id().id().equals(id)).findFirst();
        if (id != null && asked.isEmpty()) throw new NotFound("assessment", id);
        asked.ifPresentOrElse(one -> audit.looked("assessment", one.id().id()), () -> audit.looked("case", caseId));
        Shown shown = asked.map(one -> shown(one, standing.filter(one::equals).isPresent(), all, me)).orElse(null);
        List<Line> others = all.stream().filter(one -> !one.id().equals(asked.map(Assessment::id).orElse(null)))
                .map(one -> new Line(one.id().id(), one.completedAt(), one.level(), organisations.nameOf(one.completedBy()), one.corrected())).toList();
        Standing stands = levels.of(facts.id()).orElse(null);
        List<Option> higher = Stream.of(RiskLevel.values()).filter(level -> level != RiskLevel.STANDARD && (stands == null || stands.level().isBelow(level))).map(AssessmentPages::option).toList();
        return new AssessmentPage(caseId, facts.person().id(), who(facts, stands), facts.isClosed(), there.draft().isPresent(), instruments.current(RiskAssessments.INSTRUMENT).about(), stands, stands == null ? "" : organisations.nameOf(stands.by()), higher, raise, shown, triggers.of(facts.id()).stream().map(open -> new AssessmentPage.Since(open, organisations.nameOf(open.recordedBy()))).toList(), form, others, problems);
    }

    private Shown shown(Assessment one, boolean latest, List<Assessment> all, Actor.Worker me) {
        Instant now = clock.instant();
        SecondLook look = one.secondLook();
        return new Shown(one, organisations.nameOf(one.completedBy()), Times.say(Duration.between(one.completedAt(), now)), latest, latest && one.reviewOn().isBefore(Times.day(now)),
                before(one, all).map(before -> change(one, before)).orElse(null), look == null ? null : organisations.nameOf(look.asked()),
                look != null && look.isOwed() && !one.completedBy().equals(me.worker()));
    }

    private static Optional<Assessment> before(Assessment one, List<Assessment> all) {
        return all.stream().filter(older -> older.completedAt().isBefore(one.completedAt())).filter(older -> !older.corrected() || older.answers().id().equals(one.answers().supersedes())).findFirst();
    }

    private static Change change(Assessment one, Assessment before) {
        Stream<Changed> same = changed(one.answers().sheet(), before.answers().sheet(), "");
        Stream<Changed> beside = one.packs().stream().flatMap(pack -> before.packs().stream().filter(older -> older.key().equals(pack.key())).flatMap(older -> changed(pack.answers().sheet(), older.answers().sheet(), pack.instrument().title())));
        return new Change(Times.day(before.completedAt()), before.level(), Stream.concat(same, beside).toList());
    }

    private static Stream<Changed> changed(AnswerSheet now, AnswerSheet then, String set) {
        return now.instrument().sections().stream().flatMap(section -> section.items().stream().filter(now.changedSince(then)::contains)
                .map(item -> new Changed(set.isEmpty() ? item.ask() : section.title() + ": " + item.ask(), then.beside(item, now.instrument()).orElse(""), now.inWords(item))));
    }

    /** The draft as it was saved. */
    DraftPage draft(UUID caseId) {
        CaseFacts facts = facts(caseId);
        AssessmentId draft = rows.draft(facts.id()).orElseThrow(() -> new NotFound("assessment", caseId));
        Response saved = instruments.response(rows.responseOf(draft));
        audit.looked("assessment", draft.id());
        return page(facts, saved.sheet(), AssessmentForm.of(rows.draftWords(draft)), saved.revision(), null, null, new Problems());
    }

    /** The draft as it was typed, with what is wrong, and what a colleague saved meanwhile, if anything. */
    DraftPage typed(UUID caseId, AnswerSheet sheet, AssessmentForm form, int revision, @Nullable Response theirs, Problems problems) {
        CaseFacts facts = facts(caseId);
        return page(facts, sheet, form, revision, theirs == null ? null : theirs.sheet(), theirs == null ? null : rows.draft(facts.id()).map(rows::draftWords).orElse(null), problems);
    }

    private DraftPage page(CaseFacts facts, AnswerSheet sheet, AssessmentForm form, int revision, @Nullable AnswerSheet theirs, @Nullable DraftWords theirWords, Problems problems) {
        Assessment last = rows.finished(facts.id()).stream().filter(one -> !one.corrected()).findFirst().orElse(null);
        LocalDate today = Times.day(clock.instant());
        List<Option> offered = Stream.of(RiskLevel.values()).map(level -> new Option(level.name(), level.words(), level.meaning() + " We suggest looking again by " + Times.say(level.suggestedReview(today)) + ".")).toList();
        Actor.Worker me = (Actor.Worker) Acting.current().orElseThrow(NotFound::new);
        List<Option> seconds = assessments.seconds(me).stream().map(colleague -> new Option(colleague.id().id().toString(), colleague.name())).toList();
        Standing stands = levels.of(facts.id()).orElse(null);
        List<Pack> asked = rows.draft(facts.id()).map(packs::of).orElse(List.of());
        List<Option> toAsk = packs.offered().stream().filter(one -> asked.stream().noneMatch(pack -> pack.key().equals(one.key()))).map(one -> new Option(one.key(), one.title())).toList();
        return new DraftPage(facts.id().id(), who(facts, stands), sheet, form, revision, last == null ? null : last.answers().sheet(), last == null ? null : Times.say(Times.day(last.completedAt())),
                stands, Floor.of(stands, asked), asked, toAsk, offered, seconds, theirs, theirWords, facts.referral() == null ? null : referrals.saidOfDanger(facts.referral(), me).orElse(null), problems);
    }

    /** Another set of the draft as it was saved. */
    PackPage pack(UUID caseId, UUID id) {
        Pack saved = packs.one(new CaseId(caseId), id);
        audit.looked("assessment", saved.assessment().id());
        return pack(caseId, id, saved.answers().sheet(), saved.answers().revision(), null, new Problems());
    }

    /** Another set of the draft as it was typed. NotFound once the assessment is finished. */
    PackPage pack(UUID caseId, UUID id, AnswerSheet sheet, int revision, @Nullable Response theirs, Problems problems) {
        CaseFacts facts = facts(caseId);
        Pack pack = packs.one(facts.id(), id);
        if (!rows.draft(facts.id()).filter(pack.assessment()::equals).isPresent()) throw new NotFound("pack", id);
        Assessment last = rows.finished(facts.id()).stream().filter(one -> !one.corrected() && one.packs().stream().anyMatch(older -> older.key().equals(pack.key()))).findFirst().orElse(null);
        AnswerSheet before = last == null ? null : last.packs().stream().filter(older -> older.key().equals(pack.key())).findFirst().map(older -> older.answers().sheet()).orElse(null);
        return new PackPage(caseId, id, looks.of(facts).who(), sheet, revision, before, last == null ? null : Times.say(Times.day(last.completedAt())), theirs == null ? null : theirs.sheet(), problems);
    }

    private static Option option(RiskLevel level) {
        return new Option(level.name(), level.words(), level.meaning());
    }

    /** The questions the open draft is pinned to. */
    Response open(UUID caseId) {
        CaseId id = facts(caseId).id();
        return instruments.response(rows.responseOf(rows.draft(id).orElseThrow(() -> new NotFound("assessment", caseId))));
    }

    /** Levels looked at a second time, and assessments whose day to look again has passed; closed cases left out. */
    ReviewsPage reviews() {
        LocalDate today = Times.day(clock.instant());
        List<AssessmentRows.Due> unseen = rows.owed();
        List<CaseId> late = cases.toReview(MomentKind.ASSESSMENT, today, MOST);
        Map<CaseId, AssessmentRows.Due> newest = rows.newest(late);
        List<Triggers.Open> happened = triggers.all();
        Map<CaseId, CaseFacts> facts = cases.facts(Stream.of(unseen.stream().map(AssessmentRows.Due::caseId), late.stream(), happened.stream().map(Triggers.Open::caseId)).flatMap(Function.identity()).distinct().toList());
        List<ReviewsPage.Changed> changed = happened.stream().filter(one -> facts.containsKey(one.caseId()) && !facts.get(one.caseId()).isClosed()).collect(Collectors.groupingBy(Triggers.Open::caseId, LinkedHashMap::new, Collectors.toList())).entrySet().stream()
                .map(one -> new ReviewsPage.Changed(one.getKey().id(), facts.get(one.getKey()).reference(), facts.get(one.getKey()).worker() == null ? "nobody yet" : organisations.nameOf(facts.get(one.getKey()).worker()), one.getValue())).toList();
        List<ReviewsPage.Row> owed = unseen.stream().flatMap(one -> row(one, facts, one.secondLook() == null ? "" : organisations.nameOf(one.secondLook().asked()), 0)).toList();
        List<ReviewsPage.Row> overdue = late.stream().flatMap(id -> Stream.ofNullable(newest.get(id)))
                .flatMap(one -> row(one, facts, organisations.nameOf(one.completedBy()), ChronoUnit.DAYS.between(one.reviewOn(), today))).toList();
        audit.listed("assessment", "reviews", Stream.concat(owed.stream(), overdue.stream()).map(ReviewsPage.Row::id).distinct().toList());
        audit.listed("case", "changed since they were assessed", changed.stream().map(ReviewsPage.Changed::caseId).toList());
        return new ReviewsPage(owed, changed, overdue);
    }

    private static Stream<ReviewsPage.Row> row(AssessmentRows.Due one, Map<CaseId, CaseFacts> known, String worker, long daysOver) {
        return Stream.ofNullable(known.get(one.caseId())).filter(facts -> !facts.isClosed()).map(facts -> new ReviewsPage.Row(one.id().id(), one.caseId().id(), facts.reference(), one.level(), one.reviewOn(),
                one.secondLook() == null ? null : one.secondLook().dueAt(), worker, daysOver));
    }

    private CaseFacts facts(UUID caseId) {
        CaseFacts facts = cases.facts(new CaseId(caseId));
        if (facts.side() != Side.SUPPORT) throw new NotFound("case", caseId);
        return facts;
    }

    private String who(CaseFacts facts, @Nullable Standing stands) {
        return looks.of(facts, stands == null ? "" : stands.level().words()).who();
    }
}
