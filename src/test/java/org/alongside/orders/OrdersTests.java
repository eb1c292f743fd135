package org.alongside.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.alongside.AlongsideTest;
import org.alongside.World;
import org.alongside.access.Actor;
import org.alongside.casework.CaseId;
import org.alongside.casework.Cases;
import org.alongside.people.About;
import org.alongside.people.Certainty;
import org.alongside.people.HarmRole;
import org.alongside.people.LivesWith;
import org.alongside.people.NewPerson;
import org.alongside.people.People;
import org.alongside.people.PersonId;
import org.alongside.people.RelationKind;
import org.alongside.people.Relations;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Side;
import org.alongside.shared.Times;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@AlongsideTest
class OrdersTests {
    @Autowired World world;
    @Autowired Orders orders;
    @Autowired Cases cases;
    @Autowired People people;
    @Autowired Relations relations;
    @Autowired JdbcClient sql;
    @Autowired MockMvc mvc;
    @Autowired Clock clock;

    @Test
    void an_order_stands_on_the_case_its_timeline_and_the_list_of_days_that_come_near() throws Exception {
        CaseId id = open();
        PersonId partner = partner(id);
        String path = Orders.path(id);

        mvc.perform(dated(post(path), "made", -3, "until", 20).param("once", UUID.randomUUID().toString()).param("kind", "NON_MOLESTATION").param("status", "MADE").param("binds", partner.id().toString())
                .param("conditions", "Marker: not near the school").with(world.signedIn(World.MINA))).andExpect(redirectedUrl(path));

        Document page = page(path, World.MINA);
        assertThat(page.text()).contains("In force", "Not served yet", "Binds Pat Testcase", "Marker: not near the school", "the police can arrest");
        assertThat(page("/desk/cases/" + id.id(), World.MINA).text()).contains("Next hearing or last day: " + Times.say(today().plusDays(20)));
        assertThat(page("/desk/cases/" + id.id() + "/timeline", World.MINA).text()).contains("Non-molestation order: made, until " + Times.say(today().plusDays(20))).doesNotContain("Marker");
        assertThat(page("/desk/orders", World.TOM).text()).contains("Non-molestation order, case " + reference(id)).doesNotContain("Marker");
        assertThat(world.as(World.MINA, () -> sql.sql("select conditions from orders.protective_order where case_id = :id").param("id", id.id()).query(byte[].class).single())).asString(StandardCharsets.ISO_8859_1).doesNotContain("Marker");
    }

    @Test
    void an_order_that_ended_is_on_no_list_and_leaves_no_day_on_the_case() {
        CaseId id = open();
        UUID order = UUID.randomUUID();
        Terms made = new Terms(OrderKind.BAIL, OrderStatus.MADE, null, "", "", today().minusDays(3), null, null, today().plusDays(3));
        world.as(World.MINA, () -> orders.add(id, order, made, World.MINA));
        assertThat(world.as(World.MINA, () -> orders.soon(today()))).extracting(Order::id).contains(order);

        world.as(World.MINA, () -> orders.change(id, order, 0, new Terms(OrderKind.BAIL, OrderStatus.ENDED, null, "", "", made.madeOn(), null, null, made.until()), World.MINA));

        assertThat(world.as(World.MINA, () -> orders.soon(today()))).extracting(Order::id).doesNotContain(order);
        assertThat(world.as(World.MINA, () -> sql.sql("select count(*) from casework.review where case_id = :id and kind = 'ORDER'").param("id", id.id()).query(Integer.class).single())).isZero();
    }

