package org.alongside.residents;

import static org.alongside.residents.Accounts.ACCOUNT;
import static org.alongside.residents.Accounts.HOUSE;
import static org.alongside.residents.Accounts.PASSWORD;
import static org.alongside.residents.Accounts.SENDER;
import static org.alongside.residents.Accounts.visible;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.alongside.AlongsideTest;
import org.alongside.TestClock;
import org.alongside.TestDatabase;
import org.alongside.World;
import org.alongside.access.Actor;
import org.alongside.access.DemoTown;
import org.alongside.residents.Accounts.Browser;
import org.alongside.residents.Accounts.Mail;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.MockMvc;

/** An account belongs to whoever owns the address; nothing tells anybody else whether there is one. */
@AlongsideTest
@RecordApplicationEvents
class AccountsOfResidentsTests {
    private static final String NOBODYS_LINK = "/link/" + "0".repeat(40), NOBODYS_ADDRESS = "/address/" + "0".repeat(40);
    @Autowired World world;
    @Autowired MockMvc mvc;
    @Autowired JdbcClient sql;
    @Autowired TestClock clock;
    @Autowired Askings askings;
    @Autowired Residents residents;
    @Autowired ResidentSessions sessions;
    @Autowired ResidentAtTheDoor atTheDoor;
    @Autowired ResidentRows rows;
    @Autowired ApplicationEvents events;
    private final String ada = address("ada"), ben = address("ben");
    private Accounts accounts;

    @BeforeEach
    void nobodyHasAnAccount() {
        accounts = new Accounts(world, mvc, sql, askings, clock);
        clock.back();
        accounts.nobody();
    }

    @AfterEach
    void everybodyLeaves() {
        nobodyHasAnAccount();
    }

    private static String address(String name) {
        return name + "-" + UUID.randomUUID() + "@homes.example";
    }

    @Test
    void whoever_asks_has_an_account_once_they_chose_a_password_behind_the_link_in_their_mail() throws Exception {
        Browser browser = accounts.browser();
        Document inbox = browser.after(ACCOUNT + "/new", "email", ada);
        assertThat(inbox.select("h1").text()).isEqualTo("Look in your inbox");
        accounts.look();
        assertThat(accounts.mails(ada)).extracting(Mail::subject).containsExactly("Please confirm");
        assertThat(accountsOf(ada)).as("not before").isZero();

        assertThat(browser.after(accounts.link(ada), "password", PASSWORD).text()).contains("Your password is saved", "Your comments");
        assertThat(accountsOf(ada)).isEqualTo(1);
        assertThat(browser.page(ACCOUNT).select("main a[href=/have-your-say/comments/mine]")).hasSize(1);
        assertThat(accounts.browser().signsIn(ada.toUpperCase(Locale.UK), PASSWORD)).as("on another device, however the address is typed").isTrue();
        assertThat(accounts.browser().signsIn(ada, PASSWORD + "x")).as("control").isFalse();
    }

    @Test
    void each_reply_is_the_same_for_an_address_that_is_known_one_that_waits_and_one_that_is_not() throws Exception {
        accounts.has(ada);
        accounts.browser().send(ACCOUNT + "/new", "email", ben);
        accounts.look();
        Browser signedIn = accounts.has("me-" + ada);
        String cyn = address("cyn");
        Map<String, String[]> posts = Map.of("/new", new String[0], "/new-password", new String[0], "/sign-in", new String[] {"password", "not the one at all"});

        for (Map.Entry<String, String[]> one : posts.entrySet()) {
            List<Object> seen = new ArrayList<>();
            for (String email : List.of(ada, ben, cyn)) {
                Browser browser = accounts.browser();
                MockHttpServletResponse answer = browser.send(ACCOUNT + one.getKey(), with(one.getValue(), email));
                MockHttpServletResponse next = browser.open(String.valueOf(answer.getRedirectedUrl())), again = browser.send(ACCOUNT + "/inbox"), after = browser.open(ACCOUNT + "/inbox?again");
                seen.add(List.of(visible(answer), body(next, email), visible(again), visible(after)));
            }
            assertThat(seen).as(one.getKey()).allMatch(seen.get(0)::equals);
        }
        List<Object> seen = new ArrayList<>();
        for (String email : List.of(ada, ben, cyn)) {
            MockHttpServletResponse answer = signedIn.send(ACCOUNT + "/address", "email", email, "password", PASSWORD);
            seen.add(List.of(visible(answer), visible(signedIn.open(String.valueOf(answer.getRedirectedUrl())))));
        }
        assertThat(seen).allMatch(seen.get(0)::equals);
        assertThat(world.as(HOUSE, () -> sql.sql("select count(distinct (kind, over, mailed_at is null, address_id is null, octet_length(token), octet_length(email))) from residents.asking where mailed_at is null group by kind").query(Integer.class).list())).as("until the job looks, the rows are of one kind, too").allMatch(count -> count == 1);

        clock.pass(Duration.ofMinutes(3));
        accounts.look();
        assertThat(accounts.mails(cyn)).as("control: the mails differ").isNotEqualTo(accounts.mails(ada));
    }

