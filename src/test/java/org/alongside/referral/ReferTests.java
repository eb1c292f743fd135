package org.alongside.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.alongside.AlongsideTest;
import org.alongside.TestClock;
import org.alongside.TestDatabase;
import org.alongside.World;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.access.DemoTown;
import org.alongside.shared.Side;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** The public journey, as somebody with a browser meets it. */
@AlongsideTest
class ReferTests {
    static final String HARBOUR = DemoTown.HARBOUR_HOUSE.id().toString();
    @Autowired MockMvc mvc;
    @Autowired World world;
    @Autowired JdbcClient sql;
    @Autowired Drafts drafts;
    @Autowired TestClock clock;
    @Value("${local.server.port}") int port;

    @AfterEach
    void clockBack() {
        clock.back();
    }

    Visitor visitor() {
        return new Visitor(mvc);
    }

    @Test
    void looking_stores_nothing_and_sets_no_cookie() throws Exception {
        int before = count("referral.draft");

        for (String path : List.of("/refer", "/refer/how", "/refer/name", "/refer/check", "/refer/done", "/refer/status", "/cy/refer")) {
            assertThat(mvc.perform(get(path)).andReturn().getResponse().getHeader("Set-Cookie")).as(path).isNull();
        }

        assertThat(count("referral.draft")).isEqualTo(before);
    }

    @Test
    void the_cookie_goes_only_where_it_is_needed_and_ends_with_the_browser() throws Exception {
        Visitor visitor = visitor();
        List<String> set = mvc.perform(post("/refer").param("asking", "MYSELF").with(World.sameSite())).andReturn().getResponse().getHeaders("Set-Cookie");

        assertThat(set).hasSize(3).allSatisfy(cookie -> assertThat(cookie).contains("HttpOnly", "SameSite=Lax").doesNotContain("Max-Age", "Expires"));
        assertThat(set).anyMatch(cookie -> cookie.contains("Path=/refer;")).anyMatch(cookie -> cookie.contains("Path=/cy/refer;")).anyMatch(cookie -> cookie.contains("Path=/leave;"));
        assertThat(visitor.cookie("step")).isNull();
    }

    @Test
    void one_person_asks_for_themselves_and_gets_a_number() throws Exception {
        Visitor visitor = visitor().begin(Asking.MYSELF);

        assertThat(visitor.at).isEqualTo("/refer/how");
        toCheck(visitor);
        assertThat(visitor.at).isEqualTo("/refer/check");
        assertThat(visitor.page.text()).contains("Sam", "07700 900123", "Harbour House");
        Document done = visitor.send("/refer/check");

        assertThat(visitor.at).isEqualTo("/refer/done");
        assertThat(code(done)).matches("[0-9]{4} [0-9]{4} [0-9]{4}");
        assertThat(done.text()).contains("next read");
        assertThat(visitor.see("/refer/name").text()).contains(code(done));
    }

    @ParameterizedTest
    @EnumSource(Asking.class)
    void each_door_leads_to_a_number_also_when_everything_that_may_be_is_skipped(Asking asking) throws Exception {
        Visitor visitor = visitor().begin(asking);
        int steps = 0;
        while (!visitor.at.equals("/refer/check") && steps++ < 30) {
            assertThat(visitor.page.select("h1")).as(visitor.at).hasSize(1);
            assertThat(visitor.page.text()).as(visitor.at).contains("999");
            assertThat(visitor.page.title()).isEqualTo("Local support");
            switch (visitor.at) {
                case "/refer/how" -> visitor.send(visitor.at, "channels", "NONE");
                case "/refer/where" -> visitor.send(visitor.at, "receiver", visitor.page.selectFirst("input[name=receiver]").val());
                default -> visitor.send(visitor.at, "skip", "yes");
            }
        }
        Document done = visitor.send("/refer/check");

        assertThat(code(done)).matches("[0-9]{4} [0-9]{4} [0-9]{4}");
        Actor.Worker reader = asking.side() == Side.SUPPORT ? World.TOM : World.KIT;
        assertThat(statusOf(done, reader)).isEqualTo("RECEIVED");
    }

