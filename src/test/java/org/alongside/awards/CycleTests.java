package org.alongside.awards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.alongside.AlongsideTest;
import org.alongside.TestClock;
import org.alongside.TestDatabase;
import org.alongside.World;
import org.alongside.access.ActingTransaction;
import org.alongside.access.Actor;
import org.alongside.access.DemoTown;
import org.alongside.access.OrganisationId;
import org.alongside.access.Role;
import org.alongside.house.Everything;
import org.alongside.peerreview.Finding;
import org.alongside.peerreview.Method;
import org.alongside.peerreview.Review;
import org.alongside.peerreview.ReviewState;
import org.alongside.peerreview.Reviews;
import org.alongside.selfassessment.Answer;
import org.alongside.selfassessment.Evidence;
import org.alongside.selfassessment.EvidenceKind;
import org.alongside.selfassessment.NewEvidence;
import org.alongside.selfassessment.SelfAssessment;
import org.alongside.selfassessment.SelfAssessmentEvent;
import org.alongside.selfassessment.SelfAssessmentId;
import org.alongside.selfassessment.SelfAssessments;
import org.alongside.selfassessment.Shelf;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.TwelveDigits;
import org.alongside.shared.Times;
import org.alongside.standards.Edition;
import org.alongside.standards.Standard;
import org.alongside.standards.Standards;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From one's own word to an award, and back again: whoever looks is from outside, whoever decides has not looked, and nothing stands that nothing shows. */
@AlongsideTest
class CycleTests {
    @Autowired World world;
    @Autowired SelfAssessments assessments;
    @Autowired Shelf shelf;
    @Autowired Reviews reviews;
    @Autowired Awards awards;
    @Autowired Register register;
    @Autowired PublicRegister publicly;
    @Autowired Standards standards;
    @Autowired JdbcClient client;
    @Autowired ActingTransaction acting;
    @Autowired ApplicationEventPublisher events;
    @Autowired TestClock clock;
    @Autowired OneTimeTask<Void> peerReviewIsTold, peerReviewIsRead;
    private final Everything everything = new Everything();
    private Standard standard;
    private SelfAssessmentId id;
    private UUID evidence;
    private Actor.Worker third;

    @BeforeEach
    void handed_in() {
        standard = standards.one("supporting-men").orElseThrow();
        id = handIn("Part " + UUID.randomUUID(), today().plusYears(2));
        third = hireReviewer();
    }

    @AfterEach
    void over() {
        world.leave(third);
        clock.back();
        world.as(World.SAL, () -> register.own().stream().filter(one -> one.about().startsWith("Part ")).forEach(one -> awards.giveUp(one.id(), World.SAL)));
    }

    @Test
    void a_whole_cycle_ends_with_an_award_that_anybody_can_check() {
        UUID review = looked(Answer.MET);
        UUID decision = UUID.randomUUID();
        world.as(World.WREN, () -> awards.decide(decision, review, true, "All musts are met.", World.WREN));

        Award award = asAnyone(decision);
        assertThat(award.on(today())).isEqualTo(Standing.STANDS);
        assertThat(award.level()).isEqualTo(Level.AWARDED);
        assertThat(award.body()).isEqualTo("Tideway Quality Board");
        assertThat(award.until()).isEqualTo(today().plusYears(3));
        publicly.lookAgain();
        assertThat(publicly.byCode(award.code())).isPresent();
    }

    @Test
    void whoever_looked_at_it_does_not_decide() {
        UUID review = looked(Answer.MET);

        refused("awards.same", () -> world.as(World.NOOR, () -> awards.decide(UUID.randomUUID(), review, true, "x", World.NOOR)));
    }

