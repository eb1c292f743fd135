package org.alongside.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.alongside.AlongsideTest;
import org.alongside.TestClock;
import org.alongside.World;
import org.alongside.access.Actor;
import org.alongside.access.WorkerId;
import org.alongside.casework.CaseId;
import org.alongside.casework.Cases;
import org.alongside.casework.MomentKind;
import org.alongside.instruments.AnswerSheet;
import org.alongside.instruments.Instruments;
import org.alongside.instruments.SavedMeanwhile;
import org.alongside.people.About;
import org.alongside.people.NewPerson;
import org.alongside.people.People;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Side;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@AlongsideTest
class RiskAssessmentsTests {
    static final LocalDate SOON = LocalDate.of(2026, 11, 27);
    @Autowired RiskAssessments assessments;
    @Autowired AssessmentRows rows;
    @Autowired Instruments instruments;
    @Autowired Cases cases;
    @Autowired People people;
    @Autowired JdbcClient sql;
    @Autowired TestClock clock;
    @Autowired World world;
    CaseId id;

    @BeforeEach
    void open() {
        id = world.as(World.MINA, () -> cases.open(people.record(new NewPerson(Side.SUPPORT, About.named("Robin", "Ashdown")), World.MINA), null, World.MINA));
    }

    @AfterEach
    void back() {
        clock.back();
    }

    @Test
    void an_assessment_keeps_the_level_the_reason_the_fear_and_the_day_to_look_again() {
        Assessment done = finished(assess(RiskLevel.HIGH, null));

        assertThat(done.level()).isEqualTo(RiskLevel.HIGH);
        assertThat(done.reason()).isEqualTo("What I saw");
        assertThat(done.fearsMost()).isEqualTo("That nobody comes");
        assertThat(done.reviewOn()).isEqualTo(SOON);
        assertThat(world.as(World.MINA, () -> sql.sql("select count(*) from casework.review where case_id = :id and review_on = :on").param("id", id.id()).param("on", SOON).query(Integer.class).single())).isEqualTo(1);
    }

    @Test
    void beginning_twice_finds_the_same_draft() {
        AssessmentId first = world.as(World.MINA, () -> assessments.begin(id, World.MINA));

        assertThat(world.as(World.TOM, () -> assessments.begin(id, World.TOM))).isEqualTo(first);
    }

    @Test
    void a_level_without_a_reason_is_refused_by_the_verb_and_by_the_database() {
        world.as(World.MINA, () -> assessments.begin(id, World.MINA));

        assertThatThrownBy(() -> world.as(World.MINA, () -> assessments.complete(id, 0, sheet(Map.of()), "", new Judgement(RiskLevel.HIGH, "  ", SOON, null), World.MINA))).isInstanceOf(RuleBroken.class);
        assertThatThrownBy(() -> world.as(World.MINA, () -> sql.sql("update risk.assessment set status = 'DONE', level = 'HIGH', review_on = now(), completed_at = now(), completed_by = begun_by where case_id = :id").param("id", id.id()).update()))
                .rootCause().hasMessageContaining("violates check constraint");
    }

    @Test
    void a_lower_level_goes_ahead_only_with_a_colleague_who_looks_within_24_hours() {
        assess(RiskLevel.HIGH, null);
        clock.pass(Duration.ofHours(1));
        assertThatThrownBy(() -> assess(RiskLevel.STANDARD, null)).isInstanceOfSatisfying(RuleBroken.class, refused -> assertThat(refused.rule()).isEqualTo("risk.no-second"));
        assertThatThrownBy(() -> assess(RiskLevel.STANDARD, World.MINA.worker())).isInstanceOf(RuleBroken.class);
        assertThatThrownBy(() -> assess(RiskLevel.STANDARD, World.ROBIN.worker())).isInstanceOf(RuleBroken.class);
        assertThatThrownBy(() -> assess(RiskLevel.STANDARD, World.ASH.worker())).isInstanceOf(RuleBroken.class);

        Assessment lower = finished(assess(RiskLevel.STANDARD, World.TOM.worker()));
        assertThat(lower.level()).isEqualTo(RiskLevel.STANDARD);
        assertThat(lower.secondLook().from()).isEqualTo(RiskLevel.HIGH);
        assertThat(lower.secondLook().dueAt()).isEqualTo(lower.completedAt().plus(Duration.ofHours(24)));
        assertThat(world.as(World.SAL, () -> rows.owed())).extracting(AssessmentRows.Due::id).contains(lower.id());
    }

