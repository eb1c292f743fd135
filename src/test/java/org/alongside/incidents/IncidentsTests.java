package org.alongside.incidents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.alongside.AlongsideTest;
import org.alongside.Desk;
import org.alongside.TestClock;
import org.alongside.World;
import org.alongside.access.Actor;
import org.alongside.casework.Called;
import org.alongside.casework.CaseId;
import org.alongside.casework.Cases;
import org.alongside.casework.ClosureReason;
import org.alongside.casework.Closures;
import org.alongside.casework.Crises;
import org.alongside.casework.CrisisKind;
import org.alongside.casework.Whereabouts;
import org.alongside.orders.OrderKind;
import org.alongside.orders.OrderStatus;
import org.alongside.orders.Orders;
import org.alongside.orders.Terms;
import org.alongside.orders.ToldPolice;
import org.alongside.people.About;
import org.alongside.people.Certainty;
import org.alongside.people.HarmRole;
import org.alongside.people.LivesWith;
import org.alongside.people.NewPerson;
import org.alongside.people.People;
import org.alongside.people.PersonId;
import org.alongside.people.RelationKind;
import org.alongside.people.Relations;
import org.alongside.risk.Levels;
import org.alongside.risk.RiskLevel;
import org.alongside.risk.Trigger;
import org.alongside.risk.Triggers;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Side;
import org.alongside.shared.Times;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@AlongsideTest
class IncidentsTests {
    static final String ODD = "👩‍👩‍👧 <script>alert(1)</script>";
    @Autowired World world;
    @Autowired Desk desk;
    @Autowired Incidents incidents;
    @Autowired RepeatRules rules;
    @Autowired Cases cases;
    @Autowired Closures closures;
    @Autowired Crises crises;
    @Autowired Orders orders;
    @Autowired Levels levels;
    @Autowired Triggers triggers;
    @Autowired People people;
    @Autowired Relations relations;
    @Autowired JdbcClient sql;
    @Autowired TestClock clock;
    CaseId id;
    PersonId client;
    PersonId ex;
    String path;

    @BeforeEach
    void open() {
        world.as(World.MINA, () -> {
            client = people.record(new NewPerson(Side.SUPPORT, About.named("Robin", "Ashdown")), World.MINA);
            id = cases.open(client, null, World.MINA);
            cases.accept(id, World.MINA);
            relations.add(client, About.named("Alex", "Formerly"), new Relations.Around(RelationKind.EX_PARTNER, LivesWith.NO, HarmRole.CAUSING_HARM, Certainty.SAID, "", ""), World.MINA);
            ex = relations.of(client).get(0).other();
        });
        path = Incidents.path(id);
    }

    @AfterEach
    void back() {
        clock.back();
    }

    @Test
    void a_crisis_and_a_broken_order_stand_here_by_themselves_and_are_not_written_twice() throws Exception {
        UUID order = UUID.randomUUID();
        world.as(World.MINA, () -> crises.record(id, new Crises.NewCrisis(UUID.randomUUID(), CrisisKind.VIOLENCE, Set.of(Called.POLICE_999, Called.AMBULANCE), Whereabouts.values()[0], "x"), World.MINA));
        world.as(World.MINA, () -> crises.record(id, new Crises.NewCrisis(UUID.randomUUID(), CrisisKind.LEFT, Set.of(Called.POLICE_999), Whereabouts.values()[0], "x"), World.MINA));
        world.as(World.MINA, () -> orders.add(id, order, new Terms(OrderKind.NON_MOLESTATION, OrderStatus.MADE, ex, "", "", today().minusDays(9), null, null, null), World.MINA));
        world.as(World.MINA, () -> orders.broken(id, order, UUID.randomUUID(), today().minusDays(1), ToldPolice.YES, "x", World.MINA));
        List<Incident> all = all();

        assertThat(all).as("leaving is not something that was done").hasSize(2);
        assertThat(all.get(0).told()).containsExactlyInAnyOrder(ToldWhom.POLICE, ToldWhom.HEALTH);
        assertThat(all.get(1).kinds()).containsExactly(IncidentKind.ORDER_BROKEN);
        assertThat(all.get(1).by()).as("whom the order binds").isEqualTo(ex);
        assertThat(desk.page(World.MINA, get(path)).text()).contains("Where it was written first", "Alex Formerly");
    }

