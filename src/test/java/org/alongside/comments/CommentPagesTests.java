package org.alongside.comments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.alongside.AlongsideTest;
import org.alongside.Desk;
import org.alongside.TestClock;
import org.alongside.World;
import org.alongside.access.DemoTown;
import org.alongside.engagement.PublicPosts;
import org.alongside.helpline.Topic;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Saying something without an account, following it with a number, and reading before it shows: every page in every state. */
@AlongsideTest
class CommentPagesTests {
    private static final String HERE = "/have-your-say/comments";
    @Autowired World world;
    @Autowired Desk desk;
    @Autowired MockMvc mvc;
    @Autowired Square square;
    @Autowired PublishedComments published;
    @Autowired Moderation moderation;
    @Autowired PublicPosts posts;
    @Autowired JdbcClient sql;
    @Autowired TestClock clock;
    private final Map<String, String> cookies = new HashMap<>();

    @BeforeEach
    void opens() {
        square.opens();
    }

    @AfterEach
    void closes() {
        square.closes();
    }

    @Test
    void somebody_says_something_keeps_a_number_and_sees_how_it_stands() throws Exception {
        Document form = page(HERE + "/" + square.id + "/new");
        assertThat(cookies).as("nothing is kept before something is sent").isEmpty();
        assertThat(form.select("aside.support").first().elementSiblingIndex()).isLessThan(form.select("main form").first().elementSiblingIndex());
        assertThat(form.text()).contains("Somebody reads what is sent within 8 hours", "What you send now is read by 23 Nov 2026, 10:00", "In danger now? Call 999");
        assertThat(form.select("input[name=website]").first().closest(".apart")).isNotNull();

        String number = send(form, "A neighbour asked me twice. The second time I said it.", "Wren", null);
        assertThat(cookies.values()).allMatch(String::isBlank);
        assertThat(published.under(square.id)).isEmpty();

        assertThat(press(HERE + "/follow", "number", number)).isEqualTo(HERE + "/mine");
        Document mine = page(HERE + "/mine");
        assertThat(mine.text()).contains("Waits to be read", "A neighbour asked me twice.", "It is read by 23 Nov 2026, 10:00");
        assertThat(press(HERE + "/forgetting")).isEqualTo(HERE + "/follow");
        assertThat(location(HERE + "/mine")).isEqualTo(HERE + "/follow");
    }

    @Test
    void a_number_that_leads_nowhere_says_the_same_whatever_it_is_and_guessing_is_counted() throws Exception {
        for (String guess : List.of("", "12", "123456789012", "hello", "0".repeat(500))) assertThat(press(HERE + "/follow", "number", guess)).isEqualTo(HERE + "/follow?nothing");
        assertThat(page(HERE + "/follow?nothing").text()).contains("We find nothing for this number");
        for (int time = 0; time < 20; time++) press(HERE + "/follow", "number", "123456789012");
        assertThat(press(HERE + "/follow", "number", "123456789012")).isEqualTo(HERE + "/follow?busy");
        assertThat(page(HERE + "/follow?busy").text()).contains("Try again in fifteen minutes");
    }

    @Test
    void what_is_wrong_stands_beside_the_field_and_what_was_typed_stays() throws Exception {
        Document form = page(HERE + "/" + square.id + "/new");
        String long_ = "I was told to wait. ".repeat(150);
        String back = answerTo(form, long_, "A name that goes on and on and on and on and on and on", null);
        assertThat(back).startsWith(HERE + "/" + square.id + "/new?again");
        Document again = page(back);
        assertThat(again.select(".govuk-error-summary").text()).contains("Use at most 2,000 letters", "Use at most 40 letters for the name");
        assertThat(again.select("textarea").first().wholeText().strip()).isEqualTo(long_.strip());
        assertThat(again.select("input[name=name]").val()).startsWith("A name that goes on");
        assertThat(again.select("input[name=slip]").val()).isNotBlank();
        assertThat(page(answerTo(again, " \n ", "", null)).select(".govuk-error-summary").text()).contains("Write what you would like to say");
        assertThat(send(again, "I was told to wait.", "", null)).hasSize(14);
        assertThat(world.as(Square.HOUSE, () -> sql.sql("select count(*) from comments.draft").query(Integer.class).single())).as("nothing is left behind").isZero();
    }

