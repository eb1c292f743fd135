package org.alongside.safeguarding;

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
import org.alongside.access.DemoTown;
import org.alongside.casework.CaseId;
import org.alongside.casework.Cases;
import org.alongside.people.About;
import org.alongside.people.NewPerson;
import org.alongside.people.People;
import org.alongside.people.PersonId;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Side;
import org.alongside.shared.Times;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@AlongsideTest
class ConcernsTests {
    @Autowired World world;
    @Autowired Concerns concerns;
    @Autowired Cases cases;
    @Autowired People people;
    @Autowired JdbcClient sql;
    @Autowired MockMvc mvc;
    @Autowired Clock clock;

    @Test
    void a_concern_goes_from_whoever_sees_it_to_a_lead_to_the_council_and_to_an_outcome() throws Exception {
        CaseId id = open();
        UUID once = UUID.randomUUID();
        int before = noticesForThe(World.PRIYA);
        for (int press = 0; press < 2; press++) {
            mvc.perform(post(Concerns.path(id)).param("once", once.toString()).param("about", "CHILD").param("urgent", "NO").param("words", "Marker bruise").with(world.signedIn(World.MINA))).andExpect(redirectedUrl(Concerns.path(id) + "/" + once));
        }
        assertThat(noticesForThe(World.PRIYA)).as("told once").isEqualTo(before + 1);
        assertThat(page("/desk/concerns", World.PRIYA).select("li:contains(" + reference(id) + ")").text()).contains("A lead decides");
        assertThat(page(Concerns.path(id) + "/" + once, World.MINA).select("form[action$=/decision]")).as("a worker does not decide").isEmpty();

        String path = Concerns.path(id) + "/" + once;
        mvc.perform(post(path + "/decision").param("decision", "REFER").param("why", "Second time").with(world.signedIn(World.PRIYA))).andExpect(redirectedUrl(path));
        LocalDate today = Times.day(clock.instant());
        mvc.perform(post(path + "/referral").param("to", "Duty team, 4711").param("told", "NOT_SAFE").param("on.day", "" + today.getDayOfMonth()).param("on.month", "" + today.getMonthValue()).param("on.year", "" + today.getYear())
                .with(world.signedIn(World.MINA))).andExpect(redirectedUrl(path));
        mvc.perform(post(path + "/outcome").param("outcome", "They visit on Monday").with(world.signedIn(World.MINA))).andExpect(redirectedUrl(path));

        assertThat(page(path, World.MINA).text()).contains("Marker bruise", "Refer to the council", "Second time", "Priya Nand", "Duty team, 4711", "telling them would put somebody at risk", "They visit on Monday", "Ended");
        assertThat(page("/desk/concerns", World.PRIYA).text()).doesNotContain(reference(id));
        assertThat(page("/desk/cases/" + id.id() + "/timeline", World.MINA).text()).contains("Safeguarding concern raised about a child", "Safeguarding: ended").doesNotContain("Marker");
        assertThat(world.as(World.MINA, () -> sql.sql("select words from safeguarding.concern where id = :id").param("id", once).query(byte[].class).single())).asString(StandardCharsets.ISO_8859_1).doesNotContain("Marker");
    }

    @Test
    void in_danger_nobody_waits_for_a_lead_and_the_lead_looks_at_it_afterwards() {
        CaseId id = open();
        UUID calm = raise(id, false), urgent = raise(id, true);

        assertThatThrownBy(() -> refer(id, calm)).isInstanceOf(RuleBroken.class).hasMessageContaining("Ask a lead first");
        refer(id, urgent);
        assertThat(world.as(World.MINA, () -> concerns.one(id, urgent)).next()).isEqualTo("A lead looks at what was done");
        assertThatThrownBy(() -> world.as(World.MINA, () -> concerns.end(id, urgent, "x", World.MINA))).as("not before a lead has").isInstanceOf(RuleBroken.class);
    }

    @Test
    void nothing_ends_while_a_referral_is_owed_and_nothing_is_referred_against_the_lead() {
        CaseId id = open();
        UUID owed = raise(id, false), watched = raise(id, false);
        decide(id, owed, Decision.REFER);
        assertThatThrownBy(() -> world.as(World.MINA, () -> concerns.end(id, owed, "x", World.MINA))).isInstanceOf(RuleBroken.class).hasMessageContaining("nobody has yet");

        decide(id, watched, Decision.WATCH);
        assertThatThrownBy(() -> refer(id, watched)).isInstanceOf(RuleBroken.class);
        decide(id, watched, Decision.REFER);
        refer(id, watched);
        assertThat(world.as(World.MINA, () -> concerns.one(id, watched)).next()).isEqualTo("What came of it");
    }

    @Test
    void only_a_lead_decides() {
        CaseId id = open();
        UUID concern = raise(id, false);

        for (Actor.Worker other : List.of(World.MINA, World.TOM, World.SAL)) assertThatThrownBy(() -> world.as(other, () -> concerns.decide(id, concern, Decision.NO_ACTION, "x", other))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> world.as(World.PRIYA, () -> concerns.decide(id, concern, Decision.NO_ACTION, " ", World.PRIYA))).isInstanceOf(RuleBroken.class);
    }

