package org.alongside.peerreview;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.alongside.access.Actor;
import org.alongside.access.Jobs;
import org.alongside.access.OrganisationId;
import org.alongside.access.Role;
import org.alongside.access.WorkerId;
import org.alongside.audit.AuditTrail;
import org.alongside.files.Detail;
import org.alongside.messages.Messages;
import org.alongside.organisations.Organisations;
import org.alongside.selfassessment.Answer;
import org.alongside.selfassessment.Bound;
import org.alongside.selfassessment.Reading;
import org.alongside.selfassessment.SelfAssessment;
import org.alongside.selfassessment.SelfAssessmentId;
import org.alongside.selfassessment.SelfAssessments;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Times;
import org.alongside.standards.Standard.Statement;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reviews, as those who are looked at ask for them and answer, and as reviewers of another organisation write them. */
@Service
@Transactional
public class Reviews implements Bound {
    static final String TELLING = "peer-review-told", READ = "peer-review-read";
    private static final String LATEST = " order by r.asked_at desc, r.id limit 200";
    /** So long whoever was asked may read what they look at; who is asked again, reads again. */
    private static final Period READ_FOR = Period.ofYears(1);
    private final SelfAssessments assessments;
    private final Organisations organisations;
    private final Messages messages;
    private final Jobs jobs;
    private final AuditTrail audit;
    private final JdbcClient sql;
    private final Clock clock;

    Reviews(SelfAssessments assessments, Organisations organisations, Messages messages, Jobs jobs, AuditTrail audit, JdbcClient sql, Clock clock) {
        this.assessments = assessments;
        this.organisations = organisations;
        this.messages = messages;
        this.jobs = jobs;
        this.audit = audit;
        this.sql = sql;
        this.clock = clock;
    }

    /** An organisation that looks at what others hand in. */
    public record Offer(OrganisationId organisation, String name) {}

    /** Who could be asked; never one's own organisation. */
    @Transactional(readOnly = true)
    public List<Offer> offers() {
        return sql.sql("select organisation_id, organisation_name from peerreview.offer where ended_at is null and organisation_id <> access.organisation() order by organisation_name, organisation_id")
                .query((row, number) -> new Offer(new OrganisationId(row.getObject("organisation_id", UUID.class)), row.getString("organisation_name"))).list();
    }

    /** Whether the acting organisation looks at what others hand in. */
    @Transactional(readOnly = true)
    public boolean isOffered() {
        return sql.sql("select exists (select from peerreview.offer where organisation_id = access.organisation() and ended_at is null)").query(Boolean.class).single();
    }

    /** Others may ask us from now on, or no longer. */
    public void offer(boolean offered, Actor.Worker me) {
        me.mustBe(Role.REVIEWER);
        if (offered) sql.sql("""
                insert into peerreview.offer (organisation_name, offered_by, offered_at) values (:name, :me, :now)
                on conflict (organisation_id) do update set organisation_name = excluded.organisation_name, offered_by = excluded.offered_by, offered_at = excluded.offered_at, ended_at = null
                """).param("name", organisations.nameOf(me.organisation()).orElseThrow()).param("me", me.worker().id()).param("now", now()).update();
        else sql.sql("update peerreview.offer set ended_at = :now where organisation_id = access.organisation() and ended_at is null").param("now", now()).update();
        audit.changed("organisation", me.organisation().id(), offered ? "offers reviews" : "offers no more reviews");
    }

    /** Asks another organisation to look at what was handed in; it may read it from now on. */
    public void ask(UUID once, SelfAssessmentId assessment, OrganisationId whom, Actor.Worker me) {
        me.mustBe(SelfAssessments.LEAD);
        SelfAssessment its = assessments.own(assessment, me);
        if (its.submittedAt() == null) throw new RuleBroken("peerreview.open", "Hand it in first: nobody looks at what is still being written.");
        Offer offer = offers().stream().filter(one -> one.organisation().equals(whom)).findFirst().orElseThrow(() -> new RuleBroken("peerreview.nobody", "Choose who may look at it."));
        Optional<Review> before = of(assessment).stream().filter(one -> one.state().isUnderWay()).findFirst();
        if (before.isPresent()) {
            if (before.get().id().equals(once)) return;
            throw new RuleBroken("peerreview.twice", before.get().organisationName() + " has been asked already.");
        }
        assessments.give(assessment, whom, offer.name(), Reading.REVIEW, me);
        sql.sql("""
                insert into peerreview.review (id, assessment_id, owner_name, organisation_id, organisation_name, state, asked_by, asked_at) values (:id, :assessment, :owner, :whom, :name, 'ASKED', :me, :now) on conflict (id) do nothing
                """).param("id", once).param("assessment", assessment.id()).param("owner", its.organisationName()).param("whom", whom.id()).param("name", offer.name()).param("me", me.worker().id()).param("now", now()).update();
        audit.changed("peer-review", once, "asked for");
        jobs.ask(TELLING, whom, once, clock.instant());
        jobs.ask(READ, me.organisation(), once, Times.london(clock.instant()).plus(READ_FOR).toInstant());
    }

