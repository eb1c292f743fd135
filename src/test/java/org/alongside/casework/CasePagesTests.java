package org.alongside.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.alongside.AlongsideTest;
import org.alongside.TestClock;
import org.alongside.World;
import org.alongside.access.Actor;
import org.alongside.people.People;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@AlongsideTest
class CasePagesTests {
    private static final List<String> PAGES = List.of("", "/timeline", "/timeline?kind=CRISIS", "/contacts", "/contacts/new", "/crises/new", "/needs", "/needs/new", "/goals/new", "/offers/new",
            "/actions", "/actions/new", "/allocation", "/closure", "/reopening", "/notes/new");

    @Autowired MockMvc mvc;
    @Autowired World world;
    @Autowired People people;
    @Autowired Cases cases;
    @Autowired Needs needs;
    @Autowired Notes notes;
    @Autowired JdbcClient sql;

    @Test
    void every_page_of_every_demo_case_is_whole() throws Exception {
        for (CaseId id : List.of(DemoCases.DANIEL, DemoCases.SOFIA, DemoCases.CALLUM, DemoCases.AISHA, DemoCases.JESS, DemoCases.TOMASZ, DemoCases.ELIN, DemoCases.HANNAH)) {
            for (String page : PAGES) whole(page(World.MINA, path(id) + page), path(id) + page);
        }
        for (CaseId id : List.of(DemoCases.MARCUS, DemoCases.DEAN)) {
            for (String page : PAGES) whole(page(World.ROBIN, path(id) + page), path(id) + page);
        }
    }

    @Test
    void every_page_of_an_empty_case_says_so() throws Exception {
        CaseId id = CaseFixture.open(world, people, cases, World.MINA);
        for (String page : PAGES) whole(page(World.MINA, path(id) + page), path(id) + page);

        assertThat(page(World.MINA, path(id) + "/needs").text()).contains("No goals yet").contains("No needs yet");
        assertThat(page(World.MINA, path(id) + "/contacts").text()).contains("No contact yet");
        assertThat(page(World.MINA, path(id) + "/actions").text()).contains("Nothing to be done now");
    }

    @Test
    void a_case_is_opened_by_its_number_however_it_is_read_out_and_by_nobody_else() throws Exception {
        String number = world.as(World.MINA, () -> cases.facts(DemoCases.SOFIA).reference());

        for (String typed : List.of(number, number.toLowerCase(), " " + number.replace("-", " ") + " ", number.replace("-", ""))) {
            mvc.perform(post("/desk/cases").param("number", typed).with(world.signedIn(World.MINA))).andExpect(redirectedUrl(path(DemoCases.SOFIA)));
        }
        for (Actor.Worker other : List.of(World.ROBIN, World.KIT, World.ASH, World.NIA)) assertThat(numbered(other, number).text()).as(other.toString()).contains("There is no case of this number here");
        Document none = numbered(World.MINA, "2222-2223");
        assertThat(none.select(".govuk-error-summary a").attr("href")).isEqualTo("#number");
        assertThat(none.select("#number").val()).isEqualTo("2222-2223");
        assertThat(numbered(World.MINA, "").select(".govuk-error-summary a").text()).isEqualTo("Enter the number of the case");
    }

    private Document numbered(Actor.Worker worker, String number) throws Exception {
        return Jsoup.parse(mvc.perform(post("/desk/cases").param("number", number).with(world.signedIn(worker))).andExpect(status().isOk()).andReturn().getResponse().getContentAsString());
    }

    @Test
    void lists_show_their_cases_and_an_empty_list_says_what_to_do() throws Exception {
        for (String list : List.of("mine", "team", "overdue", "waiting", "closed")) whole(page(World.MINA, "/desk/cases?list=" + list), list);

        assertThat(page(World.MINA, "/desk/cases").select(".case-lines li").text()).contains("Sofia Marques").doesNotContain("Daniel Price");
        assertThat(page(World.TOM, "/desk/cases?list=overdue").text()).contains("Daniel Price");
        assertThat(page(World.TOM, "/desk/cases?list=waiting").text()).contains("Elin Rees");
        assertThat(page(World.TOM, "/desk/cases?list=closed").text()).contains("Tomasz Nowak");
        assertThat(page(World.PRIYA, "/desk/cases").text()).contains("You have no open cases");
    }

