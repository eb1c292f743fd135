package org.alongside.partnersupport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.alongside.AlongsideTest;
import org.alongside.Desk;
import org.alongside.TestClock;
import org.alongside.World;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.access.DemoTown;
import org.alongside.casework.CaseId;
import org.alongside.casework.Cases;
import org.alongside.crossing.Crossing;
import org.alongside.crossing.Crossings;
import org.alongside.people.About;
import org.alongside.people.HarmRole;
import org.alongside.people.NewPerson;
import org.alongside.people.People;
import org.alongside.people.Relations;
import org.alongside.programme.Partner;
import org.alongside.programme.Partners;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Side;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@AlongsideTest
class PartnerSupportTests {
    private static final String SECRET = "MARKED-SHE-LEFT-FOR-HER-SISTER";
    @Autowired World world;
    @Autowired Desk desk;
    @Autowired Partners partners;
    @Autowired PartnerSupport support;
    @Autowired PartnerClock partnerClock;
    @Autowired Crossings crossings;
    @Autowired Cases cases;
    @Autowired People people;
    @Autowired Relations relations;
    @Autowired JdbcClient sql;
    @Autowired TestClock clock;
    CaseId participant;
    UUID pair;

    @BeforeEach
    void name_a_partner() {
        participant = participant();
        pair = name(participant, Crossing.Kind.PARTNER);
    }

    @AfterEach
    void back() {
        clock.back();
    }

    @Test
    void a_partner_named_by_the_programme_waits_for_partner_support_with_how_to_reach_them() throws Exception {
        Document list = desk.page(World.BEA, get("/desk/partners"));
        Document one = desk.page(World.BEA, get("/desk/partners/" + pair));

        assertThat(list.select("a[href$=" + pair + "]").text()).isEqualTo("Wren Aldous");
        assertThat(one.text()).contains("Wren Aldous, partner of Corin Vane", "Ring before three, Corin works then", "Nobody stands beside them yet", "Be in touch by 22 Nov 2026, 10:00");
        assertThat(sql(World.ROBIN, "select count(*) from people.person where notes is not null and id in (select person_id from programme.partner where pair_id = :pair)")).as("how to reach them is not kept on the other side").isZero();
    }

    @Test
    void only_that_contact_was_offered_comes_back_and_not_a_word_more() throws Exception {
        desk.page(World.BEA, get("/desk/partners/" + pair));
        assertThat(desk.page(World.ROBIN, get(Partners.path(participant))).text()).contains("Contact not offered yet");

        desk.done(World.BEA, post("/desk/partners/" + pair + "/contacts").param("once", UUID.randomUUID().toString()).param("outcome", "DECLINED").param("words", SECRET));

        assertThat(desk.page(World.BEA, get("/desk/partners/" + pair)).text()).as("control: this side reads it").contains(SECRET, "no support now");
        String other = desk.page(World.ROBIN, get(Partners.path(participant))).text();
        assertThat(other).contains("Contact was offered").doesNotContain(SECRET, "no support", "Bea");
        assertThat(world.as(World.KIT, () -> sql.sql("select count(*) from crossing.entry").query(Integer.class).single())).as("the programme reads no news, not even its own").isZero();
        assertThat(world.as(World.KIT, () -> sql.sql("select count(*) from partnersupport.contact").query(Integer.class).single())).isZero();
        assertThat(world.as(World.BEA, () -> sql.sql("select count(*) from programme.partner").query(Integer.class).single())).isZero();
    }

