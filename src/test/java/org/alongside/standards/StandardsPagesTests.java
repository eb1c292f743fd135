package org.alongside.standards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import org.alongside.AlongsideTest;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** Anybody reads the standard that is meant for them, by section, and takes the whole of it along. */
@AlongsideTest
class StandardsPagesTests {
    @Autowired MockMvc mvc;
    @Autowired Standards standards;

    @Test
    void whoever_comes_finds_the_edition_that_is_meant_for_them() throws Exception {
        Document page = page("/standards");

        assertThat(page.select("main .door a").eachText()).containsExactly("For services", "For those who begin", "For commissioners", "For police, housing, councils and health", "For men who look for help");
        assertThat(page.text()).contains("no official standard", "Version 1,");
        assertThat(page("/enquiry").select("main a[href=/standards]")).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Edition.class)
    void an_edition_is_read_by_section_in_both_languages(Edition edition) throws Exception {
        Standard ours = standards.one("supporting-men").orElseThrow();
        for (String language : new String[] {"", "/cy"}) {
            Document page = page(language + "/standards/supporting-men/" + edition.key());
            assertThat(page.select("main nav a")).hasSize(ours.of(edition).size()).allSatisfy(link -> assertThat(page.getElementById(link.attr("href").substring(1))).isNotNull());
            assertThat(page.select("main ul.lines > li")).hasSize((int) ours.statements(edition));
            if (!language.isEmpty()) assertThat(page.select("main h2[lang=en]")).as("what is English is said so to whoever hears the page").hasSize(ours.of(edition).size());
        }
    }

    @Test
    void whoever_looks_for_help_reads_what_they_can_expect_and_nothing_about_proof() throws Exception {
        Document page = page("/standards/supporting-men/survivors");

        assertThat(page.text()).contains("You are believed and not tested.", "not your fault").doesNotContain("What could show it", "Must", "A5");
        assertThat(page.select("main a[href=/find]")).hasSize(1);
        assertThat(page("/standards/supporting-men/services").text()).as("control").contains("What could show it", "Must", "A5");
    }

    @Test
    void the_whole_standard_is_a_file_for_other_programs() throws Exception {
        MockHttpServletResponse file = answer("/standards/supporting-men/catalogue.json");

        assertThat(file.getHeader("Content-Disposition")).contains("supporting-men-1.json");
        assertThat(Oscal.read(file.getContentAsString())).isEqualTo(standards.one("supporting-men").orElseThrow());
    }

    @Test
    void what_there_is_not_is_not_found() throws Exception {
        for (String path : new String[] {"/standards/none/services", "/standards/supporting-men/everybody", "/standards/none/catalogue.json"}) assertThat(answer(path).getStatus()).as(path).isEqualTo(404);
    }

    private Document page(String path) throws Exception {
        return Jsoup.parse(answer(path).getContentAsString());
    }

    private MockHttpServletResponse answer(String path) throws Exception {
        return mvc.perform(get(path)).andReturn().getResponse();
    }
}