    @Test
    void behind_the_wall_there_are_only_its_own_cases_and_its_own_words() throws Exception {
        Document list = page(World.ROBIN, "/desk/cases?list=team");
        assertThat(list.select(".case-lines li").text()).contains("Marcus Bell").doesNotContain("Sofia Marques");

        Document marcus = page(World.ROBIN, path(DemoCases.MARCUS));
        assertThat(marcus.select("a[href$=/plan], a[href$=/assessment]")).isEmpty();
        assertThat(page(World.ROBIN, path(DemoCases.MARCUS) + "/needs").text()).contains("Areas of work").doesNotContain("Add a need");
        assertThat(page(World.MINA, path(DemoCases.SOFIA)).select("a[href$=/plan], a[href$=/assessment]")).isNotEmpty();
    }

    @Test
    void a_manager_sees_who_carries_how_much_and_nobody_else_does() throws Exception {
        Document page = page(World.SAL, "/desk/caseloads");
        whole(page, "caseloads");
        assertThat(page.select("tbody tr").eachText()).anyMatch(row -> row.startsWith("Mina Okafor")).noneMatch(row -> row.startsWith("Robin Hale"));

        mvc.perform(get("/desk/caseloads").with(world.signedIn(World.MINA))).andExpect(status().isNotFound());
    }

    @Test
    void a_case_weighs_what_the_managers_agreed_and_one_while_they_did_not() throws Exception {
        int cases = weighs("Mina Okafor");
        assertThat(cases).as("as many as there are").isEqualTo(Integer.parseInt(carried("Mina Okafor").get(1).text()) + Integer.parseInt(carried("Mina Okafor").get(2).text()));
        weigh("1", "1", "1", "2", "5");

        int raised = world.as(World.SAL, () -> sql.sql("""
                select count(*) from casework.client_case c join casework.review r on r.case_id = c.id and r.kind = 'ASSESSMENT' and r.standing = 'Raised'
                 where c.worker_id = :mina and c.status = 'OPEN'""").param("mina", World.MINA.worker().id()).query(Integer.class).single());
        int high = world.as(World.SAL, () -> sql.sql("""
                select count(*) from casework.client_case c join casework.review r on r.case_id = c.id and r.kind = 'ASSESSMENT' and r.standing = 'High'
                 where c.worker_id = :mina and c.status = 'OPEN'""").param("mina", World.MINA.worker().id()).query(Integer.class).single());
        assertThat(raised).isPositive();
        assertThat(weighs("Mina Okafor")).isEqualTo(cases + raised + 4 * high);

        Document refused = Jsoup.parse(mvc.perform(weights("1", "many", "21", "1", "1").with(world.signedIn(World.SAL))).andExpect(status().isOk()).andReturn().getResponse().getContentAsString());
        assertThat(refused.select(".govuk-error-summary a").eachText()).containsExactly("Enter a whole number from 0 to 20", "Enter a whole number from 0 to 20");
        assertThat(refused.selectFirst("#weight-NOT_JUDGED").val()).isEqualTo("many");
        mvc.perform(weights("1", "1", "1", "1", "1").with(world.signedIn(World.MINA))).andExpect(status().isNotFound());
        weigh("1", "1", "1", "1", "1");
        assertThat(weighs("Mina Okafor")).isEqualTo(cases);
    }

    private void weigh(String... typed) throws Exception {
        mvc.perform(weights(typed).with(world.signedIn(World.SAL))).andExpect(status().is3xxRedirection());
    }

    private static MockHttpServletRequestBuilder weights(String... typed) {
        MockHttpServletRequestBuilder request = post("/desk/caseloads");
        List<String> kinds = List.of("SCREENING", "NOT_JUDGED", "Standard", "Raised", "High");
        for (int i = 0; i < typed.length; i++) request.param("weight-" + kinds.get(i), typed[i]);
        return request;
    }

    private int weighs(String worker) throws Exception {
        return Integer.parseInt(carried(worker).first().text());
    }

    private Elements carried(String worker) throws Exception {
        return page(World.SAL, "/desk/caseloads").select("tbody tr:has(th:contains(" + worker + ")) td.govuk-table__cell--numeric");
    }

    @Test
    void a_number_that_may_not_be_used_is_not_on_the_page() throws Exception {
        // Aisha can be texted and never called; nobody knows yet about Elin's number.
        Document aisha = page(World.MINA, path(DemoCases.AISHA) + "/contacts/new");
        assertThat(row(aisha, "Phone call").text()).contains("never").doesNotContain("01632 960215");
        assertThat(row(aisha, "Text message").text()).contains("yes, now").contains("01632 960215");
        assertThat(row(aisha, "Text message").select("a[href^=tel:]")).as("one touch on it would call her").isEmpty();
        assertThat(page(World.MINA, path(DemoCases.ELIN) + "/contacts/new").html()).doesNotContain("01632 960219");
    }

