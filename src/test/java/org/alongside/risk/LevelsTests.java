package org.alongside.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.LocalDate;
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
import org.alongside.instruments.Instruments;
import org.alongside.people.About;
import org.alongside.people.NewPerson;
import org.alongside.people.People;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Side;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@AlongsideTest
class LevelsTests {
    @Autowired Levels levels;
    @Autowired RiskAssessments assessments;
    @Autowired AssessmentRows rows;
    @Autowired Instruments instruments;
    @Autowired Cases cases;
    @Autowired People people;
    @Autowired JdbcClient sql;
    @Autowired TestClock clock;
    @Autowired World world;
    @Autowired MockMvc mvc;
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
    void anyone_who_assesses_raises_a_level_at_once_and_alone() {
        assess(RiskLevel.STANDARD, null);
        clock.pass(Duration.ofHours(2));
        world.as(World.TOM, () -> levels.raise(id, UUID.randomUUID(), RiskLevel.HIGH, "He was outside the school", World.TOM));

        Standing stands = standing();
        assertThat(stands.level()).isEqualTo(RiskLevel.HIGH);
        assertThat(stands.by()).isEqualTo(World.TOM.worker());
        assertThat(stands.reason()).isEqualTo("He was outside the school");
        assertThat(review()).as("and it is looked at soon").isEqualTo(LocalDate.of(2026, 11, 27));
        assertThat(world.as(World.MINA, () -> sql.sql("select standing from casework.review where case_id = :id and kind = 'ASSESSMENT'").param("id", id.id()).query(String.class).single())).isEqualTo("High");
    }

    @Test
    void the_level_stands_at_the_top_of_every_room_of_the_case() throws Exception {
        String path = "/desk/cases/" + id.id();
        List<String> rooms = List.of("/assessment", "/plan", "/letters", "/texts", "/documents", "/oversight", "/orders", "/incidents", "/outcomes", "/onward", "/appointments", "/concerns", "/accommodation");
        for (String room : rooms) assertThat(top(path + room)).as(room + " while nobody judged").doesNotContain("danger");
        world.as(World.MINA, () -> levels.raise(id, UUID.randomUUID(), RiskLevel.HIGH, "x", World.MINA));

        for (String room : rooms) assertThat(top(path + room)).as(room).contains("high danger");
        assertThat(top(path)).contains("High danger");
    }

    /** What stands above everything else: the case's own bar, or the line that says whom it is about. */
    private String top(String path) throws Exception {
        Document page = Jsoup.parse(mvc.perform(get(path).with(world.signedIn(World.MINA))).andExpect(status().isOk()).andReturn().getResponse().getContentAsString());
        Element bar = page.selectFirst(".case-bar");
        return bar != null ? bar.text() : page.selectFirst("main p.govuk-body").text();
    }

    @Test
    void a_case_that_was_never_assessed_can_be_raised_too() {
        world.as(World.MINA, () -> levels.raise(id, UUID.randomUUID(), RiskLevel.RAISED, "What the caller said", World.MINA));

        assertThat(standing().level()).isEqualTo(RiskLevel.RAISED);
    }

    @Test
    void here_a_level_never_goes_down_and_never_without_a_reason() {
        assess(RiskLevel.RAISED, null);

        for (RiskLevel level : List.of(RiskLevel.STANDARD, RiskLevel.RAISED)) {
            assertThatThrownBy(() -> world.as(World.MINA, () -> levels.raise(id, UUID.randomUUID(), level, "x", World.MINA))).isInstanceOf(RuleBroken.class);
        }
        assertThatThrownBy(() -> world.as(World.MINA, () -> levels.raise(id, UUID.randomUUID(), RiskLevel.HIGH, " ", World.MINA))).isInstanceOf(RuleBroken.class);
        assertThatThrownBy(() -> world.as(World.MINA, () -> sql.sql("insert into risk.raised_level (id, case_id, from_level, to_level, reason, raised_by, raised_at) values (gen_random_uuid(), :id, 'RAISED', 'RAISED', '', gen_random_uuid(), now())").param("id", id.id()).update()))
                .rootCause().hasMessageContaining("violates check constraint");
    }

    @Test
    void a_second_press_finds_the_first() {
        UUID once = UUID.randomUUID();
        world.as(World.MINA, () -> levels.raise(id, once, RiskLevel.HIGH, "x", World.MINA));
        world.as(World.MINA, () -> levels.raise(id, once, RiskLevel.HIGH, "x", World.MINA));

        assertThat(world.as(World.MINA, () -> sql.sql("select count(*) from risk.raised_level where case_id = :id").param("id", id.id()).query(Integer.class).single())).isOne();
    }

    @Test
    void what_was_raised_comes_down_only_with_an_assessment_and_a_second_person() {
        assess(RiskLevel.STANDARD, null);
        clock.pass(Duration.ofHours(1));
        world.as(World.MINA, () -> levels.raise(id, UUID.randomUUID(), RiskLevel.HIGH, "x", World.MINA));
        clock.pass(Duration.ofHours(1));

        assertThatThrownBy(() -> assess(RiskLevel.STANDARD, null)).isInstanceOfSatisfying(RuleBroken.class, refused -> assertThat(refused.rule()).isEqualTo("risk.no-second"));
        AssessmentId lower = assess(RiskLevel.RAISED, World.TOM.worker());
        assertThat(world.as(World.MINA, () -> rows.finished(lower)).secondLook().from()).isEqualTo(RiskLevel.HIGH);
        assertThat(standing().level()).isEqualTo(RiskLevel.RAISED);
    }

    @Test
    void nobody_outside_the_side_and_the_organisation_raises_or_reads_it() {
        world.as(World.MINA, () -> levels.raise(id, UUID.randomUUID(), RiskLevel.RAISED, "x", World.MINA));

        for (Actor.Worker other : List.of(World.ROBIN, World.KIT, World.ALEX, World.ASH, World.NIA, World.JO)) {
            assertThatThrownBy(() -> world.as(other, () -> levels.raise(id, UUID.randomUUID(), RiskLevel.HIGH, "x", other))).isInstanceOf(NotFound.class);
            assertThat(world.as(other, () -> levels.of(id))).isEmpty();
        }
        assertThat(standing().level()).isEqualTo(RiskLevel.RAISED);
    }

    private Standing standing() {
        return world.as(World.MINA, () -> levels.of(id)).orElseThrow();
    }

    private LocalDate review() {
        return world.as(World.MINA, () -> sql.sql("select review_on from casework.review where case_id = :id and kind = 'ASSESSMENT'").param("id", id.id()).query(LocalDate.class).single());
    }

    private AssessmentId assess(RiskLevel level, WorkerId second) {
        world.as(World.MINA, () -> assessments.begin(id, World.MINA));
        int revision = world.as(World.MINA, () -> instruments.response(rows.responseOf(rows.draft(id).orElseThrow()))).revision();
        return world.as(World.MINA, () -> assessments.complete(id, revision, new AnswerSheet(instruments.current(RiskAssessments.INSTRUMENT), Map.of()), "", new Judgement(level, "What I saw", LocalDate.of(2026, 12, 24), second), World.MINA));
    }
}
