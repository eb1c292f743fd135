package org.alongside.organisations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.util.Set;
import java.util.UUID;
import org.alongside.AlongsideTest;
import org.alongside.World;
import org.alongside.access.Actor;
import org.alongside.access.Role;
import org.alongside.access.WorkerId;
import org.alongside.organisations.Team.Newcomer;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Side;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@AlongsideTest
class TeamTests {
    @Autowired MockMvc mvc;
    @Autowired World world;
    @Autowired Team team;
    @Autowired Organisations organisations;
    @Autowired JdbcClient sql;

    final String email = "new-" + UUID.randomUUID() + "@harbour.example";
    Actor.Worker lee;

    @BeforeEach
    void lee_joins() {
        invite(World.ALEX, Side.SUPPORT, Role.SUPPORT_WORKER);
        UUID id = world.as(World.ALEX, () -> sql.sql("select worker_id from organisations.link where made_by = access.worker() order by made_at desc limit 1").query(UUID.class).single());
        lee = new Actor.Worker(new WorkerId(id), World.ALEX.organisation(), Side.SUPPORT, Set.of(Role.SUPPORT_WORKER));
    }

    @Test
    void a_leavers_next_click_is_refused_on_every_device() throws Exception {
        Cookie cookie = new Cookie("desk", world.cookie(lee));
        mvc.perform(get("/desk/account").cookie(cookie)).andExpect(status().isOk());

        mvc.perform(post("/desk/team/" + lee.worker().id() + "/leaving").with(world.signedIn(World.ALEX))).andExpect(redirectedUrl("/desk/team"));

        mvc.perform(get("/desk/account").cookie(cookie)).andExpect(redirectedUrlPattern("/desk/sign-in**"));
        assertThat(sql.sql("select count(*) from organisations.spring_session where principal_name = :lee").param("lee", lee.worker().id().toString()).query(Integer.class).single()).isZero();
        assertThat(world.as(World.ALEX, () -> organisations.colleagues())).noneMatch(colleague -> colleague.id().equals(lee.worker()));
        assertThat(world.as(World.ALEX, () -> organisations.nameOf(lee.worker()))).isEqualTo("Lee Marsh");
        assertThat(world.as(new Actor.Job(lee.organisation(), "notices"), () -> organisations.emailOf(lee.worker()))).isEmpty();
    }

    @Test
    void a_session_that_survived_opens_nothing_for_a_leaver() throws Exception {
        world.as(World.ALEX, () -> team.leave(World.ALEX, lee.worker()));

        mvc.perform(get("/desk/account").with(world.signedIn(lee))).andExpect(redirectedUrlPattern("/desk/sign-in**"));
    }

    @Test
    void a_change_of_roles_counts_from_the_next_click() throws Exception {
        Cookie cookie = new Cookie("desk", world.cookie(lee));
        mvc.perform(get("/desk/team").cookie(cookie)).andExpect(status().isNotFound());

        mvc.perform(post("/desk/team/" + lee.worker().id()).with(world.signedIn(World.ALEX)).param("side", "SUPPORT").param("roles", "SUPPORT_WORKER", "MANAGER")).andExpect(redirectedUrl("/desk/team"));
        mvc.perform(get("/desk/team").cookie(cookie)).andExpect(status().isOk());

        mvc.perform(post("/desk/team/" + lee.worker().id()).with(world.signedIn(World.ALEX)).param("side", "SUPPORT").param("roles", "SUPPORT_WORKER"));
        mvc.perform(get("/desk/team").cookie(cookie)).andExpect(status().isNotFound());
    }

    @Test
    void a_change_of_side_needs_a_reason_which_the_leads_can_read() {
        assertThatThrownBy(() -> change(World.ALEX, Side.CHANGE, " ")).isInstanceOfSatisfying(RuleBroken.class, broken -> assertThat(broken.rule()).isEqualTo("team.reason"));
        change(World.ALEX, Side.CHANGE, "Moves to the programme team");

        String count = "select count(*) from organisations.side_change where worker_id = :lee";
        assertThat(world.as(World.PRIYA, () -> sql.sql(count).param("lee", lee.worker().id()).query(Integer.class).single())).isEqualTo(1);
        assertThat(world.as(World.MINA, () -> sql.sql(count).param("lee", lee.worker().id()).query(Integer.class).single())).isZero();
    }

    @Test
    void a_manager_looks_after_their_own_side_only_also_when_only_the_database_is_asked() {
        change(World.SAL, Side.SUPPORT, null);
        assertThatThrownBy(() -> change(World.KIT, Side.SUPPORT, null)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> change(World.SAL, Side.CHANGE, "because")).isInstanceOf(RuleBroken.class);
        assertThatThrownBy(() -> invite(World.SAL, Side.CHANGE, Role.FACILITATOR)).isInstanceOf(RuleBroken.class);
        assertThatThrownBy(() -> invite(World.SAL, Side.SUPPORT, Role.ADMINISTRATOR)).isInstanceOf(RuleBroken.class);

        String over = "update organisations.membership set side = 'CHANGE' where worker_id = :lee";
        assertThatThrownBy(() -> world.as(World.SAL, () -> sql.sql(over).param("lee", lee.worker().id()).update())).rootCause().hasMessageContaining("row-level security");
        assertThat(world.as(World.KIT, () -> sql.sql(over).param("lee", lee.worker().id()).update())).isZero();
        assertThat(world.as(World.MINA, () -> sql.sql(over).param("lee", lee.worker().id()).update())).isZero();
    }

