package org.alongside.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.alongside.AlongsideTest;
import org.alongside.World;
import org.alongside.access.Actor;
import org.alongside.people.About;
import org.alongside.people.NewPerson;
import org.alongside.people.People;
import org.alongside.people.PersonId;
import org.alongside.shared.Side;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@AlongsideTest
class KeepingPagesTests {
    @Autowired World world;
    @Autowired People people;
    @Autowired Holds holds;
    @Autowired JdbcClient sql;
    @Autowired MockMvc mvc;

    @Test
    void the_page_says_what_nobody_decided_and_what_is_held() throws Exception {
        PersonId person = world.as(World.MINA, () -> people.record(new NewPerson(Side.SUPPORT, About.named("Heldover", "Pagetest")), World.MINA));
        world.as(World.PRIYA, () -> holds.place(UUID.randomUUID(), person, HoldReason.INQUIRY, "x", World.PRIYA));
        Document page = page("/desk/keeping", World.PRIYA);

        assertThat(page.text()).contains("Not decided: kept until somebody decides", "Heldover Pagetest", "A review or an inquiry", "Second look");
        assertThat(page.select("#months-CASE").val()).isEqualTo("84");
        assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
        for (Actor.Worker other : List.of(World.MINA, World.JO, World.ALEX, World.ROBIN, World.ASH)) mvc.perform(get("/desk/keeping").with(world.signedIn(other))).andExpect(status().isNotFound());
        assertThat(page("/desk/keeping", World.NIA).text()).as("the lead of another organisation").doesNotContain("Heldover");
    }

    @Test
    void months_that_are_no_number_are_refused_beside_their_field_and_stay() throws Exception {
        for (String months : List.of("", "many", "0", "601", "-1")) {
            Document refused = page(post("/desk/keeping/rules").param("kind", "CASE").param("months", months).param("why", "Kept words"), World.PRIYA);
            assertThat(refused.select(".govuk-error-summary a").attr("href")).as(months).isEqualTo("#months");
            assertThat(refused.select("#months").val()).isEqualTo(months);
            assertThat(refused.select("#why").text()).isEqualTo("Kept words");
            assertThat(refused.select("details[open]")).hasSize(1);
        }
        mvc.perform(post("/desk/keeping/rules").param("kind", "NOTHING").with(world.signedIn(World.PRIYA))).andExpect(status().isNotFound());
    }

    @Test
    void a_file_is_held_and_let_go_from_the_page_of_its_person() throws Exception {
        PersonId person = person();
        String path = "/desk/people/" + person.id() + "/keeping";
        assertThat(page("/desk/people/" + person.id(), World.PRIYA).select("a[href=" + path + "]").text()).isEqualTo("How long it is kept");
        assertThat(page("/desk/people/" + person.id(), World.MINA).select("a[href=" + path + "]")).isEmpty();
        Document empty = page(post(path + "/holds"), World.PRIYA);
        assertThat(empty.select(".govuk-error-summary a").eachText()).containsExactly("Choose why it must stay", "Say what it is needed for");

        UUID id = UUID.randomUUID();
        mvc.perform(post(path + "/holds").param("once", id.toString()).param("reason", "COURT").param("words", "Marker trial").with(world.signedIn(World.PRIYA))).andExpect(redirectedUrl(path));
        assertThat(page(path, World.PRIYA).text()).contains("It is held", "Marker trial", "Somebody else should look at it within a day");
        assertThat(world.as(World.PRIYA, () -> sql.sql("select words from retention.hold where id = :id").param("id", id).query(byte[].class).single())).asString(StandardCharsets.ISO_8859_1).doesNotContain("Marker");
        assertThat(page(post("/desk/keeping/holds/" + id + "/second"), World.PRIYA).text()).contains("somebody else looks at it");
        mvc.perform(post("/desk/keeping/holds/" + id + "/second").with(world.signedIn(World.SAL))).andExpect(redirectedUrl(path));
        mvc.perform(post("/desk/keeping/holds/" + id + "/lifting").with(world.signedIn(World.SAL))).andExpect(redirectedUrl(path));
        assertThat(page(path, World.SAL).select("button:contains(I agree)")).isEmpty();
        assertThat(page(path, World.PRIYA).select("button:contains(I agree)")).hasSize(1);
        mvc.perform(post("/desk/keeping/holds/" + id + "/lifting").with(world.signedIn(World.PRIYA))).andExpect(redirectedUrl(path));
        assertThat(page(path, World.PRIYA).text()).contains("It was held", "Let go by Sal Whitmore and Priya Nand");
    }

    @Test
    void erasing_before_its_time_is_asked_for_and_agreed_by_two() throws Exception {
        PersonId person = person();
        String path = "/desk/people/" + person.id() + "/keeping";
        UUID id = UUID.randomUUID();
        mvc.perform(post(path + "/erasure").param("once", id.toString()).param("why", "MISTAKE").param("erasureWords", "Recorded twice").with(world.signedIn(World.PRIYA))).andExpect(redirectedUrl(path));

        assertThat(page(path, World.PRIYA).text()).contains("Recorded twice", "Somebody else must agree");
        assertThat(page("/desk/keeping", World.SAL).text()).contains("To be erased before its time", "Needs a second person");
        assertThat(page(path, World.SAL).text()).contains("This cannot be undone");
        mvc.perform(post("/desk/keeping/erasures/" + id + "/refusal").with(world.signedIn(World.SAL))).andExpect(redirectedUrl(path));
        assertThat(page(path, World.PRIYA).text()).doesNotContain("Recorded twice");
    }

    private PersonId person() {
        return world.as(World.MINA, () -> people.record(new NewPerson(Side.SUPPORT, About.named("Keep", "Pagetest")), World.MINA));
    }

    private Document page(String path, Actor.Worker worker) throws Exception {
        return page(get(path), worker);
    }

    private Document page(MockHttpServletRequestBuilder request, Actor.Worker worker) throws Exception {
        return Jsoup.parse(mvc.perform(request.with(world.signedIn(worker))).andExpect(status().isOk()).andReturn().getResponse().getContentAsString());
    }
}
