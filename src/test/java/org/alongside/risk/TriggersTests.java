package org.alongside.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.alongside.AlongsideTest;
import org.alongside.TestClock;
import org.alongside.World;
import org.alongside.access.Actor;
import org.alongside.access.Role;
import org.alongside.casework.CaseId;
import org.alongside.casework.Cases;
import org.alongside.casework.Crises;
import org.alongside.casework.CrisisKind;
import org.alongside.casework.Whereabouts;
import org.alongside.instruments.AnswerSheet;
import org.alongside.instruments.Instruments;
import org.alongside.orders.OrderKind;
import org.alongside.orders.OrderStatus;
import org.alongside.orders.Orders;
import org.alongside.orders.Terms;
import org.alongside.orders.ToldPolice;
import org.alongside.people.About;
import org.alongside.people.NewPerson;
import org.alongside.people.People;
import org.alongside.shared.Side;
import org.alongside.shared.Times;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@AlongsideTest
class TriggersTests {
    @Autowired World world;
    @Autowired Triggers triggers;
    @Autowired RiskAssessments assessments;
    @Autowired AssessmentRows rows;
    @Autowired Instruments instruments;
    @Autowired Cases cases;
    @Autowired Crises crises;
    @Autowired Orders orders;
    @Autowired People people;
    @Autowired JdbcClient sql;
    @Autowired MockMvc mvc;
    @Autowired TestClock clock;
    CaseId id;

    @BeforeEach
    void open() {
        id = world.as(World.MINA, () -> {
            CaseId made = cases.open(people.record(new NewPerson(Side.SUPPORT, About.named("Robin", "Ashdown")), World.MINA), null, World.MINA);
            cases.accept(made, World.MINA);
            return made;
        });
    }

    @AfterEach
    void back() {
        clock.back();
    }

    @Test
    void a_crisis_puts_the_case_on_the_list_until_it_is_assessed_again() throws Exception {
        assess();
        assertThat(reviews()).doesNotContain(reference());
        clock.pass(Duration.ofDays(1));
        crisis(World.TOM);

        assertThat(reviews()).contains("Case " + reference() + " A crisis, ");
        assertThat(page(RiskAssessments.path(id)).text()).contains("Not assessed since", "A crisis", "Tom Reyes");
        assertThat(reviewOn()).isEqualTo(Times.day(clock.instant()));

        clock.pass(Duration.ofHours(1));
        assess();
        assertThat(reviews()).doesNotContain(reference());
        assertThat(page(RiskAssessments.path(id)).text()).doesNotContain("Not assessed since");
    }

    @Test
    void a_broken_order_and_the_end_of_bail_ask_for_another_assessment() {
        UUID order = UUID.randomUUID();
        Terms bail = new Terms(OrderKind.BAIL, OrderStatus.MADE, null, "", "", today().minusDays(9), today(), null, null);
        world.as(World.MINA, () -> orders.add(id, order, bail, World.MINA));
        world.as(World.MINA, () -> orders.broken(id, order, UUID.randomUUID(), today(), ToldPolice.YES, "x", World.MINA));
        world.as(World.MINA, () -> orders.change(id, order, 0, new Terms(OrderKind.BAIL, OrderStatus.ENDED, null, "", "", bail.madeOn(), null, null, null), World.MINA));
        UUID other = UUID.randomUUID();
        world.as(World.MINA, () -> orders.add(id, other, new Terms(OrderKind.RESTRAINING, OrderStatus.MADE, null, "", "", today(), null, null, null), World.MINA));
        world.as(World.MINA, () -> orders.change(id, other, 0, new Terms(OrderKind.RESTRAINING, OrderStatus.ENDED, null, "", "", today(), null, null, null), World.MINA));

        assertThat(world.as(World.MINA, () -> triggers.of(id))).extracting(Triggers.Open::trigger).as("the end of a restraining order frees nobody from custody").containsExactlyInAnyOrder(Trigger.ORDER_BROKEN, Trigger.RELEASE);
    }

