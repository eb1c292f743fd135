package org.alongside.organisations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import org.alongside.AlongsideTest;
import org.alongside.World;
import org.alongside.access.Actor;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The pages of one's own account and of the team's inboxes, in every state. */
@AlongsideTest
class DeskPagesTests {
    private static final String SUPPORT_TEAM_NORTHQUAY = "/desk/team/inboxes/00000000-0000-4000-8000-000000000103";
    @Autowired MockMvc mvc;
    @Autowired World world;
    @Autowired JdbcClient sql;

    @Test
    void every_page_has_one_heading_and_a_label_for_each_field() throws Exception {
        for (String path : List.of("/desk/account", "/desk/account/name", "/desk/account/password", "/desk/account/second-factor", "/desk/team", "/desk/team/new", SUPPORT_TEAM_NORTHQUAY, "/desk/audit")) {
            Document page = Jsoup.parse(mvc.perform(get(path).with(world.signedIn(World.NIA))).andExpect(status().isOk()).andReturn().getResponse().getContentAsString());
            assertThat(page.select("h1")).as(path).hasSize(1);
            assertThat(page.select("input:not([type=hidden]), select, textarea")).as(path).allSatisfy(field -> assertThat(page.select("label[for=" + field.id() + "]")).hasSize(1));
            assertThat(page.select("[id]").eachAttr("id")).as(path).doesNotHaveDuplicates();
        }
    }

    @Test
    void each_worker_starts_in_a_room_of_their_own() throws Exception {
        for (Actor.Worker worker : List.of(World.MINA, World.TOM, World.SAL, World.PRIYA, World.JO, World.ROBIN, World.ALEX, World.KIT, World.ASH, World.NIA)) {
            String room = mvc.perform(get("/desk").with(world.signedIn(worker))).andExpect(status().isFound()).andReturn().getResponse().getRedirectedUrl();
            mvc.perform(get(room).with(world.signedIn(worker))).andExpect(status().isOk());
        }
    }

    @Test
    void a_name_is_changed_and_a_bad_one_is_kept_on_the_page() throws Exception {
        mvc.perform(post("/desk/account/name").with(world.signedIn(World.ASH)).param("name", " ")).andExpect(content().string(containsString("Enter your name")));
        mvc.perform(post("/desk/account/name").with(world.signedIn(World.ASH)).param("name", "A".repeat(101))).andExpect(content().string(containsString("at most 100")));
        mvc.perform(post("/desk/account/name").with(world.signedIn(World.ASH)).param("name", "Ash Patel")).andExpect(redirectedUrl("/desk/account"));
    }

    @Test
    void a_password_change_asks_for_the_old_one_and_for_a_good_new_one() throws Exception {
        mvc.perform(password("wrong", "nine loud geese flying")).andExpect(content().string(containsString("This is not your password")));
        mvc.perform(password(DemoWorkers.PASSWORD, "short")).andExpect(content().string(containsString("at least 12 characters")));
        String before = hash();
        mvc.perform(password(DemoWorkers.PASSWORD, "nine loud geese flying")).andExpect(redirectedUrl("/desk/account"));
        assertThat(hash()).isNotEqualTo(before).startsWith("$argon2id$");
        world.as(World.ASH, () -> sql.sql("update organisations.credential set password_hash = :before, demo = true where worker_id = access.worker()").param("before", before).update());
    }

    @Test
    void an_inbox_is_open_only_when_it_is_known_when_somebody_reads_it() throws Exception {
        mvc.perform(inbox().param("staffed", "yes")).andExpect(content().string(containsString("Choose the days")));
        mvc.perform(inbox().param("staffed", "yes").param("days", "MONDAY")).andExpect(content().string(containsString("Enter the time")));
        mvc.perform(inbox().param("staffed", "yes").param("days", "MONDAY").param("at", "25:99")).andExpect(content().string(containsString("Enter a time like")));
        mvc.perform(inbox().param("staffed", "yes").param("days", "MONDAY").param("at", "9.30").param("within", "31")).andExpect(content().string(containsString("from 1 to 30")));
        mvc.perform(inbox().param("staffed", "yes").param("days", "MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY").param("at", "9:00").param("within", "2")).andExpect(redirectedUrl("/desk/team"));
        mvc.perform(get(SUPPORT_TEAM_NORTHQUAY).with(world.signedIn(World.ALEX))).andExpect(status().isNotFound());
    }

    private MockHttpServletRequestBuilder inbox() {
        return post(SUPPORT_TEAM_NORTHQUAY).with(world.signedIn(World.NIA));
    }

    private MockHttpServletRequestBuilder password(String current, String chosen) {
        return post("/desk/account/password").with(world.signedIn(World.ASH)).param("current", current).param("chosen", chosen);
    }

    private String hash() {
        return world.as(World.ASH, () -> sql.sql("select password_hash from organisations.credential").query(String.class).single());
    }
}
