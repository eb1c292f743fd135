package org.alongside.selfassessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.alongside.AlongsideTest;
import org.alongside.TestClock;
import org.alongside.TestDatabase;
import org.alongside.World;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.access.DemoTown;
import org.alongside.access.Role;
import org.alongside.files.CopiesTests;
import org.alongside.involvement.DemoInvolvement;
import org.alongside.involvement.Heard;
import org.alongside.involvement.Involvement;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Times;
import org.alongside.standards.Edition;
import org.alongside.standards.Standard;
import org.alongside.standards.Standard.Statement;
import org.alongside.standards.Standards;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An organisation looks at itself: together, in its own words, and with something to show for it. */
@AlongsideTest
class SelfAssessmentsTests {
    @Autowired World world;
    @Autowired SelfAssessments assessments;
    @Autowired Shelf shelf;
    @Autowired Standards standards;
    @Autowired JdbcClient sql;
    @Autowired HeardAndDone heard;
    @Autowired Involvement involvement;
    @Autowired TestClock clock;
    private Standard standard;
    private SelfAssessmentId id;

    @BeforeEach
    void begun() {
        standard = standards.one("supporting-men").orElseThrow();
        id = begin(World.SAL, "Own part " + UUID.randomUUID());
    }

    @AfterEach
    void put_away() {
        clock.back();
        world.as(World.SAL, () -> assessments.all().stream().filter(one -> one.about().startsWith("Own part ")).forEach(one -> assessments.putAway(one.id(), World.SAL)));
    }

    @Test
    void a_new_one_asks_for_every_statement_of_its_edition_and_has_answered_none() {
        SelfAssessment assessment = one();

        assertThat(assessment.said()).hasSize(standard.statements(Edition.STARTING).size());
        assertThat(assessment.unanswered()).hasSameSizeAs(assessment.statements());
        assertThat(assessment.counts()).as("none is counted as anything").allSatisfy(one -> assertThat(one.said().values()).containsOnly(0L)).extracting(Counts::open).doesNotContain(0L);
        assertThat(assessment.isOpen()).isTrue();
    }

    @Test
    void a_second_press_finds_the_first_and_two_for_the_same_part_are_not_begun() {
        String part = one().about();

        SelfAssessmentId again = world.as(World.SAL, () -> assessments.begin(id.id(), standard, Edition.STARTING, part, null, World.SAL));

        assertThat(again).isEqualTo(id);
        assertThatThrownBy(() -> begin(World.KIT, part.toUpperCase())).isInstanceOf(RuleBroken.class).hasMessageContaining("open already");
    }

    @Test
    void two_who_answer_different_statements_do_not_meet() {
        answer(World.SAL, "L1", 0, Answer.MET, "by Sal");
        answer(World.MINA, "L2", 0, Answer.PARTLY, "by Mina");

        assertThat(said("L1").why()).isEqualTo("by Sal");
        assertThat(said("L2").by()).isEqualTo(World.MINA.worker());
    }

    @Test
    void two_who_answer_the_same_statement_neither_overwrite_nor_block_each_other() {
        int mine = answer(World.SAL, "L1", 0, Answer.MET, "by Sal");

        assertThatThrownBy(() -> answer(World.MINA, "L1", 0, Answer.NOT_YET, "by Mina")).isInstanceOfSatisfying(RuleBroken.class, refused -> assertThat(refused.rule()).isEqualTo("selfassessment.meanwhile"));
        assertThat(said("L1").why()).isEqualTo("by Sal");

        answer(World.MINA, "L1", mine, Answer.PARTLY, "by Sal and Mina");
        assertThat(said("L1").why()).isEqualTo("by Sal and Mina");
    }

