package org.alongside.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.alongside.AlongsideTest;
import org.alongside.World;
import org.alongside.access.Actor;
import org.alongside.shared.Side;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@AlongsideTest
class PersonPagesTests {
    @Autowired World world;
    @Autowired People people;
    @Autowired Addresses addresses;
    @Autowired JdbcClient sql;
    @Autowired MockMvc mvc;

    final String family = "Harper" + UUID.randomUUID().toString().replaceAll("[^a-z]", "");

    @Test
    void safe_contact_comes_first_and_no_address_is_on_the_page_of_a_person() throws Exception {
        PersonId person = person(Safe.YES);
        world.as(World.MINA, () -> addresses.record(person, new NewAddress(AddressKind.HOME, "99 Marker Street", "WM9 8XY", "", false, true), World.MINA));

        Document page = page(get("/desk/people/" + person.id()), World.MINA);

        assertThat(page.select("h2").get(0).text()).isEqualTo("When and how may I contact?");
        assertThat(page.text()).contains("01632 960701").doesNotContain("Marker", "WM9");
        assertThat(page.title()).doesNotContain(family);
        assertThat(details(person, "LOOKED")).isNotEmpty();
    }

    @Test
    void a_number_that_may_not_be_rung_is_not_on_the_screen_until_the_one_call_is_taken() throws Exception {
        PersonId person = person(Safe.UNKNOWN);
        assertThat(page(get("/desk/people/" + person.id()), World.MINA).text()).contains("One live call").doesNotContain("960701");

        mvc.perform(post("/desk/people/" + person.id() + "/call").with(world.signedIn(World.MINA))).andExpect(redirectedUrl("/desk/people/" + person.id()));
        mvc.perform(get("/desk/people/" + person.id() + "/call").with(world.signedIn(World.MINA))).andExpect(status().isNotFound());
        mvc.perform(post("/desk/people/" + person.id() + "/call").with(world.signedIn(World.MINA)).param("asked", "yes")).andExpect(redirectedUrl("/desk/people/" + person.id() + "/call"));
        assertThat(page(get("/desk/people/" + person.id() + "/call"), World.MINA).text()).contains("01632 960701", "141", "stop");
        mvc.perform(get("/desk/people/" + person.id() + "/call").with(world.signedIn(World.TOM))).andExpect(status().isNotFound());
        mvc.perform(post("/desk/people/" + person.id() + "/call/result").with(world.signedIn(World.MINA)).param("result", "SOMEONE_ELSE")).andExpect(redirectedUrl("/desk/people/" + person.id()));
        mvc.perform(get("/desk/people/" + person.id() + "/call").with(world.signedIn(World.MINA))).andExpect(status().isNotFound());
    }

    @Test
    void people_are_found_by_whole_names_a_number_or_a_birth_date_and_never_across_the_wall() throws Exception {
        PersonId person = person(Safe.YES);

        assertThat(search(World.MINA, "given", "RÓB", "family", family.toUpperCase())).contains(person.id().toString());
        assertThat(search(World.TOM, "phone", "+44 1632 960701")).contains(person.id().toString());
        assertThat(search(World.MINA, "born.day", "29", "born.month", "2", "born.year", "1988")).contains(person.id().toString());
        assertThat(search(World.MINA, "given", "Rob", "family", "Harper")).doesNotContain(person.id().toString());
        assertThat(search(World.ROBIN, "given", "Rob", "family", family)).doesNotContain(person.id().toString());
        assertThat(search(World.ASH, "given", "Rob", "family", family)).doesNotContain(person.id().toString());
        assertThat(search(World.MINA, "given", "Rob")).contains("Enter both names, or neither");
        assertThat(search(World.MINA, "born.day", "31", "born.month", "2", "born.year", "1988")).contains("govuk-error-message");
        mvc.perform(get("/desk/people").with(world.signedIn(World.ALEX))).andExpect(status().isNotFound());
    }