    /** Asks no more. Until what was found is shown. */
    public void withdraw(UUID id, String why, Actor.Worker me) {
        me.mustBe(SelfAssessments.LEAD);
        hold(id);
        Review review = own(id, me);
        if (review.state() != ReviewState.ASKED && review.state() != ReviewState.TAKEN) throw new RuleBroken("peerreview.shown", "What they found has been shown to you: it is answered now, and not withdrawn.");
        sql.sql("update peerreview.review set state = 'WITHDRAWN', ended_why = :why, ended_at = :now where id = :id and state in ('ASKED', 'TAKEN')").param("why", why).param("now", now()).param("id", id).update();
        assessments.takeFrom(review.assessment(), review.organisation(), Reading.REVIEW, me);
        audit.changed("peer-review", id, "withdrawn");
        jobs.ask(TELLING, review.organisation(), id, clock.instant());
    }

    /** Takes it, and says what connects the reviewer with the service. @param conflicted whether that is reason not to */
    public void take(UUID id, boolean conflicted, String conflict, Actor.Worker me) {
        hold(id);
        Review review = reviewed(id, me);
        review.mustBe(ReviewState.ASKED);
        // Safety: whoever has something to gain or to lose by it does not judge it.
        if (conflicted) throw new RuleBroken("peerreview.conflict", "Then somebody else should look at it. Leave it to a colleague, or decline it.");
        sql.sql("update peerreview.review set state = 'TAKEN', reviewer_id = :me, reviewer_name = :name, conflict = :conflict, taken_at = :now where id = :id and state = 'ASKED'")
                .param("me", me.worker().id()).param("name", organisations.nameOf(me.worker())).param("conflict", conflict).param("now", now()).param("id", id).update();
        audit.changed("peer-review", id, "taken");
        jobs.ask(TELLING, review.owner(), id, clock.instant());
    }

    public void decline(UUID id, String why, Actor.Worker me) {
        hold(id);
        Review review = reviewed(id, me);
        if (review.state() != ReviewState.ASKED && !review.isBy(me.worker())) throw new RuleBroken("peerreview.taken", "A colleague looks at it.");
        if (review.state() != ReviewState.ASKED) review.mustBe(ReviewState.TAKEN);
        sql.sql("update peerreview.review set state = 'DECLINED', ended_why = :why, ended_at = :now where id = :id").param("why", why).param("now", now()).param("id", id).update();
        audit.changed("peer-review", id, "declined");
        jobs.ask(TELLING, review.owner(), id, clock.instant());
    }

    /** Writes down what was found of one statement. @return the new revision. RuleBroken when it was written otherwise meanwhile */
    public int find(UUID id, String statement, int revision, Finding.Written found, Actor.Worker me) {
        Review review = mine(id, me);
        SelfAssessment assessment = assessments.one(review.assessment());
        assessment.statement(statement);
        if (found.observation().isBlank()) throw new RuleBroken("peerreview.unseen", "Say what you saw it by.");
        if (found.observedOn().isAfter(Times.day(clock.instant()))) throw new RuleBroken("peerreview.day", "Enter the day you looked at it: not a day to come.");
        int written = sql.sql("""
                insert into peerreview.finding (review_id, statement_id, owner_id, organisation_id, verdict, observation, method, observed_on, found_by, found_at) values (:id, :statement, :owner, access.organisation(), :verdict, :observation, :method, :on, :me, :now)
                on conflict (review_id, statement_id) do update set verdict = excluded.verdict, observation = excluded.observation, method = excluded.method, observed_on = excluded.observed_on, found_at = excluded.found_at, revision = finding.revision + 1
                 where finding.revision = :revision
                """).param("id", id).param("statement", statement).param("owner", review.owner().id()).param("verdict", found.verdict().name()).param("observation", found.observation()).param("method", found.method().name()).param("on", found.observedOn())
                .param("me", me.worker().id()).param("now", now()).param("revision", revision).update();
        if (written == 0) throw new RuleBroken("peerreview.meanwhile", "You wrote this on another page meanwhile. That stands beside it now: put together what should stay, then save.");
        return revision + 1;
    }