    @Test
    void of_many_who_save_the_same_statement_at_the_same_moment_one_wins_and_nothing_is_mixed() throws Exception {
        ExecutorService many = Executors.newFixedThreadPool(4);
        List<CompletableFuture<Boolean>> tries = IntStream.range(0, 12).mapToObj(number -> CompletableFuture.supplyAsync(() -> {
            try {
                answer(number % 2 == 0 ? World.SAL : World.MINA, "L1", 0, Answer.PARTLY, "number " + number);
                return true;
            } catch (RuleBroken meanwhile) {
                return false;
            }
        }, many)).toList();
        long won = tries.stream().filter(CompletableFuture::join).count();
        many.shutdown();

        assertThat(won).isEqualTo(1);
        assertThat(said("L1").revision()).isEqualTo(1);
    }

    @Test
    void what_is_met_without_anything_that_shows_it_is_not_handed_in() {
        answerAll(Answer.MET);

        assertThatThrownBy(() -> world.as(World.SAL, () -> assessments.submit(id, World.SAL))).isInstanceOf(RuleBroken.class).hasMessageContaining("nothing that shows it").hasMessageContaining("L1");

        answerAll(Answer.NOT_YET);
        world.as(World.SAL, () -> assessments.submit(id, World.SAL));
        assertThat(one().isOpen()).as("control: what claims nothing needs nothing").isFalse();
    }

    @Test
    void what_is_missing_is_said_all_at_once() {
        answer(World.SAL, "L1", 0, Answer.MET, "");
        answer(World.SAL, "L2", 0, Answer.NOT_APPLICABLE, " ");

        assertThatThrownBy(() -> world.as(World.SAL, () -> assessments.submit(id, World.SAL))).hasMessageContaining("Not answered: L3").hasMessageContaining("L1").hasMessageContaining("without a reason: L2");
    }

    @Test
    void what_was_handed_in_stands_until_it_is_taken_back() {
        answerAll(Answer.NOT_YET);
        world.as(World.SAL, () -> assessments.submit(id, World.SAL));

        assertThatThrownBy(() -> answer(World.MINA, "L1", 1, Answer.MET, "")).isInstanceOf(RuleBroken.class).hasMessageContaining("stands as it is");
        assertThat(world.as(World.MINA, () -> sql.sql("update selfassessment.answer set why = 'x' where assessment_id = :id").param("id", id.id()).update())).as("the database says no by itself").isZero();

        world.as(World.SAL, () -> assessments.takeBack(id, World.SAL));
        assertThat(answer(World.MINA, "L1", 1, Answer.PARTLY, "")).isEqualTo(2);
        assertThat(one().round()).isEqualTo(1);
    }

    @Test
    void what_an_earlier_one_said_comes_along_to_be_confirmed_and_never_as_met() {
        evidence("L1", null);
        answer(World.SAL, "L1", 0, Answer.MET, "as ever");
        String part = one().about();

        SelfAssessmentId later = world.as(World.SAL, () -> assessments.begin(UUID.randomUUID(), standard, Edition.STARTING, part, id, World.SAL));
        SelfAssessment next = world.as(World.SAL, () -> assessments.one(later));

        assertThat(next.toConfirm()).extracting(Standard.Statement::id).containsExactly("L1");
        assertThat(next.of(next.statement("L1")).isReady()).isFalse();
        assertThat(next.of(next.statement("L1")).valid()).isEqualTo(1);
        assertThat(one().putAwayAt()).as("the one that was still open is put away").isNotNull();
        assertThatThrownBy(() -> world.as(World.SAL, () -> assessments.submit(later, World.SAL))).hasMessageContaining("To be confirmed: L1");

        world.as(World.SAL, () -> assessments.answer(later, "L1", 0, Answer.MET, "looked at again", World.SAL));
        assertThat(world.as(World.SAL, () -> assessments.one(later)).toConfirm()).isEmpty();
    }

    @Test
    void evidence_that_has_run_out_shows_nothing() {
        LocalDate today = Times.day(clock.instant());
        evidence("L1", today);
        answer(World.SAL, "L1", 0, Answer.MET, "");
        assertThat(said("L1").isReady()).as("control: on its last day it does").isTrue();

        evidence("L2", today.minusDays(1));
        answer(World.SAL, "L2", 0, Answer.MET, "");
        assertThat(said("L2").isUnshown()).isTrue();
        assertThat(said("L2").shown()).isEqualTo(1);
    }

