package org.alongside.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.alongside.AlongsideTest;
import org.alongside.TestClock;
import org.alongside.World;
import org.alongside.access.Actor;
import org.alongside.access.WorkerId;
import org.alongside.casework.CaseId;
import org.alongside.casework.Cases;
import org.alongside.instruments.AnswerSheet;
import org.alongside.instruments.Instrument;
import org.alongside.instruments.Instruments;
import org.alongside.instruments.Response;
import org.alongside.instruments.SavedMeanwhile;
import org.alongside.instruments.Shelf;
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

@AlongsideTest
class PacksTests {
    @Autowired Packs packs;
    @Autowired RiskAssessments assessments;
    @Autowired AssessmentRows rows;
    @Autowired Instruments instruments;
    @Autowired Shelf shelf;
    @Autowired Cases cases;
    @Autowired People people;
    @Autowired TestClock clock;
    @Autowired World world;
    final String key = "licensed-" + UUID.randomUUID();
    CaseId id;

    @BeforeEach
    void open() {
        id = world.as(World.MINA, () -> cases.open(people.record(new NewPerson(Side.SUPPORT, About.named("Robin", "Ashdown")), World.MINA), null, World.MINA));
        world.as(World.MINA, () -> assessments.begin(id, World.MINA));
    }

    @AfterEach
    void back() {
        clock.back();
    }

    @Test
    void several_sets_stand_side_by_side_under_one_judgement() {
        fill(ask("severity-grid"), "body", "severe", "body-way", "more");
        fill(ask("who-does-what"), "afraid", "this");
        Assessment done = finished(complete(RiskLevel.HIGH, null));

        assertThat(done.packs()).extracting(Pack::key).containsExactly("severity-grid", "who-does-what");
        assertThat(done.packs()).allSatisfy(pack -> assertThat(pack.answers().status()).isEqualTo(Response.Status.DONE));
        assertThat(done.packs().get(0).answers().sheet().said("body-way")).contains("More, or worse");
        assertThat(done.packs().get(0).answers().sheet().signals()).extracting(signal -> signal.key()).containsExactly("severe-and-more");
    }

    @Test
    void asking_for_the_same_set_twice_finds_the_first() {
        assertThat(ask("severity-grid")).isEqualTo(ask("severity-grid"));
    }

    @Test
    void a_set_that_is_not_about_danger_or_does_not_exist_is_not_asked_here() {
        for (String other : List.of("client-feedback", "safety-assessment", "nothing")) assertThatThrownBy(() -> ask(other)).isInstanceOf(NotFound.class);
    }

    @Test
    void a_threshold_that_is_reached_asks_for_a_second_person_below_it_and_lowers_nothing() {
        publish();
        fill(ask(key), "a", "yes", "b", "yes");
        assertThat(world.as(World.MINA, () -> assessments.floor(id)).asked()).isEqualTo(RiskLevel.HIGH);
        assertThatThrownBy(() -> complete(RiskLevel.RAISED, null)).isInstanceOfSatisfying(RuleBroken.class, refused -> assertThat(refused.rule()).isEqualTo("risk.no-second"));

        Assessment done = finished(complete(RiskLevel.RAISED, World.TOM.worker()));
        assertThat(done.level()).as("the judgement stays the worker's").isEqualTo(RiskLevel.RAISED);
        assertThat(done.secondLook().threshold()).isTrue();
        assertThat(done.secondLook().from()).isEqualTo(RiskLevel.HIGH);
        assertThat(done.packs().get(0).scores()).extracting(score -> score.inWords()).containsExactly("2");
    }

    @Test
    void a_low_number_says_nothing_and_a_high_judgement_needs_nobody() {
        publish();
        fill(ask(key), "a", "no", "b", "no");
        assertThat(world.as(World.MINA, () -> assessments.floor(id)).asked()).as("the control").isNull();
        assertThat(finished(complete(RiskLevel.HIGH, null)).secondLook()).isNull();

        clock.pass(Duration.ofHours(1));
        world.as(World.MINA, () -> assessments.begin(id, World.MINA));
        fill(ask(key), "a", "no", "b", "no");
        assertThatThrownBy(() -> complete(RiskLevel.STANDARD, null)).as("a low number lowers no level").isInstanceOf(RuleBroken.class);
    }

    @Test
    void an_answer_that_cannot_be_read_is_said_with_its_set_and_nothing_is_finished() {
        publish();
        fill(ask(key), "often", "many");

        assertThatThrownBy(() -> complete(RiskLevel.HIGH, null)).isInstanceOf(RuleBroken.class).hasMessageContaining("A checklist");
        assertThat(world.as(World.MINA, () -> rows.draft(id))).isPresent();
    }