    private static Map<String, Object> body(MockHttpServletResponse answer, String email) throws Exception {
        Map<String, Object> visible = visible(answer);
        visible.put("body", answer.getContentAsString().replace(email, "typed"));
        return visible;
    }

    private static String[] with(String[] fields, String email) {
        List<String> all = new ArrayList<>(List.of("email", email));
        all.addAll(List.of(fields));
        return all.toArray(String[]::new);
    }

    @Test
    void the_owner_of_the_address_learns_in_their_inbox_what_there_is_and_how_to_go_on() throws Exception {
        Browser browser = accounts.has(ada);
        browser.send(ACCOUNT + "/new", "email", ada);
        accounts.look();
        assertThat(newest(ada).body()).contains("There is one already");
        assertThat(accounts.browser().after(accounts.link(ada), "password", "a new one for all").text()).as("its link leads on").contains("Your password is saved");

        clock.pass(Duration.ofMinutes(3));
        browser.send(ACCOUNT + "/new-password", "email", ada);
        accounts.look();
        assertThat(newest(ada)).extracting(Mail::subject).isEqualTo("The link you asked for");
        browser.send(ACCOUNT + "/new-password", "email", ben);
        accounts.look();
        assertThat(newest(ben).subject()).isEqualTo(newest(ada).subject());
        assertThat(newest(ben).body()).contains("There is no account with it", "/have-your-say/account/new\n");
    }

    @Test
    void a_link_works_once_for_a_day_on_any_device_and_every_other_link_is_the_same_page() throws Exception {
        accounts.browser().send(ACCOUNT + "/new", "email", ada);
        accounts.look();
        String link = accounts.link(ada), token = link.substring(link.length() - 40);
        Browser other = accounts.browser();

        MockHttpServletResponse open = other.open(link), invented = other.open(ACCOUNT + NOBODYS_LINK);
        assertThat(open.getContentAsString().replace(token, "0".repeat(40))).isEqualTo(invented.getContentAsString());
        other.open(link);
        assertThat(accountsOf(ada)).as("looking uses nothing up").isZero();
        assertThat(other.send(link, "password", PASSWORD).getRedirectedUrl()).isEqualTo(ACCOUNT + "?done=password");

        MockHttpServletResponse again = accounts.browser().send(link, "password", "somebody else is here"), nobodys = accounts.browser().send(ACCOUNT + NOBODYS_LINK, "password", "somebody else is here");
        assertThat(visible(again)).isEqualTo(visible(nobodys)).containsEntry("Location", List.of(ACCOUNT + "/over"));
        assertThat(accounts.browser().signsIn(ada, PASSWORD)).isTrue();
        assertThat(accounts.browser().page(ACCOUNT + "/over").select("main .lines a").eachText()).containsExactly("Ask for a new password", "Make an account", "Sign in");

        clock.pass(Duration.ofMinutes(3));
        other.send(ACCOUNT + "/new-password", "email", ada);
        accounts.look();
        String late = accounts.link(ada);
        clock.pass(Asking.LASTS);
        assertThat(accounts.browser().send(late, "password", "somebody else is here").getRedirectedUrl()).isEqualTo(ACCOUNT + "/over");
        assertThat(accounts.browser().send(ACCOUNT + NOBODYS_ADDRESS).getRedirectedUrl()).isEqualTo(ACCOUNT + "/over");
    }

    @Test
    void only_the_newest_link_counts() throws Exception {
        accounts.browser().send(ACCOUNT + "/new", "email", ada);
        accounts.look();
        String first = accounts.link(ada);
        clock.pass(Duration.ofMinutes(3));
        accounts.browser().send(ACCOUNT + "/new-password", "email", ada);
        accounts.browser().send(ACCOUNT + "/new", "email", ada);
        accounts.look();
        clock.pass(Duration.ofMinutes(3));
        accounts.browser().send(ACCOUNT + "/new", "email", ada);
        accounts.look();

        assertThat(accounts.browser().send(first, "password", PASSWORD).getRedirectedUrl()).isEqualTo(ACCOUNT + "/over");
        assertThat(accounts.browser().send(accounts.link(ada), "password", PASSWORD).getRedirectedUrl()).isEqualTo(ACCOUNT + "?done=password");
    }

    /** Whoever types somebody else's address must not end up with a password to an account that its owner then opens. */
    @Test
    void a_password_is_chosen_by_whoever_owns_the_address_and_by_nobody_before() throws Exception {
        accounts.browser().send(ACCOUNT + "/new", "email", ada, "password", "from somebody else");
        accounts.look();
        accounts.browser().send(accounts.link(ada), "password", PASSWORD);

        assertThat(accounts.browser().signsIn(ada, "from somebody else")).isFalse();
        assertThat(accounts.browser().signsIn(ada, PASSWORD)).isTrue();
    }

