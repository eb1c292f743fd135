package org.alongside.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.alongside.AlongsideTest;
import org.alongside.World;
import org.alongside.access.Actor;
import org.alongside.people.Relations.Around;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@AlongsideTest
class RelationsTests {
    private static final Around EX_WHO_HARMS = new Around(RelationKind.EX_PARTNER, LivesWith.NO, HarmRole.CAUSING_HARM, Certainty.LIKELY, "What she told us", "");
    private static final Around CHILD = new Around(RelationKind.CHILD, LivesWith.YES, HarmRole.NOT_SAID, Certainty.SAID, "", "Year 4");
    @Autowired World world;
    @Autowired People people;
    @Autowired Relations relations;
    @Autowired JdbcClient sql;
    @Autowired MockMvc mvc;

    private final String surname = "Around" + UUID.randomUUID().toString().replaceAll("[^a-z]", "");
    private PersonId client;

    @BeforeEach
    void somebody() {
        client = person(World.MINA, "Kim");
    }

    @Test
    void a_relation_is_seen_from_both_ends() {
        PersonId child = as(() -> relations.one(client, relations.add(client, About.named("Bo", surname), CHILD, World.MINA))).other();
        PersonId ex = as(() -> relations.one(client, relations.add(client, About.named("Pat", surname), EX_WHO_HARMS, World.MINA))).other();

        assertThat(around(client)).extracting(Relation::kind).containsExactlyInAnyOrder(RelationKind.CHILD, RelationKind.EX_PARTNER);
        assertThat(around(child)).singleElement().matches(one -> one.kind() == RelationKind.PARENT && one.other().equals(client));
        assertThat(around(ex)).singleElement().matches(one -> one.judged().role() == HarmRole.HARMED && one.judged().by().equals(World.MINA.worker()));
    }

    @Test
    void who_harms_whom_is_turned_with_a_reason_and_what_was_said_before_stays() {
        UUID relation = as(() -> relations.add(client, About.named("Pat", surname), EX_WHO_HARMS, World.MINA));

        world.as(World.TOM, () -> relations.change(client, relation, new Around(RelationKind.EX_PARTNER, LivesWith.NO, HarmRole.HARMED, Certainty.CLEAR, "The police film shows it the other way round", ""), 1, World.TOM));

        Relation.Judged now = around(client).get(0).judged();
        assertThat(now.role()).isEqualTo(HarmRole.HARMED);
        assertThat(now.by()).isEqualTo(World.TOM.worker());
        assertThat(as(() -> sql.sql("select role from people.relation_role where relation_id = :id order by number").param("id", relation).query(String.class).list())).containsExactly("CAUSING_HARM", "HARMED");
    }

    @Test
    void changing_it_from_the_other_end_means_the_same() {
        UUID relation = as(() -> relations.add(client, About.named("Bo", surname), CHILD, World.MINA));
        PersonId child = around(client).get(0).other();

        as(() -> relations.change(child, relation, new Around(RelationKind.PARENT, LivesWith.SOMETIMES, HarmRole.CAUSING_HARM, Certainty.SAID, "The school said so", ""), 1, World.MINA));

        assertThat(around(client)).singleElement().matches(one -> one.kind() == RelationKind.CHILD && one.livesWith() == LivesWith.SOMETIMES && one.judged().role() == HarmRole.HARMED);
    }

    @Test
    void two_workers_at_once_lose_nothing() {
        UUID relation = as(() -> relations.add(client, About.named("Pat", surname), EX_WHO_HARMS, World.MINA));
        as(() -> relations.change(client, relation, EX_WHO_HARMS, 1, World.MINA));

        assertThatThrownBy(() -> world.as(World.TOM, () -> relations.change(client, relation, CHILD, 1, World.TOM))).isInstanceOf(ChangedMeanwhile.class);
        assertThat(around(client)).extracting(Relation::kind).containsExactly(RelationKind.EX_PARTNER);
    }