    @Test
    void whoever_writes_of_danger_reads_at_once_where_help_is() throws Exception {
        Document sent = sent(page(HERE + "/" + square.id + "/new"), "he locked me in and I am not safe tonight", "");
        assertThat(sent.text()).contains("somebody may not be safe", "Call 999", "Somebody who is trained for this reads it first");
        assertThat(sent.select("aside.support")).hasSize(1);
        assertThat(page(HERE + "/sent").text()).as("once").doesNotContain("Your number is");
        Document calm = sent(page(HERE + "/" + square.id + "/new"), "Tea and time helped.", "");
        assertThat(calm.text()).as("control").doesNotContain("somebody may not be safe");
    }

    @Test
    void machines_are_kept_apart_and_not_told_so() throws Exception {
        Document form = page(HERE + "/" + square.id + "/new");
        String url = HERE + "/" + square.id + "/new";
        assertThat(press(url, "words", "Sent without the form.")).isEqualTo(HERE + "/sent");
        assertThat(press(url, "words", "Sent at once.", "slip", form.select("input[name=slip]").val())).isEqualTo(HERE + "/sent");
        square.pass(Duration.ofSeconds(5));
        assertThat(press(url, "words", "Filled in everything.", "website", "https://cheap.example", "slip", slip())).isEqualTo(HERE + "/sent");
        assertThat(count("is_spam")).isEqualTo(3);
        assertThat(press(url, "words", "Written by somebody.", "slip", form.select("input[name=slip]").val())).isEqualTo(HERE + "/sent");
        assertThat(count("not is_spam")).as("control; and the same form sent twice is one comment").isZero();
        String fresh = slip();
        square.pass(Duration.ofSeconds(5));
        press(url, "words", "Written by somebody else.", "slip", fresh);
        assertThat(count("not is_spam")).isEqualTo(1);
    }

    private String slip() throws Exception {
        return page(HERE + "/" + square.id + "/new").select("input[name=slip]").val();
    }

    private int count(String which) {
        return world.as(Square.HOUSE, () -> sql.sql("select count(*) from comments.comment where conversation_id = :id and " + which).param("id", square.id).query(Integer.class).single());
    }

    @Test
    void many_from_one_place_wait_and_nothing_that_was_typed_is_lost() throws Exception {
        for (int time = 0; time < 12; time++) answerTo(page(HERE + "/" + square.id + "/new"), "Number " + "abcdefghijkl".charAt(time), "", null);
        String busy = answerTo(page(HERE + "/" + square.id + "/new"), "The thirteenth.", "", null);
        assertThat(busy).contains("again", "busy");
        Document page = page(busy);
        assertThat(page.text()).contains("Please wait a little");
        assertThat(page.select("textarea").first().wholeText().strip()).isEqualTo("The thirteenth.");
    }

    @Test
    void a_conversation_that_is_over_or_not_there_takes_nothing() throws Exception {
        assertThat(answer(get(HERE + "/" + UUID.randomUUID() + "/new")).getStatus()).isEqualTo(404);
        world.as(World.SAL, () -> square.conversations.keep(new Conversation(square.id, DemoTown.HARBOUR_HOUSE, "What helped you?", "/have-your-say/1", Topic.SURVIVORS, true, TestClock.START)));
        published.lookAgain();
        assertThat(location(HERE + "/" + square.id + "/new")).isEqualTo("/have-your-say/1");
        assertThat(press(HERE + "/" + square.id + "/new", "words", "Too late.")).isEqualTo("/have-your-say/1");
        assertThat(count("true")).isZero();
    }

