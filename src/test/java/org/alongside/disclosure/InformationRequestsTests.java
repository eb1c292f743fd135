package org.alongside.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.alongside.AlongsideTest;
import org.alongside.World;
import org.alongside.access.Actor;
import org.alongside.disclosure.InformationRequests.Asked;
import org.alongside.people.About;
import org.alongside.people.AddressKind;
import org.alongside.people.Addresses;
import org.alongside.people.Channel;
import org.alongside.people.ChannelAnswer;
import org.alongside.people.NewAddress;
import org.alongside.people.NewPerson;
import org.alongside.people.People;
import org.alongside.people.PersonId;
import org.alongside.people.Safe;
import org.alongside.people.SafeContact;
import org.alongside.people.SafeContacts;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Side;
import org.alongside.shared.Times;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@AlongsideTest
class InformationRequestsTests {
    private static final Because RIGHT = new Because(Basis.LEGAL, "They asked for it themselves", true, "");

    @Autowired World world;
    @Autowired InformationRequests requests;
    @Autowired Disclosure disclosure;
    @Autowired People people;
    @Autowired SafeContacts contacts;
    @Autowired Addresses addresses;
    @Autowired JdbcClient sql;
    @Autowired MockMvc mvc;
    @Autowired Clock clock;

    final PersonId[] about = new PersonId[1];

    @Test
    void the_persons_own_right_is_due_in_a_month_and_may_take_three_in_all() {
        UUID id = ask(RequestKind.SUBJECT_ACCESS);
        LocalDate due = world.as(World.PRIYA, () -> requests.one(id, World.PRIYA)).dueOn();

        assertThat(RequestKind.SUBJECT_ACCESS.due(LocalDate.of(2026, 1, 31))).isEqualTo(LocalDate.of(2026, 2, 28));
        assertThat(due).isEqualTo(today().plusMonths(1));
        assertThatThrownBy(() -> world.as(World.PRIYA, () -> requests.extend(id, today().plusMonths(3).plusDays(1), "x", World.PRIYA))).isInstanceOf(RuleBroken.class);
        assertThatThrownBy(() -> world.as(World.PRIYA, () -> requests.extend(id, due, "x", World.PRIYA))).isInstanceOf(RuleBroken.class);
        world.as(World.PRIYA, () -> requests.extend(id, today().plusMonths(3), "Forty files", World.PRIYA));
        assertThat(world.as(World.PRIYA, () -> requests.one(id, World.PRIYA)).extendedWhy()).isEqualTo("Forty files");
    }

    @Test
    void nothing_is_answered_before_it_is_sure_who_asks_and_everything_is_decided() {
        UUID id = ask(RequestKind.SUBJECT_ACCESS), item = found(id, Field.CONCERN, Source.THEMSELVES);
        assertThatThrownBy(() -> ready(id)).isInstanceOf(RuleBroken.class).hasMessageContaining("made sure who asks");
        world.as(World.PRIYA, () -> requests.checked(id, "Rang her on the safe number", World.PRIYA));
        assertThatThrownBy(() -> ready(id)).isInstanceOf(RuleBroken.class).hasMessageContaining("not decided");
        decide(id, item, ItemDecision.LEAVES, "");
        ready(id);

        assertThat(world.as(World.PRIYA, () -> requests.one(id, World.PRIYA)).status()).isEqualTo(RequestStatus.READY);
    }

    @Test
    void nobody_answers_alone_and_what_left_stands_in_the_ledger() throws Exception {
        UUID id = ask(RequestKind.SUBJECT_ACCESS), given = found(id, Field.CONCERN, Source.THEMSELVES), kept = found(id, Field.RISK_LEVEL, Source.AGENCY);
        world.as(World.PRIYA, () -> requests.checked(id, "x", World.PRIYA));
        decide(id, given, ItemDecision.LEAVES, "");
        decide(id, kept, ItemDecision.STAYS, "The police did not agree");
        ready(id);
        assertThatThrownBy(() -> world.as(World.PRIYA, () -> requests.answer(id, Via.PRINT, RIGHT, "", World.PRIYA))).isInstanceOf(RuleBroken.class).hasMessageContaining("Somebody else");

        world.as(World.SAL, () -> requests.answer(id, Via.PRINT, RIGHT, "Fetched by themself", World.SAL));

        Disclosure.Entry left = world.as(World.PRIYA, () -> disclosure.ledger(about[0])).get(0);
        assertThat(left.fields()).containsExactly(Field.CONCERN);
        assertThat(left.withheld()).containsExactly(Field.RISK_LEVEL);
        assertThat(left.by()).isEqualTo(World.SAL.worker());
        assertThat(left.clearedBy()).isEqualTo(World.PRIYA.worker());
        assertThat(page("/desk/people/" + about[0].id() + "/shared", World.PRIYA).text()).contains("Answer to a request: whoever asked", "Left: concern", "Did not leave: risk level", "Looked at by Priya Nand");
        assertThatThrownBy(() -> decide(id, given, ItemDecision.STAYS, "x")).as("it has ended").isInstanceOf(RuleBroken.class);
    }

