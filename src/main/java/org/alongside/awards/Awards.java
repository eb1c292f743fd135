package org.alongside.awards;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alongside.access.Actor;
import org.alongside.access.Jobs;
import org.alongside.access.OrganisationId;
import org.alongside.access.Role;
import org.alongside.access.WorkerId;
import org.alongside.audit.AuditTrail;
import org.alongside.awards.Step.Kind;
import org.alongside.messages.Messages;
import org.alongside.organisations.Organisations;
import org.alongside.peerreview.Review;
import org.alongside.peerreview.Reviews;
import org.alongside.selfassessment.Bound;
import org.alongside.selfassessment.SelfAssessment;
import org.alongside.selfassessment.SelfAssessmentEvent;
import org.alongside.selfassessment.SelfAssessmentId;
import org.alongside.selfassessment.SelfAssessments;
import org.alongside.selfassessment.SelfAssessments.Ground;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Times;
import org.alongside.shared.TwelveDigits;
import org.alongside.standards.Standard.Statement;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Decisions on reviews, and what becomes of them: given, looked after, suspended, withdrawn, given up, appealed against. */
@Service
@Transactional
public class Awards implements Bound {
    static final String RUNNING = "award-runs", TELLING = "award-told";
    private static final List<Integer> TOLD_DAYS_BEFORE = List.of(90, 30, 0);
    private final Register register;
    private final Reviews reviews;
    private final SelfAssessments assessments;
    private final Organisations organisations;
    private final Messages messages;
    private final Jobs jobs;
    private final AuditTrail audit;
    private final JdbcClient sql;
    private final Clock clock;

    Awards(Register register, Reviews reviews, SelfAssessments assessments, Organisations organisations, Messages messages, Jobs jobs, AuditTrail audit, JdbcClient sql, Clock clock) {
        this.register = register;
        this.reviews = reviews;
        this.assessments = assessments;
        this.organisations = organisations;
        this.messages = messages;
        this.jobs = jobs;
        this.audit = audit;
        this.sql = sql;
        this.clock = clock;
    }

    /** Of these what the acting organisation may decide on now: those who were looked at have been heard, and it is not decided. */
    public List<Review> waiting(List<Review> asked, List<Decision> decisions, Actor.Worker me) {
        me.mustBe(Role.REVIEWER);
        List<UUID> decided = decisions.stream().filter(one -> one.annulledAt() == null).map(Decision::review).toList();
        return asked.stream().filter(one -> one.isHeard(clock.instant()) && !decided.contains(one.id())).toList();
    }

    /**
     * Decides on a review. RuleBroken for whoever looked at it, for whoever decided on it before, while those who were looked at may still answer, and for an award while a must is not met or nothing shows what is said.
     *
     * @param once made with the form, so that a second press finds the first
     */
    public void decide(UUID once, UUID reviewId, boolean award, String reason, Actor.Worker me) {
        Review review = reviews.reviewed(reviewId, me);
        List<Decision> before = of(reviewId);
        if (before.stream().anyMatch(one -> one.id().equals(once))) return;
        // Safety: nobody decides on what they looked at themselves.
        if (review.isBy(me.worker())) throw new RuleBroken("awards.same", "You looked at it yourself. Somebody else of you decides.");
        if (before.stream().anyMatch(one -> one.by().equals(me.worker()))) throw new RuleBroken("awards.again", "You decided on it before. After an appeal somebody else does.");
        if (before.stream().anyMatch(one -> one.annulledAt() == null)) throw new RuleBroken("awards.decided", "It has been decided already.");
        if (!review.isHeard(clock.instant())) throw new RuleBroken("awards.unheard", "They may still answer. It is decided after that.");
        SelfAssessment assessment = assessments.one(review.assessment());
        Ground ground = assessments.ground(assessment.id());
        if (award) mustBeEarned(review, assessment, ground);
        sql.sql("""
                insert into awards.decision (id, review_id, assessment_id, owner_id, reviewer_id, decided_by, decider_name, outcome, reason, decided_at) values (:id, :review, :assessment, :owner, :reviewer, :me, :name, :outcome, :reason, :now)
                """).param("id", once).param("review", reviewId).param("assessment", assessment.id().id()).param("owner", review.owner().id()).param("reviewer", Objects.requireNonNull(review.reviewer()).id()).param("me", me.worker().id())
                .param("name", organisations.nameOf(me.worker())).param("outcome", award ? "AWARDED" : "NOT_YET").param("reason", reason).param("now", now()).update();
        audit.changed("decision", once, award ? "awarded" : "not yet awarded");
        jobs.ask(TELLING, review.owner(), once, clock.instant());
        if (award) {
            LocalDate from = today();
            Optional<String> body = body(assessment.standard().key());
            register.given(review.owner()).stream().filter(one -> !one.isOver(from) && one.isAbout(assessment)).forEach(one -> replace(one, me));
            put(once, once, assessment, me.organisation(), review.organisationName(), body.orElse(null), List.of(), from, from.plusYears(Award.YEARS), from.plusMonths(Award.MONTHS_TO_THE_CHECK), ground, reason, me);
        }
    }