    /** Shows to those who were looked at what was found. RuleBroken while a must was not looked at */
    public void show(UUID id, String summary, Actor.Worker me) {
        hold(id);
        Review review = mine(id, me);
        List<Statement> missing = review.musts(assessments.one(review.assessment()));
        if (!missing.isEmpty()) throw new RuleBroken("peerreview.unfinished", "Nothing is written yet of these musts: " + missing.stream().map(Statement::id).collect(Collectors.joining(", ")) + ".");
        // Safety: another organisation reads it.
        Detail.mustBeNone(summary, "peerreview.details");
        List<String> holding = review.findings().values().stream().filter(one -> !Detail.in(one.observation()).isEmpty()).map(Finding::statement).sorted().toList();
        if (!holding.isEmpty()) throw new RuleBroken("peerreview.details", "What you wrote of these seems to hold a telephone number, an address or another detail of somebody: " + String.join(", ", holding) + ".");
        sql.sql("update peerreview.review set state = 'SHOWN', summary = :summary, shown_at = :now where id = :id and state = 'TAKEN'").param("summary", summary).param("now", now()).param("id", id).update();
        audit.changed("peer-review", id, "shown");
        jobs.ask(TELLING, review.owner(), id, clock.instant());
    }

    /** What those who were looked at say to one finding; as often as they like until they have said all. */
    public void reply(UUID id, String statement, String reply, Actor.Worker me) {
        me.mustBe(SelfAssessments.LEAD);
        own(id, me).mustBe(ReviewState.SHOWN);
        Detail.mustBeNone(reply, "peerreview.details");
        int replied = sql.sql("update peerreview.finding set reply = :reply, replied_by = :me, replied_at = :now where review_id = :id and statement_id = :statement").param("reply", reply).param("me", me.worker().id()).param("now", now()).param("id", id)
                .param("statement", statement).update();
        if (replied == 0) throw new NotFound("peer-review", id);
        audit.changed("peer-review", id, "answered " + statement);
    }

    /** They have said all they want to say. */
    public void endReply(UUID id, String reply, Actor.Worker me) {
        me.mustBe(SelfAssessments.LEAD);
        hold(id);
        Review review = own(id, me);
        review.mustBe(ReviewState.SHOWN);
        Detail.mustBeNone(reply, "peerreview.details");
        sql.sql("update peerreview.review set state = 'REPLIED', reply = :reply, replied_by = :me, replied_at = :now where id = :id and state = 'SHOWN'").param("reply", reply).param("me", me.worker().id()).param("now", now()).param("id", id).update();
        audit.changed("peer-review", id, "answered");
        jobs.ask(TELLING, review.organisation(), id, clock.instant());
    }

    /** For the job, in one of the two organisations: tells there how it stands. Where nobody looks any more, they no longer read it either. */
    void tell(OrganisationId where, UUID id) {
        Review review = one(id);
        boolean owners = where.equals(review.owner());
        if (owners && !review.state().isUnderWay()) endReading(review);
        WorkerId asker = new WorkerId(sql.sql("select asked_by from peerreview.review where id = :id").param("id", id).query(UUID.class).single());
        List<WorkerId> whom = owners ? List.of(asker) : review.reviewer() == null ? organisations.withRole(where, null, Role.REVIEWER) : List.of(review.reviewer());
        String path = owners ? "/desk/self-assessments/" + review.assessment().id() + "/review" : "/desk/peer-reviews/" + id;
        whom.forEach(worker -> messages.notice(where, null, worker, path));
    }

    /** For the job, a year after it was asked for: they have had their time to read it. */
    void endReading(OrganisationId owner, UUID id) {
        endReading(one(id));
    }

    /** Unless they were asked again meanwhile. */
    private void endReading(Review review) {
        assessments.endReading(review.assessment(), review.organisation(), Reading.REVIEW, review.askedAt());
    }

    /** Those of an assessment that whoever asks may see, the newest first. */
    @Transactional(readOnly = true)
    public List<Review> of(SelfAssessmentId assessment) {
        return read("r.assessment_id = :assessment", Map.of("assessment", assessment.id()));
    }