    @ParameterizedTest
    @EnumSource(Asking.class)
    void every_page_of_every_door_shows_in_both_languages(Asking asking) throws Exception {
        Visitor visitor = visitor();
        visitor.send("/cy/refer", "asking", asking.name());
        int steps = 0;
        while (!visitor.at.equals("/cy/refer/check") && steps++ < 30) {
            assertThat(visitor.at).startsWith("/cy/refer/");
            assertThat(visitor.page.select("html").attr("lang")).isEqualTo("cy");
            assertThat(visitor.page.text()).doesNotContain("referral.");
            switch (visitor.at) {
                case "/cy/refer/how" -> visitor.send(visitor.at, "channels", "PHONE", "channels", "EMAIL");
                case "/cy/refer/when" -> visitor.send(visitor.at, "safe-when", "ANY_TIME");
                case "/cy/refer/reach" -> visitor.send(visitor.at, "phone", "07700 900123", "email", "sam@example.com");
                case "/cy/refer/now" -> visitor.send(visitor.at, "safe-now", "NO");
                case "/cy/refer/age" -> visitor.send(visitor.at, "born.day", "1", "born.month", "1", "born.year", "2015");
                case "/cy/refer/where" -> visitor.send(visitor.at, "receiver", HARBOUR);
                default -> visitor.send(visitor.at, "skip", "yes");
            }
        }
        assertThat(visitor.page.text()).doesNotContain("referral.");
        visitor.send("/cy/refer/check");
        assertThat(visitor.at).isEqualTo("/cy/refer/done");
    }

    @Test
    void safe_contact_comes_first_and_no_number_is_kept_before_it() throws Exception {
        Visitor visitor = visitor().begin(Asking.MYSELF);

        visitor.send("/refer/reach", "phone", "07700 900123");
        assertThat(visitor.at).isEqualTo("/refer/how");
        visitor.send("/refer/how", "channels", "PHONE");
        visitor.send("/refer/reach", "phone", "07700 900123");
        assertThat(visitor.at).isEqualTo("/refer/when");
        assertThat(draft(visitor).answers().has(Question.PHONE)).isFalse();
    }

    @Test
    void a_number_is_forgotten_when_they_change_to_no_contact() throws Exception {
        Visitor visitor = visitor().begin(Asking.MYSELF);
        toCheck(visitor);
        assertThat(draft(visitor).answers().has(Question.PHONE)).isTrue();

        visitor.send("/refer/how", "channels", "NONE");

        assertThat(draft(visitor).answers().has(Question.PHONE)).isFalse();
        assertThat(visitor.at).isEqualTo("/refer/check");
        assertThat(visitor.page.text()).doesNotContain("07700");
    }

    @ParameterizedTest
    @ValueSource(strings = {"12", "<script>alert(1)</script>", "☎️☎️", "اتصل بي", "0\u202e7700"})
    void a_wrong_number_stays_as_typed_with_an_error_beside_it_and_runs_nothing(String typed) throws Exception {
        Visitor visitor = visitor().begin(Asking.MYSELF);
        visitor.send("/refer/how", "channels", "PHONE");
        visitor.send("/refer/when", "safe-when", "ANY_TIME");

        visitor.send("/refer/reach", "phone", typed);

        assertThat(visitor.at).isEqualTo("/refer/reach");
        assertThat(visitor.page.selectFirst("#phone").val()).isEqualTo(typed);
        assertThat(visitor.page.selectFirst("#phone-error").text()).contains("phone number that can ring");
        assertThat(visitor.page.selectFirst("#problems a").attr("href")).isEqualTo("#phone");
        assertThat(visitor.page.select("script")).hasSize(1);
        assertThat(visitor.see("/refer/check").select("h1").text()).isNotEqualTo("Check before you send");
    }