    private void mustBeEarned(Review review, SelfAssessment assessment, Ground ground) {
        List<Statement> unmet = Stream.concat(review.musts(assessment).stream(), review.unmet(assessment).stream()).toList();
        if (!unmet.isEmpty()) throw new RuleBroken("awards.unmet", "These musts were not found to be met: " + ids(unmet) + ".");
        if (!holds(ground)) throw new RuleBroken("awards.unshown", "Not all that they say to be met is shown by something that is still valid.");
    }

    /** A service stands in the register by its own word, and it says so there. RuleBroken while nothing shows what it says. */
    public void declare(UUID once, SelfAssessmentId id, Actor.Worker me) {
        me.mustBe(SelfAssessments.LEAD);
        SelfAssessment assessment = assessments.own(id, me);
        List<Award> own = register.own();
        if (own.stream().anyMatch(one -> one.id().equals(once))) return;
        if (assessment.submittedAt() == null) throw new RuleBroken("awards.open", "Hand it in first.");
        // One's own word never stands beside what others decided of the same, least of all where they suspended it.
        if (own.stream().anyMatch(one -> one.assessment().equals(id) && !one.isOver(today()))) throw new RuleBroken("awards.twice", "It stands in the register already.");
        Ground ground = assessments.ground(id);
        if (!holds(ground)) throw new RuleBroken("awards.unshown", "Not all that you say to be met is shown by something that is still valid: " + ids(assessment.unshown()) + ".");
        own.stream().filter(one -> one.level() == Level.SELF_ASSESSED && !one.isOver(today()) && one.isAbout(assessment)).forEach(one -> replace(one, me));
        put(once, null, assessment, null, null, null, assessment.unmetMusts().stream().map(Statement::id).toList(), today(), today().plusYears(Award.YEARS_OF_ONES_OWN), null, ground, "", me);
    }

    private void put(UUID id, @Nullable UUID decision, SelfAssessment assessment, @Nullable OrganisationId by, @Nullable String byName, @Nullable String body, List<String> unmet, LocalDate from, LocalDate until, @Nullable LocalDate interim, Ground ground, String words, Actor.Worker me) {
        sql.sql("""
                insert into awards.award (id, code, decision_id, assessment_id, owner_id, owner_name, organisation_id, organisation_name, body_name, standard_key, standard_version, edition, about, unmet_musts, from_on, until_on, interim_due_on)
                values (:id, :code, :decision, :assessment, :owner, :name, :by, :byName, :body, :key, :version, :edition, :about, :unmet, :from, :until, :interim)
                """).param("id", id).param("code", TwelveDigits.random()).param("decision", decision).param("assessment", assessment.id().id()).param("owner", assessment.organisation().id()).param("name", assessment.organisationName()).param("by", by == null ? null : by.id())
                .param("byName", byName).param("body", body).param("key", assessment.standard().key()).param("version", assessment.standard().version()).param("edition", assessment.edition().name()).param("about", assessment.about()).param("unmet", unmet.toArray(String[]::new)).param("from", from)
                .param("until", until).param("interim", interim).update();
        sql.sql("insert into awards.ground (award_id, owner_id, holds, until_on) values (:id, :owner, :holds, :until)").param("id", id).param("owner", assessment.organisation().id()).param("holds", ground.holds()).param("until", ground.until()).update();
        step(id, assessment.organisation(), by, Kind.GIVEN, words, me);
        jobs.ask(RUNNING, assessment.organisation(), id, told(interim == null ? until : interim, TOLD_DAYS_BEFORE.get(0)));
    }

    private void replace(Award one, Actor.Worker me) {
        sql.sql("update awards.award set replaced_at = :now where id = :id").param("now", now()).param("id", one.id()).update();
        step(one.id(), one.owner(), one.organisation(), Kind.REPLACED, "", me);
    }

