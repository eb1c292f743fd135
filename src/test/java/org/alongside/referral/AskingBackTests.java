package org.alongside.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.alongside.AlongsideTest;
import org.alongside.TestClock;
import org.alongside.TestDatabase;
import org.alongside.World;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.access.DemoTown;
import org.alongside.people.Channel;
import org.alongside.people.People;
import org.alongside.people.PersonId;
import org.alongside.people.Safe;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A professional's referral about how somebody behaves: what is known, what is asked back, and what is decided all the same. */
@AlongsideTest
class AskingBackTests {
    @Autowired MockMvc mvc;
    @Autowired World world;
    @Autowired JdbcClient sql;
    @Autowired Drafts drafts;
    @Autowired Referrals referrals;
    @Autowired AskingBack asking;
    @Autowired FirstContactClock firstContactClock;
    @Autowired People people;
    @Autowired TestClock clock;

    @AfterEach
    void clockBack() {
        clock.back();
    }

    @Test
    void a_police_officer_may_skip_everything_and_is_told_before_sending_what_a_worker_will_miss() throws Exception {
        Visitor officer = new Visitor(mvc).begin(Asking.FOR_THEIR_BEHAVIOUR);
        List<String> asked = new ArrayList<>();
        for (int steps = 0; !officer.at.equals("/refer/check") && steps < 30; steps++) {
            asked.add(officer.at);
            switch (officer.at) {
                case "/refer/how" -> officer.send(officer.at, "channels", "ASK_FIRST");
                case "/refer/when", "/refer/reach" -> officer.send(officer.at);
                case "/refer/family" -> officer.send(officer.at, "children", "YES");
                case "/refer/where" -> officer.send(officer.at, "receiver", DemoTown.HARBOUR_HOUSE.id().toString());
                default -> officer.send(officer.at, "skip", "yes");
            }
        }

        assertThat(asked).contains("/refer/others", "/refer/terms");
        assertThat(officer.page.select(".notice li").eachText()).hasSize(GateRule.values().length - 1).contains("Whether contact could put anybody in danger", "Whether they are willing to talk to us").doesNotContain("Whether there are children");
        assertThat(officer.send("/refer/check").text()).contains("Until you hear that we have taken it on, go on with what you do to keep everybody safe");
    }

    @Test
    void the_questions_about_partners_warn_against_asking_the_person_and_are_put_to_nobody_else() throws Exception {
        Visitor officer = new Visitor(mvc).begin(Asking.FOR_THEIR_BEHAVIOUR);
        officer.send("/refer/how", "channels", "NONE");
        assertThat(officer.see("/refer/others").text()).contains("Do not ask the person you refer for this page", "We never tell them");
        assertThat(officer.see("/refer/story").text()).contains("Name of the person it affects most", "We do not tell the person you refer").doesNotContain("We never contact them about you");
        for (Asking other : List.of(Asking.MY_BEHAVIOUR, Asking.FOR_SOMEONE)) {
            Visitor them = new Visitor(mvc).begin(other);
            them.send("/refer/how", "channels", "NONE");
            them.see("/refer/others");
            assertThat(them.at).as(other.name()).isEqualTo("/refer/now");
        }
    }

    @Test
    void in_danger_now_nobody_is_told_to_stay_with_the_person_they_refer_and_whoever_may_hurt_somebody_is_told_to_leave() throws Exception {
        for (Map.Entry<Asking, String> said : Map.of(Asking.FOR_THEIR_BEHAVIOUR, "Call for whoever is in danger", Asking.MY_BEHAVIOUR, "If you may hurt somebody, leave now", Asking.FOR_SOMEONE, "Stay with them if it is safe").entrySet()) {
            Visitor them = new Visitor(mvc).begin(said.getKey());
            them.send("/refer/how", "channels", "NONE");
            if (them.at.equals("/refer/when")) them.send(them.at);
            assertThat(them.send("/refer/now", "safe-now", "NO").text()).as(said.getKey().name()).contains(said.getValue());
        }
    }

