package org.alongside.accommodation;

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
import java.util.Set;
import java.util.UUID;
import org.alongside.AlongsideTest;
import org.alongside.World;
import org.alongside.access.Actor;
import org.alongside.casework.CaseId;
import org.alongside.casework.Cases;
import org.alongside.people.About;
import org.alongside.people.CountedAs;
import org.alongside.people.Certainty;
import org.alongside.people.HarmRole;
import org.alongside.people.LivesWith;
import org.alongside.people.NewPerson;
import org.alongside.people.People;
import org.alongside.people.PersonId;
import org.alongside.people.Relation;
import org.alongside.people.RelationKind;
import org.alongside.people.Relations;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Side;
import org.alongside.shared.Times;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@AlongsideTest
class AccommodationTests {
    @Autowired World world;
    @Autowired Accommodation accommodation;
    @Autowired Cases cases;
    @Autowired People people;
    @Autowired Relations relations;
    @Autowired JdbcClient sql;
    @Autowired MockMvc mvc;
    @Autowired Clock clock;

    @Test
    void what_is_known_already_is_not_asked_again() throws Exception {
        CaseId id = open(About.named("Robin-Lee", "Testcase").describedAs("he/him", "man").speaking("Polish", true).needing("A ground floor"));
        PersonId son = child(id, "Kai", today().minusYears(14), LivesWith.YES), grown = child(id, "Lou", null, LivesWith.NO);

        Document form = page(Accommodation.path(id) + "/new", World.MINA);

        assertThat(form.select("input[name=children][checked]").eachAttr("value")).containsExactly(son.id().toString()).doesNotContain(grown.id().toString());
        assertThat(form.select("input[name=counted][checked]").val()).isEqualTo("MAN");
        assertThat(form.select("[name=languages], [name=accessNeeds]")).isEmpty();

        mvc.perform(household(post(Accommodation.path(id)), "REFUGE").param("children", son.id().toString()).with(world.signedIn(World.MINA))).andExpect(redirectedUrl(Accommodation.path(id)));
        assertThat(page(Accommodation.path(id), World.MINA).selectFirst(".govuk-summary-list").text()).contains("Adults 1, the client: man", "Children 14", "Polish, with an interpreter", "A ground floor", "Own income", "Marker Town");
    }

    @Test
    void what_is_read_out_to_a_place_holds_no_name_no_birth_date_and_no_address() throws Exception {
        CaseId id = open(About.named("Namemarker", "Testcase").bornOn(LocalDate.of(1990, 5, 17)));
        PersonId child = child(id, "Kidmarker", today().minusYears(3).minusDays(5), LivesWith.YES);
        mvc.perform(household(post(Accommodation.path(id)), "REFUGE").param("children", child.id().toString()).with(world.signedIn(World.MINA))).andExpect(redirectedUrl(Accommodation.path(id)));

        assertThat(page(Accommodation.path(id), World.MINA).selectFirst(".govuk-summary-list").text()).contains("Children 3").doesNotContain("Namemarker", "Kidmarker", "1990", "" + today().minusYears(3).getYear());
    }

    @Test
    void turning_away_takes_two_presses_and_is_counted_by_reason_and_gender() throws Exception {
        CaseId id = open(About.named("Robin-Lee", "Testcase"));
        UUID search = begin(id, CountedAs.MAN), place = ask(id, search, "Marker House");
        int before = counted(TurnedAway.SONS_AGE, CountedAs.MAN);

        assertThat(page(Accommodation.path(id), World.MINA).select("a[href$=/refusal]").text()).isEqualTo("Turned away (Marker House)");
        assertThat(page(Accommodation.path(id) + "/places/" + place + "/refusal", World.MINA).select("button[name=reason]")).hasSize(TurnedAway.values().length);
        mvc.perform(post(Accommodation.path(id) + "/places/" + place + "/refusal").param("reason", "SONS_AGE").with(world.signedIn(World.MINA))).andExpect(redirectedUrl(Accommodation.path(id)));

        assertThat(counted(TurnedAway.SONS_AGE, CountedAs.MAN)).isEqualTo(before + 1);
        assertThat(page("/desk/accommodation", World.TOM).select("tr:contains(A son is over their age limit)").text()).contains("" + (before + 1));
        assertThat(page("/desk/cases/" + id.id() + "/timeline", World.MINA).text()).contains("A place was asked: turned away, a son is over their age limit").doesNotContain("Marker House");
        mvc.perform(post(Accommodation.path(id) + "/places/" + place + "/answer").param("answer", "WAITING").with(world.signedIn(World.MINA))).andExpect(redirectedUrl(Accommodation.path(id)));
        assertThat(counted(TurnedAway.SONS_AGE, CountedAs.MAN)).as("pressed by mistake and taken back").isEqualTo(before);
    }