    /** It does not stand for now. For those who gave it. */
    public void suspend(UUID id, String why, Actor.Worker me) {
        Award award = given(id, me);
        if (award.suspendedAt() != null) return;
        sql.sql("update awards.award set suspended_at = :now where id = :id").param("now", now()).param("id", id).update();
        step(id, award.owner(), award.organisation(), Kind.SUSPENDED, why, me);
        jobs.ask(TELLING, award.owner(), id, clock.instant());
    }

    /** It stands again. */
    public void lift(UUID id, String why, Actor.Worker me) {
        Award award = given(id, me);
        if (award.suspendedAt() == null) return;
        sql.sql("update awards.award set suspended_at = null where id = :id").param("id", id).update();
        step(id, award.owner(), award.organisation(), Kind.LIFTED, why, me);
    }

    /** It ends, for good. For those who gave it. */
    public void withdraw(UUID id, String why, Actor.Worker me) {
        Award award = given(id, me);
        sql.sql("update awards.award set withdrawn_at = :now where id = :id and withdrawn_at is null").param("now", now()).param("id", id).update();
        step(id, award.owner(), award.organisation(), Kind.WITHDRAWN, why, me);
        jobs.ask(TELLING, award.owner(), id, clock.instant());
    }

    /** The check half-way: somebody of those who gave it looked whether it is still so. */
    public void check(UUID id, String seen, Actor.Worker me) {
        Award award = given(id, me);
        if (award.interimDue() == null || award.interimOn() != null) throw new RuleBroken("awards.checked", "It has been checked already.");
        sql.sql("update awards.award set interim_on = :today where id = :id").param("today", today()).param("id", id).update();
        step(id, award.owner(), award.organisation(), Kind.CHECKED, seen, me);
    }

    /** Whoever has it takes it out of the register. */
    public void giveUp(UUID id, Actor.Worker me) {
        me.mustBe(SelfAssessments.LEAD);
        Award award = register.one(id);
        if (!award.owner().equals(me.organisation())) throw new NotFound("award", id);
        if (award.isOver(today())) return;
        sql.sql("update awards.award set withdrawn_at = :now where id = :id").param("now", now()).param("id", id).update();
        step(id, award.owner(), award.organisation(), Kind.GIVEN_UP, "", me);
    }

    /** Against a decision, or against what became of an award since. Somebody hears it who neither looked nor decided. */
    public void appeal(UUID once, UUID decisionId, String words, Actor.Worker me) {
        me.mustBe(SelfAssessments.LEAD);
        Decision decision = decision(decisionId);
        if (!decision.owner().equals(me.organisation())) throw new NotFound("decision", decisionId);
        Award award = award(decision).orElse(null);
        if (!isAgainstThem(decision)) throw new RuleBroken("awards.nothing", "There is nothing to appeal against.");
        if (appeals(decisionId).stream().anyMatch(one -> one.heardAt() == null && !one.id().equals(once))) throw new RuleBroken("awards.appealed", "You have appealed already. You hear from them.");
        sql.sql("insert into awards.appeal (id, decision_id, organisation_id, award_id, words, made_by, made_at) values (:id, :decision, :organisation, :award, :words, :me, :now) on conflict (id) do nothing").param("id", once).param("decision", decisionId)
                .param("organisation", decision.organisation().id()).param("award", award == null ? null : award.id()).param("words", words).param("me", me.worker().id()).param("now", now()).update();
        audit.changed("decision", decisionId, "appealed against");
        jobs.ask(TELLING, decision.organisation(), once, clock.instant());
    }

    private Optional<Award> award(Decision decision) {
        return decision.isAwarded() ? Optional.of(register.one(decision.id())) : Optional.empty();
    }

    /** Whether there is anything to appeal against: a decision that stands and is not the one they hoped for, or an award that was suspended or withdrawn since. */
    @Transactional(readOnly = true)
    public boolean isAgainstThem(Decision decision) {
        // What they gave up themselves nobody took from them.
        return award(decision).map(one -> (one.suspendedAt() != null || one.withdrawnAt() != null) && steps(one.id()).stream().noneMatch(step -> step.kind() == Kind.GIVEN_UP)).orElse(decision.annulledAt() == null);
    }

