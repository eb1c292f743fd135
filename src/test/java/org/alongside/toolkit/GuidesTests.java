package org.alongside.toolkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.alongside.AlongsideTest;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** The texts for professionals: each sector has its own, and what keeps people safe stands in all of them. */
@AlongsideTest
class GuidesTests {
    private static final List<String> SECTORS = List.of("housing", "health", "mental-health", "social-care", "substance-use", "police", "fire-and-ambulance", "schools", "family-hubs");

    @Autowired MockMvc mvc;

    @Test
    void the_first_page_leads_to_each_sector_the_enquiry_fathers_and_the_cards() throws Exception {
        List<String> ways = page("/enquiry").select("main a").eachAttr("href");

        assertThat(ways).containsAll(SECTORS.stream().map("/enquiry/"::concat).toList()).contains("/enquiry/ask", "/enquiry/fathers", "/enquiry/cards", "/enquiry/told", "/refer", "/refer/status");
        assertThat(page("/").select("main a[href=/enquiry], footer a[href=/enquiry]")).hasSize(2);
    }

    @Test
    void every_page_says_all_its_words_in_both_languages_and_that_nobody_has_reviewed_it() throws Exception {
        for (String language : List.of("", "/cy")) {
            for (String path : Stream.concat(SECTORS.stream(), Stream.of("fathers", "told", "ask", "cards", "cards/housing", "cards/1", "cards/2")).toList()) {
                Document page = page(language + "/enquiry/" + path);
                assertThat(page.select("main h1")).as(path).hasSize(1);
                assertThat(page.text()).as(path).doesNotContain("toolkit.", "shared.sector", "referral.q");
                assertThat(page.select(".reviewed").text()).as(path).isEqualTo(language.isEmpty() ? "Example, not yet reviewed by a practitioner." : "Enghraifft, heb ei hadolygu eto gan ymarferydd.");
                assertThat(page.title()).isEqualTo("Local support");
            }
        }
    }

    // Safety: whatever a sector adds, no guide goes without these.
    @Test
    void each_guide_holds_what_keeps_people_safe() throws Exception {
        Set<String> leads = new TreeSet<>();
        for (String sector : SECTORS) {
            Document page = page("/enquiry/" + sector);
            assertThat(page.select(".guide-part").eachAttr("id")).containsExactly("prepare", "safe", "open", "explore", "harmed", "using", "both", "dont", "record", "next");
            assertThat(page.selectFirst("#safe").text()).as(sector).contains("no child over two", "independent interpreter", "Make another chance");
            assertThat(page.selectFirst("#prepare").text()).contains("Never a partner, a relative, a friend or a child");
            assertThat(page.selectFirst("#explore").text()).contains("needs a doctor today", "Nothing here is added up");
            assertThat(page.selectFirst("#using").text()).contains("Never say or hint what a partner or a child told you");
            assertThat(page.selectFirst("#both").text()).contains("Do not ask about abuse");
            assertThat(page.selectFirst("#record").text()).contains("Never write it where the one who does it");
            assertThat(page.selectFirst("#next").text()).contains("999", "press 55");
            assertThat(page.select(".own")).as("what only they meet").hasSizeGreaterThanOrEqualTo(6).allSatisfy(own -> assertThat(own.text()).isNotBlank());
            assertThat(page.select("#open .own .aloud li").eachText()).as(sector).hasSizeGreaterThanOrEqualTo(1);
            assertThat(page.text()).contains("0808 8024 040", "0808 2000 247");
            leads.add(page.selectFirst(".govuk-body-l").text());
        }
        assertThat(leads).hasSameSizeAs(SECTORS);
    }

    @Test
    void words_to_say_stand_out_and_every_sector_has_some_of_its_own_on_its_card() throws Exception {
        Set<String> cards = new TreeSet<>();
        for (String sector : SECTORS) {
            Element card = page("/enquiry/cards/" + sector).selectFirst(".pocket");
            assertThat(card.select(".half").first().select("li").eachText()).as(sector).isNotEmpty().allMatch(line -> line.startsWith("“"));
            assertThat(card.text()).contains("0808 8024 040");
            cards.add(card.select(".half").first().text());
        }
        assertThat(cards).hasSameSizeAs(SECTORS);
    }

    // Safety: a card that lies about must not tell what it is about.
    @Test
    void what_is_given_away_names_no_abuse_and_no_line_that_would_tell() throws Exception {
        Document harmed = page("/enquiry/cards/1");
        assertThat(harmed.select(".pocket")).hasSize(5);
        assertThat(harmed.select(".pocket").first().text()).contains("0808 2000 247", "0808 8010 327", "999").doesNotContainIgnoringCase("abuse").doesNotContainIgnoringCase("violence").doesNotContainIgnoringCase("refuge");
        assertThat(harmed.text()).contains("Is it safe for you to have this?", "Fold with the writing inside");
        assertThat(page("/enquiry/cards/2").select(".pocket").first().text()).contains("0808 8024 040").doesNotContainIgnoringCase("abuse");
        // Control: the name of a line that would tell is on the pages that stay with professionals.
        assertThat(page("/enquiry/housing").text()).contains("National Domestic Abuse Helpline");
    }

    @Test
    void a_sector_that_is_none_is_not_found() throws Exception {
        for (String path : List.of("/enquiry/other", "/enquiry/nothing", "/enquiry/cards/other", "/enquiry/cards/3")) assertThat(answer(path).getStatus()).as(path).isEqualTo(404);
    }

    private Document page(String path) throws Exception {
        MockHttpServletResponse answer = answer(path);
        assertThat(answer.getHeader("Set-Cookie")).as(path).isNull();
        return Jsoup.parse(answer.getContentAsString());
    }

    private MockHttpServletResponse answer(String path) throws Exception {
        return mvc.perform(get(path)).andReturn().getResponse();
    }
}