    @Test
    void the_page_shows_what_is_so_what_is_not_and_what_is_not_known_and_the_inbox_how_much_is_missing() throws Exception {
        ReferralId id = referred(Map.of(Question.WORDS, "He broke her phone.", Question.HOW_KNOWN, "PARTNER_SAID", Question.WILLING, "NO", Question.GIVEN_NAME, "Gatemarker"));

        Document page = open(id, World.KIT);
        assertThat(row(page, "What happened is told")).endsWith("Yes");
        assertThat(row(page, "They are willing to talk about how they behave")).endsWith("No");
        assertThat(row(page, "Contact with them puts nobody in danger")).endsWith("Open");
        assertThat(page.text()).contains("Never use it with the person", "Not willing is not the end", "Nothing is added up");
        assertThat(card(id)).contains("7 things are open");
        // Control: a referral for somebody who is hurt has no such gate.
        assertThat(open(sent(Asking.FOR_SOMEONE, Map.of()), World.TOM).select("#before")).isEmpty();
    }

    @Test
    void the_referrer_is_asked_in_neutral_words_and_the_first_contact_clock_runs_on() throws Exception {
        ReferralId id = referred(Map.of(Question.SAFE_NOW, "NO", Question.REFERRER_EMAIL, "officer@example.org"));
        mvc.perform(form(id, "/questions", World.KIT).param("rules", "THEY_ARE_WILLING", "CONTACT_PUTS_NOBODY_IN_DANGER").param("way", "EMAIL")).andExpect(redirectedUrl("/desk/referrals/" + id.id()));

        assertThat(open(id, World.KIT).text()).contains("Waiting for the referrer", "They are willing to talk");
        assertThat(card(id)).contains("Waiting for the referrer");
        UUID address = world.as(World.KIT, () -> sql.sql("select referrer_address_id from referral.referral where id = :id").param("id", id.id()).query(UUID.class).single());
        String mail = world.as(World.KIT, () -> sql.sql("select subject from messages.outbox where own_address_id = :id and kind = 'OWN_ADDRESS' order by asked_at desc, subject limit 1").param("id", address).query(String.class).single());
        assertThat(mail).as("says nothing about whom or why").isIn("We have a question for you", "We have received your message");
        assertThat(world.as(World.KIT, () -> sql.sql("select count(*) from messages.outbox where own_address_id = :id and kind = 'OWN_ADDRESS'").param("id", address).query(Integer.class).single())).isEqualTo(2);

        clock.pass(Duration.ofHours(2));
        Acting.as(new Actor.Job(DemoTown.HARBOUR_HOUSE, FirstContactClock.DUTY), () -> firstContactClock.ranOut(DemoTown.HARBOUR_HOUSE, id.id()));
        assertThat(world.as(World.KIT, () -> sql.sql("select count(*) from referral.told where referral_id = :id").param("id", id.id()).query(Integer.class).single())).isPositive();
    }

    @Test
    void while_nobody_answers_somebody_is_reminded_every_day_and_it_does_not_lapse() throws Exception {
        ReferralId id = referred(Map.of());
        ask(id, World.ROBIN);
        UUID asked = askedId(id);

        assertThat(remind(asked)).as("not due yet").contains(dueAt(asked));
        clock.pass(Duration.ofHours(24));
        int before = notices();
        Instant next = remind(asked).orElseThrow();
        assertThat(notices() - before).as("nobody screens it yet, so duty and managers know").isPositive();
        assertThat(remind(asked)).as("run twice, told once").contains(next);
        for (int day = 2; day < 6; day++) {
            clock.pass(Duration.ofDays(1));
            assertThat(remind(asked)).isPresent();
        }
        assertThat(open(id, World.KIT).text()).contains("No answer yet", "Reminded: 5 times");
        assertThat(card(id)).contains("No answer from the referrer yet");

        heard(id, Map.of(GateRule.THEY_ARE_WILLING, GateRule.Found.HOLDS), World.KIT);
        clock.pass(Duration.ofDays(1));
        assertThat(remind(asked)).as("answered").isEmpty();
    }