    @Test
    void odd_dates_postcodes_and_huge_words_stay_as_typed_too() throws Exception {
        Visitor visitor = visitor().begin(Asking.MYSELF);
        visitor.send("/refer/how", "channels", "NONE");
        String huge = "😟 ".repeat(3000) + "</textarea><script>1</script>";

        visitor.send("/refer/age", "born.day", "31", "born.month", "feb", "born.year", "1990");
        assertThat(visitor.page.selectFirst("#born-error").text()).contains("real date");
        assertThat(visitor.page.selectFirst("#born-month").val()).isEqualTo("feb");
        visitor.send("/refer/place", "area", "LA99 9");
        assertThat(visitor.page.selectFirst("#area").val()).isEqualTo("LA99 9");
        visitor.send("/refer/story", "words", huge);
        assertThat(visitor.page.selectFirst("#words").wholeText().replace("\n", "")).isEqualTo(huge);
        assertThat(visitor.page.selectFirst("#words-error").text()).contains("4,000 characters or fewer");
    }

    @Test
    void danger_now_shows_999_before_anything_else_is_asked() throws Exception {
        Visitor visitor = visitor().begin(Asking.MYSELF);
        visitor.send("/refer/how", "channels", "NONE");

        visitor.send("/refer/now", "safe-now", "NO");

        assertThat(visitor.at).isEqualTo("/refer/help");
        assertThat(visitor.page.select("a[href=tel:999]")).isNotEmpty();
    }

    @Test
    void a_child_meets_childline_first_and_is_asked_for_no_parent() throws Exception {
        Visitor visitor = visitor().begin(Asking.CHILD);

        assertThat(visitor.at).isEqualTo("/refer/first");
        assertThat(visitor.page.text()).contains("0800 1111", "children's services");
        visitor.send("/refer/first");
        assertThat(visitor.at).isEqualTo("/refer/how");
    }

    @Test
    void a_birth_date_under_sixteen_takes_the_childs_way_and_marks_the_referral() throws Exception {
        Visitor visitor = visitor().begin(Asking.MYSELF);
        visitor.send("/refer/how", "channels", "NONE");

        visitor.send("/refer/age", "born.day", "1", "born.month", "1", "born.year", "2014");

        assertThat(visitor.at).isEqualTo("/refer/also");
        assertThat(visitor.page.text()).contains("0800 1111");
    }

    @Test
    void only_its_holder_sees_a_draft_and_not_another_nobody_or_a_worker() throws Exception {
        Visitor visitor = visitor().begin(Asking.MYSELF);
        visitor.send("/refer/how", "channels", "NONE");
        visitor.send("/refer/name", "given-name", "Quetzal");
        ReferralId id = draft(visitor).id();
        Visitor other = visitor().begin(Asking.MYSELF);
        other.send("/refer/how", "channels", "NONE");

        assertThat(other.see("/refer/name").text() + other.page.select("input").outerHtml()).doesNotContain("Quetzal");
        assertThat(visitor().see("/refer/name").text()).contains("nothing here to go on with");
        for (Actor actor : List.of(World.TOM, World.SAL, World.PRIYA, World.anyone(), new Actor.Job(DemoTown.HARBOUR_HOUSE, "intake-check"))) {
            assertThat(world.as(actor, () -> sql.sql("select count(*) from referral.draft where id = :id").param("id", id.id()).query(Integer.class).single())).as("%s", actor).isZero();
            assertThat(world.as(actor, () -> sql.sql("select count(*) from referral.draft_answer where draft_id = :id").param("id", id.id()).query(Integer.class).single())).isZero();
        }
    }

    @Test
    void nothing_typed_lies_readable_in_the_database() throws Exception {
        Visitor visitor = visitor().begin(Asking.MYSELF);
        visitor.send("/refer/how", "channels", "NONE");
        visitor.send("/refer/name", "given-name", "Quetzalcoatl");

        Actor.Holder holder = new Actor.Holder(TestDatabase.SEAL.fingerprint("referral.draft", visitor.cookie("step")));
        String dump = world.as(holder, () -> String.join(" ", sql.sql("select encode(words, 'escape') from referral.draft_answer").query(String.class).list()));

        assertThat(dump).isNotEmpty().doesNotContain("Quetzalcoatl");
    }