    @Test
    void what_shows_a_statement_of_another_standard_that_asks_for_as_much_is_counted_here_too_once_somebody_says_so() {
        // C10 of the core asks for the same as A4, C6 for less than L5.
        SelfAssessmentId core = new SelfAssessmentId(UUID.randomUUID());
        world.as(World.SAL, () -> assessments.begin(core.id(), standards.one("core-support").orElseThrow(), Edition.SERVICES, "Own part " + core.id(), null, World.SAL));
        UUID carries = UUID.randomUUID(), less = UUID.randomUUID();
        world.as(World.SAL, () -> {
            shelf.add(core, "C10", carries, seen("It is asked first how contact is safe"), null, World.SAL);
            shelf.add(core, "C6", less, seen("A survivor sits on the board"), null, World.SAL);
        });

        List<Carried> found = carried().stream().filter(some -> Set.of(carries, less).contains(some.evidence().id())).toList();
        assertThat(found).extracting(Carried::statement, Carried::there, some -> some.evidence().id()).as("and not what asks for less").containsExactly(tuple("A4", "C10", carries));
        assertThat(said("A4").shown()).as("nothing is counted by itself").isZero();

        world.as(World.SAL, () -> shelf.carry(id, World.SAL));
        assertThat(world.as(World.SAL, () -> shelf.of(id)).stream().filter(some -> some.statements().contains("A4")).map(Evidence::id)).contains(carries);
        assertThat(said("A4").answer()).as("what is met, people say").isNull();
        assertThat(carried()).extracting(some -> some.evidence().id()).doesNotContain(carries);
    }

    @Test
    void what_stands_beside_a_statement_of_another_standard_and_has_run_out_is_not_offered() {
        SelfAssessmentId core = new SelfAssessmentId(UUID.randomUUID());
        UUID old = UUID.randomUUID();
        world.as(World.SAL, () -> {
            assessments.begin(core.id(), standards.one("core-support").orElseThrow(), Edition.SERVICES, "Own part " + core.id(), null, World.SAL);
            shelf.add(core, "C10", old, new NewEvidence(EvidenceKind.SEEN, "Seen", "x", null, null, null, today(), today().plusDays(3), World.SAL.worker(), ""), null, World.SAL);
        });
        assertThat(carried()).as("control").extracting(some -> some.evidence().id()).contains(old);

        clock.pass(Duration.ofDays(4));

        assertThat(carried()).extracting(some -> some.evidence().id()).doesNotContain(old);
    }

    @Test
    void a_council_the_police_or_a_hospital_looks_at_how_it_answers_men_by_statements_of_its_own() {
        SelfAssessment councils = world.as(World.INES, () -> assessments.own(DemoSelfAssessments.COUNCILS, World.INES));

        assertThat(councils.statements()).isNotEmpty().allMatch(one -> one.editions().contains(Edition.ASSOCIATED)).hasSizeLessThan(standard.statements(Edition.SERVICES).size());
        assertThatThrownBy(() -> world.as(World.SAL, () -> assessments.one(DemoSelfAssessments.COUNCILS))).as("nobody else sees it").isInstanceOf(NotFound.class);
    }

