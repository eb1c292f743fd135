package org.alongside.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.UUID;
import org.alongside.AlongsideTest;
import org.alongside.Desk;
import org.alongside.World;
import org.alongside.access.Actor;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The desk of those who keep the directory, page by page. */
@AlongsideTest
class EntryPagesTests {
    @Autowired Desk desk;
    @Autowired World world;
    @Autowired Directory directory;
    @Autowired JdbcClient sql;

    final String id = UUID.randomUUID().toString();

    @AfterEach
    void out_of_the_town_again() {
        world.as(World.ALEX, () -> {
            sql.sql("update directory.service set published = false where id = :id::uuid").param("id", id).update();
            sql.sql("delete from directory.draft where service_id = :id::uuid").param("id", id).update();
        });
        directory.refresh();
    }

    @Test
    void a_new_service_is_written_published_changed_and_put_back() throws Exception {
        Document empty = desk.page(World.ALEX, get("/desk/directory/new"));
        assertThat(empty.select("select[name=kind0]")).hasSize(1);
        desk.done(World.ALEX, written("Heron drop-in"));
        assertThat(desk.page(World.ALEX, get("/desk/directory/" + id)).text()).contains("Not public yet", "Heron drop-in", "Mo-Fr 09:30-13:00,13:30-16:30; PH off");
        assertThat(desk.page(World.ALEX, get("/desk/directory?shown=WAITING")).text()).contains("Heron drop-in", "Draft, not public");

        desk.done(World.ALEX, post("/desk/directory/" + id + "/publication").param("version", "1").param("checked", "yes"));
        Document seen = desk.page(World.ALEX, get("/services/" + id));
        assertThat(seen.text()).contains("Heron drop-in", "01632 960088", "It costs nothing", "Urdu", "British Sign Language", "They can find an interpreter").doesNotContain("Nobody has checked this yet");
        assertThat(seen.select("td.yes")).isNotEmpty();

        Document words = desk.page(World.SAL, get("/desk/directory/" + id + "/words"));
        assertThat(words.select("input[name=name]").val()).isEqualTo("Heron drop-in");
        assertThat(words.select("input[name=MEN0][value=YES]").hasAttr("checked")).isTrue();
        assertThat(words.select("input[name=WOMEN0][value=NOT_STATED]").hasAttr("checked")).as("silence stays silence").isTrue();
        desk.done(World.SAL, form(words, post("/desk/directory/" + id + "/words")).param("name", "Heron house"));
        assertThat(desk.page(World.ALEX, get("/desk/directory/" + id)).text()).contains("These would change", "Name");
        desk.done(World.ALEX, post("/desk/directory/" + id + "/publication").param("version", "1"));
        Document history = desk.page(World.ALEX, get("/desk/directory/" + id));
        assertThat(history.text()).contains("Heron house", "Published by Alex", "New: Name");

        Element back = history.selectFirst("form[action$=/editions/1]");
        desk.done(World.ALEX, post(back.attr("action")).param("version", back.select("input[name=version]").val()));
        assertThat(desk.page(World.ALEX, get("/services/" + id)).text()).contains("Heron drop-in").doesNotContain("Heron house");
    }

    @Test
    void what_is_wrong_is_said_beside_the_field_and_what_was_typed_stays() throws Exception {
        Document wrong = desk.page(World.ALEX, post("/desk/directory").param("id", id).param("name", "Heron").param("way0", "WEBSITE").param("value0", "javascript:alert(1)").param("hours0", "office hours").param("serves", "Nowhereville").param("languages", "Klingonish")
                .param("offices", "elsewhere").param("oldest", "old"));

        assertThat(wrong.select(".govuk-error-message").text()).contains("We know no place called Nowhereville", "We know no language called Klingonish", "starts with https://", "Hours cannot be read at: office hours", "Say in a sentence or two", "Choose who offers it", "first half of a postcode", "Enter an age");
        assertThat(wrong.select("input[name=name]").val()).isEqualTo("Heron");
        assertThat(wrong.select("textarea[name=hours0]").text()).isEqualTo("office hours");
    }