    @Test
    void exit_kills_the_draft_and_the_cookies() throws Exception {
        Visitor visitor = visitor().begin(Asking.MYSELF);
        String token = visitor.cookie("step");
        var answer = mvc.perform(get("/leave").cookie(new jakarta.servlet.http.Cookie("step", token))).andReturn().getResponse();

        assertThat(answer.getHeaders("Set-Cookie")).anyMatch(cookie -> cookie.contains("Path=/refer;") && cookie.contains("Max-Age=0"));
        assertThat(visitor.see("/refer/how").text()).contains("nothing here to go on with");
    }

    @Test
    void an_hour_without_typing_forgets_the_draft() throws Exception {
        Visitor visitor = visitor().begin(Asking.MYSELF);
        ReferralId id = draft(visitor).id();
        clock.pass(Duration.ofMinutes(61));

        assertThat(visitor.see("/refer/how").text()).contains("nothing here to go on with");
        assertThat(world.as(ReferralJobs.FORGETTING, () -> sql.sql("select count(*) from referral.draft where id = :id").param("id", id.id()).query(Integer.class).single())).isEqualTo(1);
        Acting.as(ReferralJobs.FORGETTING, () -> { drafts.forgetIdle(); });
        assertThat(world.as(ReferralJobs.FORGETTING, () -> sql.sql("select count(*) from referral.draft where id = :id").param("id", id.id()).query(Integer.class).single())).isZero();
    }

    @Test
    void beginning_again_forgets_what_was_typed_before() throws Exception {
        Visitor visitor = visitor().begin(Asking.MYSELF);
        visitor.send("/refer/how", "channels", "NONE");
        visitor.send("/refer/name", "given-name", "Quetzal");

        visitor.begin(Asking.MYSELF);

        assertThat(draft(visitor).answers().has(Question.GIVEN_NAME)).isFalse();
    }