    @Test
    void the_same_or_a_higher_level_needs_no_second_person() {
        assess(RiskLevel.RAISED, null);
        clock.pass(Duration.ofHours(1));
        assess(RiskLevel.RAISED, null);
        clock.pass(Duration.ofHours(1));

        assertThat(finished(assess(RiskLevel.HIGH, null)).secondLook()).isNull();
    }

    @Test
    void the_second_look_is_somebody_elses_once_and_may_disagree_in_words() {
        assess(RiskLevel.HIGH, null);
        clock.pass(Duration.ofHours(1));
        AssessmentId lower = assess(RiskLevel.RAISED, World.TOM.worker());

        assertThatThrownBy(() -> world.as(World.MINA, () -> assessments.lookAgain(lower, true, "", World.MINA))).isInstanceOf(RuleBroken.class);
        assertThatThrownBy(() -> world.as(World.TOM, () -> assessments.lookAgain(lower, false, " ", World.TOM))).isInstanceOf(RuleBroken.class);
        world.as(World.TOM, () -> assessments.lookAgain(lower, false, "The court date is on Monday", World.TOM));
        assertThatThrownBy(() -> world.as(World.SAL, () -> assessments.lookAgain(lower, true, "", World.SAL))).isInstanceOf(RuleBroken.class);

        assertThat(finished(lower).secondLook().agrees()).isFalse();
        assertThat(finished(lower).secondLook().words()).isEqualTo("The court date is on Monday");
        assertThatThrownBy(() -> world.as(World.TOM, () -> sql.sql("update risk.second_look set agrees = true where assessment_id = :id").param("id", lower.id()).update())).rootCause().hasMessageContaining("does not change");
    }

    @Test
    void a_finished_assessment_does_not_change_not_even_past_the_application() {
        AssessmentId done = assess(RiskLevel.HIGH, null);

        assertThatThrownBy(() -> world.as(World.MINA, () -> sql.sql("update risk.assessment set level = 'STANDARD' where id = :id").param("id", done.id()).update())).rootCause().hasMessageContaining("does not change");
        assertThat(world.as(World.MINA, () -> sql.sql("delete from risk.assessment").update())).as("only the eraser removes").isZero();
    }

    @Test
    void putting_something_right_makes_a_new_one_and_the_old_one_stays_as_it_was() {
        AssessmentId first = assess(RiskLevel.RAISED, null);
        clock.pass(Duration.ofMinutes(5));
        AssessmentId second = world.as(World.MINA, () -> assessments.correct(first, World.MINA));
        assertThat(world.as(World.MINA, () -> rows.draftWords(second)).reason()).isEqualTo("What I saw");
        world.as(World.MINA, () -> assessments.complete(id, 0, sheet(Map.of("weapon", "yes")), "", new Judgement(RiskLevel.HIGH, "There is a weapon", SOON, null), World.MINA));

        assertThat(finished(first).corrected()).isTrue();
        assertThat(finished(first).answers().sheet().said("weapon")).contains("No");
        assertThat(finished(second).answers().sheet().said("weapon")).contains("Yes");
        assertThatThrownBy(() -> world.as(World.MINA, () -> assessments.correct(first, World.MINA))).isInstanceOf(RuleBroken.class);
    }