    @Test
    void which_place_was_asked_is_sealed() {
        CaseId id = open(About.named("Robin-Lee", "Testcase"));
        ask(id, begin(id, CountedAs.WOMAN), "Marker House");

        assertThat(world.as(World.MINA, () -> sql.sql("select p.name || r.avoid from accommodation.place p join accommodation.request r on r.id = p.request_id where p.case_id = :id").param("id", id.id()).query(byte[].class).single()))
                .asString(StandardCharsets.ISO_8859_1).doesNotContain("Marker");
    }

    @Test
    void nobody_moves_in_before_a_place_said_that_it_has_a_space() throws Exception {
        CaseId id = open(About.named("Robin-Lee", "Testcase"));
        UUID search = begin(id, CountedAs.WOMAN), place = ask(id, search, "Somewhere");
        assertThatThrownBy(() -> world.as(World.MINA, () -> accommodation.put(id, search, RequestStatus.PLACED, World.MINA))).isInstanceOf(RuleBroken.class);

        world.as(World.MINA, () -> accommodation.answered(id, place, PlaceAnswer.OFFERED, null, World.MINA));
        assertThat(page("/desk/cases/" + id.id(), World.MINA).text()).contains("Looked for, needed from");
        mvc.perform(post(Accommodation.path(id) + "/" + search + "/status").param("status", "PLACED").with(world.signedIn(World.MINA))).andExpect(redirectedUrl(Accommodation.path(id)));

        assertThat(page("/desk/cases/" + id.id(), World.MINA).text()).contains("Not looked for");
        assertThat(world.as(World.MINA, () -> accommodation.open())).extracting(Request::id).doesNotContain(search);
        assertThatThrownBy(() -> world.as(World.MINA, () -> accommodation.answered(id, place, PlaceAnswer.WAITING, null, World.MINA))).as("it has ended").isInstanceOf(RuleBroken.class);
    }

    @Test
    void a_case_looks_for_one_place_at_a_time_and_can_take_up_an_ended_search_again() throws Exception {
        CaseId id = open(About.named("Robin-Lee", "Testcase"));
        UUID search = begin(id, CountedAs.WOMAN);
        Document second = Jsoup.parse(mvc.perform(household(post(Accommodation.path(id)), "SANCTUARY").with(world.signedIn(World.TOM))).andReturn().getResponse().getContentAsString());
        assertThat(second.select(".govuk-error-summary a").text()).contains("There is a search that goes on already");
        assertThat(second.select("input[name=kinds][checked]").val()).as("what was chosen stays").isEqualTo("SANCTUARY");

        world.as(World.MINA, () -> accommodation.put(id, search, RequestStatus.NOT_FOUND, World.MINA));
        world.as(World.MINA, () -> accommodation.put(id, search, RequestStatus.OPEN, World.MINA));
        assertThat(world.as(World.MINA, () -> accommodation.one(id, search)).isOpen()).isTrue();
    }

    @Test
    void pressing_twice_begins_one_search_and_asks_one_place() {
        CaseId id = open(About.named("Robin-Lee", "Testcase"));
        UUID search = UUID.randomUUID(), place = UUID.randomUUID();
        for (int press = 0; press < 2; press++) {
            world.as(World.MINA, () -> accommodation.ask(id, search, household(CountedAs.WOMAN, Set.of()), World.MINA));
            world.as(World.MINA, () -> accommodation.askedAt(id, search, place, "Somewhere", World.MINA));
        }

        assertThat(world.as(World.MINA, () -> accommodation.of(id))).hasSize(1);
        assertThat(world.as(World.MINA, () -> accommodation.places(id))).hasSize(1);
    }

    @Test
    void what_is_missing_is_said_beside_the_field() throws Exception {
        CaseId id = open(About.named("Robin-Lee", "Testcase"));

        assertThat(Jsoup.parse(mvc.perform(post(Accommodation.path(id)).param("adults", "many").param("avoid", "Kept words").with(world.signedIn(World.MINA))).andReturn().getResponse().getContentAsString()).select(".govuk-error-summary a").eachText())
                .containsExactly("Choose at least one kind of place", "Enter the day from which they need it", "Enter a number from 1 to 9", "Choose how the adult is counted", "Choose how it can be paid for");
        UUID search = begin(id, CountedAs.WOMAN);
        assertThat(Jsoup.parse(mvc.perform(post(Accommodation.path(id) + "/" + search + "/places").with(world.signedIn(World.MINA))).andReturn().getResponse().getContentAsString()).text()).contains("Enter whom you asked");
        assertThatThrownBy(() -> world.as(World.MINA, () -> accommodation.change(id, search, 0, household(CountedAs.WOMAN, Set.of(new PersonId(UUID.randomUUID()))), World.MINA))).as("somebody else's child").isInstanceOf(RuleBroken.class);
    }