    @Test
    void what_survivors_asked_for_and_what_was_done_shows_a_statement_for_as_long_as_anybody_may_read_it() {
        withEveryStatement();
        assertThat(notShown()).extracting(Heard::change).contains(DemoInvolvement.CHANGED);
        world.as(World.MINA, () -> heard.use(id, "L5", DemoInvolvement.CHANGED, World.MINA));
        world.as(World.MINA, () -> heard.use(id, "L5", DemoInvolvement.CHANGED, World.MINA));
        assertThat(said("L5").shown()).as("a second press").isEqualTo(1);
        assertThatThrownBy(() -> world.as(World.MINA, () -> heard.use(id, "L5", DemoInvolvement.REFUSED, World.MINA))).as("what is not public").isInstanceOf(NotFound.class);

        assertThat(beside("L5").words()).contains("We heard: The first question on the phone felt like an accusation.", "We did:");
        assertThat(beside("L5").heard()).as("nobody is counted").isNull();
        assertThat(said("L5").shown()).isEqualTo(1);

        world.as(World.MINA, () -> involvement.takeBack(DemoInvolvement.CHANGED, World.MINA));
        follow();
        assertThat(said("L5").shown()).isZero();
        assertThat(beside("L5").words()).isEmpty();
        assertThat(beside("L5").takenWhy()).isEqualTo("It is no longer public.");

        world.as(World.MINA, () -> involvement.publish(DemoInvolvement.CHANGED, World.MINA));
        assertThat(notShown()).as("public again, it can be used again").extracting(Heard::change).contains(DemoInvolvement.CHANGED);
    }

    @Test
    void words_of_survivors_that_are_written_otherwise_are_read_otherwise() {
        withEveryStatement();
        world.as(World.MINA, () -> heard.use(id, "L5", DemoInvolvement.CHANGED, World.MINA));
        TestDatabase.asOwner("update involvement.heard set did = 'We ask what happened.' where change_id = '" + DemoInvolvement.CHANGED + "'");

        follow();

        assertThat(beside("L5").words()).endsWith("We did: We ask what happened.");
        TestDatabase.asOwner("update involvement.heard set did = 'We ask everybody the same thing first: what has happened?' where change_id = '" + DemoInvolvement.CHANGED + "'");
    }

    private void follow() {
        Acting.as(new Actor.Job(World.MINA.organisation(), HeardAndDone.FOLLOWS), () -> heard.follow(World.MINA.organisation(), DemoInvolvement.CHANGED));
    }

    private Evidence beside(String statement) {
        return world.as(World.SAL, () -> shelf.of(id)).stream().filter(some -> some.statements().contains(statement)).findFirst().orElseThrow();
    }

    @Test
    void what_reviewers_will_read_is_not_handed_in_with_somebodys_details_in_it() {
        withEveryStatement();
        UUID evidence = evidence("L1", null);
        for (Statement one : standard.statements(Edition.SERVICES)) {
            world.as(World.MINA, () -> shelf.use(id, one.id(), List.of(evidence), World.MINA));
            answer(World.MINA, one.id(), said(one.id()).revision(), Answer.MET, one.id().equals("L3") ? "She rang from 01632 960123." : "");
        }

        assertThatThrownBy(() -> world.as(World.SAL, () -> assessments.submit(id, World.SAL))).isInstanceOf(RuleBroken.class).hasMessageContaining("detail of somebody: L3.");

        answer(World.MINA, "L3", said("L3").revision(), Answer.MET, "She rang.");
        world.as(World.SAL, () -> assessments.submit(id, World.SAL));
    }

    @Test
    void what_is_taken_away_is_gone_for_everybody_and_shows_nothing_any_more() {
        UUID evidence = evidence("L1", null);
        answer(World.SAL, "L1", 0, Answer.MET, "");
        assertThat(world.as(World.SAL, () -> assessments.ground(id)).holds()).as("control").isTrue();

        world.as(World.MINA, () -> shelf.takeAway(evidence, "A name was in it", World.MINA));

        assertThat(said("L1").isUnshown()).isTrue();
        assertThat(world.as(World.SAL, () -> assessments.ground(id)).holds()).isFalse();
        assertThatThrownBy(() -> world.as(World.SAL, () -> shelf.content(id, evidence))).isInstanceOf(NotFound.class);
        assertThat(world.as(World.SAL, () -> shelf.one(id, evidence))).satisfies(gone -> {
            assertThat(gone.takenWhy()).isEqualTo("A name was in it");
            assertThat(gone.title() + gone.words()).as("nor what was written about it").isEqualTo("Something that was taken away");
        });
        assertThat(world.as(World.MINA, () -> sql.sql("update selfassessment.evidence set taken_at = null, taken_why = null where id = :id").param("id", evidence).update())).as("and it does not come back").isZero();
        assertThat(world.as(World.SAL, () -> sql.sql("select content from selfassessment.evidence where id = :id").param("id", evidence).query(byte[].class).optional())).isEmpty();
    }