    @Test
    void an_inbox_that_somebody_tries_to_fill_gets_one_mail_in_two_minutes_and_five_in_an_hour_and_each_answer_is_the_same() throws Exception {
        Set<Object> answers = new HashSet<>();
        for (int time = 0; time < 3; time++) answers.add(visible(accounts.browser().send(ACCOUNT + "/new", "email", ada)).toString().replaceAll("k=\\d+", ""));
        accounts.look();
        assertThat(accounts.mails(ada)).hasSize(1);
        String first = accounts.link(ada);
        for (int time = 0; time < 8; time++) {
            clock.pass(Duration.ofMinutes(3));
            answers.add(visible(accounts.browser().send(ACCOUNT + (time % 2 == 0 ? "/new-password" : "/new"), "email", ada)).toString().replaceAll("k=\\d+", ""));
            accounts.look();
            if (time == 0) assertThat(accounts.link(ada)).as("control: after a while there is another").isNotEqualTo(first);
        }

        assertThat(answers).hasSize(1);
        assertThat(accounts.mails(ada)).hasSize(Asking.MOST);
        clock.pass(Duration.ofHours(1));
        accounts.browser().send(ACCOUNT + "/new", "email", ada);
        accounts.look();
        assertThat(accounts.mails(ada)).hasSize(Asking.MOST + 1);
        assertThat(accounts.browser().send(accounts.link(ada), "password", PASSWORD).getRedirectedUrl()).isEqualTo(ACCOUNT + "?done=password");
    }

    @Test
    void a_mail_that_came_too_soon_ends_no_link_that_is_already_there() throws Exception {
        accounts.browser().send(ACCOUNT + "/new", "email", ada);
        accounts.look();
        String link = accounts.link(ada);
        accounts.browser().send(ACCOUNT + "/new", "email", ada);
        accounts.look();

        assertThat(accounts.browser().send(link, "password", PASSWORD).getRedirectedUrl()).isEqualTo(ACCOUNT + "?done=password");
    }

