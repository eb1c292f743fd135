package org.alongside.directory.assurance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.alongside.AlongsideTest;
import org.alongside.Desk;
import org.alongside.World;
import org.alongside.access.Actor;
import org.alongside.access.DemoTown;
import org.alongside.directory.Directory;
import org.alongside.directory.Edition;
import org.alongside.directory.Entries;
import org.alongside.directory.Listing;
import org.alongside.directory.exchange.Fetch;
import org.alongside.house.Everything;
import org.alongside.messages.Messages;
import org.alongside.shared.Seal;
import org.alongside.shared.Secrets;
import org.alongside.shared.Times;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

/** The directory stays true: services are asked, the public may say what is wrong, pages are looked at. */
@AlongsideTest
class AssuranceTests {
    @Autowired Assurers assurers;
    @Autowired Reminders reminders;
    @Autowired Suggestions suggestions;
    @Autowired Links links;
    @Autowired Entries entries;
    @Autowired Directory directory;
    @Autowired World world;
    @Autowired Desk desk;
    @Autowired MockMvc mvc;
    @Autowired JdbcClient sql;
    @Autowired Seal seal;
    @Autowired Clock clock;

    UUID service;

    @BeforeEach
    void a_service_nobody_checked_for_long() {
        service = directory.all("Harbour House support").get(0).id();
        checked(80);
    }

    @AfterEach
    void as_it_was() {
        world.as(World.ALEX, () -> sql.sql("delete from directory.assurer where service_id = :id").param("id", service).update());
        new Everything().see(all -> all.sql("delete from directory.suggestion; delete from directory.reminder").update());
        checked(2);
        directory.refresh();
    }

    @Test
    void whoever_a_service_named_is_asked_before_the_entry_grows_old_and_not_again_at_once() {
        world.as(World.ALEX, () -> assurers.name(service, "someone@service.example", World.ALEX));
        int before = mails();

        assertThat(assurers.ask(DemoTown.HARBOUR_HOUSE)).isEqualTo(1);
        assertThat(assurers.ask(DemoTown.HARBOUR_HOUSE)).as("asked just now").isZero();
        assertThat(mails()).isEqualTo(before + 1);

        checked(10);
        world.as(World.ALEX, () -> assurers.name(service, "other@service.example", World.ALEX));
        assertThat(assurers.ask(DemoTown.HARBOUR_HOUSE)).as("control: an entry that is fresh").isZero();
    }

    @Test
    void where_nobody_answers_three_mails_nobody_is_written_to_again_until_the_address_is_saved_anew() throws Exception {
        world.as(World.ALEX, () -> assurers.name(service, "someone@service.example", World.ALEX));
        for (int mail = 1; mail <= 3; mail++) {
            assertThat(assurers.ask(DemoTown.HARBOUR_HOUSE)).as("control: mail %d", mail).isEqualTo(1);
            monthsPass();
        }

        assertThat(assurers.ask(DemoTown.HARBOUR_HOUSE)).isZero();
        assertThat(desk.page(World.ALEX, get("/desk/directory/" + service)).text()).contains("we ask there no more");

        world.as(World.ALEX, () -> assurers.name(service, "someone@service.example", World.ALEX));
        assertThat(assurers.ask(DemoTown.HARBOUR_HOUSE)).isEqualTo(1);
    }

    @Test
    void editors_are_told_once_a_month_of_what_has_grown_old() {
        checked(100);
        int before = notices();

        assertThat(reminders.remind(DemoTown.HARBOUR_HOUSE)).isPositive();
        assertThat(notices()).isGreaterThan(before);
        assertThat(reminders.remind(DemoTown.HARBOUR_HOUSE)).as("told just now").isZero();
        job(() -> sql.sql("update directory.reminder set sent_at = sent_at - interval '31 days'").update());
        assertThat(reminders.remind(DemoTown.HARBOUR_HOUSE)).isPositive();
    }

    @Test
    void while_all_is_fresh_no_editor_is_told() {
        Everything town = new Everything();
        town.see(all -> all.sql("create temporary table checked_before as select id, assured_on from directory.service; update directory.service set assured_on = current_date + 3650 where published").update());
        try {
            assertThat(reminders.remind(DemoTown.HARBOUR_HOUSE)).isZero();
            checked(100);
            assertThat(reminders.remind(DemoTown.HARBOUR_HOUSE)).as("control: one of them old").isPositive();
        } finally {
            town.see(all -> all.sql("update directory.service s set assured_on = b.assured_on from checked_before b where b.id = s.id; drop table checked_before").update());
        }
    }

    @Test
    void an_answer_begins_the_count_anew() throws Exception {
        String token = asked();
        job(() -> sql.sql("update directory.assurer set unanswered = 2 where service_id = :id").param("id", service).update());
        send(post("/assure/" + token + "/confirmation").with(World.sameSite()).param("seen", page(get("/assure/" + token)).select("input[name=seen]").val()));

        checked(90);
        monthsPass();
        assertThat(assurers.ask(DemoTown.HARBOUR_HOUSE)).isEqualTo(1);
        monthsPass();
        assertThat(assurers.ask(DemoTown.HARBOUR_HOUSE)).isEqualTo(1);
    }

