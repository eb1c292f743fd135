package org.alongside.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.alongside.AlongsideTest;
import org.alongside.TestClock;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The public pages as a visitor gets them, in every state. */
@AlongsideTest
class PublicPagesTests {
    private static final Pattern TELLING = Pattern.compile("(?i)abuse|abusive|violen|believ|behaviour|danger|worried|support|refuge|\\bmen\\b|women|victim|survivor|child|young|safety");

    @Autowired MockMvc web;
    @Autowired TestClock clock;
    @Autowired RequestMappingHandlerMapping mappings;
    @Autowired Directory directory;

    @AfterEach
    void the_clock_goes_back() {
        clock.back();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/helplines", "/find", "/find/answers", "/pages/1", "/pages/2", "/pages/3", "/pages/4", "/pages/5", "/pages/6",
        "/pages/7", "/pages/8", "/pages/9", "/pages/10", "/pages/11", "/pages/12"})
    void every_page_is_whole_in_both_languages_and_leaves_nothing_behind(String path) throws Exception {
        for (String language : List.of("", "/cy")) {
            MockHttpServletResponse response = web.perform(get(path.equals("/") && !language.isEmpty() ? language : language + path)).andReturn().getResponse();
            Document page = Jsoup.parse(response.getContentAsString());

            assertThat(response.getStatus()).isEqualTo(200);
            assertThat(response.getHeaders("Set-Cookie")).isEmpty();
            assertThat(page.select("h1")).hasSize(1);
            assertThat(page.title()).doesNotContainIgnoringCase("abuse").doesNotContainIgnoringCase("help");
            assertThat(page.select("html").attr("lang")).isEqualTo(language.isEmpty() ? "en" : "cy");
            assertThat(page.select("a.exit")).hasSize(1);
            assertThat(page.select("main").text().length()).isGreaterThan(200);
            assertThat(page.select("a[href^=/], form[action]").eachAttr("href")).as("addresses that a browser keeps").noneMatch(address -> TELLING.matcher(address).find());
            assertThat(page.select("script:not([src]), [style], img[src^=http], link[href^=http]")).isEmpty();
        }
    }

    @Test
    void no_address_and_no_step_of_a_referral_says_what_stands_there() {
        Set<String> addresses = mappings.getHandlerMethods().keySet().stream().flatMap(mapping -> mapping.getPatternValues().stream()).filter(address -> !address.startsWith("/desk")).collect(Collectors.toSet());

        assertThat(addresses).hasSizeGreaterThan(8).noneMatch(address -> TELLING.matcher(address).find());
        assertThat(TELLING.matcher("/is-this-abuse").find()).isTrue();
    }

    @Test
    void helplines_say_what_is_open_now_until_when_and_what_is_not_stated() throws Exception {
        Document page = page("/helplines");

        assertThat(line(page, "Staying Put").text()).contains("0808 2800 999", "Open now Until 1pm.", "Monday to Friday: 9:30am to 1pm and 1:30pm to 4:30pm", "Bank holidays: not stated", "Hours checked on 20 November 2026");
        assertThat(line(page, "Staying Put").select("a[href^=tel:]").attr("href")).isEqualTo("tel:08082800999");
        assertThat(line(page, "ManKind Initiative").text()).contains("0808 800 1170", "Opening hours not stated: check before you call");
        assertThat(line(page, "National Domestic Abuse Helpline").text()).contains("Open now Day and night");
        assertThat(line(page, "National Stalking Helpline").text()).contains("Hours last checked on 21 April 2023. They may have changed.");
    }

    @Test
    void in_the_lunch_gap_and_before_a_weekend_helplines_say_when_they_open() throws Exception {
        clock.moveTo(Instant.parse("2026-11-20T13:05:00Z"));
        assertThat(line(page("/helplines"), "Staying Put").text()).contains("Closed now Opens at 1:30pm today.");
        clock.moveTo(Instant.parse("2026-11-20T16:30:00Z"));
        assertThat(line(page("/helplines"), "Staying Put").text()).contains("Closed now Opens at 9:30am on Monday.");
    }

    @Test
    void around_an_unstated_bank_holiday_helplines_do_not_guess() throws Exception {
        clock.moveTo(Instant.parse("2026-08-28T16:00:00Z"));
        assertThat(line(page("/helplines"), "Staying Put").text()).contains("Opens at 9:30am on Tuesday.", "It does not say if it opens on Monday 31 August, a bank holiday.");
        clock.moveTo(Instant.parse("2026-08-31T09:00:00Z"));
        assertThat(line(page("/helplines"), "Staying Put").text()).contains("Hours not known Today is a bank holiday. Not stated if it is open: check before you call.");
        assertThat(line(page("/cy/helplines"), "Staying Put").text()).contains("Mae heddiw yn ŵyl banc");
    }

    @Test
    void each_heading_of_the_helplines_can_be_reached_by_a_plain_link() throws Exception {
        Document page = page("/helplines");

        assertThat(page.select(".chips a")).hasSize(15).allSatisfy(link -> assertThat(page.select(link.attr("href"))).hasSize(1));
    }

    @Test
    void the_first_page_shows_a_line_for_each_kind_of_person_and_none_that_is_closed() throws Exception {
        Document page = page("/");

        assertThat(page.select(".lines .opening")).isNotEmpty().noneMatch(opening -> opening.text().startsWith("Closed"));
        assertThat(page.select(".lines strong").eachText()).startsWith("National Domestic Abuse Helpline").contains("ManKind Initiative", "Live Fear Free", "Respect Phoneline");
        assertThat(page.select(".door h2").eachText()).containsExactly("I need help", "I am worried about someone", "I am worried about how I behave");
    }

    @Test
    void danger_now_says_how_to_call_silently_and_what_that_does_not_do() throws Exception {
        assertThat(page("/pages/8").text()).contains("press 55", "does not let the police find you", "only if you signed up your phone before", "999 BSL");
    }

    @Test
    void a_search_leaves_no_word_in_any_address_and_can_be_read_by_nobody_who_finds_the_cookie() throws Exception {
        MockHttpServletResponse response = web.perform(search("why", "HARMED", "gender", "MEN", "where", "Westermouth")).andReturn().getResponse();
        Cookie cookie = response.getCookie("f");

        assertThat(response.getRedirectedUrl()).isEqualTo("/find");
        assertThat(response.getHeaders("Set-Cookie")).hasSize(2).allSatisfy(set -> assertThat(set).contains("HttpOnly", "SameSite=Lax").containsPattern("Path=(/cy)?/find").doesNotContain("Max-Age"));
        assertThat(new String(java.util.Base64.getUrlDecoder().decode(cookie.getValue()))).doesNotContain("HARMED").doesNotContain("Westermouth");
    }

    @Test
    void a_man_sees_which_part_of_each_offer_is_open_to_men() throws Exception {
        Document page = results("why", "HARMED", "gender", "MEN", "where", "ZZ1");
        String outreach = found(page, "Safe Berth men’s outreach");

        assertThat(outreach).contains("Open to men: helpline, a support worker who meets you", "Not open to men: a safe place to stay", "Does not say for men: group");
        assertThat(page.select(".found h2").eachText()).contains("Safe Berth flats for men");
        assertThat(page.select(".asked").text()).contains("A man", "ZZ1");
    }

    @Test
    void a_man_who_needs_a_safe_place_is_not_sent_to_a_house_for_women() throws Exception {
        List<String> names = results("why", "HARMED", "gender", "MEN", "where", "Westermouth", "need", "SAFE_PLACE").select(".found h2").eachText();

        assertThat(names).startsWith("Safe Berth flats for men").doesNotContain("Westermouth refuge", "Safe Berth men’s outreach");
    }

    @Test
    void a_deaf_woman_and_somebody_worried_about_their_behaviour_each_get_their_own_first() throws Exception {
        assertThat(results("why", "HARMED", "gender", "WOMEN", "also", "DEAF", "where", "Westermouth", "need", "SUPPORT_WORKER").select(".found h2").first().text()).startsWith("Signs of Safety");
        assertThat(results("why", "OWN_BEHAVIOUR", "gender", "MEN", "where", "Westermouth", "need", "CHANGE").select(".found h2").first().text()).isEqualTo("Harbour House change team");
    }

    @Test
    void to_somebody_who_did_not_say_who_they_are_nothing_is_promised_to_be_open() throws Exception {
        assertThat(found(results("where", "Westermouth", "need", "SAFE_PLACE"), "Westermouth refuge")).contains("Offers: a safe place to stay").doesNotContain("Open to");
        assertThat(found(results("where", "Westermouth", "need", "SAFE_PLACE", "gender", "WOMEN"), "Westermouth refuge")).as("the control").contains("Open to women: a safe place to stay");
    }

    @Test
    void a_service_with_a_refuge_shows_no_distance() throws Exception {
        assertThat(found(results("why", "HARMED", "gender", "WOMEN", "where", "ZZ1"), "Westermouth refuge")).doesNotContain("mile").doesNotContain("Near you");
    }

    @Test
    void a_line_for_one_kind_of_harm_is_found_by_naming_it_and_stands_after_general_support_otherwise() throws Exception {
        assertThat(results("why", "HARMED", "gender", "MEN", "need", "STALKING").select(".found h2").eachText()).startsWith("National Stalking Helpline");
        List<String> unnamed = everyPage("why", "HARMED", "gender", "MEN");
        assertThat(unnamed).contains("National Stalking Helpline");
        assertThat(unnamed.indexOf("ManKind Initiative")).isLessThan(unnamed.indexOf("National Stalking Helpline"));
    }

    @Test
    void ones_own_words_find_what_is_meant_and_stand_in_no_address() throws Exception {
        assertThat(results("words", "IDVA", "where", "Westermouth").select(".found h2").first().text()).isEqualTo("Harbour House support");
        assertThat(everyPage("words", "womans ade")).as("misspelt, and ten to a page").isNotEmpty();
        Document none = results("words", "xylophone <b>");
        assertThat(none.select(".asked").text()).contains("xylophone <b>");
        assertThat(none.select(".found")).as("nobody leaves without a number").isNotEmpty();
        assertThat(none.text()).contains("Search without these words");
    }

    @Test
    void a_page_that_is_not_there_says_so_calmly() throws Exception {
        Cookie asked = cookie("where", "Westermouth");
        for (String page : List.of("0", "-1", "x", "99999999999")) assertThat(web.perform(get("/find").param("page", page).cookie(asked)).andReturn().getResponse().getStatus()).isEqualTo(200);
        assertThat(web.perform(get("/find").param("page", "77").cookie(asked)).andReturn().getResponse().getRedirectedUrl()).isEqualTo("/find");
    }

    @Test
    void made_up_services_are_marked_as_made_up() throws Exception {
        assertThat(found(results("where", "ZZ1"), "Harbour House support")).contains("Made up");
    }

    @Test
    void an_unknown_place_is_asked_again_beside_the_field_and_keeps_what_was_typed() throws Exception {
        Document page = results("where", "Atlantis <b>ü😀", "gender", "WOMEN");

        assertThat(page.select("#where").attr("value")).isEqualTo("Atlantis <b>ü😀");
        assertThat(page.select("#where-error").text()).contains("We do not know that place");
        assertThat(page.select(".govuk-error-summary a").attr("href")).isEqualTo("#where");
        assertThat(page.select("input[name=gender][value=WOMEN]").hasAttr("checked")).isTrue();
    }

    @Test
    void a_name_that_several_towns_share_is_asked_back_and_the_answer_is_used() throws Exception {
        Document asked = results("where", "Newport");
        assertThat(asked.select("input[name=which]").eachAttr("value")).contains("Newport, Isle of Wight");

        assertThat(results("where", "Newport", "which", "Newport, Isle of Wight").select(".asked").text()).contains("Newport, Isle of Wight");
    }

    @Test
    void an_empty_answer_names_the_filters_that_emptied_it_and_still_offers_a_line() throws Exception {
        Document page = results("why", "HARMED", "gender", "MEN", "where", "AB10", "need", "PETS", "open", "yes");

        assertThat(page.select(".empty button").eachAttr("value")).isNotEmpty();
        assertThat(page.select(".found a[href^=tel:]")).isNotEmpty();
    }

    @Test
    void a_filter_can_be_dropped_from_the_empty_answer() throws Exception {
        Cookie before = cookie("why", "HARMED", "gender", "MEN", "where", "AB10", "need", "PETS", "open", "yes");
        MockHttpServletResponse dropped = web.perform(sent(post("/find/without")).param("filter", "need").cookie(before)).andReturn().getResponse();

        assertThat(Jsoup.parse(web.perform(get("/find").cookie(dropped.getCookie("f"))).andReturn().getResponse().getContentAsString()).select(".asked").text()).doesNotContain("pet");
    }

    @Test
    void starting_again_and_leaving_both_forget_the_answers() throws Exception {
        Cookie before = cookie("gender", "MEN");

        assertThat(web.perform(sent(post("/find/again")).cookie(before)).andReturn().getResponse().getHeaders("Set-Cookie")).hasSize(2).allMatch(set -> set.contains("Max-Age=0"));
        assertThat(web.perform(get("/leave").cookie(before)).andReturn().getResponse().getHeaders("Set-Cookie")).anyMatch(set -> set.startsWith("f=") && set.contains("Max-Age=0") && set.contains("Path=/find"));
    }

    @Test
    void a_cookie_that_is_not_ours_is_as_good_as_none() throws Exception {
        for (String value : List.of("x", "AAAA", "f".repeat(300))) {
            assertThat(web.perform(get("/find").cookie(new Cookie("f", value))).andReturn().getResponse().getStatus()).isEqualTo(200);
        }
    }

    @Test
    void one_service_shows_who_it_is_for_and_what_is_not_stated() throws Exception {
        UUID id = directory.find(new Seeker(java.util.Set.of(), java.util.Set.of(), null, false), 0, 1000).found().stream().map(Found::listing).filter(listing -> listing.name().equals("Harbour House support")).findFirst().orElseThrow().id();
        Document page = page("/services/" + id);

        assertThat(page.select("h1").text()).isEqualTo("Harbour House support");
        assertThat(page.select("tbody tr").eachText()).contains("group Yes Not stated Not stated");
        assertThat(page.text()).contains("This service is made up", "What happens when you call", "not yet reviewed");
        assertThat(page.select("a[href=/refer]")).isNotEmpty();
    }

    @Test
    void a_service_that_was_found_is_not_shown_again_once_the_search_is_forgotten() throws Exception {
        Cookie asked = cookie("gender", "MEN");
        org.jsoup.nodes.Element first = Jsoup.parse(web.perform(get("/find").cookie(asked)).andReturn().getResponse().getContentAsString()).selectFirst("article.found h2 a");
        String path = first.attr("href");

        assertThat(path).startsWith("/find/services/");
        assertThat(Jsoup.parse(web.perform(get(path).cookie(asked)).andReturn().getResponse().getContentAsString()).select("h1").text()).isEqualTo(first.text());
        assertThat(web.perform(get(path)).andReturn().getResponse().getRedirectedUrl()).isEqualTo("/find");
        assertThat(page(path.replace("/find", "")).select("h1").text()).isEqualTo(first.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/services/00000000-0000-4000-8000-00000000dead", "/services/nonsense", "/services/%00"})
    void a_service_that_is_not_there_gets_the_calm_page(String path) throws Exception {
        assertThat(web.perform(get(java.net.URI.create(path))).andReturn().getResponse().getStatus()).isIn(400, 404);
    }

    private Document page(String path) throws Exception {
        MockHttpServletResponse response = web.perform(get(path)).andReturn().getResponse();
        assertThat(response.getStatus()).isEqualTo(200);
        return Jsoup.parse(response.getContentAsString());
    }

    private Document results(String... answers) throws Exception {
        return Jsoup.parse(web.perform(get("/find").cookie(cookie(answers))).andReturn().getResponse().getContentAsString());
    }

    /** The names on all pages of what was found, by the links that lead on. */
    private List<String> everyPage(String... answers) throws Exception {
        Cookie asked = cookie(answers);
        List<String> names = new ArrayList<>();
        for (String path = "/find"; path != null; ) {
            Document page = Jsoup.parse(web.perform(get(path).cookie(asked)).andReturn().getResponse().getContentAsString());
            assertThat(page.select(".found")).hasSizeBetween(1, 10);
            names.addAll(page.select(".found h2").eachText());
            path = page.select("a[rel=next]").isEmpty() ? null : page.select("a[rel=next]").attr("href");
        }
        assertThat(names).doesNotHaveDuplicates();
        return names;
    }

    private Cookie cookie(String... answers) throws Exception {
        return web.perform(search(answers)).andReturn().getResponse().getCookie("f");
    }

    private static MockHttpServletRequestBuilder search(String... answers) {
        MockHttpServletRequestBuilder request = sent(post("/find"));
        for (int i = 0; i < answers.length; i += 2) request.param(answers[i], answers[i + 1]);
        return request;
    }

    private static MockHttpServletRequestBuilder sent(MockHttpServletRequestBuilder request) {
        return request.header("Sec-Fetch-Site", "same-origin");
    }

    private static org.jsoup.nodes.Element line(Document page, String name) {
        return page.select("article.line").stream().filter(line -> line.select("h3").text().equals(name)).findFirst().orElseThrow();
    }

    private static String found(Document page, String name) {
        return page.select("article.found").stream().filter(found -> found.select("h2").text().equals(name)).findFirst().orElseThrow().text();
    }
}