    @ParameterizedTest
    @EnumSource(value = Via.class, names = {"LETTER", "EMAIL"})
    void what_goes_to_the_person_themself_goes_only_where_it_is_safe_to_send(Via via) {
        UUID id = ask(RequestKind.SUBJECT_ACCESS), item = found(id, Field.CONCERN, Source.THEMSELVES);
        world.as(World.PRIYA, () -> requests.checked(id, "x", World.PRIYA));
        decide(id, item, ItemDecision.LEAVES, "");
        ready(id);

        assertThatThrownBy(() -> world.as(World.SAL, () -> requests.answer(id, via, RIGHT, "", World.SAL))).as("nobody asked them what is safe").isInstanceOf(RuleBroken.class).hasMessageContaining("Not this way");
        assertThat(world.as(World.SAL, () -> disclosure.ledger(about[0]))).isEmpty();
        ChannelAnswer yes = ChannelAnswer.of(Safe.YES);
        SafeContact contact = new SafeContact(null, "lee@example.org", Map.of(Channel.LETTER, yes, Channel.EMAIL, yes), "", "", "", true, "", null, null).checkedOn(today());
        world.as(World.SAL, () -> contacts.record(about[0], contact, World.SAL));
        world.as(World.SAL, () -> addresses.record(about[0], new NewAddress(AddressKind.HOME, "1 Safe Street", "", "", false, true), World.SAL));
        world.as(World.SAL, () -> requests.answer(id, via, RIGHT, "", World.SAL));
        assertThat(world.as(World.SAL, () -> disclosure.ledger(about[0]))).hasSize(1);
    }

    @Test
    void what_changes_after_the_first_person_decided_is_looked_at_anew() {
        UUID id = ask(RequestKind.POLICE), item = found(id, Field.CONCERN, Source.OURS);
        world.as(World.PRIYA, () -> requests.checked(id, "x", World.PRIYA));
        decide(id, item, ItemDecision.LEAVES, "");
        ready(id);
        world.as(World.SAL, () -> requests.decide(id, item, ItemDecision.STAYS, "No", World.SAL));

        assertThat(world.as(World.PRIYA, () -> requests.one(id, World.PRIYA)).status()).isEqualTo(RequestStatus.OPEN);
        assertThatThrownBy(() -> world.as(World.SAL, () -> requests.answer(id, Via.LETTER, RIGHT, "", World.SAL))).isInstanceOf(RuleBroken.class);
    }

    @ParameterizedTest
    @EnumSource(value = Field.class, names = {"HOME_ADDRESS", "STAYING_AT", "REFUGE"})
    void an_address_leaves_in_no_answer_whoever_asks(Field address) {
        UUID id = ask(RequestKind.COURT), item = found(id, address, Source.THEMSELVES);

        for (ItemDecision leaves : List.of(ItemDecision.LEAVES, ItemDecision.PART)) assertThatThrownBy(() -> decide(id, item, leaves, "The judge says so")).isInstanceOf(RuleBroken.class);
        assertThatThrownBy(() -> world.as(World.PRIYA, () -> sql.sql("update disclosure.request_item set decision = 'LEAVES', decided_by = :by where id = :id").param("by", World.PRIYA.worker().id()).param("id", item).update()))
                .as("past the rules the database refuses it too").isInstanceOf(DataIntegrityViolationException.class);
        assertThat(new Release(new Recipient.Asker(id), Purpose.ANSWER, about[0], Via.LETTER, EnumSet.allOf(Field.class), World.PRIYA.worker()).allowed()).doesNotContain(address).contains(Field.CONCERN);
        decide(id, item, ItemDecision.STAYS, "Never");
    }

    @Test
    void what_is_not_theirs_alone_needs_a_reason_to_leave() {
        UUID id = ask(RequestKind.SUBJECT_ACCESS), others = found(id, Field.CONCERN, Source.OTHERS), own = found(id, Field.GOALS, Source.THEMSELVES);

        assertThatThrownBy(() -> decide(id, others, ItemDecision.LEAVES, " ")).isInstanceOf(RuleBroken.class);
        decide(id, others, ItemDecision.LEAVES, "Her mother agreed");
        decide(id, own, ItemDecision.LEAVES, "");
        assertThatThrownBy(() -> decide(id, own, ItemDecision.STAYS, "")).isInstanceOf(RuleBroken.class);
    }