    @Test
    void opening_the_link_does_nothing_and_the_button_says_that_it_was_checked_today() throws Exception {
        String token = asked();

        Document page = page(get("/assure/" + token));
        assertThat(page.text()).contains("Harbour House support", "All of it is right", "01632 960001");
        assertThat(checkedOn()).as("programs that check mail open links too").isNotEqualTo(Times.day(clock.instant()));

        send(post("/assure/" + token + "/confirmation").with(World.sameSite()).param("seen", page.select("input[name=seen]").val()));

        assertThat(checkedOn()).isEqualTo(Times.day(clock.instant()));
        assertThat(page(get("/assure/" + token).param("said", "done")).text()).contains("checked today");
        Edition newest = world.as(World.ALEX, () -> entries.open(service, World.ALEX)).editions().get(0);
        assertThat(newest.how()).isEqualTo(Edition.How.CONFIRMED);
        assertThat(desk.page(World.ALEX, get("/desk/directory/" + service)).text()).contains("Confirmed as right by the service itself");
        world.as(World.ALEX, () -> assertThat(entries.open(service, World.ALEX).kept().ownFields()).contains("NAME"));
    }

    @Test
    void whoever_looked_at_what_was_changed_since_is_shown_it_again() throws Exception {
        String token = asked();
        String seen = page(get("/assure/" + token)).select("input[name=seen]").val();
        world.as(World.ALEX, () -> sql.sql("update directory.service set notice = 'Moved' where id = :id").param("id", service).update());

        MockHttpServletResponse answer = send(post("/assure/" + token + "/confirmation").with(World.sameSite()).param("seen", seen));

        assertThat(answer.getRedirectedUrl()).endsWith("said=changed");
        assertThat(checkedOn()).isNotEqualTo(Times.day(clock.instant()));
        world.as(World.ALEX, () -> sql.sql("update directory.service set notice = null where id = :id").param("id", service).update());
    }

    @Test
    void the_link_opens_one_service_and_lets_nobody_change_anything_but_that_it_is_right() throws Exception {
        String token = asked();
        Actor holder = new Actor.Holder(Messages.fingerprint(seal, token));
        UUID other = directory.all("Lantern outreach").get(0).id();

        assertThat(changed(holder, "update directory.service set assured_on = current_date where id = '" + service + "'")).isEqualTo(1);
        assertThat(changed(holder, "update directory.service set assured_on = current_date where id = '" + other + "'")).as("another service").isZero();
        assertThatThrownBy(() -> changed(holder, "update directory.service set name = 'Mine now' where id = '" + service + "'")).rootCause().hasMessageContaining("changes nothing else");
        assertThat(changed(holder, "update directory.way_in set value = '0' where service_id = '" + service + "'")).isZero();
        assertThat(changed(new Actor.Holder("of nothing"), "update directory.service set assured_on = current_date where id = '" + service + "'")).as("control: another token").isZero();
        assertThat(page(get("/assure/" + Secrets.random())).text()).isEqualTo(page(get("/assure/nothing")).text());
    }

    @Test
    void whoever_is_not_the_one_to_ask_is_not_written_to_again() throws Exception {
        String token = asked();

        send(post("/assure/" + token + "/removal").with(World.sameSite()));

        world.as(World.ALEX, () -> assertThat(assurers.of(service)).isEmpty());
        assertThat(page(get("/assure/" + token).param("said", "left")).text()).contains("will not hear from us");
    }

    @Test
    void anybody_may_say_what_is_wrong_and_only_those_who_keep_the_entry_read_it() throws Exception {
        MockHttpServletResponse said = send(post("/services/" + service + "/wrong").with(World.sameSite()).param("about", "NUMBER").param("words", "It rings out <script>"));
        assertThat(said.getRedirectedUrl()).endsWith("/wrong/thanks");
        assertThat(said.getCookies()).as("no trace in the browser").isEmpty();

        assertThat(page(get("/services/" + service)).text()).doesNotContain("rings out");
        Document entry = desk.page(World.ALEX, get("/desk/directory/" + service));
        assertThat(entry.text()).contains("The number or address does not work", "It rings out <script>");
        assertThat(desk.page(World.ALEX, get("/desk/directory?shown=SAID")).text()).contains("Harbour House support", "Something is wrong: 1");
        world.as(World.NIA, () -> assertThat(suggestions.about(service)).as("another organisation").isEmpty());
        world.as(World.MINA, () -> assertThat(suggestions.about(service)).as("who does not keep the directory").isEmpty());

        desk.done(World.ALEX, post(entry.select("form[action*=/suggestions/]").attr("action")).param("used", "yes"));
        assertThat(desk.page(World.ALEX, get("/desk/directory?shown=SAID")).text()).doesNotContain("Harbour House support Harbour House");
        world.as(World.ALEX, () -> assertThat(suggestions.about(service).get(0).used()).isTrue());
    }