    /** Hears an appeal. Where it is right, it is decided again by somebody else, or the award stands again. */
    public void hear(UUID appealId, boolean upheld, String reason, Actor.Worker me) {
        me.mustBe(Role.REVIEWER);
        hold("appeal", appealId);
        Appeal appeal = appeal(appealId);
        Decision decision = decision(appeal.decision());
        if (!decision.organisation().equals(me.organisation())) throw new NotFound("appeal", appealId);
        // Safety: neither who looked nor who decided, nor who suspended it, hears the appeal.
        if (!mayHear(appeal, decision, me)) throw new RuleBroken("awards.involved", "You had a hand in it. Somebody else of you hears the appeal.");
        if (appeal.heardAt() != null) throw new RuleBroken("awards.heard", "It has been heard already.");
        sql.sql("update awards.appeal set upheld = :upheld, reason = :reason, heard_by = :me, heard_at = :now where id = :id and heard_at is null").param("upheld", upheld).param("reason", reason).param("me", me.worker().id()).param("now", now()).param("id", appealId).update();
        if (upheld && appeal.award() == null) sql.sql("update awards.decision set annulled_at = :now where id = :id").param("now", now()).param("id", decision.id()).update();
        if (upheld && appeal.award() != null) {
            sql.sql("update awards.award set suspended_at = null, withdrawn_at = null where id = :id").param("id", appeal.award()).update();
            step(appeal.award(), decision.owner(), decision.organisation(), Kind.LIFTED, reason, me);
        }
        audit.changed("decision", decision.id(), upheld ? "appeal upheld" : "appeal not upheld");
        jobs.ask(TELLING, decision.owner(), decision.id(), clock.instant());
    }

    /** Whether this worker had no hand in what the appeal is against. */
    @Transactional(readOnly = true)
    public boolean mayHear(Appeal appeal, Decision decision, Actor.Worker me) {
        return !decision.involves(me.worker()) && (appeal.award() == null || !steps(appeal.award(), Kind.SUSPENDED, Kind.WITHDRAWN).contains(me.worker()));
    }

    private List<WorkerId> steps(UUID award, Kind... kinds) {
        return sql.sql("select taken_by from awards.step where award_id = :id and kind = any (:kinds)").param("id", award).param("kinds", Stream.of(kinds).map(Enum::name).toArray(String[]::new)).query(UUID.class).list().stream().map(WorkerId::new).toList();
    }

    /** What happened to it, the newest first; for the two whom it is between. */
    @Transactional(readOnly = true)
    public List<Step> steps(UUID award) {
        return sql.sql("select kind, words, taken_at from awards.step where award_id = :id order by taken_at desc, id").param("id", award).query((row, number) -> new Step(Kind.valueOf(row.getString("kind")), row.getString("words"), Times.instant(row, "taken_at"))).list();
    }

    /** All decisions that the acting organisation took or was given, the newest first. */
    @Transactional(readOnly = true)
    public List<Decision> decisions() {
        return readDecisions("true", Map.of());
    }

    /** Those on one review, the newest first. */
    @Transactional(readOnly = true)
    public List<Decision> of(UUID review) {
        return readDecisions("review_id = :review", Map.of("review", review));
    }

    @Transactional(readOnly = true)
    public Decision decision(UUID id) {
        return readDecisions("id = :id", Map.of("id", id)).stream().findFirst().orElseThrow(() -> new NotFound("decision", id));
    }

    private List<Decision> readDecisions(String which, Map<String, ?> given) {
        return sql.sql("select * from awards.decision where " + which + " order by decided_at desc, id limit 500").params(given).query(Awards::decision).list();
    }

    private static Decision decision(ResultSet row, int number) throws SQLException {
        return new Decision(row.getObject("id", UUID.class), row.getObject("review_id", UUID.class), new SelfAssessmentId(row.getObject("assessment_id", UUID.class)), new OrganisationId(row.getObject("owner_id", UUID.class)), new OrganisationId(row.getObject("organisation_id", UUID.class)),
                new WorkerId(row.getObject("reviewer_id", UUID.class)), new WorkerId(row.getObject("decided_by", UUID.class)), row.getString("decider_name"), row.getString("outcome").equals("AWARDED"), row.getString("reason"), Times.instant(row, "decided_at"), Times.instantOrNull(row, "annulled_at"));
    }

    /** Those against a decision or what became of it, the newest first. */
    @Transactional(readOnly = true)
    public List<Appeal> appeals(UUID decision) {
        return readAppeals("decision_id = :decision", Map.of("decision", decision));
    }

    /** Those that nobody has heard yet. */
    @Transactional(readOnly = true)
    public List<Appeal> appeals() {
        return readAppeals("heard_at is null", Map.of());
    }

    @Transactional(readOnly = true)
    public Appeal appeal(UUID id) {
        return readAppeals("id = :id", Map.of("id", id)).stream().findFirst().orElseThrow(() -> new NotFound("appeal", id));
    }