    @Test
    void two_who_press_at_once_make_one_account_and_one_of_them_is_in() throws Exception {
        accounts.browser().send(ACCOUNT + "/new", "email", ada);
        accounts.look();
        String link = accounts.link(ada);

        List<CompletableFuture<String>> both = List.of("one of the two here", "two of the two here").stream().map(password -> CompletableFuture.supplyAsync(() -> {
            try {
                return accounts.browser().send(link, "password", password).getRedirectedUrl();
            } catch (Exception failed) {
                throw new IllegalStateException(failed);
            }
        })).toList();
        assertThat(both.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(ACCOUNT + "?done=password", ACCOUNT + "/over");
        assertThat(accountsOf(ada)).isEqualTo(1);
    }

    @Test
    void a_new_password_ends_every_session_but_the_one_it_was_chosen_in() throws Exception {
        Browser first = accounts.has(ada), second = accounts.browser();
        assertThat(second.signsIn(ada, PASSWORD)).isTrue();
        first.send(ACCOUNT + "/password", "password", PASSWORD, "chosen", "four blue teapots");
        assertThat(first.isSignedIn()).isTrue();
        assertThat(second.isSignedIn()).isFalse();

        second.send(ACCOUNT + "/new-password", "email", ada);
        accounts.look();
        second.send(accounts.link(ada), "password", "five red saucers");
        assertThat(second.isSignedIn()).isTrue();
        assertThat(first.isSignedIn()).isFalse();
        assertThat(first.signsIn(ada, "four blue teapots")).isFalse();
        assertThat(first.signsIn(ada, "five red saucers")).isTrue();

        first.send(ACCOUNT + "/sign-out/everywhere");
        assertThat(second.isSignedIn()).isFalse();
    }

    @Test
    void nothing_is_changed_without_the_password_and_what_was_typed_is_there_again() throws Exception {
        Browser browser = accounts.has(ada);
        Document again = browser.after(ACCOUNT + "/password", "password", "a guess at random", "chosen", "four blue teapots");
        assertThat(again.select(".govuk-error-summary a").eachText()).containsExactly("This is not the password of this account, or there were too many tries. Check it, or wait 15 minutes");
        assertThat(again.select("input[type=password]").eachAttr("value")).allMatch(String::isEmpty);
        assertThat(browser.after(ACCOUNT + "/password", "password", PASSWORD, "chosen", "short").select(".govuk-error-summary a").attr("href")).isEqualTo("#chosen");
        assertThat(browser.after(ACCOUNT + "/address", "email", ben, "password", "a guess at random").select("#email").val()).isEqualTo(ben);
        Document removal = browser.after(ACCOUNT + "/removal", "words", "GO", "password", "a guess at random");
        assertThat(removal.select("input[name=words][checked]").eachAttr("value")).containsExactly("GO");
        assertThat(browser.after(ACCOUNT + "/removal", "password", PASSWORD).select(".govuk-error-summary a").eachText()).containsExactly("Choose what happens to the comments you wrote");
        assertThat(browser.after(ACCOUNT + "/new", "email", "no address").select("#email").val()).isEqualTo("no address");
        assertThat(accounts.browser().signsIn(ada, PASSWORD)).isTrue();

        for (int guess = 0; guess < 12; guess++) browser.send(ACCOUNT + "/password", "password", "a guess at random", "chosen", "four blue teapots");
        browser.send(ACCOUNT + "/password", "password", PASSWORD, "chosen", "four blue teapots");
        assertThat(accounts.browser().signsIn(ada, PASSWORD)).as("after too many guesses the right one does not count for a while").isTrue();
    }

    @Test
    void a_password_has_to_be_one_that_nobody_tries_first() throws Exception {
        accounts.browser().send(ACCOUNT + "/new", "email", ada);
        accounts.look();
        String link = accounts.link(ada);
        Map<String, String> weak = Map.of("short", "Use at least 12 characters", "x".repeat(201), "Use at most 200 characters", ada.substring(0, 20), "without your e-mail address", "Password1234!", "easy to guess");
        for (Map.Entry<String, String> one : weak.entrySet()) {
            String typed = one.getValue().startsWith("without") ? ada : one.getKey();
            Browser browser = accounts.browser();
            assertThat(browser.after(link, "password", typed).select(".govuk-error-summary").text()).contains(one.getValue());
            assertThat(browser.page(link + "?again").html()).doesNotContain(one.getKey().length() > 10 ? one.getKey() : "value=\"short\"");
        }
        assertThat(accounts.browser().send(link, "password", PASSWORD).getRedirectedUrl()).as("the link is still good").isEqualTo(ACCOUNT + "?done=password");
    }

    @Test
    void too_many_tries_get_the_same_words_as_a_wrong_password_and_a_link_still_leads_in() throws Exception {
        accounts.has(ada);
        Set<Object> answers = new HashSet<>();
        for (int guess = 0; guess < 11; guess++) answers.add(visible(accounts.browser().send(ACCOUNT + "/sign-in", "email", ada, "password", "a guess at random")));
        answers.add(visible(accounts.browser().send(ACCOUNT + "/sign-in", "email", ada, "password", PASSWORD)));
        assertThat(answers).hasSize(1);

        Browser browser = accounts.browser();
        assertThat(browser.after(ACCOUNT + "/sign-in", "email", ada, "password", PASSWORD).select(".govuk-error-summary a").text()).startsWith("We could not sign you in.");
        browser.send(ACCOUNT + "/new-password", "email", ada);
        accounts.look();
        browser.send(accounts.link(ada), "password", "four blue teapots");
        assertThat(browser.isSignedIn()).isTrue();
        TestDatabase.asOwner("update residents.try set tried_at = tried_at - interval '16 minutes'");
        assertThat(accounts.browser().signsIn(ada, "four blue teapots")).as("control: a quarter of an hour later").isTrue();
        sessions.sweep(DemoTown.HARBOUR_HOUSE);
        assertThat(world.as(HOUSE, () -> sql.sql("select count(*) from residents.try").query(Integer.class).single())).isEqualTo(1);
    }

    @Test
    void a_session_ends_after_half_an_hour_of_nothing_after_half_a_day_and_at_once_for_whoever_exits() throws Exception {
        Browser browser = accounts.has(ada);
        TestDatabase.asOwner("update residents.session set used_at = used_at - interval '29 minutes'");
        assertThat(browser.isSignedIn()).isTrue();
        TestDatabase.asOwner("update residents.session set used_at = used_at - interval '29 minutes'");
        assertThat(browser.isSignedIn()).as("doing something counts").isTrue();
        TestDatabase.asOwner("update residents.session set used_at = used_at - interval '31 minutes'");
        assertThat(browser.isSignedIn()).isFalse();

        assertThat(browser.signsIn(ada, PASSWORD)).isTrue();
        TestDatabase.asOwner("update residents.session set started_at = started_at - interval '12 hours 1 minute'");
        assertThat(browser.isSignedIn()).isFalse();
        sessions.sweep(DemoTown.HARBOUR_HOUSE);
        assertThat(open()).isZero();

        assertThat(browser.signsIn(ada, PASSWORD)).isTrue();
        String secret = browser.cookie("r");
        MockHttpServletResponse left = browser.open("/leave");
        assertThat(left.getHeaders("Set-Cookie")).filteredOn(cookie -> cookie.startsWith("r=;")).extracting(cookie -> cookie.replaceAll(".*Path=([^;]+);.*", "$1")).contains("/have-your-say", "/cy/have-your-say", "/leave");
        assertThat(open()).isZero();
        assertThat(sessions.of(secret)).isEmpty();
    }

    @Test
    void the_secret_of_a_session_is_sent_to_conversations_only_dies_with_the_browser_and_no_script_reads_it() throws Exception {
        Browser browser = accounts.has(ada);
        MockHttpServletResponse in = browser.send(ACCOUNT + "/sign-in", "email", ada, "password", PASSWORD);
        List<String> cookies = in.getHeaders("Set-Cookie").stream().filter(cookie -> cookie.startsWith("r=")).toList();
        assertThat(cookies).hasSize(3).allSatisfy(cookie -> assertThat(cookie).contains("HttpOnly", "SameSite=Lax").doesNotContain("Max-Age", "Expires"));
        assertThat(cookies).extracting(cookie -> cookie.replaceAll(".*Path=([^;]+);.*", "$1")).containsExactly("/have-your-say", "/cy/have-your-say", "/leave");
        assertThat(world.as(HOUSE, () -> sql.sql("select holder from residents.session").query(String.class).list())).noneMatch(holder -> holder.contains(Objects.requireNonNull(browser.cookie("r"))));

        for (String path : List.of("/have-your-say", "/have-your-say/comments/mine")) assertThat(atTheDoor.of(asked(path, browser))).as(path).map(Resident::id).contains(accountId(ada));
        for (String path : List.of("/", "/refer", "/have-your-sayings", "/desk")) assertThat(atTheDoor.of(asked(path, browser))).as(path).isEmpty();
        assertThat(atTheDoor.of(asked("/have-your-say", browser)).orElseThrow().holder()).isEqualTo(residents.holder(accountId(ada)));
        assertThat(accounts.browser().open(ACCOUNT + "/sign-in").getHeaders("Set-Cookie")).as("nothing is kept before somebody sends something").isEmpty();
    }

    private static MockHttpServletRequest asked(String path, Browser browser) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
        request.setCookies(new Cookie("r", browser.cookie("r")));
        return request;
    }