    @Test
    void what_could_not_be_taken_is_shown_once_more_with_the_reason_and_forgotten_in_the_browser() throws Exception {
        MockHttpServletResponse refused = send(post("/services/" + service + "/wrong").with(World.sameSite()).param("about", "OTHER").param("words", " "));
        assertThat(refused.getRedirectedUrl()).endsWith("/wrong");

        MockHttpServletResponse again = send(get("/services/" + service + "/wrong").cookie(refused.getCookie("w")));

        assertThat(again.getContentAsString()).contains("Say what is wrong.");
        assertThat(again.getCookie("w").getMaxAge()).isZero();
        assertThat(suggestionsKept()).isZero();
    }

    @Test
    void what_is_said_about_a_line_that_comes_with_the_software_is_not_lost() throws Exception {
        UUID line = directory.all("ManKind Initiative").stream().filter(one -> one.changedAt() == null).findFirst().orElseThrow().id();

        send(post("/services/" + line + "/wrong").with(World.sameSite()).param("about", "HOURS"));

        Document list = desk.page(World.ALEX, get("/desk/directory"));
        assertThat(list.text()).contains("Said about lines that come with the software", "ManKind Initiative", "The hours are not right");
        desk.done(World.ALEX, post(list.select("form[action*=/suggestions/]").attr("action")).param("used", "no"));
        assertThat(desk.page(World.ALEX, get("/desk/directory")).text()).doesNotContain("Said about lines");
    }

    @Test
    void what_was_said_long_ago_is_forgotten() {
        Listing listing = directory.service(service).orElseThrow();
        world.as(World.anyone(), () -> suggestions.say(listing, Suggestion.About.HOURS, "words"));
        job(() -> assertThat(suggestions.forget()).as("control: said today").isZero());

        new Everything().see(all -> all.sql("update directory.suggestion set said_at = said_at - interval '91 days'").update());
        job(() -> assertThat(suggestions.forget()).isEqualTo(1));
    }

    @Test
    void this_house_knocks_at_no_door_of_its_own_network() throws Exception {
        try (Fetch usual = new Fetch(Fetch.Rules.usual(false)); Fetch careless = new Fetch(Fetch.Rules.usual(true))) {
            for (String inside : List.of("https://localhost/", "https://127.0.0.1/", "https://10.1.2.3/", "https://192.168.0.1/", "https://169.254.169.254/latest", "https://[::1]/", "https://[fd00::1]/", "https://100.64.1.1/", "https://0.0.0.0/", "https://[::ffff:10.0.0.1]/")) assertThat(Links.answer(usual, inside)).as(inside).isEqualTo("Not an address of the open internet");
            assertThat(Links.answer(careless, "https://127.0.0.1:1/")).as("control: somebody who may").isEqualTo("Nobody answers");
        }
    }

    private void monthsPass() {
        job(() -> sql.sql("update directory.assurer set asked_at = asked_at - interval '60 days' where service_id = :id").param("id", service).update());
    }

    private String asked() {
        world.as(World.ALEX, () -> assurers.name(service, "someone@service.example", World.ALEX));
        String token = Secrets.random();
        job(() -> sql.sql("update directory.assurer set token_fingerprint = :token, asked_at = now() where service_id = :id").param("token", Messages.fingerprint(seal, token)).param("id", service).update());
        directory.lookAgain();
        return token;
    }

    private int changed(Actor actor, String statement) {
        return world.as(actor, () -> sql.sql(statement).update());
    }

    private void checked(int daysAgo) {
        world.as(World.ALEX, () -> sql.sql("update directory.service set assured_on = :on where id = :id").param("on", Times.day(clock.instant()).minusDays(daysAgo)).param("id", service).update());
        directory.lookAgain();
    }

    private LocalDate checkedOn() {
        return world.as(World.anyone(), () -> sql.sql("select assured_on from directory.service where id = :id").param("id", service).query(LocalDate.class).single());
    }

    private int mails() {
        return new Everything().see(all -> all.sql("select count(*)::int from messages.outbox where kind = 'CONFIRMATION'").query(Integer.class).single());
    }

    private int notices() {
        return new Everything().see(all -> all.sql("select count(*)::int from messages.outbox where kind = 'NOTICE'").query(Integer.class).single());
    }

    private int suggestionsKept() {
        return new Everything().see(all -> all.sql("select count(*)::int from directory.suggestion").query(Integer.class).single());
    }

    private void job(Runnable work) {
        world.as(new Actor.Job(DemoTown.HARBOUR_HOUSE, Assurers.JOB), work);
    }

    private Document page(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return Jsoup.parse(send(request).getContentAsString());
    }

    private MockHttpServletResponse send(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return mvc.perform(request).andReturn().getResponse();
    }
}
