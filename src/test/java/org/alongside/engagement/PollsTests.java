package org.alongside.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.alongside.TestClock;
import org.alongside.World;
import org.alongside.access.Acting;
import org.alongside.access.ActingTransaction;
import org.alongside.access.Actor;
import org.alongside.access.DemoTown;
import org.alongside.audit.AuditTrail;
import org.alongside.helpline.Topic;
import org.alongside.instruments.Instrument;
import org.alongside.instruments.Instruments;
import org.alongside.shared.NotFound;
import org.alongside.shared.Protected;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Times;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.mock.web.MockHttpServletResponse;

/** A poll counts ticks and knows nobody. */
class PollsTests extends WithPosts {
    private static final LocalDate TODAY = Times.day(TestClock.START);
    private static int networks;
    @Autowired Instruments instruments;
    @Autowired ActingTransaction acting;
    @Autowired AuditTrail audit;
    private final String network = "198.18." + ++networks + ".1";

    private UUID asking(boolean seen) {
        UUID id = draft(until(TODAY.plusDays(3), words(Topic.SURVIVORS, TITLE)));
        world.as(writer, () -> polls.choose(id, "what-would-help", seen, writer));
        show(id);
        return id;
    }

    private String send(UUID id, String from, String... ticked) throws Exception {
        var request = post(one(id).path() + "/poll").with(World.sameSite()).with(sent -> {
            sent.setRemoteAddr(from);
            return sent;
        });
        for (int at = 0; at < ticked.length; at += 2) request.param(ticked[at], ticked[at + 1]);
        MockHttpServletResponse response = mvc.perform(request).andReturn().getResponse();
        assertThat(response.getStatus()).isEqualTo(302);
        assertThat(response.getCookies()).isEmpty();
        return response.getRedirectedUrl();
    }

