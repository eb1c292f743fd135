package org.alongside.organisations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.UUID;
import org.alongside.AlongsideTest;
import org.alongside.TestDatabase;
import org.alongside.World;
import org.alongside.access.Actor;
import org.alongside.access.DemoTown;
import org.alongside.access.OrganisationId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** The front door of the desk, knocked at as a browser would. */
@AlongsideTest
class SignInTests {
    @Autowired MockMvc mvc;
    @Autowired World world;
    @Autowired JdbcClient sql;

    @Test
    void a_worker_signs_in_reaches_the_desk_and_signs_out() throws Exception {
        MockHttpServletResponse signedIn = mvc.perform(tries(" Mina@Harbour.example ", DemoWorkers.PASSWORD))
                .andExpect(redirectedUrl("/desk")).andExpect(cookie().path("desk", "/desk")).andExpect(cookie().httpOnly("desk", true))
                .andExpect(cookie().attribute("desk", "SameSite", "Strict")).andReturn().getResponse();
        Cookie session = new Cookie("desk", signedIn.getCookie("desk").getValue());

        mvc.perform(get("/desk/account").cookie(session)).andExpect(status().isOk()).andExpect(content().string(containsString("Mina Okafor")));
        mvc.perform(post("/desk/sign-out").with(World.sameSite()).cookie(session)).andExpect(redirectedUrl("/desk/sign-in"));
        mvc.perform(get("/desk/account").cookie(session)).andExpect(redirectedUrl("/desk/sign-in?to=%2Fdesk%2Faccount"));
    }

    @Test
    void the_cookie_is_for_https_only_where_there_is_https() throws Exception {
        mvc.perform(tries("tom@harbour.example", DemoWorkers.PASSWORD).secure(true)).andExpect(cookie().secure("desk", true)).andExpect(cookie().secure("familiar", true));
    }

    @Test
    void an_unknown_address_and_a_wrong_password_get_the_same_page() throws Exception {
        String unknown = mvc.perform(tries("nobody@harbour.example", "wrong-password-1")).andExpect(status().isOk()).andReturn().getResponse().getContentAsString();
        String wrong = mvc.perform(tries("jo@harbour.example", "wrong-password-1")).andExpect(status().isOk()).andReturn().getResponse().getContentAsString();

        assertThat(unknown.replace("nobody@", "x@")).isEqualTo(wrong.replace("jo@", "x@")).contains("The e-mail address or the password is not right").doesNotContain("wrong-password-1");
    }

    @Test
    void an_unknown_address_costs_as_much_work_as_a_wrong_password() throws Exception {
        // Processor time of this thread, so that a busy machine changes nothing: one hash is most of it, none would be next to nothing.
        mvc.perform(tries("kit@harbour.example", "wrong-password-1"));
        long wrong = work("kit@harbour.example"), unknown = work("nobody-at-all@harbour.example");

        assertThat(unknown).isGreaterThan(wrong / 2);
    }

    private long work(String email) throws Exception {
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        mvc.perform(tries(email, "wrong-password-2")).andExpect(status().isOk());
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
    }

    @Test
    void every_try_is_kept_in_the_trail_and_a_refused_one_is_seen_by_the_organisations_leads() throws Exception {
        mvc.perform(tries("ash@lantern.example", "wrong-password-1"));
        mvc.perform(tries("ash@lantern.example", DemoWorkers.PASSWORD));

        assertThat(world.as(World.NIA, () -> sql.sql("select act || ' ' || detail from audit.entry where kind = 'worker' and subject_id = :ash order by sequence desc limit 2")
                .param("ash", World.ASH.worker().id()).query(String.class).list())).containsExactly("CHANGED signed in", "REFUSED sign-in: password");
    }

    @Test
    void a_wrong_password_for_somebody_with_two_accounts_is_seen_in_both_organisations() throws Exception {
        Email email = new Email("twice@both.example");
        UUID here = account(email, DemoTown.HARBOUR_HOUSE);
        UUID there = account(email, DemoTown.LANTERN);
        try {
            mvc.perform(tries("twice@both.example", "wrong-password-1")).andExpect(status().isOk());

            assertThat(refusals(World.PRIYA)).contains(here).doesNotContain(there);
            assertThat(refusals(World.NIA)).contains(there).doesNotContain(here);
        } finally {
            world.as(new Actor.Installer(), () -> sql.sql("update organisations.membership set left_on = joined_on where worker_id in (:here, :there)").param("here", here).param("there", there).update());
        }
    }

    private List<UUID> refusals(Actor.Worker lead) {
        return world.as(lead, () -> sql.sql("select subject_id from audit.entry where act = 'REFUSED' and detail = 'sign-in: password'").query(UUID.class).list());
    }

    private UUID account(Email email, OrganisationId organisation) {
        UUID id = UUID.randomUUID();
        world.as(new Actor.Installer(), () -> {
            sql.sql("insert into organisations.worker (id, organisation_id, name, email, email_key, created_at) values (:id, :organisation, 'Sam Twice', :email, :key, now())")
                    .param("id", id).param("organisation", organisation.id()).param("email", email.sealed(TestDatabase.SEAL, id)).param("key", email.key(TestDatabase.SEAL)).update();
            sql.sql("insert into organisations.membership (worker_id, organisation_id, side, roles, joined_on) values (:id, :organisation, 'SUPPORT', '{VOLUNTEER}', '2026-01-01')")
                    .param("id", id).param("organisation", organisation.id()).update();
            sql.sql("insert into organisations.credential (worker_id, organisation_id, password_hash, demo, changed_at) select :id, :organisation, password_hash, true, now() from organisations.credential limit 1")
                    .param("id", id).param("organisation", organisation.id()).update();
        });
        return id;
    }

