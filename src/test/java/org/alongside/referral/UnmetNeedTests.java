package org.alongside.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.alongside.AlongsideTest;
import org.alongside.TestDatabase;
import org.alongside.World;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.access.DemoTown;
import org.alongside.people.CountedAs;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** There is no place: told as is safe, pointed elsewhere, counted without the person. */
@AlongsideTest
class UnmetNeedTests {
    private static final LocalDate NOVEMBER = LocalDate.of(2026, 11, 1);
    private static final Map<Question, String> BY_MAIL = Map.of(Question.CHANNELS, "EMAIL", Question.SAFE_WHEN, "ANY_TIME", Question.EMAIL, "them@example.org", Question.GENDER, "MAN");

    @Autowired MockMvc mvc;
    @Autowired World world;
    @Autowired JdbcClient sql;
    @Autowired Drafts drafts;
    @Autowired Referrals referrals;
    @Autowired UnmetNeed unmet;

    @Test
    void no_place_declines_points_elsewhere_and_counts_the_need_without_the_person() throws Exception {
        ReferralId id = sent(Asking.MY_BEHAVIOUR, Map.of(Question.GENDER, "WOMAN"));
        int before = counted(UnmetReason.NOT_IN_THEIR_LANGUAGE, CountedAs.WOMAN);
        String path = "/desk/referrals/" + id.id();
        assertThat(open(path + "/no-place", World.KIT).text()).contains("Respect Phoneline", "0808 8024 040");

        mvc.perform(post(path + "/no-place").param("why", "NOT_IN_THEIR_LANGUAGE").param("signpost", "Marker line").param("toldBy", "THEY_RING").param("heldBy", "NOBODY_AT_RISK").with(world.signedIn(World.KIT))).andExpect(redirectedUrl(path));

        assertThat(open(path, World.KIT).text()).contains("Declined", "Nothing in their language", "They ring us with their number", "Marker line");
        assertThat(counted(UnmetReason.NOT_IN_THEIR_LANGUAGE, CountedAs.WOMAN)).isEqualTo(before + 1);
        List<String> columns = sql.sql("select attname::text from pg_attribute where attrelid = 'referral.unmet_need'::regclass and attnum > 0").query(String.class).list();
        assertThat(columns).containsExactlyInAnyOrder("organisation_id", "side", "month", "reason", "counted_as", "people");
    }

    @Test
    void what_was_a_mistake_is_taken_back_from_the_numbers_once() {
        ReferralId id = sent(Asking.MY_BEHAVIOUR, Map.of());
        int before = counted(UnmetReason.OTHER, CountedAs.NOT_SAID);
        noPlace(id, NoPlace.ToldBy.THEY_RING);
        Acting.as(World.KIT, () -> referrals.reopen(id, World.KIT));
        assertThat(counted(UnmetReason.OTHER, CountedAs.NOT_SAID)).isEqualTo(before);

        Acting.as(World.KIT, () -> referrals.decline(id, DeclineReason.OTHER, "x", RiskHolder.NOBODY_AT_RISK, World.KIT));
        Acting.as(World.KIT, () -> referrals.reopen(id, World.KIT));
        assertThat(counted(UnmetReason.OTHER, CountedAs.NOT_SAID)).as("a plain refusal counts nothing and takes nothing back").isEqualTo(before);
    }

    // Safety: the gate is asked; with its yes a neutral mail leaves, without it nothing does and nothing is decided.
    @Test
    void a_mail_that_there_is_no_place_leaves_only_while_the_gate_says_yes() throws Exception {
        ReferralId safe = sent(Asking.MY_BEHAVIOUR, BY_MAIL), unsafe = sent(Asking.FOR_THEIR_BEHAVIOUR, BY_MAIL), notScreened = sent(Asking.MY_BEHAVIOUR, BY_MAIL);
        UUID one = Acting.as(World.KIT, () -> referrals.screen(safe, World.KIT)).id(), other = Acting.as(World.KIT, () -> referrals.screen(unsafe, World.KIT)).id();

        noPlace(safe, NoPlace.ToldBy.EMAIL);
        assertThatThrownBy(() -> noPlace(unsafe, NoPlace.ToldBy.EMAIL)).isInstanceOf(RuleBroken.class);
        assertThatThrownBy(() -> noPlace(notScreened, NoPlace.ToldBy.EMAIL)).isInstanceOf(RuleBroken.class).hasMessageContaining("Start screening first");

        assertThat(mails(one)).as("says nothing").containsExactly("About your message");
        assertThat(mails(other)).isEmpty();
        assertThat(statusOf(unsafe)).isEqualTo("SCREENING");
        Document again = Jsoup.parse(mvc.perform(post("/desk/referrals/" + unsafe.id() + "/no-place").param("why", "NO_PLACE").param("signpost", "Kept words").param("toldBy", "EMAIL").param("heldBy", "REFERRER").with(world.signedIn(World.KIT))).andReturn().getResponse().getContentAsString());
        assertThat(again.selectFirst("#toldBy-error")).isNotNull();
        assertThat(again.selectFirst("#signpost").text()).isEqualTo("Kept words");
    }