    @Test
    void nothing_can_be_told_the_other_way() {
        assertThatThrownBy(() -> world.as(World.BEA, () -> crossings.tell(new Crossing.RiskChanged(pair, Crossing.Direction.UP, SECRET), World.BEA))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> world.as(World.BEA, () -> sql.sql("insert into crossing.entry (id, pair_id, kind, code, told_at) values (gen_random_uuid(), :pair, 'STANDING', 'STARTED', now())").param("pair", pair).update()))
                .as("the database refuses it too").isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> world.as(World.ROBIN, () -> sql.sql("insert into crossing.offered (pair_id) values (:pair)").param("pair", UUID.randomUUID()).update())).as("the programme cannot say that contact was offered").isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> world.as(World.ROBIN, () -> sql.sql("insert into crossing.entry (id, pair_id, kind, code, words, told_at) values (gen_random_uuid(), :pair, 'STANDING', 'STARTED', '\\x00', now())").param("pair", pair).update()))
                .as("no other words cross than those about danger").isInstanceOf(DataAccessException.class);
    }

    @Test
    void each_kind_of_news_arrives_as_it_was_told_and_only_what_cannot_wait_starts_the_clock() {
        List<Crossing> news = List.of(new Crossing.Attendance(pair, LocalDate.of(2026, 11, 19), Crossing.Came.CAME), new Crossing.Attendance(pair, LocalDate.of(2026, 11, 19), Crossing.Came.MISSED),
                new Crossing.Standing(pair, Crossing.Where.STARTED), new Crossing.Standing(pair, Crossing.Where.LEFT), new Crossing.Standing(pair, Crossing.Where.SUSPENDED), new Crossing.Standing(pair, Crossing.Where.RETURNED),
                new Crossing.Standing(pair, Crossing.Where.COMPLETED), new Crossing.RiskChanged(pair, Crossing.Direction.UP, "Threatened to find them"), new Crossing.RiskChanged(pair, Crossing.Direction.DOWN, "Moved to another town"));
        answer(Outcome.ACCEPTED, World.BEA);
        world.as(World.ROBIN, () -> news.forEach(one -> crossings.tell(one, World.ROBIN)));

        Pair seen = world.as(World.BEA, () -> support.one(pair, World.BEA));
        assertThat(seen.told()).extracting(one -> (Object) one.what()).containsAll(news).hasSize(news.size() + 1);
        assertThat(seen.told().stream().filter(one -> one.waits()).map(one -> (Object) one.what())).containsExactlyInAnyOrder(news.get(1), news.get(3), news.get(4), news.get(6), news.get(7));
        assertThat(Crossing.class.getPermittedSubclasses()).as("whoever adds a kind adds it here").hasSize(4);
    }

    @Test
    void when_nobody_was_in_touch_in_time_whoever_is_on_duty_is_told_and_then_the_managers() {
        world.as(World.BEA, () -> support.take(pair, World.BEA));
        UUID missed = missed();
        assertThat(ring(missed)).contains(clock.instant().plus(Duration.ofHours(4)));
        assertThat(told(missed)).containsExactly("PARTNER_SUPPORT " + World.BEA.worker().id());
        answer(Outcome.NO_ANSWER, World.BEA);

        clock.pass(Duration.ofHours(4));
        assertThat(ring(missed)).as("an attempt that reached nobody stops no clock").isPresent();
        assertThat(told(missed)).anyMatch(line -> line.startsWith("DUTY ")).noneMatch(line -> line.startsWith("MANAGER "));
        clock.pass(PartnerClock.UNTIL_MANAGERS);
        assertThat(ring(missed)).isEmpty();
        assertThat(told(missed)).contains("MANAGER " + World.SAL.worker().id());
    }

    @Test
    void while_nobody_stands_beside_a_partner_all_of_partner_support_is_told() {
        UUID missed = missed();
        ring(missed);
        assertThat(told(missed)).contains("PARTNER_SUPPORT " + World.BEA.worker().id()).allMatch(line -> line.startsWith("PARTNER_SUPPORT "));
    }

    @Test
    void once_somebody_spoke_with_the_partner_nobody_else_is_told() {
        world.as(World.BEA, () -> support.take(pair, World.BEA));
        UUID missed = missed();
        ring(missed);
        answer(Outcome.INFORMED, World.BEA);

        clock.pass(Duration.ofHours(30));
        assertThat(ring(missed)).isEmpty();
        assertThat(told(missed)).hasSize(1);
    }

    @Test
    void whatever_happens_in_whatever_order_news_is_answered_or_escalated_and_nothing_third() {
        Random random = new Random(20261120);
        for (int life = 0; life < 60; life++) {
            clock.back();
            UUID one = name(participant(), Crossing.Kind.EX_PARTNER), missed = null;
            pair = one;
            List<String> steps = new ArrayList<>();
            missed = missed();
            boolean answered = false;
            for (int step = 0; step < 6; step++) {
                Outcome outcome = List.of(Outcome.NO_ANSWER, Outcome.NOT_SAFE, Outcome.INFORMED, Outcome.DECLINED).get(random.nextInt(4));
                if (random.nextInt(4) == 0) {
                    answer(outcome, World.BEA);
                    answered |= outcome.answers();
                    steps.add(outcome.name());
                }
                clock.pass(Duration.ofMinutes(random.nextInt(180)));
                ring(missed);
            }
            clock.pass(Duration.ofHours(8));
            ring(missed);
            UUID news = missed;
            boolean waits = world.as(World.BEA, () -> support.one(one, World.BEA)).told().stream().filter(told -> told.id().equals(news)).findFirst().orElseThrow().waits();
            assertThat(waits).as("%s", steps).isEqualTo(!answered);
            if (waits) assertThat(told(missed)).as("%s", steps).anyMatch(line -> line.startsWith("DUTY ")).anyMatch(line -> line.startsWith("MANAGER "));
        }
    }

    @Test
    void that_everything_was_tried_is_decided_by_somebody_in_charge_who_did_not_try() {
        assertRefused("A manager or a safeguarding lead", World.BEA);
        assertRefused("Nobody has tried yet", World.SAL);
        answer(Outcome.NO_ANSWER, World.SAL);
        assertRefused("You tried yourself", World.SAL);
        assertThatThrownBy(() -> answer(Outcome.ALL_TRIED, "", World.PRIYA)).isInstanceOf(RuleBroken.class).hasMessageContaining("Say what was tried");
        answer(Outcome.ALL_TRIED, "Three calls at three times, a letter is not safe.", World.PRIYA);

        assertThat(partner().offered()).isTrue();
    }

    private void assertRefused(String words, Actor.Worker me) {
        assertThatThrownBy(() -> answer(Outcome.ALL_TRIED, "Tried", me)).isInstanceOf(RuleBroken.class).hasMessageContaining(words);
        assertThat(partner().offered()).isFalse();
    }

    @Test
    void a_case_opened_for_the_partner_names_the_participant_as_causing_harm_and_is_opened_once() throws Exception {
        String first = desk.send(World.BEA, post("/desk/partners/" + pair + "/case")).getRedirectedUrl();
        String second = desk.send(World.BEA, post("/desk/partners/" + pair + "/case")).getRedirectedUrl();
        assertThat(first).isEqualTo(second);
        CaseId theirs = new CaseId(UUID.fromString(first.substring(first.lastIndexOf('/') + 1)));

        assertThat(world.as(World.MINA, () -> relations.of(cases.facts(theirs).person()))).singleElement().satisfies(around -> {
            assertThat(around.name()).isEqualTo("Corin Vane");
            assertThat(around.judged().role()).isEqualTo(HarmRole.CAUSING_HARM);
        });
        answer(Outcome.ACCEPTED, World.BEA);
        assertThat(desk.page(World.MINA, get("/desk/cases/" + theirs.id() + "/timeline")).text()).contains("Partner support began", "Partner support: We spoke: they would like support");
    }

    @Test
    void a_partner_who_is_a_client_already_is_linked_by_the_number_of_their_case() throws Exception {
        CaseId known = world.as(World.MINA, () -> cases.open(people.record(new NewPerson(Side.SUPPORT, About.named("Wren", "Aldous")), World.MINA), null, World.MINA));
        String number = world.as(World.MINA, () -> cases.facts(known).reference());
        Document refused = desk.page(World.BEA, post("/desk/partners/" + pair + "/link").param("number", "0000-0000"));
        assertThat(refused.selectFirst("#number-error").text()).contains("There is no case with this number");
        assertThat(refused.selectFirst("#number").val()).isEqualTo("0000-0000");

        desk.done(World.BEA, post("/desk/partners/" + pair + "/link").param("number", number));
        assertThat(desk.page(World.BEA, get("/desk/partners/" + pair)).text()).contains("Case " + number);
    }

    @Test
    void a_form_sent_without_an_answer_says_so_beside_the_field_and_keeps_the_words() throws Exception {
        Document refused = desk.page(World.BEA, post("/desk/partners/" + pair + "/contacts").param("words", "Rang twice"));
        assertThat(refused.selectFirst("#outcome-error").text()).contains("Choose what came of it");
        assertThat(refused.selectFirst("#words").val()).isEqualTo("Rang twice");
    }

    @Test
    void nobody_of_the_other_side_of_another_service_or_without_the_role_finds_a_partner() throws Exception {
        for (Actor.Worker other : List.of(World.ROBIN, World.KIT, World.ASH, World.NIA, World.JO, World.ALEX)) {
            assertThat(desk.send(other, get("/desk/partners/" + pair)).getStatus()).as(other.toString()).isEqualTo(404);
            assertThat(desk.send(other, get("/desk/partners")).getStatus()).as(other.toString()).isIn(404, 200).satisfies(status -> assertThat(other.side() == Side.SUPPORT && status == 200).isEqualTo(other == World.ASH || other == World.NIA));
            assertThatThrownBy(() -> world.as(other, () -> support.take(pair, other))).isInstanceOf(NotFound.class);
        }
        for (Actor.Worker other : List.of(World.MINA, World.ASH, World.NIA, World.JO, World.ALEX)) {
            assertThat(desk.send(other, get(Partners.path(participant))).getStatus()).as(other.toString()).isEqualTo(404);
        }
        assertThat(desk.send(World.MINA, get("/desk/partners/" + pair)).getStatus()).as("control").isEqualTo(200);
    }

    private CaseId participant() {
        return world.as(World.ROBIN, () -> {
            CaseId opened = cases.open(people.record(new NewPerson(Side.CHANGE, About.named("Corin", "Vane")), World.ROBIN), null, World.ROBIN);
            cases.accept(opened, World.ROBIN);
            return opened;
        });
    }

    private UUID name(CaseId of, Crossing.Kind kind) {
        UUID id = UUID.randomUUID();
        world.as(World.ROBIN, () -> partners.name(of, new Partners.Named(id, null, "Wren", "Aldous", kind, "Ring before three, Corin works then"), World.ROBIN));
        return id;
    }

    private UUID missed() {
        world.as(World.ROBIN, () -> crossings.tell(new Crossing.Attendance(pair, LocalDate.of(2026, 11, 19), Crossing.Came.MISSED), World.ROBIN));
        return world.as(World.BEA, () -> support.one(pair, World.BEA)).told().stream().filter(one -> one.what() instanceof Crossing.Attendance).reduce((older, newer) -> newer).orElseThrow().id();
    }

    private Optional<Instant> ring(UUID entry) {
        return Acting.as(new Actor.Job(DemoTown.HARBOUR_HOUSE, Crossings.CLOCK, Side.SUPPORT), () -> partnerClock.ring(DemoTown.HARBOUR_HOUSE, entry));
    }

    private List<String> told(UUID entry) {
        return world.as(World.BEA, () -> sql.sql("select role || ' ' || coalesce(worker_id::text, 'nobody') from partnersupport.told where entry_id = :entry order by told_at, role").param("entry", entry).query(String.class).list());
    }

    private void answer(Outcome outcome, Actor.Worker me) {
        answer(outcome, "", me);
    }

    private void answer(Outcome outcome, String words, Actor.Worker me) {
        world.as(me, () -> support.tried(pair, UUID.randomUUID(), outcome, words, me));
    }

    private Partner partner() {
        return world.as(World.ROBIN, () -> partners.of(participant)).get(0);
    }

    private int sql(Actor.Worker me, String query) {
        return world.as(me, () -> sql.sql(query).param("pair", pair).query(Integer.class).single());
    }
}
