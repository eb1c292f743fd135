package org.alongside.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.alongside.AlongsideTest;
import org.alongside.Camera;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** What somebody keeps of a service or passes on: plain, short, and telling no more than they choose. */
@AlongsideTest
class PassOnTests {
    private static final Pattern TELLING = Pattern.compile("(?i)abuse|violen|refuge|\\bmen\\b|women|victim|survivor|safety|camdrin|trais|menywod|dynion");
    /** Three text messages of a phone. */
    private static final int SHORT = 480;

    @Autowired MockMvc mvc;
    @Autowired Directory directory;

    @Test
    void every_service_can_be_passed_on_in_both_languages_and_nothing_is_left_behind() throws Exception {
        for (Listing listing : directory.all(null)) {
            for (String language : List.of("", "/cy")) {
                MockHttpServletResponse answer = answer(language + path(listing) + "/pass-on");
                Document page = Jsoup.parse(answer.getContentAsString());

                assertThat(answer.getStatus()).as(listing.name()).isEqualTo(200);
                assertThat(answer.getHeaders("Set-Cookie")).isEmpty();
                assertThat(answer.getHeader("Cache-Control")).isEqualTo("no-store");
                assertThat(page.title()).isEqualTo("Local support");
                assertThat(page.select("h1, a.exit")).hasSize(2);
                assertThat(page.text()).doesNotContain("directory.keep").contains(language.isEmpty() ? "First: is it safe?" : "Yn gyntaf: a yw'n ddiogel?");
                assertThat(page.select("[src^=http], link[href^=http], main a[href^=http], script:not([src]), [style], form")).as("nobody else is asked").isEmpty();
                assertThat(page.select("main a").eachAttr("href")).allMatch(address -> address.startsWith(language + "/"));
            }
        }
    }

    @Test
    void the_text_is_plain_and_short_and_says_when_somebody_answers_and_when_that_was_checked() throws Exception {
        MockHttpServletResponse answer = answer(path(called("Staying Put")) + "/text");

        assertThat(answer.getContentType()).isEqualTo("text/plain;charset=UTF-8");
        assertThat(answer.getHeader("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.getHeader("Content-Disposition")).isEqualTo("inline; filename=\"note.txt\"");
        assertThat(answer.getHeaders("Set-Cookie")).isEmpty();
        assertThat(answer.getContentAsString()).isEqualTo("""
                Staying Put
                0808 2800 999 (free)
                Monday to Friday: 9:30am to 1pm and 1:30pm to 4:30pm
                Bank holidays: not stated
                Checked on 20 November 2026.
                """);
        assertThat(answer("/cy" + path(called("Staying Put")) + "/text").getContentAsString()).contains("Dydd Llun i Dydd Gwener", "Gwiriwyd ar 20 Tachwedd 2026.");
    }

    @Test
    void no_text_is_longer_than_three_messages() throws Exception {
        for (Listing listing : directory.all(null)) {
            for (String language : List.of("", "/cy")) {
                String text = answer(language + path(listing) + "/text").getContentAsString();
                assertThat(text).as(listing.name()).startsWith(listing.invented() ? language.isEmpty() ? "This service is made up" : "Mae'r gwasanaeth hwn" : listing.name()).hasSizeLessThan(SHORT);
            }
        }
    }

    // Safety: the name is what tells; whoever finds the note learns a number.
    @Test
    void without_its_name_a_number_says_nothing() throws Exception {
        int told = 0;
        for (Listing listing : directory.all(null)) {
            for (String language : List.of("", "/cy")) {
                MockHttpServletResponse answer = answer(language + path(listing) + "/number");
                boolean dialled = listing.contacts().stream().anyMatch(Contact::isDialled);
                assertThat(answer.getStatus()).as(listing.name()).isEqualTo(dialled ? 200 : 404);
                if (dialled) assertThat(answer.getContentAsString()).as(listing.name()).doesNotContain(listing.name()).doesNotContain("http", "www.", "@").doesNotContainPattern(TELLING);
                // Control: with its name it would.
                if (TELLING.matcher(answer(language + path(listing) + "/text").getContentAsString()).find()) told++;
            }
        }
        assertThat(told).isPositive();
    }

    @Test
    void the_square_leads_to_the_page_of_the_service_and_says_so_to_whoever_does_not_see_it() throws Exception {
        Listing listing = called("Harbour House support");
        for (String language : List.of("", "/cy")) {
            Document page = Jsoup.parse(answer(language + path(listing) + "/pass-on").getContentAsString());
            String address = "http://localhost" + language + path(listing);

            assertThat(Camera.reads(page.selectFirst("svg.square"))).isEqualTo(address);
            assertThat(page.select("svg.square").attr("role")).isEqualTo("img");
            assertThat(page.select("svg.square title").text()).isNotBlank();
            assertThat(page.select("svg.square desc").text()).contains(address);
            assertThat(page.select(".to-copy").eachText()).contains(address);
        }
    }

    // Safety: paper lies about. By itself it holds how to reach them and not what for.
    @Test
    void what_is_printed_of_a_service_by_itself_is_how_to_reach_it() throws Exception {
        Document page = Jsoup.parse(answer(path(called("Westermouth refuge"))).getContentAsString());

        assertThat(page.select(".column > .kept")).hasSize(1);
        assertThat(page.select(".kept").text()).contains("Westermouth refuge", "0808 157 0001", "Every day, day and night", "You can ask for yourself", "Checked on 20 November 2026").doesNotContain("safe place", "women", "children");
        assertThat(page.select(".kept .kept-name").text()).isEqualTo("Westermouth refuge");
        assertThat(page.select("input[name=print]").eachAttr("value")).containsExactly("name", "plain", "card", "all");
        assertThat(page.select("input[name=print][checked]").attr("value")).isEqualTo("name");
        assertThat(page.select(".keep form, form .keep, form input[name=print]")).as("what is chosen is sent nowhere").isEmpty();
        assertThat(page.select("link[href$='keep.css']")).hasSize(1);
        assertThat(answer("/assets/keep.css").getContentAsString()).contains(".column > :not(.kept, .passing) { display: none; }");
        // Control: the page itself says it all.
        assertThat(page.select("main").text()).contains("a safe place to stay", "women");
    }

    @Test
    void where_there_is_no_number_nothing_without_a_name_is_offered() throws Exception {
        assertThat(Jsoup.parse(answer(path(called("Survivors UK"))).getContentAsString()).select("input[name=print]").eachAttr("value")).containsExactly("name", "all");
        assertThat(Jsoup.parse(answer(path(called("Survivors UK")) + "/pass-on").getContentAsString()).select("h2").eachText()).doesNotContain("Only the number").contains("With the name");
    }

    @Test
    void a_service_that_is_not_there_cannot_be_passed_on() throws Exception {
        for (String what : List.of("/pass-on", "/text", "/number")) assertThat(answer("/services/" + UUID.randomUUID() + what).getStatus()).isEqualTo(404);
    }

    private Listing called(String name) {
        return directory.all(null).stream().filter(listing -> listing.name().equals(name)).findFirst().orElseThrow();
    }

    private static String path(Listing listing) {
        return "/services/" + listing.id();
    }

    private MockHttpServletResponse answer(String path) throws Exception {
        return mvc.perform(get(path)).andReturn().getResponse();
    }
}