    @Test
    void a_comment_comes_back_is_changed_and_sent_again() throws Exception {
        String number = send(page(HERE + "/" + square.id + "/new"), "Ring me on 01632 960155.", "", null);
        UUID id = world.as(Square.HOUSE, () -> sql.sql("select id from comments.comment where conversation_id = :id").param("id", square.id).query(UUID.class).single());
        desk.done(World.JO, post("/desk/comments/" + id + "/return").param("revision", "0").param("reason", "POINTS").param("answer", "Please leave your number out."));
        press(HERE + "/follow", "number", number);
        assertThat(page(HERE + "/mine").text()).contains("Came back to you", "Somebody could be recognised by it", "Please leave your number out.");
        Document change = page(HERE + "/mine/" + id);
        assertThat(change.select("textarea").first().wholeText().strip()).isEqualTo("Ring me on 01632 960155.");
        String again = press(HERE + "/mine/" + id, "words", "");
        assertThat(page(again).select(".govuk-error-summary").text()).contains("Write what you would like to say");
        assertThat(press(HERE + "/mine/" + id, "words", "Somebody rang me.", "quote", "yes")).isEqualTo(HERE + "/mine");
        assertThat(page(HERE + "/mine").text()).contains("Waits to be read", "Somebody rang me.", "Do not quote my words any more");
        assertThat(location(HERE + "/mine/" + id)).as("it waits").isEqualTo(HERE + "/mine");
        assertThat(press(HERE + "/mine/" + id + "/quoting", "may", "no")).isEqualTo(HERE + "/mine");
        assertThat(press(HERE + "/mine/" + id + "/withdrawal")).isEqualTo(HERE + "/mine");
        assertThat(page(HERE + "/mine").text()).contains("There is nothing here");
        assertThat(answer(post(HERE + "/mine/" + UUID.randomUUID() + "/withdrawal").with(World.sameSite())).getStatus()).isEqualTo(404);
    }

    @Test
    void whoever_reads_says_what_is_wrong_without_a_name() throws Exception {
        Square.Said waits = square.says("Not shown."), shown = square.says("Shown to everybody.");
        square.shows(shown, World.JO);
        assertThat(answer(get(HERE + "/" + waits.id() + "/report")).getStatus()).isEqualTo(answer(get(HERE + "/" + UUID.randomUUID() + "/report")).getStatus()).isEqualTo(404);
        String url = HERE + "/" + shown.id() + "/report";
        assertThat(page(url).text()).contains("Shown to everybody.");
        Document again = page(press(url, "words", "It hurts"));
        assertThat(again.select(".govuk-error-summary").text()).contains("Choose what is wrong");
        assertThat(again.select("textarea").first().wholeText().strip()).isEqualTo("It hurts");
        assertThat(press(url, "why", "HURTS", "words", "It hurts")).isEqualTo(HERE + "/reported");
        assertThat(page(HERE + "/reported").text()).contains("A person looks at it");
        assertThat(desk.page(World.JO, get("/desk/comments")).text()).contains("It hurts or blames", "It hurts");
    }

    @Test
    void a_moderator_takes_out_what_points_to_somebody_and_puts_nothing_in() throws Exception {
        Square.Said said = square.says("Kim", "I rang Barbara on 01632 960155 in Westermouth, and she came. Barbara is kind.", square.id, null);
        String next = desk.send(World.JO, post("/desk/comments/next")).getRedirectedUrl();
        assertThat(next).isEqualTo("/desk/comments/" + said.id());
        Document page = desk.page(World.JO, get(next));
        assertThat(page.select("mark").eachText()).anyMatch(one -> one.startsWith("01632 960155")).anyMatch(one -> one.startsWith("Barbara")).anyMatch(one -> one.startsWith("Westermouth"));
        assertThat(page.select("input[name=cuts][checked]")).as("what belongs to one person goes unless somebody says otherwise").hasSize(1);
        String number = page.select("input[name=cuts][checked]").val();

        Document wrong = desk.page(World.JO, post(next + "/publication").param("revision", "0").param("cuts", number).param("phrases", "Barbera"));
        assertThat(wrong.select(".govuk-error-summary").text()).contains("“Barbera” does not stand in it");
        assertThat(wrong.select("textarea[name=phrases]").first().wholeText().strip()).isEqualTo("Barbera");
        desk.done(World.JO, post(next + "/publication").param("revision", "0").param("cuts", number).param("phrases", "Barbara\nin Westermouth").param("noName", "yes"));
        published.lookAgain();
        assertThat(published.under(square.id)).singleElement().satisfies(one -> {
            assertThat(one.words()).isEqualTo("I rang [removed] on [removed] [removed], and she came. [removed] is kind.");
            assertThat(one.name()).isEmpty();
        });
    }

