package org.alongside.day;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.alongside.AlongsideTest;
import org.alongside.TestClock;
import org.alongside.World;
import org.alongside.access.Actor;
import org.alongside.casework.ActionAgency;
import org.alongside.casework.Actions;
import org.alongside.casework.Allocate;
import org.alongside.casework.Allocations;
import org.alongside.casework.CaseId;
import org.alongside.casework.Cases;
import org.alongside.casework.Crises;
import org.alongside.casework.CrisisKind;
import org.alongside.casework.MomentKind;
import org.alongside.casework.Whereabouts;
import org.alongside.people.About;
import org.alongside.people.Channel;
import org.alongside.people.ChannelAnswer;
import org.alongside.people.NewPerson;
import org.alongside.people.People;
import org.alongside.people.Safe;
import org.alongside.people.SafeContact;
import org.alongside.shared.Side;
import org.alongside.shared.Times;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@AlongsideTest
class DayTests {
    @Autowired World world;
    @Autowired Cases cases;
    @Autowired Allocations allocations;
    @Autowired Actions actions;
    @Autowired Crises crises;
    @Autowired People people;
    @Autowired MockMvc mvc;
    @Autowired TestClock clock;

    @AfterEach
    void back() {
        clock.back();
    }

    @Test
    void a_day_holds_what_is_owed_late_first_and_a_crisis_before_everything() throws Exception {
        CaseId id = open("Dayfirst", Safe.YES);
        LocalDate today = Times.day(clock.instant());
        world.as(World.MINA, () -> actions.add(id, UUID.randomUUID(), new Actions.Action(ActionAgency.POLICE, "Marker for next week", World.MINA.worker(), today.plusDays(6)), World.MINA));
        world.as(World.MINA, () -> actions.add(id, UUID.randomUUID(), new Actions.Action(ActionAgency.HOUSING, "Marker for today", World.MINA.worker(), today), World.MINA));
        world.as(World.MINA, () -> actions.add(id, UUID.randomUUID(), new Actions.Action(ActionAgency.SCHOOL, "Marker for later", World.MINA.worker(), today.plusDays(8)), World.MINA));
        world.as(World.MINA, () -> cases.lookAgainOn(id, MomentKind.PLAN, today.minusDays(2)));
        world.as(World.MINA, () -> crises.record(id, new Crises.NewCrisis(UUID.randomUUID(), CrisisKind.THREAT, Set.of(), Whereabouts.UNKNOWN, null), World.MINA));

        String day = day(World.MINA).text();

        assertThat(day).containsSubsequence("Cannot wait", "Write up the crisis", "Dayfirst", "Today, and late", "Look at the safety plan again", "Overdue", "Marker for today", "In the next seven days", "Marker for next week").doesNotContain("Marker for later");
        assertThat(day(World.TOM).text()).as("it is Mina's day").doesNotContain("Dayfirst", "Marker for today");
    }

    @Test
    void an_action_in_a_colleagues_case_is_in_the_day_of_whoever_owes_it() throws Exception {
        CaseId id = open("Daysecond", Safe.YES);
        world.as(World.MINA, () -> actions.add(id, UUID.randomUUID(), new Actions.Action(ActionAgency.POLICE, "Marker for Tom", World.TOM.worker(), Times.day(clock.instant())), World.MINA));

        assertThat(day(World.TOM).text()).contains("Marker for Tom");
    }

    @Test
    void who_was_not_heard_from_for_a_week_is_named_with_what_the_gate_says_about_a_call() throws Exception {
        open("Dayquiet", Safe.YES);
        open("Daynever", Safe.NEVER);
        assertThat(day(World.MINA).select("h2:contains(Not heard from) ~ ul").text()).doesNotContain("Dayquiet");

        clock.pass(Duration.ofDays(8));

        assertThat(day(World.MINA).select("li:contains(Dayquiet)").text()).contains("Call: yes, now", "No contact since the case began");
        assertThat(day(World.MINA).select("li:contains(Daynever)").text()).contains("Call: no").doesNotContain("960299");
    }

    @Test
    void whoever_holds_no_cases_has_no_such_page() throws Exception {
        for (Actor.Worker other : List.of(World.JO, World.ALEX)) mvc.perform(get("/desk/day").with(world.signedIn(other))).andExpect(status().isNotFound());
        assertThat(day(World.ROBIN).text()).doesNotContain("Look at a level");
    }

    private CaseId open(String name, Safe call) {
        return world.as(World.MINA, () -> {
            SafeContact contact = new SafeContact("+441632960299", null, Map.of(Channel.PHONE, ChannelAnswer.of(call)), "", "", "", true, "", null, null);
            CaseId id = cases.open(people.record(new NewPerson(Side.SUPPORT, About.named(name, "Testcase"), contact), World.MINA), null, World.MINA);
            cases.accept(id, World.MINA);
            allocations.allocate(id, new Allocate(UUID.randomUUID(), World.MINA.worker(), null, null, null, null), World.MINA);
            return id;
        });
    }

    private Document day(Actor.Worker worker) throws Exception {
        return Jsoup.parse(mvc.perform(get("/desk/day").with(world.signedIn(worker))).andExpect(status().isOk()).andReturn().getResponse().getContentAsString());
    }
}
