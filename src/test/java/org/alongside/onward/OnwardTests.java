package org.alongside.onward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.alongside.AlongsideTest;
import org.alongside.World;
import org.alongside.access.Actor;
import org.alongside.casework.CaseId;
import org.alongside.casework.Cases;
import org.alongside.casework.Closures;
import org.alongside.casework.ClosureReason;
import org.alongside.directory.Directory;
import org.alongside.people.About;
import org.alongside.people.NewPerson;
import org.alongside.people.People;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Side;
import org.alongside.shared.Times;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@AlongsideTest
class OnwardTests {
    @Autowired World world;
    @Autowired Onward onward;
    @Autowired Cases cases;
    @Autowired Closures closures;
    @Autowired People people;
    @Autowired Directory directory;
    @Autowired JdbcClient sql;
    @Autowired MockMvc mvc;
    @Autowired Clock clock;

    String service;
    UUID serviceId;

    @BeforeEach
    void aServiceOfTheDirectory() {
        service = directory.names(300).stream().filter(name -> directory.called(name).isPresent()).findFirst().orElseThrow();
        serviceId = directory.called(service).orElseThrow().id();
    }

    @Test
    void the_case_asks_how_it_went_two_weeks_later_until_somebody_wrote_it_down() {
        CaseId id = open("man");
        UUID first = send(id, service, today().minusDays(3)), second = send(id, "Somewhere else", today().minusDays(1));

        assertThat(review(id)).isEqualTo(today().minusDays(3).plusWeeks(2));
        tell(id, first, Account.BELIEVED);
        assertThat(review(id)).isEqualTo(today().minusDays(1).plusWeeks(2));
        tell(id, second, Account.NOT_SAID);
        assertThat(review(id)).isNull();
    }

    @Test
    void a_second_press_finds_the_first_and_a_day_to_come_is_refused() {
        CaseId id = open("man");
        UUID once = send(id, service, today());
        world.as(World.MINA, () -> onward.send(id, once, service, Way.TOLD, today(), World.MINA));

        assertThat(world.as(World.MINA, () -> onward.of(id))).hasSize(1);
        assertThatThrownBy(() -> send(id, service, today().plusDays(1))).isInstanceOf(RuleBroken.class);
    }

    @Test
    void what_is_told_is_counted_for_the_service_once_and_moves_when_it_is_told_differently() {
        CaseId id = open("man");
        int believed = said(Account.BELIEVED), dismissed = said(Account.DISMISSED);
        UUID sent = send(id, service, today());

        tell(id, sent, Account.BELIEVED);
        tell(id, sent, Account.BELIEVED);
        assertThat(said(Account.BELIEVED)).isEqualTo(believed + 1);
        tell(id, sent, Account.DISMISSED);
        assertThat(said(Account.BELIEVED)).isEqualTo(believed);
        assertThat(said(Account.DISMISSED)).isEqualTo(dismissed + 1);
        UUID elsewhere = send(id, "No service of the directory", today());
        tell(id, elsewhere, Account.DISMISSED);
        assertThat(said(Account.DISMISSED)).isEqualTo(dismissed + 1);
    }

    @Test
    void somebody_comes_back_to_tell_after_their_case_was_closed() {
        CaseId id = open("woman");
        UUID sent = send(id, service, today());
        world.as(World.MINA, () -> closures.close(id, new Closures.Closure(UUID.randomUUID(), ClosureReason.FINISHED, null, List.of(), Closures.Feedback.NONE), World.MINA));

        tell(id, sent, Account.PARTLY);
        assertThat(world.as(World.MINA, () -> onward.one(id, sent)).told()).isNotNull();
        assertThatThrownBy(() -> send(id, service, today())).isInstanceOf(RuleBroken.class);
    }

    @Test
    void those_who_keep_the_directory_see_how_a_service_met_clients_and_no_person() throws Exception {
        CaseId id = open("man");
        tell(id, send(id, service, today()), Account.REFUSED_GENDER);

        Document page = page(get("/desk/onward"), World.ALEX);

        assertThat(page.text()).contains(service, "They were refused for their gender").doesNotContain("Onward Testcase");
        assertThat(page(get("/desk/onward"), World.NIA).text()).as("another organisation's clients are not ours").doesNotContain("They were refused");
    }