    @Test
    void hard_words_are_covered_until_a_moderator_uncovers_them_and_no_list_shows_them() throws Exception {
        Square.Said hard = square.says("There was blood everywhere."), calm = square.says("There was tea.");
        Document page = desk.page(World.JO, get("/desk/comments/" + hard.id()));
        assertThat(page.select("details.covered:not([open]) .comment-words").text()).contains("There was blood (Injuries) everywhere.");
        assertThat(page.select(".comment-words")).hasSize(1);
        assertThat(page.text()).contains("Injuries", "I would show it so");
        assertThat(desk.page(World.JO, get("/desk/comments/" + calm.id())).select("details.covered")).as("control").isEmpty();
        desk.done(World.JO, post("/desk/comments/wishes").param("covers", "yes").param("without", "SEXUAL"));
        assertThat(desk.page(World.JO, get("/desk/comments/" + calm.id())).select("details.covered")).hasSize(1);
        assertThat(desk.page(World.JO, get("/desk/comments/wishes")).select("input[value=SEXUAL][checked]")).hasSize(1);

        square.shows(hard, World.JO);
        assertThat(desk.page(World.JO, get("/desk/comments/" + hard.id())).text()).contains("You looked at this first");
        assertThat(desk.page(World.SAL, get("/desk/comments/" + hard.id())).text()).contains("How the first of two would show it");
        square.shows(hard, World.SAL);
        assertThat(desk.page(World.JO, get("/desk/comments/list")).text()).contains("May be hard to read").doesNotContain("There was blood");
    }