    @Test
    void an_address_is_changed_by_whoever_owns_the_new_one_and_the_old_one_is_told_and_then_forgotten() throws Exception {
        Browser browser = accounts.has(ada);
        assertThat(browser.after(ACCOUNT + "/address", "email", ben, "password", PASSWORD).select("h1").text()).isEqualTo("Look in your inbox");
        accounts.look();
        String link = accounts.link(ben);
        assertThat(accounts.mails(ada)).as("nothing before it was confirmed").hasSize(1);
        assertThat(accounts.browser().signsIn(ada, PASSWORD)).isTrue();

        assertThat(accounts.browser().after(link).select("h1").text()).isEqualTo("Your address is changed");
        assertThat(accounts.browser().send(link).getRedirectedUrl()).isEqualTo(ACCOUNT + "/over");
        assertThat(newest(ada).body()).contains("The e-mail address of your account was changed");
        assertThat(accounts.browser().signsIn(ada, PASSWORD)).isFalse();
        assertThat(accounts.browser().signsIn(ben, PASSWORD)).isTrue();
        assertThat(browser.page(ACCOUNT).text()).contains(ben).doesNotContain(ada);

        farewells();
        assertThat(accounts.mails(ada)).as("forgotten").isEmpty();
        clock.pass(Asking.LASTS);
        accounts.look();
        assertThat(accounts.mails(ben)).as("control: the new one stays").isNotEmpty();
    }

    @Test
    void nobody_moves_an_account_by_what_they_were_asked_in_another_one() throws Exception {
        Browser own = accounts.has(ben), open = accounts.has(ada);
        String mine = address("mine");
        own.send(ACCOUNT + "/address", "email", mine, "password", PASSWORD);
        accounts.look();
        clock.pass(Duration.ofMinutes(3));
        open.take(own, "k");
        open.send(ACCOUNT + "/inbox");
        assertThat(askedFor(accountId(ada))).isZero();
        own.send(ACCOUNT + "/inbox");
        assertThat(askedFor(accountId(ben))).as("control").isEqualTo(2);
    }

    @Test
    void an_address_that_has_an_account_is_told_and_nothing_changes() throws Exception {
        accounts.has(ben);
        Browser browser = accounts.has(ada);
        browser.send(ACCOUNT + "/address", "email", ben, "password", PASSWORD);
        accounts.look();

        assertThat(newest(ben).body()).contains("There is an account with it already");
        assertThat(accounts.browser().signsIn(ben, PASSWORD)).isTrue();
        assertThat(accounts.browser().signsIn(ada, PASSWORD)).isTrue();
    }

    @Test
    void whoever_deletes_their_account_is_gone_and_the_rooms_they_wrote_in_are_told() throws Exception {
        for (String words : List.of("STAY", "GO")) {
            Browser browser = accounts.has(ada), other = accounts.browser();
            other.signsIn(ada, PASSWORD);
            other.send(ACCOUNT + "/new-password", "email", ada);
            accounts.look();
            String link = accounts.link(ada);
            UUID id = accountId(ada);
            events.clear();

            assertThat(browser.after(ACCOUNT + "/removal", "words", words, "password", PASSWORD).select("h1").text()).isEqualTo("Your account is deleted");
            assertThat(events.stream(ResidentEvent.Left.class)).containsExactly(new ResidentEvent.Left(id, words.equals("GO")));
            assertThat(browser.isSignedIn()).isFalse();
            assertThat(other.isSignedIn()).isFalse();
            assertThat(other.signsIn(ada, PASSWORD)).isFalse();
            assertThat(other.send(link, "password", PASSWORD).getRedirectedUrl()).as("links sent before lead nowhere").isEqualTo(ACCOUNT + "/over");
            assertThat(accounts.mails(ada)).extracting(Mail::body).anyMatch(body -> body.contains("Your account is deleted"));
            farewells();
            assertThat(accounts.mails(ada)).as("forgotten").isEmpty();
            clock.pass(Asking.LASTS);
            accounts.look();
            assertThat(accountsOf(ada)).isZero();
            assertThat(world.as(HOUSE, () -> sql.sql("select count(*) from residents.asking").query(Integer.class).single())).isZero();
        }
    }