    private List<Appeal> readAppeals(String which, Map<String, ?> given) {
        return sql.sql("select * from awards.appeal where " + which + " order by made_at desc, id limit 200").params(given)
                .query((row, number) -> new Appeal(row.getObject("id", UUID.class), row.getObject("decision_id", UUID.class), row.getObject("award_id", UUID.class), row.getString("words"), Times.instant(row, "made_at"), row.getObject("upheld", Boolean.class), row.getString("reason"),
                        Times.instantOrNull(row, "heard_at"))).list();
    }

    /** Evidence came or went: what rests on it is looked at again at once. */
    @EventListener
    void on(SelfAssessmentEvent.GroundChanged changed) {
        List<Award> resting = register.of(changed.assessment()).stream().filter(one -> !one.isOver(today())).toList();
        if (resting.isEmpty()) return;
        Ground ground = assessments.ground(changed.assessment());
        int told = sql.sql("update awards.ground set holds = :holds, until_on = :until where award_id = any (:ids)").param("holds", ground.holds()).param("until", ground.until()).param("ids", resting.stream().map(Award::id).toArray(UUID[]::new)).update();
        // Safety: an award must not go on standing because nobody could say that nothing shows it any more.
        if (told != resting.size()) throw new IllegalStateException("the ground of an award could not be written");
    }

    @Override
    public void mustBeFree(SelfAssessmentId assessment) {
        if (register.of(assessment).stream().anyMatch(one -> !one.isOver(today()))) throw new RuleBroken("awards.bound", "It stands in the register. Take it out there first.");
    }

    /** For the job: something was decided, appealed against, or happened to an award. Whose it is hears of it; those who decide hear of appeals. */
    void tell(OrganisationId whom, UUID id) {
        organisations.withRole(whom, null, Role.MANAGER, Role.REVIEWER).forEach(worker -> messages.notice(whom, null, worker, "/desk/awards"));
    }

    /** For the job, as whoever has the award: tells their managers before the check and before the end. @return when to tell again */
    Optional<Instant> remind(OrganisationId owner, UUID id) {
        Award award = register.one(id);
        if (award.isOver(today())) return Optional.empty();
        organisations.withRole(owner, null, Role.MANAGER).forEach(worker -> messages.notice(owner, null, worker, "/desk/awards"));
        return Stream.of(award.interimOn() == null ? award.interimDue() : null, award.until()).filter(Objects::nonNull).flatMap(day -> TOLD_DAYS_BEFORE.stream().map(days -> told(day, days))).filter(time -> time.isAfter(clock.instant())).sorted().findFirst();
    }

    private static Instant told(LocalDate day, int daysBefore) {
        return Times.morning(day.minusDays(daysBefore));
    }

    private Optional<String> body(String standard) {
        return sql.sql("select body_name from awards.adoption where organisation_id = access.organisation() and standard_key = :key and ended_on is null").param("key", standard).query(String.class).optional();
    }

    private Award given(UUID id, Actor.Worker me) {
        me.mustBe(Role.REVIEWER);
        hold("award", id);
        Award award = register.one(id);
        if (!me.organisation().equals(award.organisation()) || award.isOver(today())) throw new NotFound("award", id);
        return award;
    }

    /** The row is held until the transaction ends: of two who press at once the second finds what the first has done. */
    private void hold(String table, UUID id) {
        sql.sql("select 1 from awards." + table + " where id = :id for update").param("id", id).query(Integer.class).list();
    }

    private boolean holds(Ground ground) {
        return ground.holds() && (ground.until() == null || !today().isAfter(ground.until()));
    }

    private void step(UUID award, OrganisationId owner, @Nullable OrganisationId organisation, Kind kind, String words, Actor.Worker me) {
        sql.sql("insert into awards.step (id, award_id, owner_id, organisation_id, kind, words, taken_by, taken_at) values (:id, :award, :owner, :organisation, :kind, :words, :me, :now)").param("id", UUID.randomUUID()).param("award", award).param("owner", owner.id())
                .param("organisation", organisation == null ? null : organisation.id()).param("kind", kind.name()).param("words", words).param("me", me.worker().id()).param("now", now()).update();
        audit.changed("award", award, kind.words().toLowerCase(Locale.ROOT));
    }

    private static String ids(List<Statement> statements) {
        return statements.stream().map(Statement::id).collect(Collectors.joining(", "));
    }

    private LocalDate today() {
        return Times.day(clock.instant());
    }

    private OffsetDateTime now() {
        return Times.at(clock.instant());
    }
}