    private Map<String, Integer> counted(UUID id) {
        return world.as(writer, () -> sql.sql("select item || '/' || answer as tick, number from engagement.poll_day where post_id = :id").param("id", id).query((row, number) -> Map.entry(row.getString(1), row.getInt(2))).list()).stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** So many answers, on that day. */
    private void answered(UUID id, LocalDate day, String item, String answer, int number) {
        Acting.as(new Actor.Job(DemoTown.HARBOUR_HOUSE, Posts.JOB), () -> world.as(new Actor.Job(DemoTown.HARBOUR_HOUSE, Posts.JOB), () -> sql.sql("insert into engagement.poll_day (post_id, organisation_id, day, item, answer, number) values (:id, :house, :day, :item, :answer, :number)").param("id", id).param("house", DemoTown.HARBOUR_HOUSE.id()).param("day", day).param("item", item).param("answer", answer).param("number", number).update()));
    }

    @Test
    void ticks_are_counted_and_nothing_else_is_kept() throws Exception {
        UUID id = asking(false);
        Document page = page(one(id).path() + "/poll");
        assertThat(page.select("form input[type=radio]")).hasSize(5);
        assertThat(page.select("form input[type=checkbox]")).hasSize(7);
        assertThat(page.text()).contains("Example, not yet reviewed").doesNotContain("What people ticked");
        String once = page.select("input[name=once]").val();

        assertThat(send(id, network, "once", once, "a.first", "homes", "a.where", "friend", "a.where", "doctor")).endsWith("/poll/thanks");
        assertThat(send(id, network, "once", once, "a.first", "homes", "a.where", "friend", "a.where", "doctor")).as("a second press").endsWith("/poll/thanks");
        send(id, network, "a.first", "homes", "a.where", "nonsense", "evil", "x");

        assertThat(counted(id)).isEqualTo(Map.of("first/", 2, "first/homes", 2, "where/", 1, "where/friend", 1, "where/doctor", 1));
        assertThat(page(one(id).path() + "/poll/thanks").text()).contains("Thank you", "Nobody can see that they are yours");
    }

    @Test
    void whoever_ticks_nothing_is_asked_to_and_whoever_sends_from_elsewhere_is_refused() throws Exception {
        UUID id = asking(false);

        assertThat(send(id, network)).endsWith("/poll?none");
        assertThat(send(id, network, "a.first", "nonsense")).endsWith("/poll?none");
        Document again = page(one(id).path() + "/poll?none");

        assertThat(again.select(".govuk-error-summary a").attr("href")).isEqualTo("#a.first");
        assertThat(again.select("[id=a.first]")).hasSize(1);
        assertThat(counted(id)).isEmpty();
        assertThat(mvc.perform(post(one(id).path() + "/poll").param("a.first", "homes").header("Sec-Fetch-Site", "cross-site")).andReturn().getResponse().getStatus()).isEqualTo(403);
        assertThat(counted(id)).isEmpty();
    }

    @Test
    void a_household_may_answer_and_the_eleventh_from_one_network_is_refused_kindly() throws Exception {
        UUID id = asking(false), other = asking(false);
        for (int person = 0; person < 10; person++) assertThat(send(id, network, "a.first", "ask")).endsWith("/thanks");

        assertThat(send(id, network.replaceFirst("1$", "77"), "a.first", "ask")).endsWith("/poll?busy");

        assertThat(counted(id)).containsEntry("first/ask", 10);
        assertThat(page(one(id).path() + "/poll?busy").text()).contains("Please try again in an hour");
        assertThat(send(other, network, "a.first", "ask")).as("another poll").endsWith("/thanks");
        assertThat(send(id, "198.19." + networks + ".1", "a.first", "ask")).as("another network").endsWith("/thanks");
    }

    @Test
    void numbers_are_seen_after_the_last_day_or_before_where_the_editor_says_so() throws Exception {
        UUID later = asking(false), now = asking(true);
        for (UUID id : List.of(later, now)) {
            answered(id, TODAY.minusDays(1), "first", "", 26);
            answered(id, TODAY.minusDays(1), "first", "homes", 12);
            answered(id, TODAY.minusDays(1), "first", "ask", 14);
        }
        assertThat(page(one(now).path() + "/poll").select("figure.chart").first().text()).contains("about 10", "about 15", "about 30");
        assertThat(page(one(later).path() + "/poll").select("figure.chart")).isEmpty();
        assertThat(page("/cy" + one(now).path() + "/poll").select("figure.chart").first().text()).contains("tua 10", "Y rhifau").doesNotContain("about", "The numbers");

        clock.moveTo(one(later).closesAt());

        Document closed = page(one(later).path() + "/poll");
        assertThat(closed.select("figure.chart")).hasSize(2);
        assertThat(closed.select("form")).isEmpty();
        assertThat(page(one(later).path()).select("article a[href$=/poll]").text()).isEqualTo("See what people ticked");
        assertThat(send(later, network, "a.first", "homes")).endsWith("/poll");
        assertThat(counted(later)).containsEntry("first/homes", 12);
    }

    // Safety: whoever knows when somebody answered learns nothing from the numbers before and after.
    @Test
    void what_is_answered_today_moves_no_number_before_tomorrow() throws Exception {
        UUID id = asking(true);
        answered(id, TODAY.minusDays(1), "first", "", 25);
        answered(id, TODAY.minusDays(1), "first", "homes", 12);
        answered(id, TODAY.minusDays(1), "first", "ask", 13);
        String before = page(one(id).path() + "/poll").select("figure.chart").text();

        for (int person = 0; person < 9; person++) send(id, network, "a.first", "homes");

        assertThat(page(one(id).path() + "/poll").select("figure.chart").text()).isEqualTo(before);
        // Another instance of the application, which remembers nothing of before.
        assertThat(new Polls(posts, instruments, acting, audit, sql, clock).results(one(id), set())).isEqualTo(polls.results(one(id), set()));
        clock.pass(Duration.ofDays(1));
        assertThat(page(one(id).path() + "/poll").select("figure.chart").text()).as("control").isNotEqualTo(before).contains("about 20");
    }

    @Test
    void small_numbers_are_neither_shown_nor_look_like_none() {
        UUID id = asking(true);
        answered(id, TODAY.minusDays(1), "first", "", 33);
        answered(id, TODAY.minusDays(1), "first", "homes", 30);
        answered(id, TODAY.minusDays(1), "first", "ask", 3);
        answered(id, TODAY.minusDays(1), "where", "", 33);
        answered(id, TODAY.minusDays(1), "where", "friend", 31);
        answered(id, TODAY.minusDays(1), "where", "doctor", 17);
        answered(id, TODAY.minusDays(1), "where", "police", 2);

        List<Polls.Result> results = polls.results(one(id), set());

        assertThat(results.get(0).answers()).as("the one hidden takes another along").containsExactly(Protected.NONE, Protected.NOT_SHOWN, Protected.NOT_SHOWN, Protected.NONE, Protected.NONE);
        assertThat(results.get(0).answered().about()).isEqualTo(30);
        Map<String, Protected> where = Map.of("friend", results.get(1).answers().get(0), "doctor", results.get(1).answers().get(1), "police", results.get(1).answers().get(5));
        assertThat(where).as("all but two, and two").containsEntry("friend", Protected.NOT_SHOWN).containsEntry("police", Protected.NOT_SHOWN).containsEntry("doctor", new Protected(15));
    }

    @Test
    void the_database_keeps_numbers_from_the_public_and_counts_only_for_what_is_shown() {
        UUID id = asking(true), draft = draft();
        world.as(writer, () -> polls.choose(draft, "what-would-help", true, writer));
        answered(id, TODAY.minusDays(1), "first", "", 3);

        assertThat(world.as(World.anyone(), () -> sql.sql("select count(*) from engagement.poll_day").query(Integer.class).single())).isZero();
        assertThat(world.as(writer, () -> sql.sql("select count(*) from engagement.poll_day where post_id = :id").param("id", id).query(Integer.class).single())).as("control").isOne();
        assertThatThrownBy(() -> answered(draft, TODAY, "first", "", 1)).isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> world.as(new Actor.Job(DemoTown.LANTERN, Posts.JOB), () -> sql.sql("insert into engagement.poll_day (post_id, organisation_id, day, item, answer, number) values (:id, :other, now(), 'x', '', 1)").param("id", id).param("other", DemoTown.LANTERN.id()).update())).isInstanceOf(DataAccessException.class);
    }