    @Test
    void nobody_of_ones_own_organisation_looks_at_it() {
        Actor.Worker own = world.hire(null, "Own reviewer", Role.REVIEWER, Role.MANAGER);
        try {
            world.as(own, () -> reviews.offer(true, own));
            assertThat(world.as(World.SAL, () -> reviews.offers())).extracting(Reviews.Offer::organisation).doesNotContain(DemoTown.HARBOUR_HOUSE);
            refused("peerreview.nobody", () -> world.as(World.SAL, () -> reviews.ask(UUID.randomUUID(), id, DemoTown.HARBOUR_HOUSE, World.SAL)));
            UUID review = asked();
            assertThatThrownBy(() -> world.as(own, () -> reviews.take(review, false, "None", own))).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> world.as(own, () -> everyInsert(review, own))).as("the database says no by itself").rootCause().hasMessageContaining("row-level security");
        } finally {
            world.as(own, () -> reviews.offer(false, own));
            world.leave(own);
        }
    }

    private int everyInsert(UUID review, Actor.Worker own) {
        return client.sql("insert into peerreview.finding (review_id, statement_id, owner_id, organisation_id, verdict, observation, method, observed_on, found_by, found_at) values (:id, 'L1', access.organisation(), access.organisation(), 'MET', 'x', 'EXAMINE', current_date, :me, now())")
                .param("id", review).param("me", own.worker().id()).update();
    }

    @Test
    void whoever_has_something_to_gain_by_it_does_not_take_it() {
        UUID review = asked();

        refused("peerreview.conflict", () -> world.as(World.NOOR, () -> reviews.take(review, true, "My brother works there", World.NOOR)));
        assertThat(world.as(World.NOOR, () -> reviews.one(review)).state()).isEqualTo(ReviewState.ASKED);
    }

    @Test
    void a_finding_says_what_it_was_seen_by() {
        UUID review = taken();

        refused("peerreview.unseen", () -> world.as(World.NOOR, () -> reviews.find(review, "L1", 0, new Finding.Written(Answer.MET, "  ", Method.EXAMINE, today()), World.NOOR)));
    }

    @Test
    void it_is_not_shown_before_every_must_was_looked_at() {
        UUID review = taken();
        find(review, "L1", Answer.MET);

        refused("peerreview.unfinished", () -> world.as(World.NOOR, () -> reviews.show(review, "x", World.NOOR)));
    }

    @Test
    void nothing_of_it_is_seen_before_it_is_shown_and_then_it_can_be_answered() {
        UUID review = taken();
        find(review, "L1", Answer.NOT_YET);
        assertThat(world.as(World.SAL, () -> reviews.one(review)).findings()).isEmpty();
        refused("peerreview.state", () -> world.as(World.SAL, () -> reviews.reply(review, "L1", "x", World.SAL)));

        show(review, Answer.MET);
        world.as(World.SAL, () -> reviews.reply(review, "L1", "It was moved to page two.", World.SAL));
        assertThat(world.as(World.NOOR, () -> reviews.one(review)).findings().get("L1").reply()).isEqualTo("It was moved to page two.");
        assertThat(world.as(World.NOOR, () -> client.sql("update peerreview.finding set verdict = 'MET' where review_id = :id").param("id", review).update())).as("what was shown stands").isZero();
    }

    @Test
    void the_database_itself_keeps_the_two_sides_of_a_review_apart() {
        UUID review = taken();
        find(review, "L1", Answer.PARTLY);
        assertThatThrownBy(() -> reply(World.NOOR, review)).rootCause().hasMessageContaining("answer for themselves");
        for (String found : List.of("summary = 'Very good'", "conflict = 'None'", "reviewer_name = 'N. R.'", "shown_at = now()", "state = 'SHOWN'")) {
            String write = "update peerreview.review set " + found + " where id = :id";
            assertThatThrownBy(() -> world.as(World.SAL, () -> client.sql(write).param("id", review).update())).as(found).rootCause().hasMessageContaining("written by those who looked");
            assertThat(world.as(World.NOOR, () -> client.sql(write).param("id", review).update())).as("control: %s", found).isEqualTo(1);
        }
        assertThatThrownBy(() -> world.as(World.SAL, () -> client.sql("update peerreview.finding set verdict = 'MET' where review_id = :id").param("id", review).update())).rootCause().hasMessageContaining("written by those who looked");
        assertThat(reply(World.SAL, review)).as("control: their own half").isEqualTo(1);
    }

    private int reply(Actor.Worker me, UUID review) {
        return world.as(me, () -> client.sql("update peerreview.finding set reply = 'x', replied_by = access.worker(), replied_at = now() where review_id = :id").param("id", review).update());
    }

    @Test
    void nobody_writes_what_was_found_in_a_colleagues_name_nor_takes_over_what_a_colleague_looks_at() {
        UUID review = asked();
        assertThatThrownBy(() -> takeAs(World.WREN, review, World.NOOR)).rootCause().hasMessageContaining("row-level security");
        assertThat(takeAs(World.NOOR, review, World.NOOR)).as("control").isEqualTo(1);
        assertThatThrownBy(() -> takeAs(World.WREN, review, World.WREN)).as("else whoever looked could decide on it").rootCause().hasMessageContaining("goes on with it");

        assertThatThrownBy(() -> findAs(review, World.WREN)).rootCause().hasMessageContaining("row-level security");
        assertThat(findAs(review, World.NOOR)).as("control").isEqualTo(1);
        String by = "update peerreview.finding set verdict = 'MET', found_by = :by where review_id = :id";
        assertThatThrownBy(() -> world.as(World.NOOR, () -> client.sql(by).param("by", World.WREN.worker().id()).param("id", review).update())).rootCause().hasMessageContaining("row-level security");
        assertThat(world.as(World.NOOR, () -> client.sql(by).param("by", World.NOOR.worker().id()).param("id", review).update())).as("control").isEqualTo(1);
    }

    private int takeAs(Actor.Worker me, UUID review, Actor.Worker reviewer) {
        return world.as(me, () -> client.sql("update peerreview.review set state = 'TAKEN', reviewer_id = :reviewer, reviewer_name = 'x', conflict = 'Nothing', taken_at = now() where id = :id").param("reviewer", reviewer.worker().id()).param("id", review).update());
    }

    private int findAs(UUID review, Actor.Worker by) {
        return world.as(World.NOOR, () -> client.sql("""
                insert into peerreview.finding (review_id, statement_id, owner_id, organisation_id, verdict, observation, method, observed_on, found_by, found_at) values (:id, 'L1', :owner, access.organisation(), 'PARTLY', 'Seen', 'EXAMINE', current_date, :by, now())
                """).param("id", review).param("owner", DemoTown.HARBOUR_HOUSE.id()).param("by", by.worker().id()).update());
    }

    @Test
    void an_award_is_given_in_the_name_of_no_body_but_ones_own() {
        UUID review = looked(Answer.MET), decision = UUID.randomUUID();
        world.as(World.WREN, () -> client.sql("""
                insert into awards.decision (id, review_id, assessment_id, owner_id, reviewer_id, decided_by, decider_name, outcome, reason, decided_at) select :id, r.id, r.assessment_id, r.owner_id, r.reviewer_id, access.worker(), 'x', 'AWARDED', 'x', now() from peerreview.review r where r.id = :review
                """).param("id", decision).param("review", review).update());

        assertThatThrownBy(() -> named(decision, "National Quality Office")).rootCause().hasMessageContaining("row-level security");

        assertThat(named(decision, "Tideway Quality Board")).as("control").isEqualTo(1);
        world.as(World.SAL, () -> client.sql("update awards.award set withdrawn_at = now() where decision_id = :id").param("id", decision).update());
    }

    private int named(UUID decision, String body) {
        return world.as(World.WREN, () -> client.sql("""
                insert into awards.award (id, code, decision_id, assessment_id, owner_id, owner_name, organisation_id, organisation_name, body_name, standard_key, standard_version, edition, about, unmet_musts, from_on, until_on)
                select d.id, :code, d.id, d.assessment_id, d.owner_id, 'Harbour House', d.organisation_id, 'Tideway Quality Board', :body, 'supporting-men', '1', 'STARTING', 'x', '{}', current_date, current_date + 1 from awards.decision d where d.id = :id
                """).param("code", TwelveDigits.random()).param("body", body).param("id", decision).update());
    }

    @Test
    void it_is_decided_after_they_answered_or_had_their_time_to() {
        UUID review = taken();
        show(review, Answer.MET);
        refused("awards.unheard", () -> decide(review, true));

        clock.pass(Review.TIME_TO_REPLY);
        decide(review, true);
        assertThat(world.as(World.WREN, () -> awards.of(review))).hasSize(1);
    }

    @Test
    void a_must_that_was_not_found_to_be_met_is_no_award() {
        UUID review = looked(Answer.PARTLY);

        refused("awards.unmet", () -> decide(review, true));
        decide(review, false);
        assertThat(world.as(World.anyone(), () -> register.all())).noneMatch(one -> one.assessment().equals(id));
    }

    @Test
    void what_nothing_shows_any_more_is_no_award_and_stops_standing_at_once() {
        UUID decision = awarded();
        assertThat(asAnyone(decision).on(today())).as("control").isEqualTo(Standing.STANDS);

        world.as(World.SAL, () -> shelf.takeAway(evidence, "It held a name", World.SAL));

        assertThat(asAnyone(decision).on(today())).isEqualTo(Standing.PAUSED);
    }

    @Test
    void it_stops_standing_too_when_a_job_finds_that_what_showed_it_is_gone() {
        UUID decision = awarded();
        TestDatabase.asOwner("update selfassessment.evidence set content = null, words = '', link = null, details_why = '', taken_at = now(), taken_why = 'It is no longer public.' where id = '" + evidence + "'");
        assertThat(asAnyone(decision).on(today())).as("control: nobody has said so yet").isEqualTo(Standing.STANDS);

        acting.as(new Actor.Job(DemoTown.HARBOUR_HOUSE, "evidence-follows-heard"), () -> events.publishEvent(new SelfAssessmentEvent.GroundChanged(id)));

        assertThat(asAnyone(decision).on(today())).isEqualTo(Standing.PAUSED);
    }

    @Test
    void of_two_reviewers_who_take_it_at_once_one_has_it_and_the_other_learns_so() throws Exception {
        UUID review = asked();
        List<Callable<String>> both = Stream.of(World.NOOR, third).<Callable<String>>map(me -> () -> {
            try {
                world.as(me, () -> reviews.take(review, false, "Nothing", me));
                return "taken";
            } catch (RuleBroken late) {
                return late.rule();
            }
        }).toList();
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            List<String> answers = new ArrayList<>();
            for (Future<String> one : two.invokeAll(both)) answers.add(one.get());
            assertThat(answers).containsExactlyInAnyOrder("taken", "peerreview.state");
        } finally {
            two.shutdownNow();
        }
    }

    @Test
    void what_was_given_up_is_nothing_to_appeal_against() {
        UUID decision = awarded();
        world.as(World.SAL, () -> awards.giveUp(decision, World.SAL));

        refused("awards.nothing", () -> world.as(World.SAL, () -> awards.appeal(UUID.randomUUID(), decision, "We want it back", World.SAL)));
    }

    @Test
    void a_review_with_somebodys_details_in_it_is_not_shown() {
        UUID review = taken();
        standard.statements(Edition.STARTING).forEach(one -> world.as(World.NOOR, () -> reviews.find(review, one.id(), 0, new Finding.Written(Answer.MET, one.id().equals("L1") ? "Told by her, 01632 960123" : "Seen", Method.OBSERVE, today()), World.NOOR)));

        refused("peerreview.details", () -> world.as(World.NOOR, () -> reviews.show(review, "Good.", World.NOOR)));
    }

    @Test
    void whoever_looks_from_outside_reads_for_a_year_after_they_were_last_asked() {
        UUID first = taken();
        world.as(World.SAL, () -> reviews.withdraw(first, "Too soon", World.SAL));
        clock.pass(Duration.ofMillis(1));
        UUID again = taken();

        run(peerReviewIsRead, first);
        assertThat(world.as(World.NOOR, () -> assessments.one(id)).id()).as("control: they were asked again").isEqualTo(id);

        run(peerReviewIsRead, again);
        assertThatThrownBy(() -> world.as(World.NOOR, () -> assessments.one(id))).isInstanceOf(NotFound.class);
    }

    @Test
    void whoever_declined_reads_no_more_unless_they_were_asked_again_before_that_was_told() {
        UUID first = asked();
        world.as(World.NOOR, () -> reviews.decline(first, "No time", World.NOOR));
        clock.pass(Duration.ofMillis(1));
        UUID again = taken();

        run(peerReviewIsTold, first);
        assertThat(world.as(World.NOOR, () -> assessments.one(id)).id()).isEqualTo(id);

        world.as(World.NOOR, () -> reviews.decline(again, "No time after all", World.NOOR));
        run(peerReviewIsTold, again);
        assertThatThrownBy(() -> world.as(World.NOOR, () -> assessments.one(id))).as("control: asked no more").isInstanceOf(NotFound.class);
    }

    private void run(OneTimeTask<Void> job, UUID review) {
        job.execute(new TaskInstance<>(job.getName(), DemoTown.HARBOUR_HOUSE.id() + "/" + review), null);
    }

    @Test
    void ones_own_word_does_not_stand_beside_an_award_that_was_suspended() {
        UUID decision = awarded();
        world.as(World.WREN, () -> awards.suspend(decision, "Somebody complained", World.WREN));

        refused("awards.twice", () -> world.as(World.SAL, () -> awards.declare(UUID.randomUUID(), id, World.SAL)));
    }

    @Test
    void it_pauses_when_its_evidence_runs_out_and_stands_again_once_that_is_renewed() {
        UUID decision = awarded();
        LocalDate after = today().plusYears(2).plusDays(1);
        world.as(World.NOOR, () -> awards.check(decision, "Still so", World.NOOR));
        assertThat(asAnyone(decision).on(after.minusDays(1))).isEqualTo(Standing.STANDS);
        assertThat(asAnyone(decision).on(after)).isEqualTo(Standing.PAUSED);

        UUID fresh = UUID.randomUUID();
        world.as(World.SAL, () -> {
            shelf.add(id, "L1", fresh, evidence(null), null, World.SAL);
            assessments.one(id).statements().forEach(one -> shelf.use(id, one.id(), List.of(fresh), World.SAL));
        });

        assertThat(asAnyone(decision).on(after)).isEqualTo(Standing.STANDS);
    }

    @Test
    void it_pauses_when_the_check_half_way_is_overdue() {
        UUID decision = awarded();
        LocalDate overdue = today().plusMonths(18).plusDays(Award.DAYS_OF_GRACE + 1);

        assertThat(asAnyone(decision).on(overdue.minusDays(1))).isEqualTo(Standing.STANDS);
        assertThat(asAnyone(decision).on(overdue)).isEqualTo(Standing.PAUSED);
        world.as(World.NOOR, () -> awards.check(decision, "Still so", World.NOOR));
        assertThat(asAnyone(decision).on(overdue)).isEqualTo(Standing.STANDS);
    }

    @Test
    void an_appeal_is_heard_by_somebody_who_had_no_hand_in_it_and_then_decided_again_by_another() {
        UUID review = looked(Answer.MET), decision = UUID.randomUUID(), appeal = UUID.randomUUID();
        world.as(World.WREN, () -> awards.decide(decision, review, false, "Not convinced.", World.WREN));
        world.as(World.SAL, () -> awards.appeal(appeal, decision, "Nothing was missing.", World.SAL));

        for (Actor.Worker involved : List.of(World.NOOR, World.WREN)) refused("awards.involved", () -> world.as(involved, () -> awards.hear(appeal, true, "x", involved)));
        world.as(third, () -> awards.hear(appeal, true, "They are right.", third));

        refused("awards.again", () -> decide(review, true));
        UUID again = UUID.randomUUID();
        world.as(third, () -> awards.decide(again, review, true, "All is there.", third));
        assertThat(asAnyone(again).on(today())).isEqualTo(Standing.STANDS);
    }

    @Test
    void what_is_suspended_does_not_stand_and_who_suspended_it_does_not_hear_the_appeal() {
        UUID decision = awarded(), appeal = UUID.randomUUID();
        world.as(third, () -> awards.suspend(decision, "A complaint", third));
        assertThat(asAnyone(decision).on(today())).isEqualTo(Standing.SUSPENDED);
        assertThat(world.as(World.anyone(), () -> awards.steps(decision))).as("why is between the two").isEmpty();

        world.as(World.SAL, () -> awards.appeal(appeal, decision, "It was answered.", World.SAL));
        refused("awards.involved", () -> world.as(third, () -> awards.hear(appeal, true, "x", third)));
        Actor.Worker fourth = hireReviewer();
        try {
            world.as(fourth, () -> awards.hear(appeal, true, "It was answered indeed.", fourth));
        } finally {
            world.leave(fourth);
        }
        assertThat(asAnyone(decision).on(today())).isEqualTo(Standing.STANDS);
    }

    @Test
    void whoever_has_it_may_give_it_up_and_change_nothing_else_about_it() {
        UUID decision = awarded();
        for (String judged : List.of("interim_on = current_date", "suspended_at = now()")) {
            String write = "update awards.award set " + judged + " where id = :id";
            assertThatThrownBy(() -> write(World.SAL, write.replace(" where", ", withdrawn_at = now() where"), decision)).as(judged).rootCause().hasMessageContaining("written by those who gave it");
            assertThat(write(World.WREN, write, decision)).as("control: %s", judged).isEqualTo(1);
        }
        world.as(World.SAL, () -> awards.giveUp(decision, World.SAL));
        assertThat(asAnyone(decision).on(today())).isEqualTo(Standing.WITHDRAWN);
        for (String back : List.of("withdrawn_at = null", "withdrawn_at = now()", "replaced_at = now()")) assertThat(write(World.SAL, "update awards.award set " + back + " where id = :id", decision)).as("what was given up stays so: %s", back).isZero();
    }

    private int write(Actor me, String statement, UUID award) {
        return world.as(me, () -> client.sql(statement).param("id", award).update());
    }

    @Test
    void what_happened_to_an_award_is_told_in_ones_own_name_and_between_the_two_whom_it_is_between() {
        UUID decision = awarded();

        assertThatThrownBy(() -> step(World.SAL, decision, DemoTown.HARBOUR_HOUSE, DemoTown.QUALITY_BOARD, World.WREN)).as("in another's name").rootCause().hasMessageContaining("row-level security");
        assertThatThrownBy(() -> step(World.SAL, decision, DemoTown.HARBOUR_HOUSE, DemoTown.COUNCIL, World.SAL)).as("to somebody else").rootCause().hasMessageContaining("row-level security");
        assertThatThrownBy(() -> step(World.INES, decision, DemoTown.COUNCIL, DemoTown.QUALITY_BOARD, World.INES)).as("about what others have").rootCause().hasMessageContaining("row-level security");

        for (Actor.Worker either : List.of(World.SAL, World.WREN)) assertThat(step(either, decision, DemoTown.HARBOUR_HOUSE, DemoTown.QUALITY_BOARD, either)).as("control").isEqualTo(1);
    }

    private int step(Actor.Worker me, UUID award, OrganisationId owner, OrganisationId organisation, Actor.Worker by) {
        return world.as(me, () -> client.sql("insert into awards.step (id, award_id, owner_id, organisation_id, kind, words, taken_by, taken_at) values (gen_random_uuid(), :id, :owner, :organisation, 'CHECKED', 'x', :by, now())").param("id", award).param("owner", owner.id())
                .param("organisation", organisation.id()).param("by", by.worker().id()).update());
    }

    @Test
    void whether_anything_still_shows_it_is_written_by_those_who_look_after_what_shows_it() {
        UUID decision = awarded();
        String shows = "update awards.ground set holds = true where award_id = :id";

        for (Actor other : List.of(World.JO, World.CAM, World.WREN, new Actor.Job(DemoTown.HARBOUR_HOUSE, "award-runs"))) assertThat(write(other, shows, decision)).as(other.toString()).isZero();

        for (Actor theirs : List.of(World.SAL, World.MINA, new Actor.Job(DemoTown.HARBOUR_HOUSE, "evidence-follows-heard"))) assertThat(write(theirs, shows, decision)).as("control: %s", theirs).isEqualTo(1);
    }

    @Test
    void ones_own_word_is_never_called_an_award_and_needs_something_to_show_it_too() {
        UUID own = UUID.randomUUID();
        world.as(World.SAL, () -> awards.declare(own, id, World.SAL));
        assertThat(asAnyone(own).level()).isEqualTo(Level.SELF_ASSESSED);
        assertThat(asAnyone(own).on(today())).isEqualTo(Standing.STANDS);
        assertThatThrownBy(() -> world.as(World.SAL, () -> assessments.takeBack(id, World.SAL))).isInstanceOf(RuleBroken.class);

        world.as(World.SAL, () -> shelf.takeAway(evidence, "Wrong", World.SAL));
        assertThat(asAnyone(own).on(today())).isEqualTo(Standing.PAUSED);
    }

    @Test
    void where_no_body_has_made_the_standard_its_own_it_is_looked_at_and_no_award() {
        world.as(new Actor.Installer(), () -> client.sql("update awards.adoption set ended_on = current_date where organisation_id = :board").param("board", DemoTown.QUALITY_BOARD.id()).update());
        try {
            assertThat(asAnyone(awarded()).level()).isEqualTo(Level.LOOKED_AT);
        } finally {
            world.as(new Actor.Installer(), () -> client.sql("update awards.adoption set ended_on = null where organisation_id = :board").param("board", DemoTown.QUALITY_BOARD.id()).update());
        }
    }

    @Test
    void a_later_award_takes_the_place_of_the_one_before() {
        UUID first = awarded();
        String part = asAnyone(first).about();
        id = world.as(World.SAL, () -> assessments.begin(UUID.randomUUID(), standard, Edition.STARTING, part, id, World.SAL));
        world.as(World.SAL, () -> {
            assessments.one(id).said().values().forEach(said -> assessments.answer(id, said.statement(), said.revision(), Answer.MET, "still", World.SAL));
            assessments.submit(id, World.SAL);
        });
        UUID second = awarded();

        assertThat(asAnyone(first).on(today())).isEqualTo(Standing.ENDED);
        assertThat(asAnyone(second).on(today())).isEqualTo(Standing.STANDS);
    }

    /** Some thousand steps of everybody, sensible or not: what must never be so is looked for after each. */
    @Test
    void no_sequence_of_steps_lets_anybody_judge_their_own_or_an_award_stand_that_nothing_shows() {
        Actor.Worker own = world.hire(null, "Own reviewer", Role.REVIEWER, Role.MANAGER);
        List<Actor.Worker> all = List.of(World.SAL, World.SAL, own, World.NOOR, World.WREN, third, World.INES, World.NIA);
        List<String> done = new ArrayList<>();
        try {
            world.as(own, () -> reviews.offer(true, own));
            for (int seed = 1; seed <= 12; seed++) {
                Random random = new Random(seed);
                SelfAssessmentId before = id;
                id = handIn("Part " + UUID.randomUUID(), random.nextBoolean() ? null : today().plusDays(random.nextInt(40)));
                UUID review = UUID.randomUUID();
                for (int step = 0; step < 60; step++) {
                    Actor.Worker me = all.get(random.nextInt(all.size()));
                    try {
                        if (step(random, review, me)) done.add("done");
                    } catch (RuleBroken | NotFound | DataAccessException refused) {
                        done.add("refused");
                    }
                    mustHold("seed " + seed + ", step " + step);
                }
                id = before;
            }
        } finally {
            world.as(own, () -> reviews.offer(false, own));
            world.leave(own);
        }
        // Control: the steps went far enough for something to go wrong, and some were refused.
        assertThat(done).contains("refused").contains("done");
        int given = everything.see(rows -> rows.sql("select count(*) from awards.award").query(Integer.class).single());
        assertThat(given).isGreaterThan(3);
    }

    private boolean step(Random random, UUID review, Actor.Worker me) {
        Answer answer = random.nextInt(4) == 0 ? Answer.values()[random.nextInt(4)] : Answer.MET;
        boolean yes = random.nextInt(3) > 0;
        switch (random.nextInt(17)) {
            case 0 -> world.as(me, () -> reviews.ask(review, id, yes ? DemoTown.QUALITY_BOARD : me.organisation(), me));
            case 1 -> world.as(me, () -> reviews.take(review, !yes, "Nothing", me));
            case 2, 3 -> world.as(me, () -> standard.of(Edition.STARTING).forEach(section -> section.statements().forEach(one -> reviews.find(review, one.id(), 0, new Finding.Written(answer, "Seen", Method.EXAMINE, today()), me))));
            case 4 -> world.as(me, () -> reviews.show(review, "x", me));
            case 5 -> world.as(me, () -> reviews.endReply(review, "x", me));
            case 6, 7 -> world.as(me, () -> awards.decide(UUID.randomUUID(), review, yes, "x", me));
            case 8 -> world.as(me, () -> awards.declare(UUID.randomUUID(), id, me));
            case 9 -> {
                if (random.nextInt(3) > 0) return false;
                world.as(me, () -> shelf.of(id).stream().findFirst().ifPresent(one -> shelf.takeAway(one.id(), "x", me)));
            }
            case 10 -> world.as(me, () -> shelf.add(id, "L1", UUID.randomUUID(), evidence(null), null, me));
            case 11 -> world.as(me, () -> assessments.takeBack(id, me));
            case 12 -> world.as(me, () -> assessments.submit(id, me));
            case 13 -> world.as(me, () -> assessments.answer(id, "L1", assessments.one(id).said().get("L1").revision(), answer, "x", me));
            case 14 -> world.as(me, () -> register.of(id).forEach(one -> awards.suspend(one.id(), "x", me)));
            case 15 -> world.as(me, () -> register.of(id).forEach(one -> awards.lift(one.id(), "x", me)));
            default -> world.as(me, () -> shelf.of(id).stream().map(Evidence::id).findFirst().ifPresent(one -> shelf.use(id, "L2", List.of(one), me)));
        }
        return true;
    }

    private void mustHold(String when) {
        everything.see(rows -> {
            assertThat(rows.sql("select count(*) from peerreview.review where owner_id = organisation_id").query(Integer.class).single()).as(when).isZero();
            assertThat(rows.sql("select count(*) from peerreview.finding f join organisations.worker w on w.id = f.found_by where w.organisation_id = f.owner_id").query(Integer.class).single()).as("%s: found by their own", when).isZero();
            assertThat(rows.sql("select count(*) from awards.decision d join organisations.worker w on w.id = d.decided_by where w.organisation_id = d.owner_id or d.decided_by = d.reviewer_id").query(Integer.class).single()).as("%s: decided by their own or by who looked", when).isZero();
            List<UUID> shown = rows.sql("""
                    select a.id from awards.award a join awards.ground g on g.award_id = a.id
                     where a.withdrawn_at is null and a.replaced_at is null and a.suspended_at is null and g.holds and (g.until_on is null or g.until_on >= :today)
                       and exists (select from selfassessment.answer n where n.assessment_id = a.assessment_id and n.answer = 'MET'
                                      and not exists (select from selfassessment.shown s join selfassessment.evidence e on e.id = s.evidence_id where s.assessment_id = n.assessment_id and s.statement_id = n.statement_id and e.taken_at is null and (e.expires_on is null or e.expires_on >= :today)))
                    """).param("today", today()).query(UUID.class).list();
            assertThat(shown).as("%s: stands, and nothing shows it", when).isEmpty();
            return null;
        });
    }

    private Actor.Worker hireReviewer() {
        return world.hire(DemoTown.QUALITY_BOARD, null, "Third Reviewer", Role.REVIEWER);
    }

    private SelfAssessmentId handIn(String part, LocalDate expires) {
        return world.as(World.SAL, () -> {
            SelfAssessmentId begun = assessments.begin(UUID.randomUUID(), standard, Edition.STARTING, part, null, World.SAL);
            SelfAssessment assessment = assessments.one(begun);
            evidence = UUID.randomUUID();
            shelf.add(begun, "L1", evidence, evidence(expires), null, World.SAL);
            assessment.statements().forEach(one -> {
                shelf.use(begun, one.id(), List.of(evidence), World.SAL);
                assessments.answer(begun, one.id(), 0, Answer.MET, "", World.SAL);
            });
            assessments.submit(begun, World.SAL);
            return begun;
        });
    }

    private NewEvidence evidence(LocalDate expires) {
        return new NewEvidence(EvidenceKind.SEEN, "Seen", "By two of us", null, null, null, LocalDate.of(2026, 1, 5), expires, World.SAL.worker(), "");
    }

    private UUID asked() {
        UUID review = UUID.randomUUID();
        world.as(World.SAL, () -> reviews.ask(review, id, DemoTown.QUALITY_BOARD, World.SAL));
        return review;
    }

    private UUID taken() {
        UUID review = asked();
        world.as(World.NOOR, () -> reviews.take(review, false, "Nothing", World.NOOR));
        return review;
    }

    private void find(UUID review, String statement, Answer verdict) {
        world.as(World.NOOR, () -> reviews.find(review, statement, 0, new Finding.Written(verdict, "Read it", Method.EXAMINE, today()), World.NOOR));
    }

    private void show(UUID review, Answer verdict) {
        world.as(World.NOOR, () -> {
            assessments.one(id).statements().forEach(one -> {
                if (!reviews.one(review).findings().containsKey(one.id())) reviews.find(review, one.id(), 0, new Finding.Written(verdict, "Read it", Method.EXAMINE, today()), World.NOOR);
            });
            reviews.show(review, "As they say.", World.NOOR);
        });
    }

    private UUID looked(Answer verdict) {
        UUID review = taken();
        show(review, verdict);
        world.as(World.SAL, () -> reviews.endReply(review, "Thank you.", World.SAL));
        return review;
    }

    private void decide(UUID review, boolean award) {
        world.as(World.WREN, () -> awards.decide(UUID.randomUUID(), review, award, "As found.", World.WREN));
    }

    private UUID awarded() {
        UUID review = looked(Answer.MET), decision = UUID.randomUUID();
        world.as(World.WREN, () -> awards.decide(decision, review, true, "As found.", World.WREN));
        return decision;
    }

    private Award asAnyone(UUID award) {
        return world.as(World.anyone(), () -> register.one(award));
    }

    private static void refused(String rule, Runnable work) {
        assertThatThrownBy(work::run).isInstanceOfSatisfying(RuleBroken.class, refused -> assertThat(refused.rule()).isEqualTo(rule));
    }

    private LocalDate today() {
        return Times.day(clock.instant());
    }
}