    /** Those that the acting organisation was asked for, the newest first. */
    @Transactional(readOnly = true)
    public List<Review> asked() {
        return read("r.organisation_id = access.organisation()", Map.of());
    }

    /** NotFound for one that is not there for whoever asks. */
    @Transactional(readOnly = true)
    public Review one(UUID id) {
        return read("r.id = :id", Map.of("id", id)).stream().findFirst().orElseThrow(() -> new NotFound("peer-review", id));
    }

    /** The same, for reviewers of the organisation that was asked. */
    @Transactional(readOnly = true)
    public Review reviewed(UUID id, Actor.Worker me) {
        me.mustBe(Role.REVIEWER);
        Review review = one(id);
        // Safety: nobody judges their own organisation.
        if (!review.organisation().equals(me.organisation()) || review.owner().equals(me.organisation())) throw new NotFound("peer-review", id);
        return review;
    }

    /** The same, for whoever is looked at. */
    @Transactional(readOnly = true)
    public Review own(UUID id, Actor.Worker me) {
        me.mustBe(SelfAssessments.WRITE);
        Review review = one(id);
        if (!review.owner().equals(me.organisation())) throw new NotFound("peer-review", id);
        return review;
    }

    /** The row is held until the transaction ends: of two who press at once the second finds what the first has done. */
    private void hold(UUID id) {
        sql.sql("select 1 from peerreview.review where id = :id for update").param("id", id).query(Integer.class).list();
    }

    private Review mine(UUID id, Actor.Worker me) {
        Review review = reviewed(id, me);
        if (!review.isBy(me.worker())) throw new RuleBroken("peerreview.not-yours", "A colleague looks at this. Only they write what they found.");
        review.mustBe(ReviewState.TAKEN);
        return review;
    }

    @Override
    public void mustBeFree(SelfAssessmentId assessment) {
        of(assessment).stream().filter(one -> one.state().isUnderWay()).findFirst().ifPresent(one -> {
            throw new RuleBroken("peerreview.under-way", one.state() == ReviewState.ASKED || one.state() == ReviewState.TAKEN ? one.organisationName() + " has been asked to look at it. Withdraw that first." : one.organisationName() + " has looked at it, so it stands as it is. Begin a new one, and bring the answers along.");
        });
    }

    private List<Review> read(String which, Map<String, ?> given) {
        Map<UUID, Map<String, Finding>> findings = new HashMap<>();
        sql.sql("select f.* from peerreview.finding f join (select r.id from peerreview.review r where " + which + LATEST + ") r on r.id = f.review_id").params(given).query(row -> {
            Finding one = finding(row);
            findings.computeIfAbsent(row.getObject("review_id", UUID.class), any -> new HashMap<>()).put(one.statement(), one);
        });
        return sql.sql("select r.* from peerreview.review r where " + which + LATEST).params(given).query((row, number) -> review(row, findings)).list();
    }

    private static Finding finding(ResultSet row) throws SQLException {
        return new Finding(row.getString("statement_id"), Answer.valueOf(row.getString("verdict")), row.getString("observation"), Method.valueOf(row.getString("method")), row.getObject("observed_on", LocalDate.class), row.getInt("revision"), Times.instant(row, "found_at"), row.getString("reply"),
                Times.instantOrNull(row, "replied_at"));
    }

    private static Review review(ResultSet row, Map<UUID, Map<String, Finding>> findings) throws SQLException {
        UUID id = row.getObject("id", UUID.class), reviewer = row.getObject("reviewer_id", UUID.class);
        return new Review(id, new SelfAssessmentId(row.getObject("assessment_id", UUID.class)), new OrganisationId(row.getObject("owner_id", UUID.class)), row.getString("owner_name"), new OrganisationId(row.getObject("organisation_id", UUID.class)), row.getString("organisation_name"),
                ReviewState.valueOf(row.getString("state")), Times.instant(row, "asked_at"), reviewer == null ? null : new WorkerId(reviewer), row.getString("reviewer_name"), row.getString("conflict"), Times.instantOrNull(row, "taken_at"), row.getString("ended_why"), Times.instantOrNull(row, "ended_at"),
                row.getString("summary"), Times.instantOrNull(row, "shown_at"), row.getString("reply"), Times.instantOrNull(row, "replied_at"), findings.getOrDefault(id, Map.of()));
    }

    private OffsetDateTime now() {
        return Times.at(clock.instant());
    }
}