    @Test
    void nobody_changes_their_own_place_and_nobody_elses_in_another_organisation() {
        assertThatThrownBy(() -> world.as(World.SAL, () -> team.change(World.SAL, World.SAL.worker(), Side.SUPPORT, Set.of(Role.PRIVACY_LEAD), null))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> change(World.NIA, Side.SUPPORT, null)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> change(World.MINA, Side.SUPPORT, null)).isInstanceOf(NotFound.class);
    }

    @Test
    void the_last_administrator_cannot_be_removed() {
        Actor.Worker secondAdministrator = new Actor.Worker(lee.worker(), lee.organisation(), Side.SUPPORT, Set.of(Role.ADMINISTRATOR));
        world.as(World.ALEX, () -> team.change(World.ALEX, lee.worker(), Side.SUPPORT, Set.of(Role.ADMINISTRATOR), null));
        world.as(World.ALEX, () -> team.leave(World.ALEX, lee.worker()));

        assertThatThrownBy(() -> world.as(secondAdministrator, () -> team.leave(secondAdministrator, World.ALEX.worker()))).isInstanceOfSatisfying(RuleBroken.class, broken -> assertThat(broken.rule()).contains("last-administrator"));
        assertThatThrownBy(() -> world.as(secondAdministrator, () -> team.change(secondAdministrator, World.ALEX.worker(), null, Set.of(Role.DIRECTORY_EDITOR), null))).isInstanceOf(RuleBroken.class);
    }

    @Test
    void an_address_known_elsewhere_is_invited_without_a_word_about_it() {
        String asks = world.as(World.ALEX, () -> team.invite(World.ALEX, new Newcomer("Ash Patel", "ash@lantern.example", Side.SUPPORT, Set.of(Role.VOLUNTEER))));

        assertThat(asks).isNotBlank();
        assertThatThrownBy(() -> world.as(World.ALEX, () -> team.invite(World.ALEX, new Newcomer("Mina", "MINA@harbour.example", Side.SUPPORT, Set.of(Role.VOLUNTEER))))).hasMessageContaining("works here already");
    }

    @Test
    void what_happens_to_a_colleague_is_in_the_trail() {
        change(World.ALEX, Side.SUPPORT, null);

        assertThat(world.as(World.PRIYA, () -> sql.sql("select detail from audit.entry where subject_id = :lee order by sequence").param("lee", lee.worker().id()).query(String.class).list())).containsExactly("joined", "changed");
    }

    @Test
    void pages_say_what_is_missing_and_keep_what_was_typed() throws Exception {
        mvc.perform(post("/desk/team/new").with(world.signedIn(World.ALEX)).param("name", "Lee <b>Marsh</b>").param("email", "not an address").param("side", "SUPPORT"))
                .andExpect(status().isOk()).andExpect(content().string(containsString("Lee &lt;b>Marsh&lt;/b>"))).andExpect(content().string(containsString("Choose at least one role")));
        mvc.perform(post("/desk/team/new").with(world.signedIn(World.SAL)).param("name", "Lee").param("email", "a@b.example").param("side", "CHANGE").param("roles", "FACILITATOR")).andExpect(content().string(containsString("Only an administrator")));
        mvc.perform(post("/desk/team/" + lee.worker().id()).with(world.signedIn(World.ALEX)).param("side", "CHANGE").param("roles", "FACILITATOR")).andExpect(content().string(containsString("Say why the side changes")));
        for (String path : new String[] {"/desk/team", "/desk/team/new", "/desk/team/" + lee.worker().id(), "/desk/team/" + lee.worker().id() + "/leaving"}) {
            mvc.perform(get(path).with(world.signedIn(World.SAL))).andExpect(status().isOk());
            mvc.perform(get(path).with(world.signedIn(World.TOM))).andExpect(status().isNotFound());
        }
        mvc.perform(get("/desk/team/" + lee.worker().id()).with(world.signedIn(World.NIA))).andExpect(status().isNotFound());
    }

    private void change(Actor.Worker by, Side side, String reason) {
        world.as(by, () -> team.change(by, lee.worker(), side, Set.of(Role.SUPPORT_WORKER), reason));
    }

    private String invite(Actor.Worker by, Side side, Role role) {
        return world.as(by, () -> team.invite(by, new Newcomer("Lee Marsh", role == Role.SUPPORT_WORKER ? email : "x" + email, side, Set.of(role))));
    }
}