    @Test
    void taking_somebody_back_can_be_undone_and_two_people_are_related_once() {
        UUID relation = as(() -> relations.add(client, About.named("Pat", surname), EX_WHO_HARMS, World.MINA));
        PersonId other = around(client).get(0).other();
        assertThatThrownBy(() -> as(() -> relations.add(other, client, CHILD, World.MINA))).isInstanceOf(RuleBroken.class).hasMessageContaining("already");
        assertThatThrownBy(() -> as(() -> relations.add(client, client, CHILD, World.MINA))).isInstanceOf(RuleBroken.class);

        as(() -> relations.end(client, relation, World.MINA));
        assertThat(around(client)).isEmpty();
        assertThat(as(() -> relations.everyone(client))).hasSize(1);
        as(() -> relations.restore(client, relation, World.MINA));
        assertThat(around(client)).hasSize(1);
    }

    @Test
    void nobody_is_related_across_the_wall_or_to_somebody_elsewhere_even_where_no_guard_stands() {
        PersonId behind = person(World.ROBIN, "Lee");
        PersonId elsewhere = person(World.ASH, "Lee");
        for (PersonId other : List.of(behind, elsewhere)) {
            assertThatThrownBy(() -> as(() -> relations.add(client, other, CHILD, World.MINA))).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> as(() -> sql.sql("""
                    insert into people.relation (id, organisation_id, side, person_id, other_id, kind, lives_with, recorded_by, recorded_at, changed_at, version)
                    values (gen_random_uuid(), access.organisation(), access.side(), :person, :other, 'CHILD', 'NO', access.worker(), now(), now(), 1)""").param("person", client.id()).param("other", other.id()).update()))
                    .isInstanceOf(DataIntegrityViolationException.class);
        }
        // Control: the same statement holds for somebody on this side.
        PersonId here = person(World.MINA, "Lee");
        as(() -> relations.add(client, here, CHILD, World.MINA));
        for (Actor.Worker outsider : List.of(World.ROBIN, World.KIT, World.ASH, World.ALEX)) assertThat(world.as(outsider, () -> relations.of(client))).isEmpty();
    }

    @Test
    void somebody_with_the_same_name_is_asked_about_before_another_is_made() throws Exception {
        PersonId known = person(World.MINA, "Bo");
        String path = "/desk/people/" + client.id() + "/relations/new";

        Document asks = Jsoup.parse(mvc.perform(post(path).with(world.signedIn(World.MINA)).param("kind", "CHILD").param("givenName", "bo").param("familyName", surname.toUpperCase())).andReturn().getResponse().getContentAsString());
        assertThat(asks.text()).contains("Is it one of these people?");
        assertThat(asks.selectFirst("#givenName").val()).isEqualTo("bo");
        assertThat(around(client)).isEmpty();
        mvc.perform(post(path).with(world.signedIn(World.MINA)).param("kind", "CHILD").param("givenName", "bo").param("familyName", surname).param("same", known.id().toString())).andExpect(redirectedUrl("/desk/people/" + client.id() + "/relations"));

        assertThat(around(client)).singleElement().matches(one -> one.other().equals(known));
    }

    @Test
    void a_role_in_harm_needs_a_ground_beside_the_field_and_odd_words_are_never_run() throws Exception {
        String odd = "<script>alert(1)</script>";
        Document page = Jsoup.parse(mvc.perform(post("/desk/people/" + client.id() + "/relations/new").with(world.signedIn(World.MINA)).param("kind", "PARTNER").param("givenName", odd).param("role", "CAUSING_HARM")
                .param("born.day", "31").param("born.month", "2").param("born.year", "1990")).andReturn().getResponse().getContentAsString());

        assertThat(page.select("#why-error, #certainty-error, #born-error")).hasSize(3);
        assertThat(page.selectFirst("#givenName").val()).isEqualTo(odd);
        assertThat(page.select("script:not([src])")).isEmpty();
        as(() -> relations.add(client, About.named(odd, surname), EX_WHO_HARMS, World.MINA));
        assertThat(Jsoup.parse(mvc.perform(get("/desk/people/" + client.id() + "/relations").with(world.signedIn(World.MINA))).andReturn().getResponse().getContentAsString()).select("main script")).isEmpty();
    }

    private List<Relation> around(PersonId person) {
        return as(() -> relations.of(person));
    }

    private PersonId person(Actor.Worker worker, String given) {
        return world.as(worker, () -> people.record(new NewPerson(worker.side(), About.named(given, surname).bornOn(LocalDate.of(1990, 1, 2))), worker));
    }

    private <T> T as(Supplier<T> work) {
        return world.as(World.MINA, work);
    }

    private void as(Runnable work) {
        world.as(World.MINA, work);
    }
}
