package org.alongside.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.alongside.AlongsideTest;
import org.alongside.TestDatabase;
import org.alongside.World;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.access.DemoTown;
import org.alongside.access.OrganisationId;
import org.alongside.casework.CaseId;
import org.alongside.casework.Cases;
import org.alongside.casework.Children;
import org.alongside.people.About;
import org.alongside.people.Certainty;
import org.alongside.people.HarmRole;
import org.alongside.people.LivesWith;
import org.alongside.people.NewPerson;
import org.alongside.people.People;
import org.alongside.people.PersonId;
import org.alongside.people.RelationKind;
import org.alongside.people.Relations;
import org.alongside.people.Relations.Around;
import org.alongside.referral.Asking;
import org.alongside.referral.Draft;
import org.alongside.referral.Drafts;
import org.alongside.referral.Question;
import org.alongside.referral.Referrals;
import org.alongside.shared.Side;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** The intake check from end to end: a case and the people around its client on one hand, a referral sent from the public page on the other. */
@AlongsideTest
class NamedByOthersTests {
    private static final LocalDate BORN = LocalDate.of(1988, 2, 29);
    @Autowired World world;
    @Autowired People people;
    @Autowired Relations relations;
    @Autowired Cases cases;
    @Autowired Children children;
    @Autowired Drafts drafts;
    @Autowired Referrals referrals;
    @Autowired IntakeCheck check;
    @Autowired JdbcClient sql;
    @Autowired MockMvc mvc;

    private final String surname = "Named" + UUID.randomUUID().toString().replaceAll("[^a-z]", "");
    private PersonId client;
    private CaseId known;

    @BeforeEach
    void a_case() {
        world.as(World.MINA, () -> {
            client = people.record(new NewPerson(Side.SUPPORT, About.named("Kim", surname).bornOn(BORN)), World.MINA);
            known = cases.open(client, null, World.MINA);
            cases.accept(known, World.MINA);
        });
    }

    @Test
    void a_client_who_asks_again_from_the_public_page_is_brought_to_the_lead() {
        UUID again = asks(Asking.MYSELF, "Kim");

        assertThat(hits(World.PRIYA, again)).containsExactly("CLIENT/CLIENT");
    }

    @Test
    void whoever_a_client_names_as_causing_harm_and_who_asks_for_help_to_stop_is_found_and_only_the_lead_learns_it() {
        world.as(World.MINA, () -> relations.add(client, About.named("Pat", surname).bornOn(BORN), new Around(RelationKind.EX_PARTNER, LivesWith.NO, HarmRole.CAUSING_HARM, Certainty.LIKELY, "What she told us", ""), World.MINA));

        UUID theirs = asks(Asking.MY_BEHAVIOUR, "Pat");

        assertThat(hits(World.PRIYA, theirs)).containsExactly("CAUSING_HARM/PARTICIPANT");
        for (Actor.Worker other : List.of(World.MINA, World.TOM, World.ROBIN, World.KIT, World.SAL)) assertThat(hits(other, theirs)).isEmpty();
    }

    @Test
    void a_child_with_a_case_of_their_own_is_no_match_with_their_parents_case() throws Exception {
        PersonId child = world.as(World.MINA, () -> relations.one(client, relations.add(client, About.named("Bo", surname).bornOn(LocalDate.of(2018, 5, 6)), new Around(RelationKind.CHILD, LivesWith.YES, HarmRole.NOT_SAID, Certainty.SAID, "", ""), World.MINA))).other();
        String open = "/desk/cases/" + known.id() + "/children/" + child.id() + "/case";

        String first = mvc.perform(post(open).with(world.signedIn(World.TOM))).andExpect(status().is3xxRedirection()).andReturn().getResponse().getRedirectedUrl();
        String second = mvc.perform(post(open).with(world.signedIn(World.TOM))).andReturn().getResponse().getRedirectedUrl();
        runChecks();

        assertThat(second).isEqualTo(first);
        UUID own = world.as(World.MINA, () -> children.casesOf(List.of(child))).get(child).id();
        assertThat(hits(World.PRIYA, own)).isEmpty();
        // Somebody else's child is nobody's here.
        mvc.perform(post("/desk/cases/" + known.id() + "/children/" + client.id() + "/case").with(world.signedIn(World.TOM))).andExpect(status().isNotFound());
        for (Actor.Worker outsider : List.of(World.ROBIN, World.ASH, World.JO)) mvc.perform(post(open).with(world.signedIn(outsider))).andExpect(status().isNotFound());
    }

    private UUID asks(Asking asking, String given) {
        Actor.Holder holder = new Actor.Holder(TestDatabase.SEAL.fingerprint("referral.draft", UUID.randomUUID().toString()));
        UUID id = world.as(holder, () -> {
            Draft draft = drafts.begin(asking, holder);
            drafts.answer(before -> new HashMap<>(Map.of(Question.CHANNELS, "NONE", Question.GIVEN_NAME, given, Question.FAMILY_NAME, surname, Question.BORN, "29\n2\n1988", Question.RECEIVER, DemoTown.HARBOUR_HOUSE.id().toString())));
            referrals.receive(draft.id());
            return draft.id().id();
        });
        runChecks();
        return id;
    }

    private void runChecks() {
        for (String instance : sql.sql("delete from access.scheduled_tasks where task_name = 'intake-check' returning task_instance").query(String.class).list()) {
            String[] ids = instance.split("/");
            OrganisationId organisation = OrganisationId.of(ids[0]);
            Acting.as(new Actor.Job(organisation, Matching.CHECK), () -> check.check(organisation, UUID.fromString(ids[1])));
        }
    }

    private List<String> hits(Actor actor, UUID record) {
        return world.as(actor, () -> sql.sql("select least(new_role, known_role) || '/' || greatest(new_role, known_role) from matching.hit where new_record_id = :id or known_record_id = :id order by 1").param("id", record).query(String.class).list());
    }
}