    @Test
    void what_was_written_down_asks_for_another_assessment_once() {
        record(today(), ex, IncidentKind.THREATS);

        assertThat(world.as(World.MINA, () -> triggers.of(id))).extracting(Triggers.Open::trigger).containsExactly(Trigger.NEW_INCIDENT);
        world.as(World.MINA, () -> crises.record(id, new Crises.NewCrisis(UUID.randomUUID(), CrisisKind.THREAT, Set.of(), Whereabouts.values()[0], "x"), World.MINA));
        assertThat(world.as(World.MINA, () -> triggers.of(id))).as("a crisis says so itself").extracting(Triggers.Open::trigger).containsExactlyInAnyOrder(Trigger.NEW_INCIDENT, Trigger.CRISIS);
    }

    @Test
    void a_repeat_by_the_same_person_is_said_with_the_rule_it_was_counted_by() throws Exception {
        record(today().minusDays(40), ex, IncidentKind.PHYSICAL);
        world.as(World.MINA, () -> levels.raise(id, UUID.randomUUID(), RiskLevel.HIGH, "x", World.MINA));
        assertThat(desk.page(World.MINA, get(path)).text()).as("what came before the judgement").contains("1 time, 0 told to the police", "rule version").doesNotContain("a repeat.");

        clock.pass(Duration.ofDays(3));
        record(today(), ex, IncidentKind.CONTACT);
        assertThat(desk.page(World.MINA, get(path)).text()).contains("Alex Formerly: a repeat.", "within 12 months after the danger was judged high", "2 times");
    }

    @Test
    void an_earlier_case_of_the_same_client_counts_too() {
        record(today().minusDays(3), ex, IncidentKind.CONTACT);
        world.as(World.MINA, () -> closures.close(id, new Closures.Closure(UUID.randomUUID(), ClosureReason.FINISHED, null, List.of(), Closures.Feedback.NONE), World.MINA));
        CaseId again = world.as(World.MINA, () -> cases.open(client, null, World.MINA));

        assertThat(world.as(World.MINA, () -> incidents.of(cases.ofTheSameClient(cases.facts(again))))).hasSize(1);
        assertThat(world.as(World.MINA, () -> cases.ofTheSameClient(cases.facts(again)))).containsExactlyInAnyOrder(id, again);
        record(today(), ex, IncidentKind.CONTACT);
        assertThat(world.as(World.MINA, () -> incidents.of(cases.ofTheSameClient(cases.facts(again))))).as("a closed case takes one too").hasSize(2);
    }

    @Test
    void a_mistake_is_taken_back_with_a_reason_stays_readable_and_counts_no_more() throws Exception {
        UUID mistake = record(today(), ex, IncidentKind.PHYSICAL);
        Document refused = desk.page(World.MINA, post(path + "/" + mistake + "/withdrawal"));
        assertThat(refused.selectFirst("#why-error").text()).contains("Say why it was a mistake");

        desk.send(World.MINA, post(path + "/" + mistake + "/withdrawal").param("why", ODD));
        assertThat(desk.page(World.MINA, get(path)).text()).contains("Taken back: " + ODD).doesNotContain("told to the police. The last");
        List<Incident> left = all();
        assertThat(world.as(World.MINA, () -> incidents.repeats(List.of(id), left))).isEmpty();
        assertThat(world.as(World.MINA, () -> sql.sql("delete from incidents.incident").update())).as("only the eraser removes").isZero();
    }