    @Test
    void what_it_rests_on_ends_with_the_first_statement_that_nothing_shows_any_more() {
        LocalDate today = Times.day(clock.instant());
        evidence("L1", today.plusDays(30));
        evidence("L1", today.plusDays(90));
        evidence("L2", today.plusDays(60));
        answer(World.SAL, "L1", 0, Answer.MET, "");
        answer(World.SAL, "L2", 0, Answer.MET, "");

        assertThat(world.as(World.SAL, () -> assessments.ground(id))).isEqualTo(new SelfAssessments.Ground(true, today.plusDays(60)));
    }

    @Test
    void a_file_with_somebodys_details_in_it_is_not_taken_unless_it_is_said_whose_they_are() {
        Shelf.Sent policy = new Shelf.Sent("policy.txt", "Ring 01632 960123 and ask for her.".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> add("L1", file(""), policy)).isInstanceOfSatisfying(RuleBroken.class, refused -> assertThat(refused.rule()).isEqualTo("selfassessment.details")).hasMessageContaining("1 telephone number");
        assertThatThrownBy(() -> add("L1", words("His birthday: born 3/3/1980"), null)).hasMessageContaining("date of birth");

        add("L1", file("Our own switchboard"), policy);
        assertThat(world.as(World.SAL, () -> shelf.of(id))).singleElement().satisfies(one -> assertThat(one.detailsWhy()).isEqualTo("Our own switchboard"));
    }