    @Test
    void of_two_people_saving_at_once_the_second_is_told() {
        UUID pack = ask("severity-grid");
        fill(pack, "body", "some");
        AnswerSheet heavy = sheet(pack, "body", "heavy");

        assertThatThrownBy(() -> world.as(World.TOM, () -> packs.save(id, pack, 0, heavy, World.TOM))).isInstanceOf(SavedMeanwhile.class);
    }

    @Test
    void putting_something_right_takes_the_other_sets_along_and_leaves_the_old_ones_as_they_were() {
        fill(ask("severity-grid"), "body", "some");
        AssessmentId first = complete(RiskLevel.RAISED, null);
        clock.pass(Duration.ofMinutes(5));
        AssessmentId second = world.as(World.MINA, () -> assessments.correct(first, World.MINA));
        Pack copy = world.as(World.MINA, () -> packs.of(second)).get(0);
        fill(copy.id(), "body", "severe");
        complete(RiskLevel.HIGH, null);

        assertThat(finished(first).packs().get(0).answers().sheet().said("body")).contains("It happens and it weighs on them");
        assertThat(finished(second).packs().get(0).answers().sheet().said("body")).contains("It could injure or break them");
    }

    @Test
    void nobody_outside_the_side_and_the_organisation_asks_or_reads() {
        UUID pack = ask("severity-grid");
        AnswerSheet some = sheet(pack, "body", "some");

        for (Actor.Worker other : List.of(World.ROBIN, World.KIT, World.ALEX, World.ASH, World.NIA)) {
            assertThatThrownBy(() -> world.as(other, () -> packs.one(id, pack))).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> world.as(other, () -> packs.save(id, pack, 0, some, other))).isInstanceOf(NotFound.class);
        }
        CaseId another = world.as(World.MINA, () -> cases.open(people.record(new NewPerson(Side.SUPPORT, About.named("Kim", "Ashdown")), World.MINA), null, World.MINA));
        assertThatThrownBy(() -> world.as(World.MINA, () -> packs.one(another, pack))).as("nor by another case").isInstanceOf(NotFound.class);
    }

    private void publish() {
        world.as(World.SAL, () -> shelf.publish(shelf.load("x.yaml", """
                key: %s
                version: "1"
                kind: risk
                title: A checklist
                about: For tests.
                licence: {kind: permission-needed, holder: Somebody, notice: Shown by permission., evidence: In the office}
                sections: [{key: s, title: S, items: [{key: a, ask: "A?", kind: yes-no}, {key: b, ask: "B?", kind: yes-no}, {key: often, ask: "How often?", kind: number}]}]
                scales: [{key: ticks, title: Ticks, method: count, items: [a, b], bands: [{from: 0, to: 1, key: under, text: Under}, {from: 2, to: 2, key: reached, text: Reached, raises: high}]}]
                """.formatted(key), World.SAL).instrument().id(), World.SAL));
    }

    private UUID ask(String set) {
        return world.as(World.MINA, () -> assessments.ask(id, set, World.MINA));
    }

    private void fill(UUID pack, String... answers) {
        int revision = world.as(World.MINA, () -> packs.one(id, pack)).answers().revision();
        AnswerSheet sheet = sheet(pack, answers);
        world.as(World.MINA, () -> packs.save(id, pack, revision, sheet, World.MINA));
    }

    private AnswerSheet sheet(UUID pack, String... answers) {
        Instrument instrument = world.as(World.MINA, () -> packs.one(id, pack)).instrument();
        Map<String, String[]> sent = new HashMap<>();
        for (int i = 0; i < answers.length; i += 2) sent.put("a." + answers[i], new String[] {answers[i + 1]});
        return AnswerSheet.read(instrument, sent::get);
    }

    private AssessmentId complete(RiskLevel level, WorkerId second) {
        int revision = world.as(World.MINA, () -> instruments.response(rows.responseOf(rows.draft(id).orElseThrow()))).revision();
        return world.as(World.MINA, () -> assessments.complete(id, revision, new AnswerSheet(instruments.current(RiskAssessments.INSTRUMENT), Map.of()), "", new Judgement(level, "What I saw", LocalDate.of(2026, 12, 24), second), World.MINA));
    }

    private Assessment finished(AssessmentId assessment) {
        return world.as(World.MINA, () -> rows.finished(assessment));
    }
}