    @Test
    void what_nobody_confirms_is_gone_after_a_day() throws Exception {
        accounts.browser().send(ACCOUNT + "/new", "email", ada);
        accounts.browser().send(ACCOUNT + "/new-password", "email", ben);
        accounts.look();
        clock.pass(Asking.LASTS.minusSeconds(60));
        accounts.look();
        assertThat(accounts.mails(ada)).as("control").hasSize(1);
        clock.pass(Duration.ofMinutes(1));
        accounts.look();

        assertThat(accounts.mails(ada)).isEmpty();
        assertThat(accounts.mails(ben)).isEmpty();
        assertThat(world.as(HOUSE, () -> sql.sql("select count(*) from residents.asking").query(Integer.class).single())).isZero();
    }

    @Test
    void an_account_nobody_uses_ends_after_two_years_a_month_after_its_owner_was_told_and_its_words_stay() throws Exception {
        accounts.has(ada);
        UUID id = accountId(ada);
        residents.look(DemoTown.HARBOUR_HOUSE, id);
        assertThat(accounts.mails(ada)).as("nothing yet").hasSize(1);
        clock.pass(Duration.ofDays(705));
        residents.look(DemoTown.HARBOUR_HOUSE, id);
        residents.look(DemoTown.HARBOUR_HOUSE, id);
        assertThat(newest(ada).body()).contains("It will be deleted in a month");
        assertThat(accounts.mails(ada)).as("told once").hasSize(2);
        clock.pass(Duration.ofDays(29));
        residents.look(DemoTown.HARBOUR_HOUSE, id);
        assertThat(accountsOf(ada)).as("control: not yet").isEqualTo(1);
        clock.pass(Duration.ofDays(3));
        residents.look(DemoTown.HARBOUR_HOUSE, id);
        assertThat(accountsOf(ada)).isZero();
        assertThat(events.stream(ResidentEvent.Left.class)).containsExactly(new ResidentEvent.Left(id, false));
    }

    @Test
    void whoever_signs_in_again_keeps_their_account() throws Exception {
        accounts.has(ada);
        UUID id = accountId(ada);
        clock.pass(Duration.ofDays(705));
        residents.look(DemoTown.HARBOUR_HOUSE, id);
        assertThat(accounts.browser().signsIn(ada, PASSWORD)).isTrue();
        clock.pass(Duration.ofDays(40));
        residents.look(DemoTown.HARBOUR_HOUSE, id);
        assertThat(accountsOf(ada)).isEqualTo(1);
        clock.pass(Duration.ofDays(700));
        residents.look(DemoTown.HARBOUR_HOUSE, id);
        assertThat(accounts.mails(ada)).as("told again, two years later").filteredOn(mail -> mail.body().contains("in a month")).hasSize(2);
    }

    @Test
    void news_is_told_to_those_who_wish_for_it_once_an_hour_at_most_and_says_nothing() throws Exception {
        Browser browser = accounts.has(ada);
        UUID id = accountId(ada);
        residents.tellOfNews(DemoTown.HARBOUR_HOUSE, id);
        assertThat(accounts.mails(ada)).as("nobody wished for it").hasSize(1);

        browser.send(ACCOUNT + "/news", "news", "yes");
        assertThat(browser.page(ACCOUNT).select("#news[checked]")).hasSize(1);
        assertThat(residents.tellOfNews(DemoTown.HARBOUR_HOUSE, id)).isEmpty();
        assertThat(newest(ada).subject()).isEqualTo("Something new for you");
        assertThat(newest(ada).body()).contains("/have-your-say/comments/mine\n");
        assertThat(residents.tellOfNews(DemoTown.HARBOUR_HOUSE, id)).as("later").contains(clock.instant().plus(Duration.ofHours(1)));
        assertThat(accounts.mails(ada)).hasSize(2);
        clock.pass(Duration.ofHours(1));
        assertThat(residents.tellOfNews(DemoTown.HARBOUR_HOUSE, id)).isEmpty();
        assertThat(accounts.mails(ada)).hasSize(3);
        browser.send(ACCOUNT + "/news");
        clock.pass(Duration.ofHours(1));
        residents.tellOfNews(DemoTown.HARBOUR_HOUSE, id);
        assertThat(accounts.mails(ada)).hasSize(3);
    }

