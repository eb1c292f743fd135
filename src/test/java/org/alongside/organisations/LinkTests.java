package org.alongside.organisations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.alongside.AlongsideTest;
import org.alongside.TestDatabase;
import org.alongside.World;
import org.alongside.access.Actor;
import org.alongside.access.Role;
import org.alongside.access.WorkerId;
import org.alongside.organisations.Team.Newcomer;
import org.alongside.shared.NotFound;
import org.alongside.shared.Side;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@AlongsideTest
class LinkTests {
    @Autowired MockMvc mvc;
    @Autowired World world;
    @Autowired Team team;
    @Autowired Welcome welcome;
    @Autowired SecondFactors factors;
    @Autowired JdbcClient sql;

    String invitation;
    Account lee;

    @BeforeEach
    void lee_is_invited() {
        invitation = world.as(World.ALEX, () -> team.invite(World.ALEX, new Newcomer("Lee Marsh", "new-" + UUID.randomUUID() + "@harbour.example", Side.SUPPORT, Set.of(Role.SUPPORT_WORKER))));
        lee = new Account(new WorkerId(world.as(World.ALEX, () -> sql.sql("select worker_id from organisations.link order by made_at desc limit 1").query(UUID.class).single())), World.ALEX.organisation(), false);
    }

    @Test
    void looking_at_a_link_uses_nothing_up_and_using_it_once_does() throws Exception {
        mvc.perform(get("/desk/link/" + invitation)).andExpect(status().isOk());
        mvc.perform(get("/desk/link/" + invitation)).andExpect(status().isOk()).andExpect(content().string(containsString("Lee Marsh")));
        mvc.perform(post("/desk/link/" + invitation).with(World.sameSite()).param("password", "too short")).andExpect(content().string(containsString("at least 12 characters")));
        mvc.perform(post("/desk/link/" + invitation).with(World.sameSite()).param("password", "seven quiet herons")).andExpect(redirectedUrl("/desk/account/second-factor"));

        mvc.perform(get("/desk/link/" + invitation)).andExpect(status().isNotFound());
        mvc.perform(post("/desk/link/" + invitation).with(World.sameSite()).param("password", "eight quiet herons")).andExpect(status().isNotFound());
        mvc.perform(get("/desk/link/made-up")).andExpect(status().isNotFound());
    }

    @Test
    void a_late_link_opens_nothing() {
        String expired = "the token is kept nowhere, only its fingerprint";
        world.as(new Actor.Installer(), () -> sql.sql("""
                insert into organisations.link (id, token_key, purpose, organisation_id, worker_id, made_at, expires_at)
                values (:id, :key, 'RESET', :organisation, :worker, now() - interval '16 minutes', now() - interval '1 minute')
                """).param("id", UUID.randomUUID()).param("key", TestDatabase.SEAL.fingerprint("link", expired))
                .param("organisation", lee.organisation().id()).param("worker", lee.worker().id()).update());

        assertThat(welcome.guest(expired)).isEmpty();
        assertThatThrownBy(() -> welcome.accept(expired, "seven quiet herons")).isInstanceOf(NotFound.class);
    }

    @Test
    void a_reset_forgets_the_second_factor_ends_every_session_and_replaces_the_password() throws Exception {
        welcome.accept(invitation, "seven quiet herons");
        assertThat(factors.confirm(lee, SecondFactors.code(factors.offered(lee), Instant.now().getEpochSecond() / 30))).isTrue();
        Cookie cookie = new Cookie("desk", world.cookie(lee.alone()));
        mvc.perform(get("/desk/account").cookie(cookie)).andExpect(status().isOk());

        String reset = world.as(World.ALEX, () -> team.newStart(World.ALEX, lee.worker()));
        welcome.accept(reset, "nine loud geese flying");

        assertThat(factors.isSet(lee)).isFalse();
        mvc.perform(get("/desk/account").cookie(cookie)).andExpect(status().isFound());
        assertThat(world.as(World.PRIYA, () -> sql.sql("select detail from audit.entry where subject_id = :lee order by sequence desc limit 2").param("lee", lee.worker().id()).query(String.class).list()))
                .containsExactly("set a password by link", "was given a link for a new password");
    }

    @Test
    void a_newer_link_kills_the_older_one_and_only_an_administrator_gives_one() {
        String newer = world.as(World.ALEX, () -> team.newStart(World.ALEX, lee.worker()));

        assertThat(welcome.guest(invitation)).isEmpty();
        assertThat(welcome.guest(newer)).isPresent();
        assertThatThrownBy(() -> world.as(World.SAL, () -> team.newStart(World.SAL, lee.worker()))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> world.as(World.NIA, () -> team.newStart(World.NIA, lee.worker()))).isInstanceOf(NotFound.class);
    }

    @Test
    void a_leavers_link_is_dead() {
        world.as(World.ALEX, () -> team.leave(World.ALEX, lee.worker()));

        assertThat(welcome.guest(invitation)).isEmpty();
    }

    @Test
    void no_password_reaches_a_colleague_without_a_link() {
        assertThatThrownBy(() -> world.as(World.ALEX, () -> sql.sql("insert into organisations.credential values (:lee, :organisation, 'x', false, now())")
                .param("lee", lee.worker().id()).param("organisation", lee.organisation().id()).update())).rootCause().hasMessageContaining("row-level security");
        assertThat(world.as(World.ALEX, () -> sql.sql("select count(*) from organisations.credential where worker_id <> access.worker()").query(Integer.class).single())).isZero();
    }
}
