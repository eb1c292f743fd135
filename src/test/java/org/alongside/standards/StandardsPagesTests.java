package org.alongside.standards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import org.alongside.AlongsideTest;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** Anybody reads the standard that is meant for them, by section and beside others, and takes the whole of it along. */
@AlongsideTest
class StandardsPagesTests {
    @Autowired MockMvc mvc;
    @Autowired Standards standards;

    @BeforeEach
    void look() {
        standards.lookAgain();
    }

    @Test
    void whoever_comes_finds_the_edition_that_is_meant_for_them() throws Exception {
        Document page = page("/standards"), men = page("/standards/supporting-men");

        assertThat(page.select("main h2 a").eachText()).contains("Supporting men who are hurt at home", "Supporting men and boys after sexual violence", "What any support service needs");
        assertThat(men.select("main .door a").eachText()).containsExactly("For services", "For those who begin", "For commissioners", "For police, housing, councils and health", "If you look for help");
        assertThat(men.text()).contains("no official standard", "Version 1,");
        assertThat(page("/enquiry").select("main a[href=/standards]")).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Edition.class)
    void an_edition_is_read_by_section_in_both_languages(Edition edition) throws Exception {
        Standard ours = standards.one("supporting-men").orElseThrow();
        for (String language : new String[] {"", "/cy"}) {
            Document page = page(language + "/standards/supporting-men/" + edition.key());
            assertThat(page.select("main nav a")).hasSize(ours.of(edition).size()).allSatisfy(link -> assertThat(page.getElementById(link.attr("href").substring(1))).isNotNull());
            assertThat(page.select("main ul.lines > li")).hasSize(ours.statements(edition).size());
            if (!language.isEmpty()) assertThat(page.select("main h2[lang=en]")).as("what is English is said so to whoever hears the page").hasSize(ours.of(edition).size());
        }
    }

    @Test
    void whoever_looks_for_help_reads_what_they_can_expect_and_nothing_about_proof() throws Exception {
        Document page = page("/standards/supporting-men/survivors");

        assertThat(page.text()).contains("You are believed and not tested.", "not your fault").doesNotContain("What could show it", "Must", "A5", "Says the same");
        assertThat(page.select("main a[href=/find]")).hasSize(1);
        assertThat(page("/standards/supporting-men/services").text()).as("control").contains("What could show it", "Must", "A5", "Says the same");
    }

    @Test
    void a_statement_says_which_one_of_another_standard_asks_the_same_and_leads_there() throws Exception {
        Element link = page("/standards/supporting-men/services").select("#A3 a").stream().filter(one -> one.text().equals("Says the same as C9 in “What any support service needs”")).findFirst().orElseThrow();
        assertThat(page(link.attr("href").replaceAll("#.*", "")).getElementById("C9")).isNotNull();
        assertThat(page("/standards/core-support/services").select("#C14 a").eachText()).contains("Asks all that D1 asks in “Supporting men who are hurt at home”, and more");
        assertThat(page("/standards/core-support/services").select("#C13 a").eachText()).as("what only seems to be about the same is not said").contains("Says the same as A11 in “Supporting men who are hurt at home”").noneMatch(one -> one.contains("A12"));
    }

    @Test
    void two_standards_are_read_side_by_side_from_either_of_them() throws Exception {
        Document here = page("/standards/supporting-men/beside/core-support"), there = page("/standards/core-support/beside/supporting-men");

        int lines = standards.crosswalk("supporting-men", "core-support").orElseThrow().lines().size();
        assertThat(here.select("main tbody tr")).hasSize(lines);
        assertThat(there.select("main tbody tr")).hasSize(lines);
        assertThat(here.text()).contains("What stands here is part of what stands there", "Nobody is contacted before it is known how that is safe.", "Only in “What any support service needs”");
        assertThat(page("/cy/standards/supporting-men/beside/core-support").select("main td[lang=en]")).hasSize(2 * lines);
        assertThat(answer("/standards/core-support/beside/sexual-violence-men").getStatus()).as("nobody laid these side by side").isEqualTo(404);
    }

    @Test
    void the_whole_standard_is_a_file_for_other_programs() throws Exception {
        MockHttpServletResponse file = answer("/standards/supporting-men/catalogue.json");

        assertThat(file.getHeader("Content-Disposition")).contains("supporting-men-1.json");
        Oscal.File read = Oscal.file(file.getContentAsString());
        assertThat(read.standard()).isEqualTo(standards.one("supporting-men").orElseThrow());
        assertThat(read.crosswalks()).isEqualTo(standards.file("supporting-men", "1").orElseThrow().crosswalks()).hasSize(2);
    }

    @Test
    void what_there_is_not_is_not_found() throws Exception {
        for (String path : new String[] {"/standards/none", "/standards/none/services", "/standards/supporting-men/everybody", "/standards/none/catalogue.json", "/standards/supporting-men/versions/9", "/standards/supporting-men/versions/9/services", "/standards/supporting-men/beside/none", "/standards/none/copy"}) assertThat(answer(path).getStatus()).as(path).isEqualTo(404);
    }

    private Document page(String path) throws Exception {
        MockHttpServletResponse answer = answer(path);
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        return Jsoup.parse(answer.getContentAsString());
    }

    private MockHttpServletResponse answer(String path) throws Exception {
        return mvc.perform(get(path)).andReturn().getResponse();
    }
}