    @Test
    void the_desk_shows_every_state() throws Exception {
        assertThat(desk.page(World.JO, get("/desk/comments")).text()).contains("Nothing waits for you");
        assertThat(desk.page(World.PRIYA, get("/desk/comments")).text()).contains("Nothing waits").doesNotContain("What readers say");
        assertThat(desk.page(World.PRIYA, get("/desk/comments/safeguarding")).text()).contains("Nothing waits");
        Square.Said danger = square.says("I am scared for my life"), said = square.says("Somebody listened.");
        assertThat(desk.page(World.PRIYA, get("/desk/comments")).text()).contains("1 waits for a safeguarding lead");
        assertThat(desk.page(World.JO, get("/desk/comments")).text()).contains("1 comment waits to be read").doesNotContain("safeguarding lead");
        Document one = desk.page(World.PRIYA, get("/desk/comments/safeguarding/" + danger.id()));
        assertThat(one.select("mark").text()).contains("scared for my life");
        assertThat(desk.page(World.PRIYA, post("/desk/comments/safeguarding/" + danger.id() + "/answer")).select(".govuk-error-summary").text()).contains("Write what they should read");
        assertThat(desk.page(World.PRIYA, post("/desk/comments/safeguarding/" + danger.id() + "/closure").param("note", "Rang")).select(".govuk-error-summary").text()).contains("Choose what happens with the words");
        desk.done(World.PRIYA, post("/desk/comments/safeguarding/" + danger.id() + "/answer").param("answer", "We read this."));
        desk.done(World.PRIYA, post("/desk/comments/safeguarding/" + danger.id() + "/closure").param("note", "Rang 999").param("next", "hidden"));
        assertThat(desk.send(World.PRIYA, get("/desk/comments/safeguarding/" + danger.id())).getStatus()).isEqualTo(404);

        assertThat(desk.page(World.JO, post("/desk/comments/" + said.id() + "/return").param("revision", "0")).select(".govuk-error-summary").text()).contains("Choose why", "Write what has to change");
        desk.done(World.JO, post("/desk/comments/" + said.id() + "/hard"));
        desk.done(World.JO, post("/desk/comments/next"));
        desk.done(World.JO, post("/desk/comments/" + said.id() + "/leaving"));
        desk.done(World.JO, post("/desk/comments/" + said.id() + "/hiding").param("revision", "0").param("reason", "TWICE"));
        assertThat(desk.page(World.JO, get("/desk/comments/list?state=HIDDEN&conversation=" + square.id)).select("main .lines li")).as("and not what a lead has kept from view").singleElement().satisfies(line -> assertThat(line.text()).contains("May be hard to read"));
        desk.done(World.JO, post("/desk/comments/" + said.id() + "/another-look"));
        desk.done(World.JO, post("/desk/comments/" + said.id() + "/alarm"));
        assertThat(desk.send(World.JO, get("/desk/comments/" + said.id())).getStatus()).isEqualTo(404);

        assertThat(desk.page(World.SAL, post("/desk/comments/care").param("hours", "whenever").param("within", "90").param("hardADay", "x")).select(".govuk-error-summary li")).hasSizeGreaterThanOrEqualTo(2);
        assertThat(desk.page(World.SAL, post("/desk/comments/care").param("hours", "whenever").param("within", "9").param("hardADay", "5").param("version", "1")).select(".govuk-error-summary").text()).contains("Write the hours like this");
        desk.done(World.SAL, post("/desk/comments/care").param("hours", "Monday to Friday 10am-4pm").param("within", "4").param("hardADay", "5").param("version", "1"));
        assertThat(desk.page(World.SAL, post("/desk/comments/care").param("hours", "Mo-Fr 10:00-12:00").param("within", "4").param("hardADay", "5").param("version", "1")).select(".govuk-error-summary").text()).as("two at once").contains("Somebody else changed this meanwhile");
        assertThat(desk.send(World.JO, post("/desk/comments/care").param("hours", "Mo-Fr 10:00-12:00")).getStatus()).isEqualTo(404);
        assertThat(desk.page(World.JO, post("/desk/comments/care/words").param("word", "x")).select(".govuk-error-summary").text()).contains("Enter at least two letters", "Choose what happens");
        desk.done(World.JO, post("/desk/comments/care/words").param("word", "Barnaby").param("effect", "MARK"));
        assertThat(desk.page(World.JO, get("/desk/comments/care")).text()).contains("barnaby", "Within 4 hours of the time we are here", "Monday to Friday: 10am to 4pm");
        published.lookAgain();
        assertThat(page(HERE + "/" + square.id + "/new").text()).contains("within 4 hours");
    }

    @Test
    void the_sheet_of_themes_holds_what_the_page_holds_and_nothing_in_it_is_worked_out() throws Exception {
        assertThat(desk.page(World.JO, post("/desk/comments/themes").param("name", "")).select(".govuk-error-summary").text()).contains("Enter what the theme is called");
        desk.done(World.JO, post("/desk/comments/themes").param("name", "Housing"));
        Square.Said said = square.says("=HYPERLINK(\"x\") is what I typed");
        square.comments.quote(said.id(), true, square.comments.writer(said.code()));
        UUID theme = world.as(World.JO, () -> sql.sql("select id from comments.theme").query(UUID.class).single());
        world.as(World.JO, () -> moderation.publish(said.id(), new Moderation.Showing(0, true, List.of(), List.of(), Set.of(theme)), World.JO));
        assertThat(desk.page(World.SAL, get("/desk/comments/themes")).text()).contains("Housing", "not shown", "=HYPERLINK");
        String sheet = desk.send(World.SAL, get("/desk/comments/themes/sheet")).getContentAsString();
        assertThat(sheet).contains("comments about,Housing,not shown", "quote,Housing,\"'=HYPERLINK");
        desk.done(World.SAL, post("/desk/comments/themes/" + theme + "/removal"));
        assertThat(desk.send(World.MINA, get("/desk/comments/themes/sheet")).getStatus()).isEqualTo(404);
    }

