package org.alongside.agencies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import java.util.UUID;
import org.alongside.AlongsideTest;
import org.alongside.Desk;
import org.alongside.World;
import org.alongside.access.Actor;
import org.alongside.access.DemoTown;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Sector;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AlongsideTest
class AgenciesTests {
    @Autowired World world;
    @Autowired Desk desk;
    @Autowired Agencies agencies;
    private final UUID id = UUID.randomUUID();

    @AfterEach
    void putAway() {
        if (listed(World.LEE).contains("Shoreline Clinic")) world.as(World.LEE, () -> agencies.putAway(id, World.LEE));
    }

    @Test
    void an_agency_is_written_down_once_with_its_teams_and_how_many_work_in_them() {
        UUID team = UUID.randomUUID();
        for (int press = 0; press < 2; press++) {
            world.as(World.LEE, () -> agencies.add(id, "Shoreline Clinic", Sector.HEALTH, World.LEE));
            world.as(World.LEE, () -> agencies.addTeam(id, team, "Front desk", 7, World.LEE));
        }
        world.as(World.LEE, () -> agencies.addTeam(id, UUID.randomUUID(), "Nurses", 12, World.LEE));

        Agency clinic = world.as(World.CAM, () -> agencies.one(id));
        assertThat(clinic.teams()).extracting(Agency.Team::name).containsExactly("Front desk", "Nurses");
        assertThat(clinic.staff()).isEqualTo(19);
        assertThatThrownBy(() -> world.as(World.LEE, () -> agencies.add(UUID.randomUUID(), "shoreline clinic", Sector.HEALTH, World.LEE))).isInstanceOf(RuleBroken.class);
        assertThatThrownBy(() -> world.as(World.LEE, () -> agencies.addTeam(id, UUID.randomUUID(), "nurses", 3, World.LEE))).isInstanceOf(RuleBroken.class);

        world.as(World.LEE, () -> agencies.putTeamAway(id, team, World.LEE));
        assertThat(world.as(World.LEE, () -> agencies.one(id)).staff()).isEqualTo(12);
    }

    @Test
    void anyone_may_choose_from_the_list_but_not_from_what_was_put_away() {
        world.as(World.LEE, () -> agencies.add(id, "Shoreline Clinic", Sector.HEALTH, World.LEE));
        assertThat(listed(World.anyone())).contains("Shoreline Clinic", "Quayside Homes");
        assertThat(listed(new Actor.Holder("x"))).contains("Shoreline Clinic");

        world.as(World.LEE, () -> agencies.putAway(id, World.LEE));
        assertThat(listed(World.anyone())).doesNotContain("Shoreline Clinic");
        assertThatThrownBy(() -> world.as(World.LEE, () -> agencies.addTeam(id, UUID.randomUUID(), "x", 1, World.LEE))).isInstanceOf(NotFound.class);
    }

    @Test
    void commissioners_read_and_only_trainers_and_managers_write() {
        for (Actor.Worker other : List.of(World.CAM, World.MINA, World.ALEX, World.ASH)) {
            assertThatThrownBy(() -> world.as(other, () -> agencies.add(id, "Shoreline Clinic", Sector.HEALTH, other))).as("" + other).isInstanceOf(NotFound.class);
        }
        assertThat(listed(World.CAM)).contains("Quayside Homes");
        assertThat(listed(World.MINA)).isEmpty();
        assertThat(listed(World.ASH)).isEmpty();
    }

    @Test
    void the_page_says_what_is_wrong_beside_each_field_and_keeps_what_was_typed() throws Exception {
        Document refused = desk.page(World.LEE, post("/desk/agencies").param("name", "quayside homes").param("sector", "HOUSING"));
        assertThat(refused.select(".govuk-error-summary a").eachText()).containsExactly("There is already an agency with this name.");
        assertThat(refused.selectFirst("#name").val()).isEqualTo("quayside homes");
        assertThat(desk.page(World.LEE, post("/desk/agencies")).select(".govuk-error-summary a").eachText()).containsExactly("Enter what it is called", "Choose where its people work");

        String homes = "/desk/agencies/" + DemoAgencies.HOMES, repairs = homes + "/teams/" + DemoAgencies.HOMES_REPAIRS;
        Document wrong = desk.page(World.LEE, post(repairs).param("team", "Repairs and heating").param("staff", "many"));
        assertThat(wrong.select(".govuk-error-summary a").eachText()).containsExactly("Enter how many people work there, like 12");
        assertThat(wrong.selectFirst("#staff").val()).isEqualTo("many");
        assertThat(wrong.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
        assertThat(desk.page(World.CAM, get(homes)).text()).contains("Repairs, 32 people").doesNotContain("Add a team");
    }

    private List<String> listed(Actor who) {
        return world.as(who, () -> agencies.of(DemoTown.HARBOUR_HOUSE)).stream().map(Agency::name).toList();
    }
}