    @Test
    void a_refuge_with_an_office_is_refused_with_the_reason() throws Exception {
        Document wrong = desk.page(World.ALEX, written("Heron refuge").param("kind1", "REFUGE").param("offices", "BD1"));

        assertThat(wrong.select(".govuk-error-message").text()).contains("no office in the directory");
    }

    @Test
    void room_for_one_more_keeps_what_was_typed_and_checks_nothing_yet() throws Exception {
        Document more = desk.page(World.ALEX, written("Heron").param("more", "way"));

        assertThat(more.select(".govuk-error-summary")).isEmpty();
        assertThat(more.select("select[name=way1]")).hasSize(1);
        assertThat(more.select("input[name=value0]").val()).isEqualTo("01632 960088");
    }

    @Test
    void an_organisation_is_written_with_its_register_and_its_marks() throws Exception {
        Document wrong = desk.page(World.ALEX, post("/desk/directory/organisations").param("version", "-1").param("name", "Heron Trust").param("website", "http://heron.example").param("identifiers", "1234567").param("marks", "A | B | tomorrow"));
        assertThat(wrong.select(".govuk-error-message").text()).contains("https://", "GB-CHC", "Write one a line");

        desk.done(World.ALEX, post("/desk/directory/organisations").param("version", "-1").param("name", "Heron Trust").param("identifiers", "gb-chc-1234567").param("marks", "A standard | Gold | 2027-03-31"));
        String one = desk.page(World.ALEX, get("/desk/directory")).select("a:contains(Heron Trust)").attr("href");
        Document kept = desk.page(World.ALEX, get(one));
        assertThat(kept.select("input[name=identifiers]").val()).isEqualTo("GB-CHC-1234567");
        assertThat(kept.select("textarea[name=marks]").text()).isEqualTo("A standard | Gold | 2027-03-31");
        assertThat(desk.page(World.ALEX, post(one).param("version", "7").param("name", "Heron Trust two")).select(".govuk-error-message").text()).as("an old version").contains("Somebody else");
    }

    @Test
    void whoever_does_not_keep_the_directory_finds_no_desk_for_it() throws Exception {
        for (Actor.Worker me : new Actor.Worker[] {World.MINA, World.JO, World.ROBIN, World.CAM}) assertThat(desk.send(me, get("/desk/directory")).getStatus()).isEqualTo(404);
        assertThat(desk.send(World.SAL, get("/desk/directory")).getStatus()).as("control").isEqualTo(200);
    }

    private MockHttpServletRequestBuilder written(String name) throws Exception {
        String house = desk.page(World.ALEX, get("/desk/directory/new")).select("select[name=offeredBy] option:contains(Harbour House)").val();
        return post("/desk/directory").param("id", id).param("version", "0").param("name", name).param("offeredBy", house).param("summary", "A place to drop in.").param("kind0", "OUTREACH").param("HARMED0", "YES").param("MEN0", "YES")
                .param("way0", "PHONE").param("value0", "01632 960088").param("hours0", "Monday to Friday 9:30am to 1pm, 1:30pm to 4:30pm\nBank holidays closed").param("serves", "Westermouth").param("languages", "Urdu, BSL").param("interpreters", "YES").param("cost", "FREE").param("source", "(made up)");
    }

    /** Everything a page's form holds, but its name. */
    private static MockHttpServletRequestBuilder form(Document page, MockHttpServletRequestBuilder request) {
        Element form = page.selectFirst("form[action$=/words]");
        for (Element field : form.select("input[name], textarea[name], select[name]")) {
            String name = field.attr("name"), type = field.attr("type");
            if (name.equals("name") || name.equals("more") || (type.equals("radio") || type.equals("checkbox")) && !field.hasAttr("checked")) continue;
            request.param(name, field.tagName().equals("select") ? field.select("option[selected]").val() : field.tagName().equals("textarea") ? field.wholeText().strip() : field.val());
        }
        return request;
    }
}