    // Safety: whoever asked may be away.
    @Test
    void whoever_screens_is_reminded_first_and_from_the_second_time_on_others_know_too() {
        ReferralId id = referred(Map.of());
        Acting.as(World.ROBIN, () -> { referrals.screen(id, World.ROBIN); });
        ask(id, World.ROBIN);
        UUID asked = askedId(id);
        clock.pass(Duration.ofHours(24));
        int robins = noticesTo(World.ROBIN), kits = noticesTo(World.KIT);

        remind(asked);
        assertThat(noticesTo(World.ROBIN)).isEqualTo(robins + 1);
        assertThat(noticesTo(World.KIT)).isEqualTo(kits);
        clock.pass(Duration.ofDays(1));
        remind(asked);
        assertThat(noticesTo(World.ROBIN)).isEqualTo(robins + 2);
        assertThat(noticesTo(World.KIT)).isEqualTo(kits + 1);
    }

    @Test
    void a_referral_that_is_taken_up_again_waits_for_its_answer_again() {
        ReferralId id = referred(Map.of());
        ask(id, World.KIT);
        UUID asked = askedId(id);
        Acting.as(World.KIT, () -> referrals.decline(id, DeclineReason.COULD_NOT_REACH, "", RiskHolder.REFERRER, World.KIT));
        clock.pass(Duration.ofDays(2));
        assertThat(remind(asked)).as("decided").isEmpty();

        Acting.as(World.KIT, () -> referrals.reopen(id, World.KIT));

        assertThat(remind(asked)).isPresent();
    }

    @Test
    void what_the_referrer_said_stands_beside_what_they_wrote_and_changes_none_of_it() throws Exception {
        ReferralId id = referred(Map.of(Question.WILLING, "NO"));
        ask(id, World.KIT);
        mvc.perform(form(id, "/answers", World.KIT).param("THEY_ARE_WILLING", "HOLDS").param("CHILDREN_ARE_KNOWN", "HOLDS").param("words", "Marker: he asked for it himself on Monday")).andExpect(status().is3xxRedirection());

        Document page = open(id, World.KIT);
        assertThat(page.text()).contains("The referrer answered", "Marker: he asked for it himself");
        assertThat(row(page, "They are willing to talk about how they behave")).endsWith("Yes");
        assertThat(world.as(World.KIT, () -> referrals.answers(id)).of(Question.WILLING)).isEqualTo("NO");
        assertThat(world.as(World.KIT, () -> sql.sql("select words from referral.asked_back where referral_id = :id").param("id", id.id()).query(byte[].class).single())).as("sealed").asString(StandardCharsets.ISO_8859_1).doesNotContain("Marker");
    }

    @Test
    void nothing_learned_is_no_answer_and_what_was_typed_stays() throws Exception {
        ReferralId id = referred(Map.of());
        ask(id, World.KIT);

        Document again = Jsoup.parse(mvc.perform(form(id, "/answers", World.KIT).param("words", "Kept words")).andExpect(status().isOk()).andReturn().getResponse().getContentAsString());
        assertThat(again.selectFirst("#words-error").text()).contains("Choose what you know now");
        assertThat(again.selectFirst("#words").text()).isEqualTo("Kept words");
        assertThat(world.as(World.KIT, () -> asking.of(List.of(id.id()))).get(id.id())).singleElement().satisfies(one -> assertThat(one.isOpen()).isTrue());
        Document nothing = Jsoup.parse(mvc.perform(form(id, "/questions", World.KIT)).andReturn().getResponse().getContentAsString());
        assertThat(nothing.select(".govuk-error-summary a").eachText()).containsExactly("Choose what you ask for", "Choose how you ask");
    }

    @Test
    void whoever_left_no_address_is_rung_and_whoever_asked_for_themself_has_no_referrer() {
        ReferralId id = referred(Map.of());
        assertThatThrownBy(() -> Acting.as(World.KIT, () -> asking.ask(id, Set.of(GateRule.THEY_ARE_WILLING), AskedBack.Way.EMAIL, World.KIT))).isInstanceOf(RuleBroken.class).hasMessageContaining("Ring them");
        ReferralId own = sent(Asking.MY_BEHAVIOUR, Map.of());
        assertThatThrownBy(() -> Acting.as(World.KIT, () -> asking.ask(own, Set.of(GateRule.PARTNERS_ARE_KNOWN), AskedBack.Way.CALL, World.KIT))).isInstanceOf(RuleBroken.class);
        heard(own, Map.of(GateRule.PARTNERS_ARE_KNOWN, GateRule.Found.HOLDS), World.KIT);
    }

