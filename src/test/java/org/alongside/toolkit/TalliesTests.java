package org.alongside.toolkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.alongside.AlongsideTest;
import org.alongside.Desk;
import org.alongside.TestClock;
import org.alongside.World;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.agencies.Agencies;
import org.alongside.referral.Visitor;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Sector;
import org.alongside.shared.Times;
import org.alongside.toolkit.Tally.Kind;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** Counting without an account: no person in it, each team its own numbers. */
@AlongsideTest
class TalliesTests {
    @Autowired MockMvc mvc;
    @Autowired World world;
    @Autowired Desk desk;
    @Autowired Tallies tallies;
    @Autowired Agencies agencies;
    @Autowired JdbcClient sql;
    @Autowired TestClock clock;
    private final UUID agency = UUID.randomUUID(), team = UUID.randomUUID(), other = UUID.randomUUID(), tally = UUID.randomUUID();
    private String code;

    @BeforeEach
    void aTeamThatCounts() {
        world.as(World.LEE, () -> agencies.add(agency, "Tally agency " + agency, Sector.SCHOOLS, World.LEE));
        world.as(World.LEE, () -> agencies.addTeam(agency, team, "Front desk", 7, World.LEE));
        world.as(World.LEE, () -> agencies.addTeam(agency, other, "Back desk", 7, World.LEE));
        code = world.as(World.LEE, () -> tallies.open(tally, team, World.LEE));
    }

    @AfterEach
    void away() {
        clock.back();
        world.as(World.LEE, () -> agencies.putAway(agency, World.LEE));
    }

    @Test
    void each_press_counts_one_today_and_the_last_can_be_taken_back_once() throws Exception {
        Visitor them = new Visitor(mvc);
        for (int press = 0; press < 3; press++) them.send(path(), "kind", "ASKED");
        Document page = them.send(path(), "kind", "DISCLOSED");
        assertThat(numbers()).isEqualTo(Map.of(Kind.ASKED, 3, Kind.DISCLOSED, 1));
        assertThat(page.text()).contains("Front desk, Tally agency", "Counted today: Disclosed");
        assertThat(them.last.getHeaders("Set-Cookie")).isEmpty();

        String last = page.selectFirst("input[name=last]").val();
        for (int press = 0; press < 2; press++) them.send(path() + "/undoing", "last", last);
        assertThat(numbers()).as("once").isEqualTo(Map.of(Kind.ASKED, 3));

        String late = them.send(path(), "kind", "ASKED").selectFirst("input[name=last]").val();
        clock.pass(Duration.ofMinutes(11));
        them.send(path() + "/undoing", "last", late);
        them.send(path() + "/undoing", "last", "nonsense");
        assertThat(numbers()).as("too late").isEqualTo(Map.of(Kind.ASKED, 4));
    }

    // Safety: mail programs open links by themselves.
    @Test
    void looking_and_nonsense_count_nothing() throws Exception {
        Visitor them = new Visitor(mvc);
        them.see(path());
        them.see(path() + "?kind=ASKED");
        them.send(path(), "kind", "EVERYTHING");
        assertThat(numbers()).isEmpty();
        assertThat(mvc.perform(get(path())).andReturn().getResponse().getHeader("X-Robots-Tag")).contains("noindex");
    }

    // Safety: nothing by which a conversation, a worker or a person could be found.
    @Test
    void what_is_kept_is_a_number_for_a_day_and_the_code_is_kept_nowhere() throws Exception {
        new Visitor(mvc).send(path(), "kind", "ASKED");
        assertThat(world.as(World.LEE, () -> sql.sql("select column_name from information_schema.columns where table_schema = 'toolkit' and table_name = 'tally_day'").query(String.class).list()))
                .containsExactlyInAnyOrder("tally_id", "organisation_id", "day", "kind", "number");
        assertThat(world.as(World.LEE, () -> sql.sql("select t::text from toolkit.tally t where id = :id").param("id", tally).query(String.class).single())).doesNotContain(code);
    }

