package org.alongside.ui;

import static org.alongside.ui.Rendered.desk;
import static org.alongside.ui.Rendered.english;
import static org.alongside.ui.Rendered.text;
import static org.alongside.ui.Rendered.welsh;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.alongside.shared.Problems;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class LayoutTests {
    private static final Map<String, Object> PAGE = Map.of("title", "Domestic abuse helplines", "back", "/find", "content", text("Words"));

    @Test
    void a_public_page_shows_a_neutral_name_in_the_tab() {
        Document page = Rendered.page("ui/page", english(), PAGE);

        assertThat(page.title()).isEqualTo("Local support");
        assertThat(page.head().text().toLowerCase()).doesNotContain("abuse", "alongside", "help");
        assertThat(page.expectFirst("h1").text()).isEqualTo("Domestic abuse helplines");
    }

    @Test
    void leaving_comes_first_on_every_page_and_needs_no_script() {
        Document open = Rendered.page("ui/page", english(), PAGE);
        Document desk = Rendered.page("ui/desk", desk(null), PAGE);

        assertThat(open.select("a, button, input").first().attr("href")).isEqualTo("/leave");
        assertThat(desk.select("a, button, input").first().attr("href")).isEqualTo("/desk/leave");
        assertThat(open.expectFirst("#exit").text()).isEqualTo("Emergency: Exit this page");
        assertThat(open.expectFirst("#exit").attr("rel")).contains("noreferrer");
    }

    @Test
    void a_page_holds_no_inline_script_or_style_and_asks_nobody_else() {
        for (Document page : new Document[] {Rendered.page("ui/page", english(), PAGE), Rendered.page("ui/desk", desk("Saved"), PAGE)}) {
            assertThat(page.select("[style], [onclick], script:not([src])")).isEmpty();
            assertThat(page.select("[src], link[href]").eachAttr("src")).allMatch(from -> from.startsWith("/assets/"));
            assertThat(page.select("link[href]").eachAttr("href")).allMatch(from -> from.startsWith("/assets/"));
        }
    }

    @Test
    void a_welsh_page_says_so_and_keeps_its_links_welsh() {
        Document page = Rendered.page("ui/page", welsh(), PAGE);

        assertThat(page.expectFirst("html").attr("lang")).isEqualTo("cy");
        assertThat(page.expectFirst(".govuk-back-link").attr("href")).isEqualTo("/cy/find");
        assertThat(page.expectFirst(".name").attr("href")).isEqualTo("/cy");
        assertThat(page.select("footer a[lang=en]").attr("href")).isEqualTo("/helplines");
        assertThat(Rendered.page("ui/page", english(), PAGE).select("footer a[lang=cy]").attr("href")).isEqualTo("/cy/helplines");
    }

    @Test
    void the_demonstration_and_the_practice_copy_say_what_they_are() {
        assertThat(Rendered.page("ui/page", english(), PAGE).expectFirst(".copy-banner").text()).startsWith("This is a demonstration");
        assertThat(Rendered.page("ui/desk", desk(null), PAGE).expectFirst(".copy-banner.practice").text()).startsWith("Practice copy");
    }

    @Test
    void the_desk_offers_a_worker_only_what_they_may_do() {
        Document page = Rendered.page("ui/desk", desk(null), PAGE);

        assertThat(page.select(".rooms a").eachText()).containsExactly("Inbox");
        assertThat(page.select(".rooms a[aria-current=page]").eachText()).containsExactly("Inbox");
        assertThat(page.expectFirst(".who").text()).contains("Sam Okafor", "Harbour Support");
        assertThat(page.expectFirst("form[action=/desk/sign-out]").attr("method")).isEqualTo("post");
        assertThat(page.title()).isEqualTo("Domestic abuse helplines – Local support");
    }

    @Test
    void the_sign_in_page_offers_nothing_of_the_desk() {
        Document page = Rendered.page("ui/desk", english(), PAGE);

        assertThat(page.select(".rooms, .who")).isEmpty();
    }

    @Test
    void a_notice_and_problems_come_before_the_heading() {
        Problems problems = new Problems();
        problems.add("phone", "Enter a phone number");
        Document page = Rendered.page("ui/desk", desk("Referral accepted"), Map.of("title", "New call", "content", text("Words"), "problems", problems));

        assertThat(page.select("main > *").eachAttr("class")).containsSubsequence("notice done", "govuk-error-summary", "govuk-heading-l");
        assertThat(page.title()).startsWith("Error: ");
    }

    @Test
    void a_page_weighs_little() {
        assertThat(Rendered.html("ui/web/safety", welsh(), Map.of()).length()).isLessThan(15_000);
    }
}