    @Test
    void an_order_of_a_closed_case_is_on_no_list_until_the_case_is_opened_again() throws Exception {
        CaseId id = open();
        UUID order = UUID.randomUUID();
        world.as(World.MINA, () -> orders.add(id, order, new Terms(OrderKind.BAIL, OrderStatus.MADE, null, "", "", today().minusDays(3), null, null, today().plusDays(3)), World.MINA));
        mvc.perform(post("/desk/cases/" + id.id() + "/closure").param("once", UUID.randomUUID().toString()).param("reason", "LOST_TOUCH").with(world.signedIn(World.MINA))).andExpect(status().is3xxRedirection());
        assertThat(world.as(World.MINA, () -> orders.soon(today()))).extracting(Order::id).doesNotContain(order);

        mvc.perform(post("/desk/cases/" + id.id() + "/reopening").param("words", "She rang").with(world.signedIn(World.MINA))).andExpect(status().is3xxRedirection());
        assertThat(world.as(World.MINA, () -> orders.soon(today()))).extracting(Order::id).contains(order);
    }

    @Test
    void of_several_orders_the_nearest_day_is_the_one_on_the_case() {
        CaseId id = open();
        world.as(World.MINA, () -> orders.add(id, UUID.randomUUID(), new Terms(OrderKind.RESTRAINING, OrderStatus.MADE, null, "", "", today().minusDays(3), today(), null, today().plusDays(300)), World.MINA));
        world.as(World.MINA, () -> orders.add(id, UUID.randomUUID(), new Terms(OrderKind.OCCUPATION, OrderStatus.ASKED, null, "", "", null, null, today().plusDays(9), null), World.MINA));

        assertThat(world.as(World.MINA, () -> sql.sql("select review_on from casework.review where case_id = :id and kind = 'ORDER'").param("id", id.id()).query(LocalDate.class).single())).isEqualTo(today().plusDays(9));
    }

    @Test
    void each_time_it_was_broken_is_kept_and_pressing_twice_keeps_it_once() throws Exception {
        CaseId id = open();
        UUID order = UUID.randomUUID(), once = UUID.randomUUID();
        world.as(World.MINA, () -> orders.add(id, order, new Terms(OrderKind.RESTRAINING, OrderStatus.MADE, null, "", "", today().minusDays(30), today(), null, null), World.MINA));
        String path = Orders.path(id) + "/" + order + "/breaches";

        for (int press = 0; press < 2; press++) {
            mvc.perform(dated(post(path), "happened", -1).param("once", once.toString()).param("told", "CLIENT_SAID_NO").param("words", "Waited at the gate").with(world.signedIn(World.TOM))).andExpect(redirectedUrl(Orders.path(id)));
        }

        assertThat(world.as(World.MINA, () -> orders.breaches(id))).hasSize(1);
        assertThat(page(Orders.path(id), World.MINA).text()).contains("Broken once", "Waited at the gate", "the client does not want it");
        assertThat(page("/desk/cases/" + id.id() + "/timeline", World.MINA).select("li.moment").text()).containsOnlyOnce("Restraining order broken on");
        Document empty = Jsoup.parse(mvc.perform(post(path).with(world.signedIn(World.TOM))).andReturn().getResponse().getContentAsString());
        assertThat(empty.select(".govuk-error-summary a")).hasSize(3);
    }

    @Test
    void two_who_change_one_order_at_a_time_lose_nothing() throws Exception {
        CaseId id = open();
        UUID order = UUID.randomUUID();
        world.as(World.MINA, () -> orders.add(id, order, new Terms(OrderKind.BAIL, OrderStatus.ASKED, null, "", "", null, null, null, null), World.MINA));
        world.as(World.TOM, () -> orders.change(id, order, 0, new Terms(OrderKind.BAIL, OrderStatus.ASKED, null, "Tom was here", "", null, null, null, null), World.TOM));

        Document late = Jsoup.parse(mvc.perform(post(Orders.path(id) + "/" + order).param("version", "0").param("kind", "BAIL").param("status", "ASKED").param("court", "Mina was here").with(world.signedIn(World.MINA)))
                .andReturn().getResponse().getContentAsString());

        assertThat(late.text()).contains("Somebody changed this while you were writing");
        assertThat(late.selectFirst("#court").val()).isEqualTo("Mina was here");
        assertThat(late.selectFirst("[name=version]").val()).isEqualTo("1");
    }

