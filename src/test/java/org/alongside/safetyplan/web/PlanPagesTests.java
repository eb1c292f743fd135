package org.alongside.safetyplan.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import org.alongside.AlongsideTest;
import org.alongside.Desk;
import org.alongside.World;
import org.alongside.access.Actor;
import org.alongside.casework.CaseId;
import org.alongside.casework.Cases;
import org.alongside.people.About;
import org.alongside.people.NewPerson;
import org.alongside.people.People;
import org.alongside.safetyplan.PlanSection;
import org.alongside.shared.Side;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@AlongsideTest
class PlanPagesTests {
    @Autowired MockMvc mvc;
    @Autowired Cases cases;
    @Autowired People people;
    @Autowired World world;
    @Autowired Desk desk;
    @Autowired JdbcClient sql;
    String path;

    @BeforeEach
    void open() {
        CaseId id = world.as(World.MINA, () -> cases.open(people.record(new NewPerson(Side.SUPPORT, About.named("Markername", "Ashdown")), World.MINA), null, World.MINA));
        path = "/desk/cases/" + id.id() + "/plan";
    }

    @Test
    void the_public_page_has_every_part_and_nothing_that_could_be_sent_or_kept() throws Exception {
        for (String asked : List.of("/plan", "/cy/plan")) {
            Document page = Jsoup.parse(mvc.perform(get(asked)).andReturn().getResponse().getContentAsString());
            assertThat(page.select("main textarea")).hasSize(PlanSection.values().length);
            assertThat(page.select("main form, main [name], main input")).isEmpty();
            // Safety: without autocomplete=off a browser keeps what was typed to restore a closed page.
            assertThat(page.select("main textarea")).allMatch(box -> box.attr("autocomplete").equals("off"));
            assertThat(page.select("main section h2[id]").size()).isGreaterThanOrEqualTo(PlanSection.values().length);
            assertThat(page.title().toLowerCase()).doesNotContain("plan").doesNotContain("safe");
            assertThat(page.select("h1")).hasSize(1);
            for (Element box : page.select("main textarea")) assertThat(page.select("label[for=" + box.id() + "]")).hasSize(1);
        }
    }

    @Test
    void the_draft_keeps_what_was_typed_and_what_was_not_wanted() throws Exception {
        assertThat(desk.page(World.MINA, get(path)).text()).contains("No safety plan yet", "Write a plan together");
        desk.send(World.MINA, post(path + "/draft").param("w.pets", "The cat\r\nand the dog").param("d.pets", "pack").param("t.pets", "who"));
        Document page = desk.page(World.TOM, get(path + "/draft"));

        assertThat(page.selectFirst("[name=\"w.pets\"]").wholeText().strip()).isEqualTo("The cat\nand the dog");
        assertThat(page.selectFirst("[name=\"d.pets\"][value=pack]").hasAttr("checked")).isTrue();
        assertThat(page.selectFirst("[name=\"t.pets\"][value=who]").hasAttr("checked")).isTrue();
        assertThat(page.text()).contains("Example words, not yet reviewed");
        for (Element field : page.select("main input:not([type=hidden]), main textarea")) assertThat(page.select("label[for=\"" + field.id() + "\"]")).as(field.id()).hasSize(1);
    }

    @Test
    void agreeing_needs_a_place_to_keep_it_and_a_day_said_beside_the_fields() throws Exception {
        Document page = desk.page(World.MINA, post(path + "/draft").param("then", "agree").param("w.pets", "The cat").param("review.day", "40"));

        assertThat(page.selectFirst("#kept-error").text()).contains("Ask where the plan may be kept");
        assertThat(page.selectFirst("#review-error")).isNotNull();
        assertThat(page.selectFirst("[name=\"w.pets\"]").wholeText()).contains("The cat");
        assertThat(page.selectFirst("[name=\"review.day\"]").val()).isEqualTo("40");
    }

    @Test
    void two_writers_in_one_part_see_both_texts() throws Exception {
        desk.send(World.MINA, post(path + "/draft/autosave").param("r.pets", "0").param("w.pets", "The cat"));
        assertThat(desk.send(World.TOM, post(path + "/draft/autosave").param("r.pets", "0").param("w.pets", "The dog")).getStatus()).isEqualTo(409);
        Document page = desk.page(World.TOM, post(path + "/draft").param("r.pets", "0").param("w.pets", "The dog"));

        assertThat(page.selectFirst("[name=\"w.pets\"]").wholeText()).contains("The dog");
        assertThat(page.text()).contains("A colleague saved here: The cat");
        assertThat(page.selectFirst("[name=\"r.pets\"]").val()).isEqualTo("1");
    }

    @Test
    void versions_are_read_and_set_side_by_side() throws Exception {
        agree("0", "The cat goes to Sam");
        agree("1", "The cat comes along");

        assertThat(desk.page(World.MINA, get(path)).text()).contains("Version 2", "The cat comes along", "On paper, with them");
        assertThat(desk.page(World.MINA, get(path + "/1")).text()).contains("This is an earlier version", "The cat goes to Sam");
        assertThat(desk.page(World.MINA, get(path + "/2/beside/1")).text()).contains("Changed", "The cat comes along", "The cat goes to Sam");
        assertThat(desk.send(World.MINA, get(path + "/7")).getStatus()).isEqualTo(404);
    }