    @Test
    void nobody_says_they_will_ring_somebody_whom_nobody_may_ring() {
        ReferralId closed = sent(Asking.FOR_THEIR_BEHAVIOUR, Map.of(Question.CHANNELS, "PHONE", Question.SAFE_WHEN, "ANY_TIME", Question.PHONE, "07700 900123", Question.CONTACT_DANGER, "YES"));
        Acting.as(World.KIT, () -> { referrals.screen(closed, World.KIT); });

        assertThatThrownBy(() -> noPlace(closed, NoPlace.ToldBy.CALL)).isInstanceOf(RuleBroken.class);
        noPlace(closed, NoPlace.ToldBy.REFERRER);
        assertThat(statusOf(closed)).isEqualTo("DECLINED");
    }

    @Test
    void each_field_that_is_missing_is_named() throws Exception {
        ReferralId id = sent(Asking.MY_BEHAVIOUR, Map.of());
        Document again = Jsoup.parse(mvc.perform(post("/desk/referrals/" + id.id() + "/no-place").with(world.signedIn(World.KIT))).andExpect(status().isOk()).andReturn().getResponse().getContentAsString());

        assertThat(again.select(".govuk-error-summary a").eachText()).containsExactly("Choose why there is no place", "Say where else they can turn", "Choose how they learn of it", "Choose who goes on holding the risk");
        assertThat(statusOf(id)).isEqualTo("RECEIVED");
    }

    @Test
    void managers_of_a_side_see_their_own_numbers_and_no_small_one() throws Exception {
        ReferralId id = sent(Asking.MY_BEHAVIOUR, Map.of(Question.GENDER, "MAN"));
        Acting.as(World.KIT, () -> referrals.noPlace(id, new NoPlace(UnmetReason.NOT_IN_THEIR_AREA, "x", NoPlace.ToldBy.THEY_RING, RiskHolder.NOBODY_AT_RISK), World.KIT));

        Document kits = open("/desk/unmet-need", World.KIT);
        assertThat(kits.select("h2").eachText()).containsExactly("By month", "By gender, all twelve months");
        assertThat(kits.select("tbody").first().select("tr")).hasSize(12);
        assertThat(kits.select("td").eachText()).allMatch(number -> number.matches("none|fewer than 5|not shown|[1-9]\\d+|[5-9]"));
        assertThat(kits.text()).contains("fewer than 5");
        for (Actor.Worker other : List.of(World.ROBIN, World.TOM, World.ALEX, World.ASH)) mvc.perform(get("/desk/unmet-need").with(world.signedIn(other))).andExpect(status().isNotFound());
        assertThatThrownBy(() -> world.as(World.TOM, () -> unmet.since(NOVEMBER, World.TOM))).isInstanceOf(NotFound.class);
        assertThat(world.as(World.SAL, () -> unmet.since(NOVEMBER, World.SAL)).stream().filter(count -> count.reason() == UnmetReason.NOT_IN_THEIR_AREA && count.countedAs() == CountedAs.MAN).toList()).as("behind the wall").isEmpty();
    }

    @Test
    void whoever_holds_the_number_is_pointed_to_the_helplines() throws Exception {
        Actor.Holder holder = new Actor.Holder(TestDatabase.SEAL.fingerprint("referral.draft", UUID.randomUUID().toString()));
        ReferralId id = Acting.as(holder, () -> draft(holder, Asking.MY_BEHAVIOUR, Map.of()));
        Code code = Acting.as(holder, () -> referrals.receive(id));
        noPlace(id, NoPlace.ToldBy.THEY_RING);

        Document page = new Visitor(mvc).send("/refer/status", "number", code.written());
        assertThat(page.text()).contains("Not with this service");
        assertThat(page.select("main .notice a[href=/helplines]")).hasSize(1);
    }

    private void noPlace(ReferralId id, NoPlace.ToldBy by) {
        Acting.as(World.KIT, () -> referrals.noPlace(id, new NoPlace(UnmetReason.OTHER, "x", by, RiskHolder.NOBODY_AT_RISK), World.KIT));
    }

    private int counted(UnmetReason reason, CountedAs countedAs) {
        return world.as(World.KIT, () -> unmet.since(NOVEMBER, World.KIT)).stream().filter(count -> count.reason() == reason && count.countedAs() == countedAs && count.month().equals(NOVEMBER)).mapToInt(UnmetNeed.Count::people).sum();
    }

    private List<String> mails(UUID person) {
        return world.as(World.KIT, () -> sql.sql("select subject from messages.outbox where person_id = :id").param("id", person).query(String.class).list());
    }

    private String statusOf(ReferralId id) {
        return world.as(World.KIT, () -> sql.sql("select status from referral.referral where id = :id").param("id", id.id()).query(String.class).single());
    }

    private ReferralId sent(Asking asking, Map<Question, String> given) {
        Actor.Holder holder = new Actor.Holder(TestDatabase.SEAL.fingerprint("referral.draft", UUID.randomUUID().toString()));
        return Acting.as(holder, () -> {
            ReferralId id = draft(holder, asking, given);
            referrals.receive(id);
            return id;
        });
    }

    private ReferralId draft(Actor.Holder holder, Asking asking, Map<Question, String> given) {
        Map<Question, String> all = new EnumMap<>(Question.class);
        all.put(Question.CHANNELS, "NONE");
        all.put(Question.RECEIVER, DemoTown.HARBOUR_HOUSE.id().toString());
        all.putAll(given);
        ReferralId id = drafts.begin(asking, holder).id();
        drafts.answer(draft -> all);
        return id;
    }

    private Document open(String path, Actor.Worker me) throws Exception {
        return Jsoup.parse(mvc.perform(get(path).with(world.signedIn(me))).andExpect(status().isOk()).andReturn().getResponse().getContentAsString());
    }
}