    @Test
    void anybody_may_ask_for_news_inside_what_causes_it() throws Exception {
        accounts.has(ada);
        UUID id = accountId(ada);
        for (Actor actor : List.of(World.MINA, World.anyone(), new Actor.Holder("nobody-holds-this"), new Actor.Job(DemoTown.LANTERN, "comments"))) world.as(actor, () -> residents.news(id));

        assertThat(world.as(HOUSE, () -> sql.sql("select count(*) from access.scheduled_tasks where task_name = 'resident-news' and task_instance like :id").param("id", "%" + id).query(Integer.class).single())).as("asked four times, done once").isEqualTo(1);
        TestDatabase.asOwner("delete from access.scheduled_tasks where task_name = 'resident-news'");
    }

    @Test
    void two_who_tell_of_news_at_once_and_many_who_sign_in_at_once_are_all_heard() throws Exception {
        accounts.has(ada);
        UUID id = accountId(ada);
        CountDownLatch both = new CountDownLatch(2);
        List<CompletableFuture<Void>> told = List.of(World.MINA, World.TOM).stream().map(worker -> CompletableFuture.runAsync(() -> world.as(worker, () -> {
            sql.sql("select 1").query(Integer.class).single();
            both.countDown();
            await(both);
            residents.news(id);
        }))).toList();
        told.forEach(CompletableFuture::join);
        assertThat(world.as(HOUSE, () -> sql.sql("select count(*) from access.scheduled_tasks where task_name = 'resident-news' and task_instance like :id").param("id", "%" + id).query(Integer.class).single())).isEqualTo(1);
        TestDatabase.asOwner("delete from access.scheduled_tasks where task_name = 'resident-news'");

        List<CompletableFuture<Boolean>> in = IntStream.range(0, 6).mapToObj(one -> CompletableFuture.supplyAsync(() -> sessions.with(ada, PASSWORD, "from here").isPresent())).toList();
        assertThat(in.stream().map(CompletableFuture::join)).containsOnly(true);
    }