    @Test
    void a_word_that_waits_stands_on_no_page_no_feed_and_in_no_search() throws Exception {
        String word = "Quillfeather";
        UUID conversation = DemoComments.CONVERSATION;
        Square.Said said = square.says(word, word + " is what I would say.", conversation, null);
        String post = "/have-your-say/" + posts.shown(clock.instant()).stream().filter(one -> one.id().equals(conversation)).findFirst().orElseThrow().number();
        List<String> everywhere = List.of("/have-your-say", post, "/cy" + post, "/have-your-say/feed", "/cy/have-your-say/feed", "/have-your-say/campaigns/1", post + "/poll", HERE + "/" + conversation + "/new", HERE + "/" + conversation + "/new?to=" + said.id(), HERE + "/follow", HERE + "/mine", "/find?words=" + word,
                "/open-referral/v3/services?search=" + word, HERE + "/" + said.id() + "/report");
        for (CommentState state : List.of(CommentState.HELD, CommentState.RETURNED, CommentState.HIDDEN)) {
            if (state == CommentState.RETURNED) world.as(World.JO, () -> moderation.giveBack(said.id(), 0, Reason.OFF_TOPIC, "x", World.JO));
            if (state == CommentState.HIDDEN) {
                square.comments.sendAgain(said.id(), Written.typed(word, word + " is what I would say."), false, square.comments.writer(said.code()));
                world.as(World.JO, () -> moderation.hide(said.id(), 1, Reason.OFF_TOPIC, "", World.JO));
            }
            published.lookAgain();
            for (String page : everywhere) assertThat(answer(get(URI.create(page))).getContentAsString()).as(state + " " + page).doesNotContain(word + " is");
        }
        world.as(World.JO, () -> moderation.lookAgain(said.id(), World.JO));
        square.shows(said, World.JO);
        assertThat(page(post).text()).as("control").contains(word + " is what I would say.");
        square.comments.withdraw(said.id(), square.comments.writer(said.code()));
        published.lookAgain();
        assertThat(page(post).text()).doesNotContain(word);
    }

    @Test
    void it_speaks_welsh() throws Exception {
        assertThat(page("/cy" + HERE + "/" + square.id + "/new").text()).contains("Beth hoffech chi ei ddweud?");
        assertThat(page("/cy" + HERE + "/follow").text()).contains("Eich rhif");
    }

    private String send(Document form, String words, String name, String to) throws Exception {
        return sent(form, words, name).select(".notice .govuk-heading-l").text();
    }

    private Document sent(Document form, String words, String name) throws Exception {
        assertThat(answerTo(form, words, name, null)).isEqualTo(HERE + "/sent");
        return page(HERE + "/sent");
    }

    private String answerTo(Document form, String words, String name, String to) throws Exception {
        square.pass(Duration.ofSeconds(5));
        String where = press(form.select("main form").first().attr("action"), "words", words, "name", name, "website", "", "slip", form.select("input[name=slip]").val());
        clock.back();
        return where;
    }

    private String press(String url, String... fields) throws Exception {
        MockHttpServletRequestBuilder request = post(url).with(World.sameSite());
        for (int at = 0; at < fields.length; at += 2) request.param(fields[at], fields[at + 1]);
        MockHttpServletResponse response = answer(request);
        assertThat(response.getStatus()).as(response.getContentAsString()).isEqualTo(302);
        return response.getRedirectedUrl();
    }

    private String location(String url) throws Exception {
        return answer(get(url)).getRedirectedUrl();
    }

    private Document page(String url) throws Exception {
        MockHttpServletResponse response = answer(get(URI.create(url)));
        assertThat(response.getStatus()).as(url).isEqualTo(200);
        Document page = Jsoup.parse(response.getContentAsString());
        assertThat(page.select("h1")).hasSize(1);
        return page;
    }

    /** As one browser, with its cookies. */
    private MockHttpServletResponse answer(MockHttpServletRequestBuilder request) throws Exception {
        if (!cookies.isEmpty()) request.cookie(cookies.entrySet().stream().map(one -> new Cookie(one.getKey(), one.getValue())).toArray(Cookie[]::new));
        MockHttpServletResponse response = mvc.perform(request).andReturn().getResponse();
        for (Cookie cookie : response.getCookies()) if (cookie.getPath() == null || !cookie.getPath().startsWith("/cy")) cookies.put(cookie.getName(), cookie.getValue());
        return response;
    }
}