    // Safety: a danger that is learned on the telephone closes the ways of contact as one that was written does, before and after screening.
    @Test
    void a_danger_learned_later_closes_the_ways_of_contact() {
        Map<Question, String> given = Map.of(Question.CHANNELS, "PHONE", Question.SAFE_WHEN, "ANY_TIME", Question.PHONE, "07700 900123");
        ReferralId before = referred(given), after = referred(given), control = referred(given);
        heard(before, Map.of(GateRule.CONTACT_PUTS_NOBODY_IN_DANGER, GateRule.Found.DOES_NOT_HOLD), World.KIT);
        PersonId one = screened(before), two = screened(after), three = screened(control);
        heard(after, Map.of(GateRule.CONTACT_PUTS_NOBODY_IN_DANGER, GateRule.Found.DOES_NOT_HOLD), World.KIT);

        assertThat(safe(one)).isEqualTo(Safe.NO);
        assertThat(safe(two)).isEqualTo(Safe.NO);
        assertThat(safe(three)).as("control").isEqualTo(Safe.UNKNOWN);
    }

    @Test
    void a_referral_on_which_not_all_is_known_is_accepted_with_a_reason() throws Exception {
        ReferralId id = referred(Map.of(Question.WORDS, "x"));
        screened(id);
        assertThat(open(id, World.KIT).select("a[href$=/acceptance]")).hasSize(1);

        Document again = Jsoup.parse(mvc.perform(form(id, "/acceptance", World.KIT)).andExpect(status().isOk()).andReturn().getResponse().getContentAsString());
        assertThat(again.selectFirst("#why-error").text()).contains("Say why you accept it");
        assertThat(again.text()).contains("Open: They are willing");
        assertThatThrownBy(() -> Acting.as(World.KIT, () -> referrals.accept(id, " ", World.KIT))).isInstanceOf(RuleBroken.class);
        mvc.perform(form(id, "/acceptance", World.KIT).param("why", "He rang us himself an hour later.")).andExpect(status().is3xxRedirection());
        assertThat(open(id, World.KIT).text()).contains("Accepted", "He rang us himself an hour later.");
    }

    @Test
    void not_being_willing_is_declined_only_with_what_is_done_instead_and_who_holds_the_risk() throws Exception {
        ReferralId id = referred(Map.of(Question.WILLING, "NO"));
        Document again = Jsoup.parse(mvc.perform(form(id, "/refusal", World.KIT).param("reason", "THEY_SAID_NO")).andReturn().getResponse().getContentAsString());
        assertThat(again.select(".govuk-error-summary a").eachText()).containsExactly("Choose who goes on holding the risk", "Say what is done instead");
        assertThat(Jsoup.parse(mvc.perform(form(id, "/withdrawal", World.KIT).param("why", "x")).andReturn().getResponse().getContentAsString()).select(".govuk-error-summary a").eachText()).containsExactly("Choose who goes on holding the risk");

        mvc.perform(form(id, "/refusal", World.KIT).param("reason", "THEY_SAID_NO").param("heldBy", "REFERRER").param("signpost", "The officer visits on Fridays.")).andExpect(status().is3xxRedirection());

        assertThat(open(id, World.KIT).text()).contains("Who goes on holding the risk: Whoever referred them", "The officer visits on Fridays.");
    }

    @Test
    void what_is_asked_back_is_open_to_its_organisation_and_side_alone_and_goes_with_the_referral() throws Exception {
        ReferralId id = referred(Map.of());
        ask(id, World.KIT);
        for (Actor.Worker stranger : List.of(World.TOM, World.SAL, World.ASH, World.NIA, World.ALEX)) {
            assertThat(world.as(stranger, () -> sql.sql("select count(*) from referral.asked_back where referral_id = :id").param("id", id.id()).query(Integer.class).single())).isZero();
            assertThatThrownBy(() -> ask(id, stranger)).isInstanceOf(NotFound.class);
            for (String path : List.of("/questions", "/answers")) {
                mvc.perform(form(id, path, stranger).param("rules", "THEY_ARE_WILLING").param("way", "CALL").param("THEY_ARE_WILLING", "HOLDS")).andExpect(status().isNotFound());
            }
        }
        assertThat(world.as(World.ROBIN, () -> asking.of(List.of(id.id()))).get(id.id())).as("control").hasSize(1);
    }

