package org.alongside.guidance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.List;
import org.alongside.AlongsideTest;
import org.alongside.referral.Visitor;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** The door for those who are worried about how they behave. */
@AlongsideTest
class BehaviourDoorTests {
    private static final List<String> DOOR = List.of("/pages/7", "/pages/9", "/pages/10", "/pages/11", "/pages/12");

    @Autowired MockMvc mvc;

    @Test
    void each_page_behind_the_door_shows_first_the_line_made_for_them_and_says_that_nobody_has_reviewed_it() throws Exception {
        for (String path : DOOR) {
            for (String language : List.of("", "/cy")) {
                Document page = page(language + path);
                assertThat(page.select(".lines li > p:first-child strong").eachText()).as(path).containsExactly("Respect Phoneline", "Samaritans");
                assertThat(page.select(".reviewed")).as(path).hasSize(1);
                assertThat(page.text()).as(path).contains("999").doesNotContain("guidance.");
            }
        }
        // Control: the pages for those who are hurt do not send them there.
        assertThat(page("/pages/1").select(".lines")).isEmpty();
    }

    @Test
    void one_press_begins_a_message_about_oneself_and_asks_first_how_contact_is_safe() throws Exception {
        for (String path : DOOR) {
            Visitor them = new Visitor(mvc);
            Document page = them.see(path);
            assertThat(them.last.getHeaders("Set-Cookie")).as("looking stores nothing").isEmpty();

            them.send(page.selectFirst("main form").attr("action"), "asking", page.selectFirst("main form input[name=asking]").val());

            assertThat(them.at).as(path).isEqualTo("/refer/how");
            them.send("/refer/how", "channels", "NONE");
            assertThat(them.page.select("h1").text()).isEqualTo("Is everyone at home safe right now?");
        }
        Visitor welsh = new Visitor(mvc);
        welsh.send(welsh.see("/cy/pages/7").selectFirst("main form").attr("action"), "asking", "MY_BEHAVIOUR");
        assertThat(welsh.at).isEqualTo("/cy/refer/how");
    }

    @Test
    void it_says_before_anything_is_asked_whose_safety_comes_first_and_what_is_never_told() throws Exception {
        for (String path : List.of("/pages/7", "/pages/11")) {
            assertThat(page(path).text()).contains("safety of your partner, your ex and your children comes first", "Another worker, not yours", "never told whether they said yes");
        }
    }

    @Test
    void every_way_on_leads_to_a_page_and_the_way_back_to_the_door() throws Exception {
        for (String path : DOOR) {
            Document page = page(path);
            for (String next : page.select("nav.next a").eachAttr("href")) assertThat(mvc.perform(get(next)).andReturn().getResponse().getStatus()).as(next).isEqualTo(200);
            assertThat(page.select(".danger a[href=/pages/10]")).as(path).hasSize(path.equals("/pages/10") ? 0 : 1);
            assertThat(page.selectFirst("a.govuk-back-link").attr("href")).isEqualTo(path.equals("/pages/7") ? "/" : "/pages/7");
        }
        assertThat(page("/").select("a[href=/pages/10]")).as("whoever is about to lose control need not search").hasSize(1);
    }

    private Document page(String path) throws Exception {
        return Jsoup.parse(mvc.perform(get(path)).andReturn().getResponse().getContentAsString());
    }
}