    @Test
    void nothing_is_printed_unasked_and_the_paper_names_nobody() throws Exception {
        agree("0", "The cat goes to Sam");
        assertThat(desk.page(World.MINA, post(path + "/1/paper")).selectFirst("#safe-error").text()).contains("Ask first whether paper is safe");
        Document paper = desk.page(World.MINA, post(path + "/1/paper").param("safe", "yes").param("print", "large"));

        assertThat(paper.title()).isEqualTo("Notes");
        assertThat(paper.select("html").hasClass("large-print")).isTrue();
        paper.select(".screen-only").remove();
        assertThat(paper.selectFirst("main").text()).contains("The cat goes to Sam").doesNotContain("Markername", "Ashdown", "Harbour", "Local support", "plan", "Version");
        assertThat(desk.page(World.MINA, post(path + "/1/paper").param("safe", "yes").param("named", "yes")).selectFirst("main").text()).contains("Harbour House");
    }

    @Test
    void easy_read_sets_a_picture_and_short_lines_above_their_own_words_and_is_asked_for_like_any_paper() throws Exception {
        agree("0", "The cat goes to Sam");
        assertThat(desk.page(World.MINA, get(path + "/1/paper")).text()).contains("Easy Read", "Example words, not yet reviewed");
        Document refused = desk.page(World.MINA, post(path + "/1/paper").param("print", "easy"));
        assertThat(refused.selectFirst("#safe-error").text()).contains("Ask first whether paper is safe");
        assertThat(refused.select("[name=print][checked]").val()).isEqualTo("easy");
        int before = printed();
        Document paper = desk.page(World.MINA, post(path + "/1/paper").param("safe", "yes").param("print", "easy"));

        assertThat(printed()).as("in the ledger, as any other").isEqualTo(before + 1);
        assertThat(paper.select("html").hasClass("easy-read")).isTrue();
        assertThat(paper.select(".screen-only").text()).contains("Example words, not yet reviewed");
        paper.select(".screen-only").remove();
        Element part = paper.selectFirst(".plan-part");
        assertThat(part.select("h2").text()).isEqualTo("My animals");
        assertThat(part.select("svg.symbol[aria-hidden=true] > *")).isNotEmpty();
        assertThat(part.select(".easy-lead p").eachText()).containsExactly("This is who can look after them.", "This is what they need.");
        assertThat(part.select("p.typed").text()).isEqualTo("The cat goes to Sam");
        assertThat(paper.select(".plan-part")).as("nothing is said of parts they left empty").hasSize(1);
        assertThat(paper.selectFirst("main").text()).doesNotContain("Markername", "Ashdown", "Harbour", "Local support", "plan", "Version");
        assertThat(desk.page(World.MINA, post(path + "/1/paper").param("safe", "yes")).select("svg.symbol")).as("Control: the normal paper has none").isEmpty();
    }

    @Test
    void each_part_has_its_own_picture_and_easy_words_in_both_languages() throws Exception {
        for (String asked : List.of("/plan?easy=yes", "/cy/plan?easy=yes")) {
            Document page = Jsoup.parse(mvc.perform(get(asked)).andReturn().getResponse().getContentAsString());
            assertThat(page.select("main section h2[id]").eachText()).doesNotHaveDuplicates().hasSize(PlanSection.values().length + 1);
            assertThat(page.select("svg.symbol").eachAttr("aria-hidden")).hasSize(PlanSection.values().length).containsOnly("true");
            assertThat(page.select("svg.symbol").stream().map(Element::html).filter(drawing -> !drawing.isBlank())).doesNotHaveDuplicates().hasSize(PlanSection.values().length);
            assertThat(page.select(".easy-lead p")).hasSize(2 * PlanSection.values().length).allSatisfy(line -> assertThat(line.text().split(" ")).hasSizeLessThanOrEqualTo(12));
            assertThat(page.select("main form, main [name], main input")).isEmpty();
            assertThat(page.select("main textarea")).hasSize(PlanSection.values().length).allMatch(box -> box.attr("autocomplete").equals("off"));
            assertThat(page.select("main .reviewed").text()).isNotEmpty();
            for (Element box : page.select("main textarea")) assertThat(page.select("label[for=" + box.id() + "]")).hasSize(1);
        }
        Document normal = Jsoup.parse(mvc.perform(get("/cy/plan")).andReturn().getResponse().getContentAsString());
        assertThat(normal.select("[data-print]").eachAttr("data-print")).containsExactly("", "large", "easy");
        assertThat(normal.select("main a[href=\"/cy/plan?easy=yes\"]")).hasSize(1);
    }

    private int printed() {
        return world.as(World.MINA, () -> sql.sql("select count(*) from disclosure.release where via = 'PRINT'").query(Integer.class).single());
    }

    @Test
    void nobody_else_finds_any_of_these_pages() throws Exception {
        agree("0", "The cat goes to Sam");
        for (Actor.Worker other : List.of(World.ROBIN, World.KIT, World.ALEX, World.ASH)) {
            for (MockHttpServletRequestBuilder asked : List.of(get(path), get(path + "/draft"), get(path + "/1"), get(path + "/1/beside/1"), get(path + "/1/paper"), post(path + "/1/paper").param("safe", "yes"), post(path + "/draft"), post(path + "/draft/autosave"))) {
                assertThat(desk.send(other, asked).getStatus()).as("" + other.worker()).isEqualTo(404);
            }
        }
    }

    private void agree(String revision, String pets) throws Exception {
        MockHttpServletResponse agreed = desk.send(World.MINA, post(path + "/draft").param("then", "agree").param("r.pets", revision).param("w.pets", pets).param("kept", "PAPER")
                .param("review.day", "4").param("review.month", "12").param("review.year", "2026"));
        assertThat(agreed.getStatus()).as(agreed.getContentAsString()).isEqualTo(302);
    }
}