    @Test
    void fifty_are_shown_at_a_time_the_rest_follow_and_each_list_is_in_the_trail() throws Exception {
        IntStream.range(0, 53).forEach(i -> person(Safe.NO));

        Document first = Jsoup.parse(search(World.MINA, "given", "Rob", "family", family));
        String after = first.select("input[name=after]").val();
        Document second = Jsoup.parse(search(World.MINA, "given", "Rob", "family", family, "after", after));

        assertThat(first.select("ul.rows li")).hasSize(50);
        assertThat(second.select("ul.rows li")).hasSize(3);
        assertThat(second.select("input[name=after]")).isEmpty();
        assertThat(world.as(World.PRIYA, () -> sql.sql("select max(cardinality(subject_ids)) from audit.entry where act = 'LISTED' and detail = 'people search' and :id = any (subject_ids)")
                .param("id", UUID.fromString(after)).query(Integer.class).single())).isEqualTo(50);
    }

    @Test
    void what_two_workers_typed_at_once_is_shown_side_by_side_and_nothing_is_lost() throws Exception {
        PersonId person = person(Safe.YES);
        mvc.perform(post("/desk/people/" + person.id() + "/about").with(world.signedIn(World.TOM)).param("givenName", "Theirs").param("familyName", family).param("version", "1")).andExpect(redirectedUrl("/desk/people/" + person.id()));

        Document page = page(post("/desk/people/" + person.id() + "/about").param("givenName", "Mine").param("familyName", family).param("version", "1"), World.MINA);

        assertThat(page.select("#theirs").text()).contains("Theirs");
        assertThat(page.select("#givenName").val()).isEqualTo("Mine");
        assertThat(page.select("input[name=version]").val()).isEqualTo("2");
        mvc.perform(post("/desk/people/" + person.id() + "/about").with(world.signedIn(World.MINA)).param("givenName", "Mine").param("familyName", family).param("version", "2")).andExpect(redirectedUrl("/desk/people/" + person.id()));
    }

    @Test
    void a_yes_is_kept_only_when_the_worker_went_through_it_with_the_person() throws Exception {
        PersonId person = person(Safe.UNKNOWN);

        Document refused = page(answers(person, ""), World.MINA);
        assertThat(refused.select("#checked-error").text()).contains("gone through the answers with them");
        assertThat(refused.select("#PHONE-times").val()).isEqualTo("weekdays 9am to midday");
        mvc.perform(answers(person, "yes").with(world.signedIn(World.MINA))).andExpect(redirectedUrl("/desk/people/" + person.id()));

        SafeContact kept = world.as(World.MINA, () -> people.safeContact(person));
        assertThat(kept.answer(Channel.PHONE).safe()).isEqualTo(Safe.YES);
        assertThat(kept.expiresOn()).isEqualTo(LocalDate.of(2027, 2, 18));
    }

    @Test
    void odd_words_come_back_as_typed_and_are_never_run() throws Exception {
        PersonId person = person(Safe.YES);
        String odd = "<script>alert(1)</script> ‮abc🙂";

        Document page = page(post("/desk/people/" + person.id() + "/about").param("givenName", odd).param("familyName", "x".repeat(200)).param("born.day", "30").param("born.month", "2").param("born.year", "1990").param("version", "1"), World.MINA);

        assertThat(page.select("#givenName").val()).isEqualTo(odd);
        assertThat(page.select("#familyName-error")).isNotEmpty();
        assertThat(page.select("#born-error")).isNotEmpty();
        assertThat(page.select("script:not([src])")).isEmpty();
    }

    @Test
    void an_address_shows_only_in_the_answer_to_a_reason() throws Exception {
        PersonId person = person(Safe.YES);
        String here = "/desk/people/" + person.id() + "/addresses";
        mvc.perform(post(here + "/new").with(world.signedIn(World.MINA)).param("kind", "HOME").param("lines", "99 Marker Street").param("postcode", "WM9 8XY")).andExpect(redirectedUrl(here));
        UUID id = world.as(World.MINA, () -> addresses.kept(person)).get(0).id();

        assertThat(page(get(here), World.SAL).text()).contains("Home").doesNotContain("Marker");
        assertThat(page(post(here + "/" + id + "/opening"), World.SAL).text()).contains("Choose why you need the address").doesNotContain("Marker");
        assertThat(page(post(here + "/" + id + "/opening").param("reason", "CHECK"), World.SAL).text()).contains("99 Marker Street", "WM9 8XY");
        mvc.perform(post(here + "/" + id + "/opening").with(world.signedIn(World.MINA)).param("reason", "CHECK")).andExpect(status().isNotFound());
        assertThat(page(post(here + "/new").param("kind", "REFUGE").param("lines", "1 Hidden Road").param("area", "Westshire"), World.SAL).select("#lines-error").text()).contains("Do not write down where a refuge is");
    }