    @Test
    void nobody_of_the_other_side_or_another_organisation_finds_a_search() throws Exception {
        CaseId id = open(About.named("Robin-Lee", "Testcase"));
        UUID search = begin(id, CountedAs.WOMAN), place = ask(id, search, "Somewhere");

        for (Actor.Worker stranger : List.of(World.KIT, World.ROBIN, World.ASH, World.ALEX, World.JO)) {
            for (String page : List.of("", "/new", "/" + search, "/places/" + place + "/refusal")) mvc.perform(get(Accommodation.path(id) + page).with(world.signedIn(stranger))).andExpect(status().isNotFound());
            mvc.perform(post(Accommodation.path(id) + "/places/" + place + "/refusal").param("reason", "NO_SPACE").with(world.signedIn(stranger))).andExpect(status().isNotFound());
        }
        assertThat(world.as(World.NIA, () -> accommodation.open())).extracting(Request::id).doesNotContain(search);
        mvc.perform(get("/desk/accommodation").with(world.signedIn(World.KIT))).andExpect(status().isNotFound());
        mvc.perform(get(Accommodation.path(open(About.named("Other", "Case"))) + "/places/" + place + "/refusal").with(world.signedIn(World.MINA))).andExpect(status().isNotFound());
    }

    @Test
    void how_somebody_describes_themselves_is_only_a_first_guess_for_counting() {
        assertThat(CountedAs.guessed("Woman")).isEqualTo(CountedAs.WOMAN);
        assertThat(CountedAs.guessed(" man ")).isEqualTo(CountedAs.MAN);
        assertThat(CountedAs.guessed("non-binary")).isEqualTo(CountedAs.NON_BINARY);
        assertThat(CountedAs.guessed("prefer not to say")).isEqualTo(CountedAs.NOT_SAID);
        assertThat(CountedAs.guessed("trans man")).as("the worker asks").isEqualTo(CountedAs.NOT_SAID);
    }

    private CaseId open(About about) {
        return world.as(World.MINA, () -> {
            CaseId id = cases.open(people.record(new NewPerson(Side.SUPPORT, about), World.MINA), null, World.MINA);
            cases.accept(id, World.MINA);
            return id;
        });
    }

    private PersonId child(CaseId id, String name, LocalDate born, LivesWith lives) {
        return world.as(World.MINA, () -> {
            PersonId client = cases.facts(id).person();
            relations.add(client, About.named(name, "Testcase").bornOn(born), new Relations.Around(RelationKind.CHILD, lives, HarmRole.NOT_SAID, Certainty.SAID, "", ""), World.MINA);
            return relations.of(client).stream().filter(one -> one.name().startsWith(name)).map(Relation::other).findFirst().orElseThrow();
        });
    }

    private UUID begin(CaseId id, CountedAs counted) {
        UUID search = UUID.randomUUID();
        world.as(World.MINA, () -> accommodation.ask(id, search, household(counted, Set.of()), World.MINA));
        return search;
    }

    private UUID ask(CaseId id, UUID search, String name) {
        UUID place = UUID.randomUUID();
        world.as(World.MINA, () -> accommodation.askedAt(id, search, place, name, World.MINA));
        return place;
    }

    private Household household(CountedAs counted, Set<PersonId> children) {
        return new Household(Set.of(SpaceKind.REFUGE), today().plusDays(2), 1, children, counted, Funds.WORK, "", "", "Marker Town");
    }

    private MockHttpServletRequestBuilder household(MockHttpServletRequestBuilder request, String kind) {
        LocalDate from = today().plusDays(2);
        return request.param("kinds", kind).param("adults", "1").param("counted", "MAN").param("funds", "WORK").param("avoid", "Marker Town").param("from.day", "" + from.getDayOfMonth()).param("from.month", "" + from.getMonthValue())
                .param("from.year", "" + from.getYear());
    }

    private int counted(TurnedAway reason, CountedAs countedAs) {
        return world.as(World.MINA, () -> accommodation.turnedAway(today().minusYears(1))).stream().filter(one -> one.reason() == reason && one.countedAs() == countedAs).mapToInt(Accommodation.Count::times).sum();
    }

    private LocalDate today() {
        return Times.day(clock.instant());
    }

    private Document page(String path, Actor.Worker worker) throws Exception {
        return Jsoup.parse(mvc.perform(get(path).with(world.signedIn(worker))).andExpect(status().isOk()).andReturn().getResponse().getContentAsString());
    }
}