    @Test
    void only_kinds_of_file_are_taken_that_cannot_run_and_others_get_a_copy_with_nothing_hidden_in_it() throws Exception {
        assertThatThrownBy(() -> add("L1", file(""), new Shelf.Sent("x.pdf", "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8)))).hasMessageContaining("not taken");
        assertThatThrownBy(() -> add("L1", file(""), new Shelf.Sent("x.txt", new byte[Shelf.LARGEST + 1]))).hasMessageContaining("10 MB");

        byte[] photo = CopiesTests.photo(40, 20, 6);
        UUID evidence = add("L1", file(""), new Shelf.Sent("x.jpg", photo));
        byte[] kept = world.as(World.SAL, () -> shelf.content(id, evidence)).bytes(), given = world.as(World.SAL, () -> shelf.copy(id, evidence)).bytes();
        assertThat(kept).as("its owner has it as it came").isEqualTo(photo);
        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).as("control").contains("Exif");
        assertThat(new String(given, StandardCharsets.ISO_8859_1)).doesNotContain("Exif");
    }

    @Test
    void how_many_survivors_said_it_is_never_shown_as_it_is() {
        NewEvidence heard = new NewEvidence(EvidenceKind.LISTENED, "What men said", "In a group", null, 3, 18, LocalDate.of(2026, 1, 5), null, World.SAL.worker(), "");
        UUID evidence = add("L1", heard, null);

        Evidence shown = world.as(World.SAL, () -> shelf.one(id, evidence));
        assertThat(shown.heard().words()).isEqualTo("not shown");
        assertThat(shown.asked().words()).isEqualTo("about 20");
        assertThat(world.as(World.SAL, () -> sql.sql("select heard || ' of ' || asked from selfassessment.evidence where id = :id").param("id", evidence).query(String.class).single())).as("nor kept").isEqualTo("-1 of 20");
    }

    @Test
    void one_piece_may_show_several_things_and_stays_on_the_shelf_when_it_is_taken_off_one() {
        UUID evidence = evidence("L1", null);
        world.as(World.MINA, () -> shelf.use(id, "L2", List.of(evidence), World.MINA));
        assertThat(world.as(World.SAL, () -> shelf.one(id, evidence)).statements()).containsExactly("L1", "L2");

        world.as(World.MINA, () -> shelf.takeOff(id, "L1", evidence, World.MINA));

        assertThat(world.as(World.SAL, () -> shelf.one(id, evidence)).statements()).containsExactly("L2");
        assertThat(world.as(World.SAL, () -> shelf.all())).extracting(Evidence::id).contains(evidence);
    }

    @Test
    void nobody_outside_sees_it_before_it_is_handed_in_and_given_to_them() {
        world.as(World.SAL, () -> assessments.give(id, DemoTown.COUNCIL, "Westermouth Council", Reading.COMMISSIONER, World.SAL));
        world.as(World.SAL, () -> assessments.give(id, DemoTown.QUALITY_BOARD, "Tideway Quality Board", Reading.REVIEW, World.SAL));
        UUID evidence = evidence("L1", null);
        answerAll(Answer.NOT_YET);
        for (Actor.Worker other : List.of(World.INES, World.NOOR, World.NIA)) assertThatThrownBy(() -> world.as(other, () -> assessments.one(id))).as(other.worker().toString()).isInstanceOf(NotFound.class);

        world.as(World.SAL, () -> assessments.submit(id, World.SAL));

        assertThat(world.as(World.INES, () -> assessments.one(id)).said()).hasSize(standard.statements(Edition.STARTING).size());
        assertThat(world.as(World.INES, () -> assessments.given())).extracting(SelfAssessment::id).contains(id);
        assertThat(world.as(World.INES, () -> shelf.of(id))).as("a commissioner reads no evidence").isEmpty();
        assertThat(world.as(World.NOOR, () -> shelf.of(id))).extracting(Evidence::id).containsExactly(evidence);
        assertThatThrownBy(() -> world.as(World.NIA, () -> assessments.one(id))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> world.as(World.CAM, () -> assessments.own(id, World.CAM))).isInstanceOf(NotFound.class);
        assertThat(world.as(World.NOOR, () -> sql.sql("update selfassessment.answer set answer = 'MET'").update())).as("whoever reads does not write").isZero();

        world.as(World.SAL, () -> assessments.takeFrom(id, DemoTown.COUNCIL, Reading.COMMISSIONER, World.SAL));
        assertThatThrownBy(() -> world.as(World.INES, () -> assessments.one(id))).isInstanceOf(NotFound.class);
    }

    @Test
    void whoever_reviews_and_commissions_reads_no_evidence_of_what_was_given_to_them_as_a_commissioner() {
        Actor.Worker both = world.hire(DemoTown.COUNCIL, null, "Both at once", Role.COMMISSIONER, Role.REVIEWER);
        try {
            UUID evidence = evidence("L1", null);
            answerAll(Answer.NOT_YET);
            world.as(World.SAL, () -> assessments.submit(id, World.SAL));
            world.as(World.SAL, () -> assessments.give(id, DemoTown.COUNCIL, "Westermouth Council", Reading.COMMISSIONER, World.SAL));
            assertThat(world.as(both, () -> assessments.one(id)).said()).as("control: the answers").isNotEmpty();
            assertThat(evidenceRead(both, evidence)).isZero();

            world.as(World.SAL, () -> assessments.give(id, DemoTown.COUNCIL, "Westermouth Council", Reading.REVIEW, World.SAL));
            assertThat(evidenceRead(both, evidence)).as("control: asked to look at it").isEqualTo(1);
            assertThat(evidenceRead(World.INES, evidence)).as("nor does a commissioner who does not review").isZero();
        } finally {
            world.leave(both);
        }
    }

    private int evidenceRead(Actor.Worker me, UUID evidence) {
        return world.as(me, () -> sql.sql("select count(*)::int from selfassessment.evidence where id = :id").param("id", evidence).query(Integer.class).single());
    }

    @Test
    void nobody_is_made_a_reader_of_their_own() {
        assertThatThrownBy(() -> world.as(World.SAL, () -> assessments.give(id, DemoTown.HARBOUR_HOUSE, "Us", Reading.REVIEW, World.SAL))).isInstanceOf(RuleBroken.class);
        assertThatThrownBy(() -> world.as(World.SAL, () -> sql.sql("insert into selfassessment.reader (assessment_id, owner_id, organisation_id, organisation_name, why, given_by, given_at) values (:id, access.organisation(), access.organisation(), 'Us', 'REVIEW', :id, now())").param("id", id.id()).update()))
                .as("the database says no by itself").hasMessageContaining("reader_check");
    }

    @Test
    void those_who_answer_do_not_begin_or_hand_in() {
        assertThatThrownBy(() -> begin(World.MINA, "Own part of Mina")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> world.as(World.MINA, () -> assessments.submit(id, World.MINA))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> world.as(World.JO, () -> assessments.own(id, World.JO))).isInstanceOf(NotFound.class);
        String handIn = "update selfassessment.assessment set submitted_at = now() where id = :id";
        assertThat(world.as(World.MINA, () -> sql.sql(handIn).param("id", id.id()).update())).as("nor does the database let them").isZero();
        assertThat(world.as(World.SAL, () -> sql.sql(handIn).param("id", id.id()).update())).as("control").isEqualTo(1);
    }

    private SelfAssessmentId begin(Actor.Worker me, String part) {
        return world.as(me, () -> assessments.begin(UUID.randomUUID(), standard, Edition.STARTING, part, null, me));
    }

    private SelfAssessment one() {
        return world.as(World.SAL, () -> assessments.one(id));
    }

    private Said said(String statement) {
        SelfAssessment assessment = one();
        return assessment.of(assessment.statement(statement));
    }

    private int answer(Actor.Worker me, String statement, int revision, Answer answer, String why) {
        return world.as(me, () -> assessments.answer(id, statement, revision, answer, why, me));
    }

    private void answerAll(Answer answer) {
        world.as(World.SAL, () -> assessments.one(id).said().values().forEach(said -> assessments.answer(id, said.statement(), said.revision(), answer, "why", World.SAL)));
    }

    private UUID evidence(String statement, LocalDate expires) {
        return add(statement, new NewEvidence(EvidenceKind.SEEN, "Seen", "By two of us", null, null, null, LocalDate.of(2026, 1, 5), expires, World.SAL.worker(), ""), null);
    }

    private static NewEvidence file(String detailsWhy) {
        return new NewEvidence(EvidenceKind.FILE, "A file", "", null, null, null, LocalDate.of(2026, 1, 5), null, World.SAL.worker(), detailsWhy);
    }

    private List<Carried> carried() {
        SelfAssessment now = one();
        return world.as(World.SAL, () -> shelf.carried(now));
    }

    private List<Heard> notShown() {
        SelfAssessment now = one();
        return world.as(World.MINA, () -> heard.notShown(now, "L5"));
    }

    /** By all that is asked of a service, not only of one that begins. */
    private void withEveryStatement() {
        id = new SelfAssessmentId(UUID.randomUUID());
        world.as(World.SAL, () -> assessments.begin(id.id(), standard, Edition.SERVICES, "Own part " + id.id(), null, World.SAL));
    }

    private NewEvidence seen(String title) {
        return new NewEvidence(EvidenceKind.SEEN, title, "x", null, null, null, today(), null, World.SAL.worker(), "");
    }

    private LocalDate today() {
        return Times.day(clock.instant());
    }

    private static NewEvidence words(String words) {
        return new NewEvidence(EvidenceKind.SEEN, "Seen", words, null, null, null, LocalDate.of(2026, 1, 5), null, World.SAL.worker(), "");
    }

    private UUID add(String statement, NewEvidence evidence, Shelf.Sent file) {
        UUID once = UUID.randomUUID();
        world.as(World.SAL, () -> shelf.add(id, statement, once, evidence, file, World.SAL));
        return once;
    }
}