    @Test
    void what_cannot_be_is_said_beside_the_field_and_what_was_typed_stays() throws Exception {
        CaseId id = open();

        Document page = Jsoup.parse(mvc.perform(dated(post(Orders.path(id)), "made", 2, "until", -5).param("kind", "BAIL").param("status", "MADE").param("conditions", "Kept words").with(world.signedIn(World.MINA)))
                .andReturn().getResponse().getContentAsString());

        assertThat(page.select(".govuk-error-summary a").eachText()).containsExactly("Enter a day in the past, or today", "Enter a day after it was made");
        assertThat(page.selectFirst("#conditions").text()).isEqualTo("Kept words");
        assertThat(Jsoup.parse(mvc.perform(post(Orders.path(id)).with(world.signedIn(World.MINA))).andReturn().getResponse().getContentAsString()).select(".govuk-error-summary a").eachText())
                .containsExactly("Choose what kind of order it is", "Say how it stands");
    }

    @Test
    void an_order_binds_only_somebody_around_the_client() {
        CaseId id = open(), other = open();
        PersonId stranger = partner(other);

        assertThatThrownBy(() -> world.as(World.MINA, () -> orders.add(id, UUID.randomUUID(), new Terms(OrderKind.BAIL, OrderStatus.ASKED, stranger, "", "", null, null, null, null), World.MINA))).isInstanceOf(RuleBroken.class);
    }

    @Test
    void nobody_of_the_other_side_or_another_organisation_finds_an_order() throws Exception {
        CaseId id = open();
        UUID order = UUID.randomUUID();
        world.as(World.MINA, () -> orders.add(id, order, new Terms(OrderKind.BAIL, OrderStatus.MADE, null, "", "", today(), null, null, today().plusDays(2)), World.MINA));

        for (Actor.Worker stranger : List.of(World.KIT, World.ROBIN, World.ASH, World.ALEX, World.JO)) {
            for (String page : List.of("", "/new", "/" + order, "/" + order + "/breaches/new")) mvc.perform(get(Orders.path(id) + page).with(world.signedIn(stranger))).andExpect(status().isNotFound());
        }
        assertThat(world.as(World.ASH, () -> orders.soon(today()))).extracting(Order::id).doesNotContain(order);
        for (Actor.Worker behindTheWall : List.of(World.ROBIN, World.KIT)) mvc.perform(get("/desk/orders").with(world.signedIn(behindTheWall))).andExpect(status().isNotFound());
        mvc.perform(get(Orders.path(open()) + "/" + order).with(world.signedIn(World.MINA))).andExpect(status().isNotFound());
    }

    private CaseId open() {
        return world.as(World.MINA, () -> {
            CaseId id = cases.open(people.record(new NewPerson(Side.SUPPORT, About.named("Robin-Lee", "Testcase")), World.MINA), null, World.MINA);
            cases.accept(id, World.MINA);
            return id;
        });
    }

    private PersonId partner(CaseId id) {
        return world.as(World.MINA, () -> {
            PersonId client = cases.facts(id).person();
            relations.add(client, About.named("Pat", "Testcase"), new Relations.Around(RelationKind.EX_PARTNER, LivesWith.NO, HarmRole.CAUSING_HARM, Certainty.CLEAR, "x", ""), World.MINA);
            return relations.of(client).get(0).other();
        });
    }

    private String reference(CaseId id) {
        return world.as(World.MINA, () -> cases.facts(id).reference());
    }

    private LocalDate today() {
        return Times.day(clock.instant());
    }

    private MockHttpServletRequestBuilder dated(MockHttpServletRequestBuilder request, Object... days) {
        for (int i = 0; i < days.length; i += 2) {
            LocalDate day = today().plusDays((Integer) days[i + 1]);
            request.param(days[i] + ".day", "" + day.getDayOfMonth()).param(days[i] + ".month", "" + day.getMonthValue()).param(days[i] + ".year", "" + day.getYear());
        }
        return request;
    }

    private Document page(String path, Actor.Worker worker) throws Exception {
        return Jsoup.parse(mvc.perform(get(path).with(world.signedIn(worker))).andExpect(status().isOk()).andReturn().getResponse().getContentAsString());
    }
}