    @Test
    void a_refused_contact_is_explained_beside_the_field_and_what_was_typed_stays() throws Exception {
        CaseId id = CaseFixture.open(world, people, cases, World.MINA);
        String body = mvc.perform(contact(id).param("channel", "TEXT").param("outcome", "SENT").param("words", "Kept <b>as typed</b> ‮ 😀").with(world.signedIn(World.MINA)))
                .andExpect(status().isOk()).andReturn().getResponse().getContentAsString();
        Document page = Jsoup.parse(body);

        whole(page, "refused contact");
        assertThat(page.select("#channel-error").text()).contains("Never");
        assertThat(page.select("textarea[name=words]").val()).isEqualTo("Kept <b>as typed</b> ‮ 😀");
        assertThat(page.title()).startsWith("Error: ");
    }

    @Test
    void an_empty_form_comes_back_with_a_problem_beside_each_field_that_needs_an_answer() throws Exception {
        CaseId id = CaseFixture.open(world, people, cases, World.MINA);
        mina(() -> needs.raise(id, UUID.randomUUID(), NeedDomain.HOME, new Needs.Need(NeedLevel.LOW, NeedStatus.OPEN, null), World.MINA));
        for (String noun : List.of("contacts", "crises", "needs", "goals", "offers", "actions", "notes", "allocation", "closure")) {
            String body = mvc.perform(post(path(id) + "/" + noun).with(world.signedIn(World.MINA))).andExpect(status().isOk()).andReturn().getResponse().getContentAsString();
            Document page = Jsoup.parse(body);
            whole(page, noun);
            assertThat(page.select(".govuk-error-summary a")).as(noun).isNotEmpty().allSatisfy(link -> assertThat(page.getElementById(link.attr("href").substring(1))).as(link.outerHtml()).isNotNull());
        }
        assertThat(Jsoup.parse(mvc.perform(post(path(id) + "/closure").with(world.signedIn(World.MINA))).andReturn().getResponse().getContentAsString()).text())
                .contains("Somewhere to live: say how it ended");
    }

    @Test
    void nonsense_dates_times_and_endless_text_are_refused_in_plain_words() throws Exception {
        CaseId id = CaseFixture.open(world, people, cases, World.MINA);
        Document future = posted(post(path(id) + "/notes").param("words", "x").param("on.day", "1").param("on.month", "1").param("on.year", "2030").param("time", "10:00"));
        Document noTime = posted(post(path(id) + "/notes").param("words", "x").param("on.day", "20").param("on.month", "11").param("on.year", "2026").param("time", "half past"));
        Document noDay = posted(post(path(id) + "/notes").param("words", "x").param("on.day", "31").param("on.month", "2").param("on.year", "2026").param("time", "9"));
        Document endless = posted(post(path(id) + "/notes").param("words", "x".repeat(20_001)).param("on.day", "20").param("on.month", "11").param("on.year", "2026").param("time", "9am"));

        assertThat(future.select("#on-error").text()).contains("not a time to come");
        assertThat(noTime.select("#time-error").text()).contains("14:30");
        assertThat(noDay.select("#on-error")).isNotEmpty();
        assertThat(endless.select("#words-error").text()).contains("20,000");
        assertThat(endless.select("textarea").val()).hasSize(20_001);
    }

    @Test
    void a_whole_life_of_a_case_goes_through_its_forms() throws Exception {
        CaseId id = CaseFixture.open(world, people, cases, World.MINA);
        done(post(path(id) + "/allocation").param("to", World.MINA.worker().id().toString()).param("wish", "WOMAN").param("met", "yes"), path(id));
        done(contact(id).param("channel", "CALL").param("outcome", "SPOKE").param("purposes", "EMOTIONAL_SUPPORT", "RIGHTS"), path(id) + "/contacts");
        done(post(path(id) + "/needs").param("domain", "HOME").param("level", "HIGH").param("status", "OPEN"), path(id) + "/needs");
        done(post(path(id) + "/goals").param("words", "A door I can lock").param("status", "ACTIVE"), path(id) + "/needs");
        done(post(path(id) + "/offers").param("words", "Refuge").param("answer", "DECLINED"), path(id) + "/needs");
        done(post(path(id) + "/actions").param("words", "Ring housing").param("agency", "HOUSING").param("owner", World.MINA.worker().id().toString())
                .param("due.day", "27").param("due.month", "11").param("due.year", "2026"), path(id) + "/actions");
        done(post(path(id) + "/closure").param("reason", "FINISHED").param("outcome[HOME]", "PARTLY").param("because[HOME]", "WAITING").param("a.believed", "yes").param("a.safer", "~DECLINED").param("a.in-control", "~NOT_ASKED"), path(id));
        assertThat(page(World.MINA, path(id) + "/closure").text()).contains("Somewhere to live Partly met. Still waiting").contains("Did you feel believed? Yes", "Do you feel safer? Would rather not say").doesNotContain("in control");
        done(post(path(id) + "/reopening").param("words", "It began again"), path(id));

        assertThat(page(World.MINA, path(id) + "/timeline").select(".moment-title").eachText())
                .anyMatch(line -> line.contains("Call: we spoke; emotional support, rights")).anyMatch(line -> line.contains("Option offered: declined")).anyMatch(line -> line.contains("Case closed"));
    }