    @Test
    void of_two_people_writing_at_once_neither_loses_a_word() {
        world.as(World.MINA, () -> assessments.begin(id, World.MINA));
        world.as(World.MINA, () -> assessments.save(id, 0, sheet(Map.of("wants", "mine")), DraftWords.NONE, World.MINA));

        assertThatThrownBy(() -> world.as(World.TOM, () -> assessments.save(id, 0, sheet(Map.of("wants", "theirs")), DraftWords.NONE, World.TOM))).isInstanceOf(SavedMeanwhile.class);
        assertThat(world.as(World.MINA, () -> instruments.response(rows.responseOf(rows.draft(id).orElseThrow()))).sheet().of("wants").typed()).isEqualTo("mine");
    }

    @Test
    void nobody_outside_the_side_and_the_organisation_finds_a_case_an_assessment_or_a_row() {
        AssessmentId done = assess(RiskLevel.HIGH, null);

        for (Actor.Worker other : List.of(World.ROBIN, World.KIT, World.ALEX, World.ASH, World.NIA)) {
            assertThatThrownBy(() -> world.as(other, () -> assessments.begin(id, other))).as("" + other.worker()).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> world.as(other, () -> rows.finished(done))).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> world.as(other, () -> assessments.lookAgain(done, true, "", other))).isInstanceOf(NotFound.class);
            assertThat(world.as(other, () -> sql.sql("select count(*) from risk.assessment where case_id = :id").param("id", id.id()).query(Integer.class).single())).isZero();
        }
    }

    @Test
    void a_case_whose_assessment_is_past_its_day_is_found_with_the_newest_one_that_stands() {
        AssessmentId old = assess(RiskLevel.HIGH, null);

        assertThat(overdueOn(SOON)).doesNotContain(id);
        assertThat(overdueOn(SOON.plusDays(1))).contains(id);
        assertThat(world.as(World.SAL, () -> rows.newest(List.of(id))).get(id).id()).isEqualTo(old);
        clock.pass(Duration.ofDays(9));
        AssessmentId newer = assess(RiskLevel.HIGH, null);
        assertThat(world.as(World.SAL, () -> rows.newest(List.of(id))).get(id).id()).isEqualTo(newer);
    }

    @Test
    void closed_cases_do_not_crowd_out_those_that_somebody_still_works_with() {
        assess(RiskLevel.HIGH, null);
        world.as(World.MINA, () -> sql.sql("update casework.review set review_on = date '2020-01-01' where case_id = :id").param("id", id.id()).update());
        assertThat(world.as(World.SAL, () -> cases.toReview(MomentKind.ASSESSMENT, SOON, 1))).containsExactly(id);

        world.as(World.MINA, () -> sql.sql("update casework.client_case set status = 'CLOSED' where id = :id").param("id", id.id()).update());

        assertThat(world.as(World.SAL, () -> cases.toReview(MomentKind.ASSESSMENT, SOON.plusYears(1), 1))).isNotEmpty().doesNotContain(id);
    }

    private List<CaseId> overdueOn(LocalDate day) {
        return world.as(World.SAL, () -> cases.toReview(MomentKind.ASSESSMENT, day, 10_000));
    }

    private AssessmentId assess(RiskLevel level, WorkerId second) {
        world.as(World.MINA, () -> assessments.begin(id, World.MINA));
        int revision = world.as(World.MINA, () -> instruments.response(rows.responseOf(rows.draft(id).orElseThrow()))).revision();
        return world.as(World.MINA, () -> assessments.complete(id, revision, sheet(Map.of("weapon", "no")), "That nobody comes", new Judgement(level, "What I saw", SOON, second), World.MINA));
    }

    private Assessment finished(AssessmentId assessment) {
        return world.as(World.MINA, () -> rows.finished(assessment));
    }

    private AnswerSheet sheet(Map<String, String> typed) {
        Map<String, String[]> sent = new HashMap<>();
        typed.forEach((name, value) -> sent.put("a." + name, new String[] {value}));
        return AnswerSheet.read(instruments.current(RiskAssessments.INSTRUMENT), sent::get);
    }
}