    @Test
    void the_demo_password_works_only_at_the_machine_itself() throws Exception {
        mvc.perform(tries("sal@harbour.example", DemoWorkers.PASSWORD).with(from("203.0.113.7"))).andExpect(status().isOk()).andExpect(cookie().doesNotExist("desk"));
        mvc.perform(tries("sal@harbour.example", DemoWorkers.PASSWORD).header("X-Forwarded-For", "203.0.113.7")).andExpect(status().isOk()).andExpect(cookie().doesNotExist("desk"));
        mvc.perform(tries("sal@harbour.example", DemoWorkers.PASSWORD)).andExpect(redirectedUrl("/desk"));
    }

    @Test
    void a_stranger_is_soon_stopped_but_the_worker_is_not() throws Exception {
        Cookie familiar = new Cookie("familiar", mvc.perform(tries("robin@harbour.example", DemoWorkers.PASSWORD)).andReturn().getResponse().getCookie("familiar").getValue());
        for (int network = 0; network < 8; network++) {
            for (int i = 0; i < 5; i++) mvc.perform(tries("robin@harbour.example", "wrong-password-" + i).with(from("198.51." + network + ".9")));
        }

        mvc.perform(tries("robin@harbour.example", "wrong-password-x").with(from("198.51.0.9"))).andExpect(content().string(containsString("too many tries")));
        mvc.perform(tries("robin@harbour.example", DemoWorkers.PASSWORD).cookie(familiar)).andExpect(redirectedUrl("/desk"));
    }

    @Test
    void somebody_elses_familiar_cookie_or_a_made_up_one_helps_nobody() throws Exception {
        Cookie toms = new Cookie("familiar", mvc.perform(tries("tom@harbour.example", DemoWorkers.PASSWORD)).andReturn().getResponse().getCookie("familiar").getValue());
        for (int i = 0; i < 5; i++) mvc.perform(tries("kit@harbour.example", "wrong-password-" + i).cookie(i % 2 == 0 ? toms : new Cookie("familiar", "bm9uc2Vuc2U")).with(from("198.51.100.77")));

        mvc.perform(tries("kit@harbour.example", "wrong-password-x").cookie(toms).with(from("198.51.100.77"))).andExpect(content().string(containsString("too many tries")));
    }

    @Test
    void nothing_typed_is_asked_for_beside_its_field() throws Exception {
        mvc.perform(tries("", "")).andExpect(content().string(containsString("Enter your e-mail address"))).andExpect(content().string(containsString("Enter your password")));
    }

    @Test
    void a_stranger_is_asked_to_sign_in_and_comes_back_to_the_page_they_wanted() throws Exception {
        mvc.perform(get("/desk/team")).andExpect(redirectedUrl("/desk/sign-in?to=%2Fdesk%2Fteam"));
        mvc.perform(get("/desk/no-such-page")).andExpect(redirectedUrl("/desk/sign-in?to=%2Fdesk%2Fno-such-page"));
        mvc.perform(post("/desk/team/new").with(World.sameSite())).andExpect(redirectedUrl("/desk/sign-in"));
        mvc.perform(get("/desk/sign-in").param("to", "/desk/team")).andExpect(content().string(containsString("value=\"/desk/team\"")));
        mvc.perform(tries("alex@harbour.example", DemoWorkers.PASSWORD).param("to", "/desk/team")).andExpect(redirectedUrl("/desk/team"));
    }

    @Test
    void no_link_can_make_the_sign_in_page_lead_elsewhere() throws Exception {
        for (String trap : new String[] {"//evil.example", "https://evil.example", "/desk/../leave", "/desk//evil.example", "/desk\\evil", "/deskx", "javascript:alert(1)", "/desk/a?b=c", "/desk/" + "a".repeat(300)}) {
            mvc.perform(get("/desk/sign-in").param("to", trap)).andExpect(content().string(containsString("name=\"to\" value=\"/desk\"")));
        }
    }

    @Test
    void a_page_that_is_not_there_and_one_that_is_not_yours_look_the_same() throws Exception {
        String absent = page("/desk/no-such-page");
        for (String path : new String[] {"/desk/team", "/desk/audit", "/desk/team/" + World.TOM.worker().id(), "/desk/team/" + UUID.randomUUID()}) {
            assertThat(page(path)).isEqualTo(absent);
        }
    }

    private String page(String path) throws Exception {
        return mvc.perform(get(path).with(world.signedIn(World.MINA))).andExpect(status().isNotFound()).andReturn().getResponse().getContentAsString().replace(path, "");
    }

    @Test
    void signing_in_again_gives_a_new_session_and_the_old_one_is_dead() throws Exception {
        Cookie before = new Cookie("desk", mvc.perform(tries("priya@harbour.example", DemoWorkers.PASSWORD)).andReturn().getResponse().getCookie("desk").getValue());
        String after = mvc.perform(tries("priya@harbour.example", DemoWorkers.PASSWORD).cookie(before)).andReturn().getResponse().getCookie("desk").getValue();

        assertThat(after).isNotEqualTo(before.getValue());
        mvc.perform(get("/desk/account").cookie(before)).andExpect(status().isFound());
    }

    @Test
    void the_page_works_without_script_and_is_kept_nowhere() throws Exception {
        mvc.perform(get("/desk/sign-in")).andExpect(status().isOk()).andExpect(header().string("Cache-Control", containsString("no-store")))
                .andExpect(content().string(containsString("type=\"password\""))).andExpect(content().string(not(containsString("disabled"))));
    }

    private static MockHttpServletRequestBuilder tries(String email, String password) {
        return post("/desk/sign-in").with(World.sameSite()).param("email", email).param("password", password);
    }

    private static RequestPostProcessor from(String address) {
        return request -> {
            request.setRemoteAddr(address);
            return request;
        };
    }
}