    @Test
    void somebody_elses_change_is_shown_and_what_was_typed_stays() throws Exception {
        CaseId id = CaseFixture.open(world, people, cases, World.MINA);
        UUID need = UUID.randomUUID();
        mina(() -> needs.raise(id, need, NeedDomain.HOME, new Needs.Need(NeedLevel.LOW, NeedStatus.OPEN, null), World.MINA));
        mina(() -> needs.change(id, need, 0, new Needs.Need(NeedLevel.HIGH, NeedStatus.WORKING, "Evicted"), World.MINA));
        Document page = posted(post(path(id) + "/needs/" + need).param("version", "0").param("level", "MEDIUM").param("status", "OPEN").param("words", "My words"));

        assertThat(page.select("#status-error").text()).contains("Somebody changed this");
        assertThat(page.text()).contains("As it stands now").contains("Evicted");
        assertThat(page.select("textarea").val()).isEqualTo("My words");
        assertThat(page.select("input[name=version]").val()).isEqualTo("1");
    }

    @Test
    void the_timeline_turns_its_pages_without_losing_or_doubling_a_line() throws Exception {
        CaseId id = CaseFixture.open(world, people, cases, World.MINA);
        // All at one moment, so that only the id can tell them apart.
        mina(() -> IntStream.range(0, 120).forEach(note -> notes.add(id, UUID.randomUUID(), TestClock.START, "Note " + note, World.MINA)));
        Document first = page(World.MINA, path(id) + "/timeline?kind=NOTE");
        Document second = page(World.MINA, first.select("a[rel=next]").attr("href"));
        Document third = page(World.MINA, second.select("a[rel=next]").attr("href"));

        assertThat(Stream.of(first, second, third).flatMap(page -> page.select(".moment .typed").eachText().stream())).hasSize(120).doesNotHaveDuplicates();
        assertThat(third.select("a[rel=next]")).isEmpty();
    }

    @Test
    void each_look_at_a_case_is_on_the_trail_in_the_same_breath() throws Exception {
        CaseId id = CaseFixture.open(world, people, cases, World.MINA);
        page(World.MINA, path(id) + "/timeline");
        page(World.TOM, path(id));

        assertThat(world.as(World.PRIYA, () -> sql.sql("select count(*) from audit.entry where subject_id = :id and act = 'LOOKED'").param("id", id.id()).query(Integer.class).single())).isEqualTo(2);
    }

    private void whole(Document page, String what) {
        assertThat(page.select("h1")).as(what).hasSize(1);
        assertThat(page.select("main").text()).as(what).hasSizeGreaterThan(40);
        for (Element field : page.select("main input:not([type=hidden]), main select, main textarea")) {
            assertThat(page.select("label[for=\"" + field.id() + "\"]")).as(what + " " + field.outerHtml()).isNotEmpty();
        }
        assertThat(page.select("[id]").eachAttr("id")).as(what).doesNotHaveDuplicates();
        assertThat(page.title()).as(what).doesNotContain("Marques").doesNotContain("Testcase");
    }

    private Document page(Actor.Worker worker, String path) throws Exception {
        return Jsoup.parse(mvc.perform(get(path).with(world.signedIn(worker))).andExpect(status().isOk()).andReturn().getResponse().getContentAsString());
    }

    private Document posted(MockHttpServletRequestBuilder form) throws Exception {
        return Jsoup.parse(mvc.perform(form.with(world.signedIn(World.MINA))).andExpect(status().isOk()).andReturn().getResponse().getContentAsString());
    }

    private void done(MockHttpServletRequestBuilder form, String then) throws Exception {
        mvc.perform(form.with(world.signedIn(World.MINA))).andExpect(redirectedUrl(then));
    }

    private MockHttpServletRequestBuilder contact(CaseId id) {
        return post(path(id) + "/contacts").param("by", "US").param("on.day", "20").param("on.month", "11").param("on.year", "2026").param("time", "9:30");
    }

    private static Element row(Document page, String key) {
        return page.select(".govuk-summary-list__row:has(dt:contains(" + key + "))").first();
    }

    private void mina(Runnable work) {
        world.as(World.MINA, work);
    }

    private static String path(CaseId id) {
        return "/desk/cases/" + id.id();
    }
}