    @Test
    void two_hundred_presses_at_once_make_one_referral_and_show_one_number() throws Exception {
        Visitor visitor = visitor().begin(Asking.MYSELF);
        toCheck(visitor);
        String token = visitor.cookie("step");
        ReferralId id = draft(visitor).id();
        ExecutorService presses = Executors.newFixedThreadPool(200);
        CountDownLatch together = new CountDownLatch(1);
        HttpClient http = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
        List<Future<String>> answers = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            answers.add(presses.submit(() -> {
                together.await();
                return http.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/refer/check")).header("Cookie", "step=" + token).header("Sec-Fetch-Site", "same-origin")
                        .POST(HttpRequest.BodyPublishers.noBody()).build(), HttpResponse.BodyHandlers.discarding()).headers().firstValue("Location").orElse("none");
            }));
        }
        together.countDown();
        List<String> wentTo = new ArrayList<>();
        for (Future<String> answer : answers) wentTo.add(answer.get());
        presses.shutdown();

        assertThat(wentTo).hasSize(200).allMatch(path -> path.endsWith("/refer/done"));
        assertThat(world.as(World.TOM, () -> sql.sql("select count(*) from referral.referral where id = :id").param("id", id.id()).query(Integer.class).single())).isEqualTo(1);
        assertThat(code(visitor.see("/refer/done"))).isEqualTo(code(visitor.see("/refer/done")));
    }

    @Test
    void a_number_says_status_words_and_nothing_else() throws Exception {
        Visitor visitor = visitor().begin(Asking.MYSELF);
        toCheck(visitor);
        String code = code(visitor.send("/refer/check"));

        Visitor later = visitor();
        later.send("/refer/status", "number", code);

        assertThat(later.at).isEqualTo("/refer/status");
        assertThat(later.page.text()).contains("We have it").doesNotContain("Sam", "Harbour", "07700", code);
        assertThat(later.see("/refer/status").text()).as("it is said once").doesNotContain("We have it");
    }

    @Test
    void without_contact_it_says_when_to_ring() throws Exception {
        Visitor visitor = visitor().begin(Asking.MYSELF);
        visitor.send("/refer/how", "channels", "NONE");
        while (!visitor.at.equals("/refer/check")) {
            if (visitor.at.equals("/refer/where")) visitor.send(visitor.at, "receiver", HARBOUR);
            else visitor.send(visitor.at, "skip", "yes");
        }
        String code = code(visitor.send("/refer/check"));
        Visitor later = visitor();

        assertThat(later.send("/refer/status", "number", code).text()).contains("You can ring from");
    }

    @Test
    void an_unknown_a_malformed_and_an_empty_number_get_the_same_page() throws Exception {
        Visitor visitor = visitor();
        List<String> pages = new ArrayList<>();
        for (String number : List.of("9999 9999 9998", "12", "<b>", "")) pages.add(visitor.send("/refer/status", "number", number).select("main").html());

        assertThat(pages).allMatch(pages.get(0)::equals);
        assertThat(pages.get(0)).contains("nothing to show");
    }

    @Test
    void guessing_numbers_is_slowed_down_for_a_network() throws Exception {
        for (int i = 0; i < 25; i++) {
            mvc.perform(post("/refer/status").param("number", "1").with(World.sameSite()).with(request -> { request.setRemoteAddr("198.51.100.7"); return request; }));
        }
        String next = mvc.perform(post("/refer/status").param("number", "1").with(World.sameSite()).with(request -> { request.setRemoteAddr("198.51.100.99"); return request; }))
                .andReturn().getResponse().getRedirectedUrl();

        assertThat(next).isEqualTo("/refer/status?busy");
        assertThat(visitor().see("/refer/status?busy").text()).contains("too many tries");
    }

    @Test
    void choosing_nothing_says_so() throws Exception {
        assertThat(visitor().send("/refer").text()).contains("Choose who this is for");
        assertThat(visitor().send("/refer", "asking", "BURGLAR").text()).contains("Choose who this is for");
    }

    @Test
    void a_professional_is_asked_about_agreement_and_told_what_they_hear_back() throws Exception {
        Visitor visitor = visitor().begin(Asking.FOR_SOMEONE);
        visitor.send("/refer/how", "channels", "ASK_FIRST");
        visitor.send("/refer/when", "ask-first-who", "Me, at the surgery");
        visitor.send("/refer/reach", "phone", "07700 900123");
        assertThat(visitor.page.select(".govuk-error-message")).isEmpty();
        visitor.send("/refer/agreed", "consent", "NO");
        assertThat(visitor.page.selectFirst("#consent-why-error").text()).contains("Say why");
        visitor.send("/refer/agreed", "consent", "NO", "consent-why", "Her life is in danger", "consent-basis", "VITAL");
        int steps = 0;
        while (!visitor.at.equals("/refer/check") && steps++ < 30) {
            if (visitor.at.equals("/refer/where")) visitor.send(visitor.at, "receiver", HARBOUR);
            else visitor.send(visitor.at, "skip", "yes");
        }

        assertThat(visitor.send("/refer/check").text()).contains("You hear from us whether we took this on");
    }

    static void toCheck(Visitor visitor) throws Exception {
        visitor.send("/refer/how", "channels", "PHONE");
        visitor.send("/refer/when", "safe-when", "ONLY_THEN", "safe-days", "MONDAY", "safe-hours", "MORNING", "voicemail", "NO");
        visitor.send("/refer/reach", "phone", "07700 900123");
        visitor.send("/refer/now", "safe-now", "YES");
        visitor.send("/refer/name", "given-name", "Sam");
        int steps = 0;
        while (!visitor.at.equals("/refer/check") && steps++ < 30) {
            if (visitor.at.equals("/refer/where")) visitor.send(visitor.at, "receiver", HARBOUR);
            else visitor.send(visitor.at, "skip", "yes");
        }
    }

    private static String code(Document done) {
        return done.selectFirst(".notice .govuk-heading-l").text();
    }

    private String statusOf(Document done, Actor.Worker reader) {
        String key = Code.read(code(done)).orElseThrow().fingerprint(TestDatabase.SEAL);
        return world.as(reader, () -> sql.sql("select status from referral.referral where code_key = :key").param("key", key).query(String.class).single());
    }

    private Draft draft(Visitor visitor) {
        Actor.Holder holder = new Actor.Holder(TestDatabase.SEAL.fingerprint("referral.draft", visitor.cookie("step")));
        return Acting.as(holder, () -> drafts.mine().orElseThrow());
    }

    private int count(String table) {
        return world.as(ReferralJobs.FORGETTING, () -> sql.sql("select count(*) from " + table).query(Integer.class).single());
    }
}