    // Safety: a team sees its own numbers and counts in its own tally only.
    @Test
    void a_link_opens_its_own_teams_numbers_and_no_other_s() throws Exception {
        String theirs = world.as(World.LEE, () -> tallies.open(UUID.randomUUID(), other, World.LEE));
        new Visitor(mvc).send(path(), "kind", "ASKED");

        assertThat(as(theirs, () -> tallies.mine().orElseThrow().all(Kind.ASKED))).isZero();
        as(theirs, () -> {
            tallies.takeBack(Kind.ASKED, Times.day(clock.instant()));
            return true;
        });
        assertThat(numbers()).as("control").isEqualTo(Map.of(Kind.ASKED, 1));
        for (Actor stranger : List.of(World.anyone(), World.MINA, World.CAM, World.NIA)) assertThat(world.as(stranger, () -> sql.sql("select count(*) from toolkit.tally_day").query(Integer.class).single())).as("%s", stranger).isZero();
        assertThat(mvc.perform(get("/enquiry/tally/" + "a".repeat(40))).andReturn().getResponse().getStatus()).isEqualTo(404);
        Visitor guessing = new Visitor(mvc);
        guessing.send("/enquiry/tally/" + "a".repeat(40), "kind", "ASKED");
        assertThat(guessing.last.getStatus()).isEqualTo(404);
        assertThat(new Visitor(mvc).send("/enquiry/tally/short", "kind", "ASKED").select("h1").text()).contains("Asking about abuse at work");
    }

    @Test
    void a_new_link_ends_the_old_one_and_a_closed_tally_counts_no_more() throws Exception {
        new Visitor(mvc).send(path(), "kind", "ASKED");
        String fresh = world.as(World.LEE, () -> tallies.renew(tally, World.LEE));
        assertThat(mvc.perform(get(path())).andReturn().getResponse().getStatus()).isEqualTo(404);
        assertThat(new Visitor(mvc).see("/enquiry/tally/" + fresh).text()).contains("Front desk");

        world.as(World.LEE, () -> tallies.close(tally, World.LEE));
        new Visitor(mvc).send("/enquiry/tally/" + fresh, "kind", "ASKED");
        assertThat(world.as(World.LEE, () -> sql.sql("select sum(number) from toolkit.tally_day where tally_id = :id").param("id", tally).query(Integer.class).single())).isEqualTo(1);
        assertThatThrownBy(() -> world.as(World.LEE, () -> tallies.close(tally, World.LEE))).isInstanceOf(NotFound.class);
    }

    @Test
    void trainers_and_managers_open_one_for_each_team_and_nobody_else() throws Exception {
        assertThatThrownBy(() -> world.as(World.SAL, () -> tallies.open(UUID.randomUUID(), team, World.SAL))).isInstanceOf(RuleBroken.class);
        for (Actor.Worker me : List.of(World.CAM, World.MINA, World.ALEX)) assertThatThrownBy(() -> world.as(me, () -> tallies.open(UUID.randomUUID(), other, me))).as("%s", me).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> world.as(World.LEE, () -> tallies.open(UUID.randomUUID(), UUID.randomUUID(), World.LEE))).isInstanceOf(NotFound.class);

        assertThat(desk.page(World.LEE, post("/desk/enquiry")).select(".govuk-error-summary a").eachText()).containsExactly("Choose a team");
        assertThat(desk.page(World.SAL, get("/desk/enquiry")).select("#team option").eachText()).anyMatch(option -> option.endsWith("Back desk")).noneMatch(option -> option.contains(agency + ": Front desk"));
    }

    // Safety: small numbers, seen from outside, may be somebody.
    @Test
    void from_outside_a_number_under_five_is_not_shown() throws Exception {
        for (int press = 0; press < 6; press++) new Visitor(mvc).send(path(), "kind", "ASKED");
        new Visitor(mvc).send(path(), "kind", "DISCLOSED");

        String row = desk.page(World.LEE, get("/desk/enquiry")).select("tr:contains(" + agency + ")").text();
        assertThat(row).contains(" 6 none fewer than 5 none ");
        assertThat(new Visitor(mvc).see(path()).select("tbody tr td").eachText()).as("to the team itself all are").containsExactly("6", "0", "1", "0");
    }

    private String path() {
        return "/enquiry/tally/" + code;
    }

    private Map<Kind, Integer> numbers() {
        return as(code, () -> tallies.mine().orElseThrow()).weeks().values().stream().findFirst().orElse(Map.of());
    }

    private <T> T as(String code, Supplier<T> work) {
        return Acting.as(new Actor.Holder(tallies.holderOf(code)), work);
    }
}