    @Test
    void the_page_keeps_what_was_typed_and_says_what_is_missing() throws Exception {
        CaseId id = open("man");
        String path = "/desk/cases/" + id.id() + "/onward";
        Document empty = page(post(path).param("name", " "), World.MINA);
        assertThat(empty.select(".govuk-error-summary a").eachText()).containsExactly("Say to which service", "Choose how", "Enter the day");
        UUID once = UUID.randomUUID();
        mvc.perform(post(path).param("once", once.toString()).param("name", "Marker hostel").param("way", "TOLD").param("on.day", "19").param("on.month", "11").param("on.year", "2026").with(world.signedIn(World.MINA))).andExpect(redirectedUrl(path));
        assertThat(page(get(path), World.MINA).text()).contains("Marker hostel", "Not asked yet");
        assertThat(world.as(World.MINA, () -> sql.sql("select name from onward.sent where id = :id").param("id", once).query(byte[].class).single())).asString(StandardCharsets.ISO_8859_1).doesNotContain("Marker");
        Document refused = page(post(path + "/" + once).param("words", "Kept words"), World.MINA);
        assertThat(refused.select(".govuk-error-summary a").attr("href")).isEqualTo("#account");
        assertThat(refused.select("#words").text()).isEqualTo("Kept words");
        assertThat(refused.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
        mvc.perform(post(path + "/" + once).param("account", "REFUSED_GENDER").param("words", "At the door").with(world.signedIn(World.MINA))).andExpect(redirectedUrl(path));
        assertThat(page(get(path), World.MINA).text()).contains("They were refused for their gender", "At the door");
        assertThat(page(get("/desk/cases/" + id.id() + "/timeline"), World.MINA).text()).contains("How it went at another service: they were refused for their gender").doesNotContain("Marker hostel");
    }

    @Test
    void nobody_else_finds_where_a_client_was_sent() throws Exception {
        CaseId id = open("man");
        UUID sent = send(id, service, today());
        for (Actor.Worker other : List.of(World.JO, World.ROBIN, World.KIT, World.ALEX, World.ASH, World.NIA)) {
            mvc.perform(get("/desk/cases/" + id.id() + "/onward").with(world.signedIn(other))).andExpect(status().isNotFound());
            assertThatThrownBy(() -> world.as(other, () -> onward.told(id, sent, Account.BELIEVED, "", other))).isInstanceOf(NotFound.class);
        }
        for (Actor.Worker other : List.of(World.MINA, World.JO, World.ROBIN)) mvc.perform(get("/desk/onward").with(world.signedIn(other))).andExpect(status().isNotFound());
    }

    private CaseId open(String gender) {
        return world.as(World.MINA, () -> {
            CaseId id = cases.open(people.record(new NewPerson(Side.SUPPORT, About.named("Onward", "Testcase").describedAs("", gender)), World.MINA), null, World.MINA);
            cases.accept(id, World.MINA);
            return id;
        });
    }

    private UUID send(CaseId id, String name, LocalDate on) {
        UUID once = UUID.randomUUID();
        world.as(World.MINA, () -> onward.send(id, once, name, Way.REFERRED, on, World.MINA));
        return once;
    }

    private void tell(CaseId id, UUID sent, Account account) {
        world.as(World.MINA, () -> onward.told(id, sent, account, "", World.MINA));
    }

    private int said(Account account) {
        return world.as(World.ALEX, () -> onward.said(World.ALEX)).stream().filter(one -> one.service().equals(serviceId) && one.account() == account).mapToInt(Onward.Said::clients).sum();
    }

    private LocalDate review(CaseId id) {
        return world.as(World.MINA, () -> sql.sql("select review_on from casework.review where case_id = :id and kind = 'ONWARD'").param("id", id.id()).query(LocalDate.class).optional().orElse(null));
    }

    private LocalDate today() {
        return Times.day(clock.instant());
    }

    private Document page(MockHttpServletRequestBuilder request, Actor.Worker worker) throws Exception {
        return Jsoup.parse(mvc.perform(request.with(world.signedIn(worker))).andExpect(status().isOk()).andReturn().getResponse().getContentAsString());
    }
}