    @Test
    void who_it_was_and_who_knows_may_be_learnt_later_but_only_somebody_around_the_client_is_named() {
        UUID one = record(today(), null, IncidentKind.STALKING);
        world.as(World.MINA, () -> incidents.learn(id, one, ex, Set.of(ToldWhom.POLICE), World.MINA));
        assertThat(all().get(0).by()).isEqualTo(ex);

        PersonId stranger = world.as(World.MINA, () -> people.record(new NewPerson(Side.SUPPORT, About.named("Some", "Stranger")), World.MINA));
        assertThatThrownBy(() -> world.as(World.MINA, () -> incidents.learn(id, one, stranger, Set.of(), World.MINA))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> record(today(), stranger, IncidentKind.STALKING)).isInstanceOf(NotFound.class);
    }

    @Test
    void a_form_that_is_not_whole_says_so_beside_each_field_and_keeps_what_was_typed() throws Exception {
        Document page = desk.page(World.MINA, post(path).param("words", ODD).param("told", "POLICE").param("about", "yes"));

        assertThat(page.select(".govuk-error-summary a").eachText()).containsExactly("Enter the day; a guess is fine", "Choose what was done");
        assertThat(page.selectFirst("#words").wholeText().strip()).isEqualTo(ODD);
        assertThat(page.select("input[name=told][value=POLICE]").last().hasAttr("checked")).isTrue();
        assertThat(page.selectFirst("#about").hasAttr("checked")).isTrue();
        assertThatThrownBy(() -> record(today().plusDays(1), ex, IncidentKind.OTHER)).isInstanceOf(RuleBroken.class);
        assertThat(desk.page(World.MINA, get(path)).select("#by option[selected]").text()).as("who it most likely was is filled in").startsWith("Alex Formerly");
    }

    @Test
    void the_rule_is_decided_by_those_in_charge_and_old_versions_stay() throws Exception {
        RepeatRule before = world.as(World.NIA, () -> rules.current());
        assertThat(desk.page(World.SAL, post("/desk/repeat-rule").param("version", "0").param("months", "many").param("reports", "1")).select(".govuk-error-summary a").eachText())
                .containsExactly("Enter a number of months from 1 to 60", "Say who agreed this, and when");
        for (Actor.Worker other : List.of(World.MINA, World.JO, World.ROBIN)) assertThat(desk.send(other, get("/desk/repeat-rule")).getStatus()).isEqualTo(404);
        assertThatThrownBy(() -> world.as(World.SAL, () -> rules.decide(-1, 12, 3, "x", World.SAL))).as("somebody decided meanwhile").isInstanceOf(RuleBroken.class);
        assertThatThrownBy(() -> world.as(World.SAL, () -> sql.sql("update incidents.repeat_rule set months = 1").update())).rootCause().hasMessageContaining("permission denied");
        assertThat(before).isEqualTo(RepeatRule.SHIPPED);
    }

    @Test
    void nobody_outside_the_side_and_the_organisation_finds_any_of_it() throws Exception {
        UUID one = record(today(), ex, IncidentKind.PHYSICAL);

        for (Actor.Worker other : List.of(World.ROBIN, World.KIT, World.ALEX, World.ASH, World.NIA, World.JO)) {
            assertThat(desk.send(other, get(path)).getStatus()).as("" + other.worker()).isEqualTo(404);
            assertThat(desk.send(other, post(path + "/" + one + "/withdrawal").param("why", "x")).getStatus()).isEqualTo(404);
            assertThat(world.as(other, () -> sql.sql("select count(*) from incidents.incident where case_id = :id").param("id", id.id()).query(Integer.class).single())).isZero();
        }
        assertThat(all()).allMatch(Incident::counts);
    }

    private UUID record(LocalDate on, PersonId by, IncidentKind kind) {
        UUID one = UUID.randomUUID();
        world.as(World.MINA, () -> incidents.record(id, new Incidents.NewIncident(one, by, on, false, Set.of(kind), Known.NO, Known.NOT_KNOWN, Set.of(), ODD), World.MINA));
        return one;
    }

    private List<Incident> all() {
        return world.as(World.MINA, () -> incidents.of(List.of(id)));
    }

    private LocalDate today() {
        return Times.day(clock.instant());
    }
}