    @Test
    void another_sides_and_another_organisations_person_is_like_one_that_does_not_exist() throws Exception {
        PersonId person = person(Safe.YES);
        for (String path : List.of("", "/about", "/contact", "/addresses", "/addresses/new", "/risk-to-life", "/call")) {
            for (Actor.Worker worker : List.of(World.ROBIN, World.ASH, World.ALEX)) {
                String theirs = body(get("/desk/people/" + person.id() + path), worker, 404);
                String nobody = body(get("/desk/people/" + new UUID(7, 7) + path), worker, 404);
                assertThat(theirs.replace(person.id().toString(), "")).as(path).isEqualTo(nobody.replace(new UUID(7, 7).toString(), ""));
            }
        }
    }

    @Test
    void every_page_has_one_heading_and_a_label_for_each_field() throws Exception {
        PersonId person = person(Safe.YES);
        for (String path : List.of("/desk/people", "/desk/people/" + person.id(), "/desk/people/" + person.id() + "/about", "/desk/people/" + person.id() + "/contact",
                "/desk/people/" + person.id() + "/addresses", "/desk/people/" + person.id() + "/addresses/new", "/desk/people/" + person.id() + "/risk-to-life")) {
            Document page = page(get(path), World.SAL);
            assertThat(page.select("h1")).as(path).hasSize(1);
            page.select("input:not([type=hidden]), select, textarea").forEach(field -> assertThat(page.select("label[for=" + field.id() + "]")).as(path + " " + field.id()).isNotEmpty());
        }
    }

    private PersonId person(Safe phone) {
        SafeContact contact = new SafeContact("+441632960701", null, Map.of(Channel.PHONE, ChannelAnswer.of(phone)), "", "", "", true, "", LocalDate.of(2026, 11, 1), LocalDate.of(2027, 1, 1));
        return world.as(World.MINA, () -> people.record(new NewPerson(Side.SUPPORT, new About("Robin", family, "Rob", LocalDate.of(1988, 2, 29), "", "", "", false, "", ""), contact), World.MINA));
    }

    private MockHttpServletRequestBuilder answers(PersonId person, String checked) {
        String seen = world.as(World.MINA, () -> sql.sql("select safe_contact_id from people.person where id = :id").param("id", person.id()).query(UUID.class).single()).toString();
        MockHttpServletRequestBuilder request = post("/desk/people/" + person.id() + "/contact").param("seen", seen).param("phone", "01632 960701").param("checked", checked).param("PHONE-times", "weekdays 9am to midday");
        for (Channel channel : Channel.values()) request.param(channel + "-safe", channel == Channel.PHONE ? "YES" : "UNKNOWN");
        return request;
    }

    private String search(Actor.Worker worker, String... fields) throws Exception {
        MockHttpServletRequestBuilder request = post("/desk/people");
        for (int i = 0; i < fields.length; i += 2) request.param(fields[i], fields[i + 1]);
        return body(request, worker, 200);
    }

    private Document page(MockHttpServletRequestBuilder request, Actor.Worker worker) throws Exception {
        return Jsoup.parse(body(request, worker, 200));
    }

    private String body(MockHttpServletRequestBuilder request, Actor.Worker worker, int status) throws Exception {
        return mvc.perform(request.with(world.signedIn(worker))).andExpect(status().is(status)).andReturn().getResponse().getContentAsString();
    }

    private List<String> details(PersonId person, String act) {
        return world.as(World.PRIYA, () -> sql.sql("select detail from audit.entry where subject_id = :id and act = :act").param("id", person.id()).param("act", act).query(String.class).list());
    }
}
