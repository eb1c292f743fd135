package org.alongside.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.alongside.AlongsideTest;
import org.alongside.TestDatabase;
import org.alongside.World;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.access.DemoTown;
import org.alongside.people.PersonId;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** What somebody said once, on the phone or in a referral, nobody types again. The list is docs/facts.md. */
@AlongsideTest
class TypedOnceTests {
    @Autowired World world;
    @Autowired Drafts drafts;
    @Autowired Referrals referrals;
    @Autowired JdbcClient sql;
    @Autowired MockMvc mvc;

    String person, theCase;

    @BeforeEach
    void somebodyAsksForHelp() throws Exception {
        Map<Question, String> said = new EnumMap<>(Question.class);
        said.put(Question.CHANNELS, "PHONE");
        said.put(Question.SAFE_WHEN, "ANY_TIME");
        said.put(Question.CODE_WORD, "marmalade");
        said.put(Question.PHONE, "07700 900155");
        said.put(Question.EMAIL, "once@example.org");
        said.put(Question.GIVEN_NAME, "Onceonly");
        said.put(Question.FAMILY_NAME, "Teller");
        said.put(Question.BORN, "3\n4\n1988");
        said.put(Question.GENDER, "MAN");
        said.put(Question.LANGUAGE, "Welsh");
        said.put(Question.INTERPRETER, "YES");
        said.put(Question.ACCESS_NEEDS, "Step-free");
        said.put(Question.WORKER_WISH, "MAN");
        said.put(Question.ADDRESS, "1 Only Street");
        said.put(Question.AREA, "WM1 2AB");
        said.put(Question.OTHER_PERSON, "Hilda Harmer");
        said.put(Question.RECEIVER, DemoTown.HARBOUR_HOUSE.id().toString());
        said.put(Question.SAFE_NOW, "YES");
        Actor.Holder holder = new Actor.Holder(TestDatabase.SEAL.fingerprint("referral.draft", UUID.randomUUID().toString()));
        ReferralId id = Acting.as(holder, () -> {
            ReferralId draft = drafts.begin(Asking.MYSELF, holder).id();
            drafts.answer(any -> said);
            referrals.receive(draft);
            return draft;
        });
        PersonId made = Acting.as(World.TOM, () -> referrals.screen(id, World.TOM));
        Acting.as(World.TOM, () -> referrals.accept(id, "", World.TOM));
        person = "/desk/people/" + made.id();
        theCase = "/desk/cases/" + world.as(World.TOM, () -> sql.sql("select id from casework.client_case where person_id = :id").param("id", made.id()).query(UUID.class).single());
    }

    @Test
    void what_was_said_when_they_asked_for_help_stands_where_it_is_needed() throws Exception {
        assertThat(page(person).text()).contains("Onceonly Teller", "3 April 1988", "man", "Welsh", "Step-free", "07700 900155");
        assertThat(page(person + "/contact").select("input[value=once@example.org]")).hasSize(1);
        assertThat(page(theCase).text()).contains("Onceonly Teller", "Interpreter needed: Welsh", "Step-free");
        assertThat(page(theCase + "/contacts/new").text()).contains("07700 900155", "marmalade");
        assertThat(page(person + "/contact").select("input[value=marmalade]")).hasSize(1);
        assertThat(page(person + "/addresses").select("button:contains(Open)")).as("the address lies in its compartment").isNotEmpty();
        assertThat(page(person + "/addresses").text()).doesNotContain("Only Street");
        assertThat(page(theCase + "/allocation").select("input[name=wish][value=MAN][checked]")).as("the wish about their worker").hasSize(1);
        assertThat(page(theCase + "/accommodation/new").select("input[name=counted][value=MAN][checked]")).as("how they are counted").hasSize(1);
        assertThat(page(theCase + "/assessment").text()).contains("Onceonly Teller");
        assertThat(page(theCase + "/plan").text()).contains("Onceonly Teller");
    }

    @Test
    void whoever_they_named_is_there_to_be_chosen_with_who_said_so_and_how_sure_anybody_is() throws Exception {
        assertThat(page(person + "/relations").text()).contains("Hilda Harmer", "Named in the referral");
        assertThat(page(theCase + "/orders/new").select("option:contains(Hilda Harmer), label:contains(Hilda Harmer)")).hasSize(1);
        assertThat(page(theCase + "/concerns/new").select("option:contains(Hilda Harmer)")).hasSize(1);
        assertThat(page(theCase).text()).contains("Hilda Harmer", "Named as causing harm");
    }

    @Test
    void a_child_written_down_once_is_there_for_a_place_a_concern_and_a_case_of_their_own() throws Exception {
        mvc.perform(post(person + "/relations/new").param("kind", "CHILD").param("givenName", "Little").param("familyName", "Teller").param("born.day", "1").param("born.month", "2").param("born.year", "2019").param("lives", "YES").param("same", "NEW").with(world.signedIn(World.TOM))).andExpect(status().is3xxRedirection());

        assertThat(page(theCase).text()).contains("Little Teller, 7", "Open a case for them");
        assertThat(page(theCase + "/accommodation/new").select("label:contains(Little Teller, 7)")).hasSize(1);
        assertThat(page(theCase + "/concerns/new").select("option:contains(Little Teller)")).hasSize(1);
    }

    @Test
    void the_list_of_facts_names_the_questions_of_a_referral_and_the_tables_that_are() throws IOException {
        String facts = Files.readString(Path.of("docs/facts.md"));
        List<String> tables = world.as(World.anyone(), () -> sql.sql("select schemaname || '.' || tablename from pg_tables where schemaname not in ('pg_catalog', 'information_schema', 'public')").query(String.class).list());

        assertThat(Pattern.compile("`([a-z_]+\\.[a-z_]+)`").matcher(facts).results().map(found -> found.group(1)).distinct().toList()).hasSizeGreaterThan(10).allSatisfy(table -> assertThat(tables).contains(table));
        assertThat(List.of(Question.values())).filteredOn(question -> question.part() != Part.CALL && question.part() != Part.AGREEMENT).allSatisfy(question -> assertThat(facts).contains("`" + question.name() + "`"));
    }

    private Document page(String path) throws Exception {
        return Jsoup.parse(mvc.perform(get(path).with(world.signedIn(World.TOM))).andExpect(status().isOk()).andReturn().getResponse().getContentAsString());
    }
}