    @Test
    void a_lead_who_is_the_only_one_decides_their_own_concern_too() {
        CaseId id = open();
        UUID concern = UUID.randomUUID();
        world.as(World.PRIYA, () -> concerns.raise(id, concern, AtRisk.ADULT, null, "x", false, World.PRIYA));
        decide(id, concern, Decision.WATCH);

        assertThat(world.as(World.PRIYA, () -> concerns.one(id, concern)).decided()).isNotNull();
    }

    @Test
    void a_closed_case_takes_a_concern_and_keeps_it_on_the_list() throws Exception {
        CaseId id = open();
        mvc.perform(post("/desk/cases/" + id.id() + "/closure").param("once", UUID.randomUUID().toString()).param("reason", "LOST_TOUCH").with(world.signedIn(World.MINA))).andExpect(status().is3xxRedirection());
        raise(id, true);

        assertThat(page("/desk/concerns", World.PRIYA).select("li:contains(" + reference(id) + ")").text()).contains("Danger when it was raised");
    }

    @Test
    void what_is_missing_is_said_beside_the_field_and_what_was_typed_stays() throws Exception {
        CaseId id = open();
        Document empty = Jsoup.parse(mvc.perform(post(Concerns.path(id)).param("urgent", "NO").with(world.signedIn(World.MINA))).andReturn().getResponse().getContentAsString());
        assertThat(empty.select(".govuk-error-summary a").eachText()).containsExactly("Choose whom it is about", "Say what you saw or heard");
        assertThat(empty.selectFirst("input[name=urgent][checked]").val()).isEqualTo("NO");
        assertThat(empty.text()).contains("ring 999 first", "Do not wait for a lead");
        Document decision = Jsoup.parse(mvc.perform(post(Concerns.path(id) + "/" + raise(id, false) + "/decision").param("why", "Kept words").with(world.signedIn(World.PRIYA))).andReturn().getResponse().getContentAsString());
        assertThat(decision.selectFirst("#why").text()).isEqualTo("Kept words");
        assertThatThrownBy(() -> world.as(World.MINA, () -> concerns.raise(id, UUID.randomUUID(), AtRisk.CHILD, new PersonId(UUID.randomUUID()), "x", false, World.MINA))).as("nobody around them").isInstanceOf(RuleBroken.class);
    }

    @Test
    void nobody_of_the_other_side_or_another_organisation_finds_a_concern() throws Exception {
        CaseId id = open();
        UUID concern = raise(id, false);

        for (Actor.Worker stranger : List.of(World.KIT, World.ROBIN, World.ASH, World.NIA, World.ALEX, World.JO)) {
            for (String page : List.of("", "/new", "/" + concern)) mvc.perform(get(Concerns.path(id) + page).with(world.signedIn(stranger))).andExpect(status().isNotFound());
            mvc.perform(post(Concerns.path(id) + "/" + concern + "/decision").param("decision", "NO_ACTION").param("why", "x").with(world.signedIn(stranger))).andExpect(status().isNotFound());
        }
        assertThat(page("/desk/concerns", World.NIA).text()).doesNotContain(reference(id));
        assertThat(page("/desk/concerns", World.KIT).text()).doesNotContain(reference(id));
    }

    private CaseId open() {
        return world.as(World.MINA, () -> {
            CaseId id = cases.open(people.record(new NewPerson(Side.SUPPORT, About.named("Robin-Lee", "Testcase")), World.MINA), null, World.MINA);
            cases.accept(id, World.MINA);
            return id;
        });
    }

    private UUID raise(CaseId id, boolean urgent) {
        UUID concern = UUID.randomUUID();
        world.as(World.MINA, () -> concerns.raise(id, concern, AtRisk.CHILD, null, "x", urgent, World.MINA));
        return concern;
    }

    private void decide(CaseId id, UUID concern, Decision decision) {
        world.as(World.PRIYA, () -> concerns.decide(id, concern, decision, "x", World.PRIYA));
    }

    private void refer(CaseId id, UUID concern) {
        world.as(World.MINA, () -> concerns.refer(id, concern, "x", Times.day(clock.instant()), Told.YES, World.MINA));
    }

    private int noticesForThe(Actor.Worker lead) {
        return world.as(new Actor.Job(DemoTown.HARBOUR_HOUSE, "send-message"), () -> sql.sql("select count(*) from messages.outbox where kind = 'NOTICE' and worker_id = :lead").param("lead", lead.worker().id()).query(Integer.class).single());
    }

    private String reference(CaseId id) {
        return world.as(World.MINA, () -> cases.facts(id).reference());
    }

    private Document page(String path, Actor.Worker worker) throws Exception {
        return Jsoup.parse(mvc.perform(get(path).with(world.signedIn(worker))).andExpect(status().isOk()).andReturn().getResponse().getContentAsString());
    }
}