    @Test
    void the_register_is_written_from_a_persons_page_and_shows_what_is_due() throws Exception {
        ask(RequestKind.POLICE);
        UUID once = UUID.randomUUID();
        String path = "/desk/people/" + about[0].id() + "/requests";
        assertThat(page("/desk/people/" + about[0].id(), World.PRIYA).text()).contains("Somebody asks for what we hold");
        assertThat(page("/desk/people/" + about[0].id(), World.MINA).text()).doesNotContain("Somebody asks for what we hold");
        LocalDate came = today().minusDays(40);
        mvc.perform(post(path).param("once", once.toString()).param("kind", "SUBJECT_ACCESS").param("askedBy", "Marker asker").param("scope", "All").param("received.day", "" + came.getDayOfMonth()).param("received.month", "" + came.getMonthValue())
                .param("received.year", "" + came.getYear()).with(world.signedIn(World.PRIYA))).andExpect(redirectedUrl("/desk/requests/" + once));

        assertThat(page("/desk/requests", World.PRIYA).select("li:contains(The person themself, about Lee Asked)").text()).contains("Overdue");
        assertThat(page("/desk/requests/" + once, World.SAL).text()).contains("Marker asker", "Not yet");
        assertThat(world.as(World.PRIYA, () -> sql.sql("select asked_by from disclosure.request where id = :id").param("id", once).query(byte[].class).single())).asString(StandardCharsets.ISO_8859_1).doesNotContain("Marker");
        Document empty = Jsoup.parse(mvc.perform(post(path).param("scope", "Kept words").with(world.signedIn(World.PRIYA))).andReturn().getResponse().getContentAsString());
        assertThat(empty.select(".govuk-error-summary a").eachText()).containsExactly("Choose who asks", "Say who asks, and how they are reached", "Enter the day it came: today, or before");
        assertThat(empty.selectFirst("#scope").text()).isEqualTo("Kept words");
    }

    @Test
    void a_decision_that_was_refused_says_so_beside_its_own_field() throws Exception {
        UUID id = ask(RequestKind.SUBJECT_ACCESS), one = found(id, Field.CONCERN, Source.OTHERS);
        found(id, Field.GOALS, Source.THEMSELVES);

        Document refused = Jsoup.parse(mvc.perform(post("/desk/requests/" + id + "/items/" + one).param("decision", "LEAVES").with(world.signedIn(World.PRIYA))).andReturn().getResponse().getContentAsString());

        assertThat(refused.select(".govuk-error-summary a").attr("href")).isEqualTo("#why");
        assertThat(refused.select("#why-error")).hasSize(1);
        assertThat(refused.select("details[open] #decision option[selected]").val()).isEqualTo("LEAVES");
        assertThat(refused.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
        Document answer = Jsoup.parse(mvc.perform(post("/desk/requests/" + id + "/answer").with(world.signedIn(World.SAL))).andReturn().getResponse().getContentAsString());
        assertThat(answer.select(".govuk-error-summary a").eachText()).contains("Choose how it is sent", "Choose on what basis it leaves", "Say whether the person knows");
    }

    @Test
    void only_managers_and_leads_of_that_side_find_a_request() throws Exception {
        UUID id = ask(RequestKind.COURT);

        for (Actor.Worker stranger : List.of(World.MINA, World.TOM, World.JO, World.KIT, World.ROBIN, World.ALEX, World.NIA)) {
            mvc.perform(get("/desk/requests/" + id).with(world.signedIn(stranger))).andExpect(status().isNotFound());
            mvc.perform(post("/desk/requests/" + id + "/end").param("status", "REFUSED").param("endWhy", "x").with(world.signedIn(stranger))).andExpect(status().isNotFound());
            mvc.perform(get("/desk/people/" + about[0].id() + "/requests/new").with(world.signedIn(stranger))).andExpect(status().isNotFound());
        }
        assertThat(page("/desk/requests", World.NIA).text()).doesNotContain("Lee Asked");
        assertThat(world.as(World.KIT, () -> requests.all())).extracting(InformationRequest::id).doesNotContain(id);
    }

    private UUID ask(RequestKind kind) {
        UUID id = UUID.randomUUID();
        world.as(World.PRIYA, () -> {
            about[0] = people.record(new NewPerson(Side.SUPPORT, About.named("Lee", "Asked")), World.PRIYA);
            requests.record(id, about[0], new Asked(kind, "x", "Everything", today(), null), World.PRIYA);
        });
        return id;
    }

    private UUID found(UUID id, Field field, Source source) {
        UUID item = UUID.randomUUID();
        world.as(World.PRIYA, () -> requests.found(id, item, field, source, "x", World.PRIYA));
        return item;
    }

    private void decide(UUID id, UUID item, ItemDecision decision, String why) {
        world.as(World.PRIYA, () -> requests.decide(id, item, decision, why, World.PRIYA));
    }

    private void ready(UUID id) {
        world.as(World.PRIYA, () -> requests.ready(id, World.PRIYA));
    }

    private LocalDate today() {
        return Times.day(clock.instant());
    }

    private Document page(String path, Actor.Worker worker) throws Exception {
        return Jsoup.parse(mvc.perform(get(path).with(world.signedIn(worker))).andExpect(status().isOk()).andReturn().getResponse().getContentAsString());
    }
}