    @Test
    void a_worker_says_what_changed_and_pressing_twice_says_it_once() throws Exception {
        UUID once = UUID.randomUUID();
        for (int press = 0; press < 2; press++) {
            mvc.perform(post(RiskAssessments.path(id) + "/changes").param("once", once.toString()).param("trigger", "PREGNANCY").param("what", "Twelve weeks").param("happened.day", "20").param("happened.month", "11").param("happened.year", "2026")
                    .with(world.signedIn(World.MINA))).andExpect(redirectedUrl(RiskAssessments.path(id)));
        }

        assertThat(page(RiskAssessments.path(id)).text()).contains("Not assessed yet", "Pregnancy, or a new baby", "Twelve weeks");
        assertThat(world.as(World.MINA, () -> triggers.of(id))).hasSize(1);
        Document empty = Jsoup.parse(mvc.perform(post(RiskAssessments.path(id) + "/changes").param("what", "Kept words").with(world.signedIn(World.MINA))).andReturn().getResponse().getContentAsString());
        assertThat(empty.select(".govuk-error-summary a").eachText()).containsExactly("Choose what changed", "Enter the day, within the next year at most");
        assertThat(empty.selectFirst("#what").text()).isEqualTo("Kept words");
        assertThat(empty.selectFirst("main details:contains(Something changed)").hasAttr("open")).isTrue();
        mvc.perform(post(RiskAssessments.path(id) + "/changes").param("trigger", "COURT").with(world.signedIn(World.KIT))).andExpect(status().isNotFound());
    }

    @Test
    void putting_an_old_assessment_right_does_not_answer_what_happened_since() {
        AssessmentId first = assess();
        clock.pass(Duration.ofHours(1));
        crisis(World.MINA);
        clock.pass(Duration.ofHours(1));
        world.as(World.MINA, () -> assessments.correct(first, World.MINA));
        finish();

        assertThat(world.as(World.MINA, () -> triggers.of(id))).hasSize(1);
    }

    @Test
    void whoever_does_not_assess_can_still_write_down_a_crisis() {
        Actor.Worker facilitator = new Actor.Worker(World.MINA.worker(), World.MINA.organisation(), Side.SUPPORT, Set.of(Role.FACILITATOR));
        crisis(facilitator);

        assertThat(world.as(World.MINA, () -> triggers.of(id))).isEmpty();
        assertThat(world.as(World.MINA, () -> sql.sql("select count(*) from casework.crisis where case_id = :id").param("id", id.id()).query(Integer.class).single())).isOne();
    }

    private void crisis(Actor.Worker worker) {
        world.as(worker, () -> crises.record(id, new Crises.NewCrisis(UUID.randomUUID(), CrisisKind.THREAT, Set.of(), Whereabouts.UNKNOWN, null), worker));
    }

    private AssessmentId assess() {
        world.as(World.MINA, () -> assessments.begin(id, World.MINA));
        return finish();
    }

    private AssessmentId finish() {
        return world.as(World.MINA, () -> {
            AnswerSheet nothing = AnswerSheet.read(instruments.current(RiskAssessments.INSTRUMENT), name -> null);
            int revision = instruments.response(rows.responseOf(rows.draft(id).orElseThrow())).revision();
            return assessments.complete(id, revision, nothing, "", new Judgement(RiskLevel.HIGH, "x", today().plusDays(30), null), World.MINA);
        });
    }

    private String reviews() throws Exception {
        return page("/desk/reviews").text();
    }

    private String reference() {
        return world.as(World.MINA, () -> cases.facts(id).reference());
    }

    private LocalDate reviewOn() {
        return world.as(World.MINA, () -> sql.sql("select review_on from casework.review where case_id = :id and kind = 'ASSESSMENT'").param("id", id.id()).query(LocalDate.class).single());
    }

    private LocalDate today() {
        return Times.day(clock.instant());
    }

    private Document page(String path) throws Exception {
        return Jsoup.parse(mvc.perform(get(path).with(world.signedIn(World.MINA))).andExpect(status().isOk()).andReturn().getResponse().getContentAsString());
    }
}