    private static void await(CountDownLatch both) {
        try {
            both.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    @Test
    void nobody_reads_an_account_but_its_owner_and_the_house() throws Exception {
        accounts.has(ada);
        accounts.has(ben);
        accounts.browser().send(ACCOUNT + "/new", "email", address("cyn"));
        accounts.browser().signsIn("nobody@homes.example", PASSWORD);
        world.as(HOUSE, () -> sql.sql("insert into residents.farewell (id, organisation_id, address_token, said_at) values (gen_random_uuid(), :house, '', now())").param("house", DemoTown.HARBOUR_HOUSE.id()).update());
        for (String table : List.of("account", "asking", "session", "try", "farewell")) {
            for (Actor actor : List.of(World.anyone(), World.MINA, World.SAL, World.ALEX, World.NIA, new Actor.Holder("nobody-holds-this"), new Actor.Job(DemoTown.LANTERN, Residents.JOB), SENDER)) {
                assertThat(world.as(actor, () -> sql.sql("select count(*) from residents." + table).query(Integer.class).single())).as(table + " " + actor).isZero();
            }
            assertThat(world.as(HOUSE, () -> sql.sql("select count(*) from residents." + table).query(Integer.class).single())).as("control: " + table).isPositive();
        }
        Actor.Holder holder = new Actor.Holder(residents.holder(accountId(ada)));
        assertThat(world.as(holder, () -> sql.sql("select id from residents.account").query(UUID.class).list())).containsExactly(accountId(ada));
        assertThat(world.as(holder, () -> sql.sql("update residents.account set wants_news = true").update())).as("their own alone").isEqualTo(1);

        String asked = "insert into residents.asking (id, organisation_id, kind, account_id, email, email_fingerprint, holder, token, welsh, asked_at) select gen_random_uuid(), '" + DemoTown.HARBOUR_HOUSE.id() + "', 'ADDRESS', '%s', 'x', 'x', gen_random_uuid()::text, 'x', false, now()";
        UUID bens = accountId(ben), adas = accountId(ada);
        assertThatThrownBy(() -> world.as(holder, () -> sql.sql(asked.formatted(bens)).update())).as("nobody moves somebody else's account").isInstanceOf(DataAccessException.class);
        assertThat(world.as(holder, () -> sql.sql(asked.formatted(adas)).update())).as("control").isEqualTo(1);
        assertThatThrownBy(() -> world.as(World.anyone(), () -> sql.sql(asked.formatted(adas)).update())).isInstanceOf(DataAccessException.class);
    }

    @Test
    void mails_and_tabs_say_nothing_of_what_they_are_about_in_either_language() throws Exception {
        Browser browser = accounts.browser();
        browser.language = "/cy";
        browser.send(ACCOUNT + "/new", "email", ada);
        accounts.look();
        assertThat(newest(ada).subject()).isEqualTo("Cadarnhewch");
        assertThat(newest(ada).body()).contains("/cy/have-your-say/account/link/");
        assertThat(browser.after(accounts.link(ada), "password", PASSWORD).select("html").attr("lang")).isEqualTo("cy");
        clock.pass(Duration.ofMinutes(3));
        accounts.has(ben);
        browser.send(ACCOUNT + "/address", "email", ben, "password", PASSWORD);
        browser.send(ACCOUNT + "/news", "news", "yes");
        residents.tellOfNews(DemoTown.HARBOUR_HOUSE, accountId(ada));
        accounts.look();
        clock.pass(Duration.ofMinutes(3));
        for (String path : List.of("/new", "/new-password")) {
            accounts.browser().send(ACCOUNT + path, "email", ada);
            accounts.look();
            clock.pass(Duration.ofMinutes(3));
        }
        browser.send(ACCOUNT + "/removal", "words", "GO", "password", PASSWORD);
        List<Mail> all = new ArrayList<>(accounts.mails(ada));
        all.addAll(accounts.mails(ben));
        assertThat(all).hasSizeGreaterThanOrEqualTo(7).allSatisfy(mail -> assertThat((mail.subject() + " " + mail.body().replaceAll("http\\S+", "")).toLowerCase(Locale.UK)).doesNotContain("abuse", "violence", "safe", "comment", "support", "harbour", "sylw", "camdrin", "trais"));
        assertThat(accounts.browser().page(ACCOUNT + "/new").title()).isEqualTo(accounts.browser().page(ACCOUNT + "/sign-in").title()).doesNotContainIgnoringCase("account");
        assertThat(accounts.browser().open(ACCOUNT + "/sign-in").getHeader("X-Robots-Tag")).contains("noindex");
    }

    @Test
    void whoever_signs_in_comes_back_to_where_they_were_and_never_to_somebody_elses_site() throws Exception {
        accounts.has(ada);
        Map<String, String> ways = Map.of("/have-your-say/safer-streets", "/have-your-say/safer-streets", "https://elsewhere.example", ACCOUNT, "//elsewhere.example", ACCOUNT, "/desk", ACCOUNT, "/have-your-say/../desk", ACCOUNT);
        for (Map.Entry<String, String> way : ways.entrySet()) assertThat(accounts.browser().send(ACCOUNT + "/sign-in", "email", ada, "password", PASSWORD, "to", way.getKey()).getRedirectedUrl()).isEqualTo(way.getValue());
        assertThat(accounts.browser().after(ACCOUNT + "/sign-in", "email", ada, "password", "a guess at random", "to", "/have-your-say/safer-streets").select("input[name=to]").val()).isEqualTo("/have-your-say/safer-streets");
    }

    @Test
    void each_page_of_an_account_asks_whoever_is_not_signed_in_to_do_so() throws Exception {
        for (String path : List.of("", "/password", "/address", "/removal")) assertThat(accounts.browser().open(ACCOUNT + path).getRedirectedUrl()).as(path).isEqualTo(ACCOUNT + "/sign-in");
        for (String path : List.of("/news", "/password", "/address", "/removal")) assertThat(accounts.browser().send(ACCOUNT + path, "password", PASSWORD, "email", ada, "words", "GO").getRedirectedUrl()).as(path).isEqualTo(ACCOUNT + "/sign-in");
        Browser browser = accounts.has(ada);
        assertThat(browser.open(ACCOUNT + "/sign-in").getRedirectedUrl()).isEqualTo(ACCOUNT);
        for (String path : List.of("", "/password", "/address", "/removal", "/inbox", "/over", "/moved", "/gone", "/new", "/new-password")) for (String language : List.of("", "/cy")) {
            Document page = browser.page(language + ACCOUNT + path);
            assertThat(page.select("html").attr("lang")).isEqualTo(language.isEmpty() ? "en" : "cy");
            assertThat(page.select("#exit")).hasSize(1);
        }
        browser.send(ACCOUNT + "/sign-out");
        assertThat(browser.isSignedIn()).isFalse();
        assertThat(open()).isZero();
    }

    @Test
    void the_demos_account_is_there_for_whoever_looks_at_the_demo() throws Exception {
        assertThat(accounts.browser().signsIn("pat@homes.example", "westermouth")).isTrue();
        assertThat(accountId("pat@homes.example")).isEqualTo(DemoResident.PAT);
    }

    private Mail newest(String email) {
        List<Mail> mails = accounts.mails(email);
        return mails.get(mails.size() - 1);
    }

    private int accountsOf(String email) {
        return world.as(HOUSE, () -> sql.sql("select count(*) from residents.account where email_fingerprint = :email").param("email", rows.fingerprint(email)).query(Integer.class).single());
    }

    private UUID accountId(String email) {
        return world.as(HOUSE, () -> rows.accountOf(rows.fingerprint(email)).orElseThrow().id());
    }

    private int askedFor(UUID account) {
        return world.as(HOUSE, () -> sql.sql("select count(*) from residents.asking where account_id = :account").param("account", account).query(Integer.class).single());
    }

    private int open() {
        return world.as(HOUSE, () -> sql.sql("select count(*) from residents.session").query(Integer.class).single());
    }

    private void farewells() {
        List<UUID> all = world.as(HOUSE, () -> sql.sql("select id from residents.farewell").query(UUID.class).list());
        assertThat(all).isNotEmpty();
        all.forEach(id -> residents.forget(DemoTown.HARBOUR_HOUSE, id));
    }
}