    @Test
    void once_somebody_has_answered_the_questions_stay() throws Exception {
        UUID id = asking(false), fresh = draft();
        world.as(writer, () -> polls.choose(id, "what-would-help", true, writer));
        world.as(writer, () -> polls.choose(id, null, false, writer));
        world.as(writer, () -> polls.choose(id, "what-would-help", false, writer));
        publicPosts.lookAgain();
        send(id, network, "a.first", "ask");

        assertThatThrownBy(() -> world.as(writer, () -> polls.choose(id, null, false, writer))).isInstanceOf(RuleBroken.class);
        assertThat(desk.page(writer, post("/desk/engagement/posts/" + id + "/poll")).select("#poll-error").text()).contains("They stay");
        desk.done(writer, post("/desk/engagement/posts/" + id + "/poll").param("poll", "what-would-help").param("seen", "yes"));
        assertThat(one(id).poll().seen()).isTrue();
        assertThatThrownBy(() -> world.as(writer, () -> polls.choose(fresh, "how-things-are", false, writer))).isInstanceOf(NotFound.class);
    }

    @Test
    void only_sets_for_anybody_that_are_ticked_can_be_a_poll() {
        assertThat(Polls.mayAsk(set())).isTrue();
        for (String other : List.of("event-feedback", "safety-assessment", "confidence", "how-things-are")) assertThat(Polls.mayAsk(instruments.current(other))).as(other).isFalse();
        assertThat(Acting.as(writer, () -> polls.choices())).extracting(Instrument::key).containsExactly("what-would-help");
    }

    private Instrument set() {
        return instruments.current("what-would-help");
    }
}