    private static final List<GateRule> ASKED = List.of(GateRule.THEY_ARE_WILLING, GateRule.CHILDREN_ARE_KNOWN);

    private void ask(ReferralId id, Actor.Worker me) {
        Acting.as(me, () -> asking.ask(id, Set.copyOf(ASKED), AskedBack.Way.CALL, me));
    }

    private void heard(ReferralId id, Map<GateRule, GateRule.Found> found, Actor.Worker me) {
        Acting.as(me, () -> asking.heard(id, found, "", me));
    }

    private PersonId screened(ReferralId id) {
        return Acting.as(World.KIT, () -> referrals.screen(id, World.KIT));
    }

    private Safe safe(PersonId person) {
        return world.as(World.KIT, () -> people.safeContact(person)).answer(Channel.PHONE).safe();
    }

    private Optional<Instant> remind(UUID asked) {
        return Acting.as(new Actor.Job(DemoTown.HARBOUR_HOUSE, AskingBack.JOB), () -> asking.remind(DemoTown.HARBOUR_HOUSE, asked));
    }

    private UUID askedId(ReferralId id) {
        return world.as(World.KIT, () -> sql.sql("select id from referral.asked_back where referral_id = :id").param("id", id.id()).query(UUID.class).single());
    }

    private Instant dueAt(UUID asked) {
        return world.as(World.KIT, () -> sql.sql("select due_at from referral.asked_back where id = :id").param("id", asked).query((row, number) -> row.getTimestamp(1).toInstant()).single());
    }

    private int notices() {
        return world.as(World.KIT, () -> sql.sql("select count(*) from messages.outbox where kind = 'NOTICE' and side = 'CHANGE'").query(Integer.class).single());
    }

    private int noticesTo(Actor.Worker worker) {
        return world.as(World.KIT, () -> sql.sql("select count(*) from messages.outbox where kind = 'NOTICE' and worker_id = :id").param("id", worker.worker().id()).query(Integer.class).single());
    }

    private ReferralId referred(Map<Question, String> given) {
        return sent(Asking.FOR_THEIR_BEHAVIOUR, given);
    }

    private ReferralId sent(Asking asking, Map<Question, String> given) {
        Actor.Holder holder = new Actor.Holder(TestDatabase.SEAL.fingerprint("referral.draft", UUID.randomUUID().toString()));
        Map<Question, String> all = new EnumMap<>(Question.class);
        all.put(Question.CHANNELS, asking.isProfessional() ? "ASK_FIRST" : "NONE");
        all.put(Question.RECEIVER, DemoTown.HARBOUR_HOUSE.id().toString());
        all.putAll(given);
        return Acting.as(holder, () -> {
            ReferralId id = drafts.begin(asking, holder).id();
            drafts.answer(draft -> all);
            referrals.receive(id);
            return id;
        });
    }

    private MockHttpServletRequestBuilder form(ReferralId id, String action, Actor.Worker me) {
        return post("/desk/referrals/" + id.id() + action).with(world.signedIn(me));
    }

    private Document open(ReferralId id, Actor.Worker me) throws Exception {
        return Jsoup.parse(mvc.perform(get("/desk/referrals/" + id.id()).with(world.signedIn(me))).andExpect(status().isOk()).andReturn().getResponse().getContentAsString());
    }

    /** The referral's card in the inbox, on whichever page it stands. */
    private String card(ReferralId id) throws Exception {
        for (String next = "/desk/inbox"; next != null; ) {
            Document page = Jsoup.parse(mvc.perform(get(next).with(world.signedIn(World.KIT))).andReturn().getResponse().getContentAsString());
            if (page.selectFirst("a[href$=" + id.id() + "]") != null) return page.selectFirst("section:has(a[href$=" + id.id() + "])").text();
            next = page.select("a[rel=next]").isEmpty() ? null : page.selectFirst("a[rel=next]").attr("href");
        }
        throw new AssertionError("not in the inbox");
    }

    private static String row(Document page, String key) {
        return page.select("#before .govuk-summary-list__row").stream().filter(row -> row.selectFirst("dt").text().equals(key)).findFirst().orElseThrow().text();
    }
}
