package org.alongside.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.alongside.AlongsideTest;
import org.alongside.Desk;
import org.alongside.World;
import org.alongside.evaluation.Counted.Compared;
import org.alongside.instruments.Instruments;
import org.alongside.instruments.Shelf;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** The pages where people answer, and those of the desk around them. */
@AlongsideTest
class QuestionsTests {
    @Autowired World world;
    @Autowired Desk desk;
    @Autowired MockMvc mvc;
    @Autowired Evaluations evaluations;
    @Autowired Instruments instruments;
    @Autowired Shelf shelf;
    @Autowired Sheets sheets;

    @Test
    void by_card_somebody_reads_the_promise_makes_a_card_answers_twice_and_their_answers_find_each_other() throws Exception {
        Evaluation one = plan(IdentityMode.TICKET, true, "event-feedback");
        String before = path(one, Wave.BEFORE), after = path(one, Wave.AFTER);
        Document start = page(get(before));
        assertThat(start.text()).contains("Your name is never asked", "Nothing is kept until you press", "Harbour House asks you").doesNotContain("Notice the signs");
        assertThat(start.title()).as("the tab says nothing").isEqualTo("Local support");

        MockHttpServletResponse made = answer(post(before).param("do", "make"));
        assertThat(made.getRedirectedUrl()).isEqualTo(before + "/card");
        Cookie cookie = cookie(made);
        String number = page(get(before + "/card").cookie(cookie)).selectFirst(".card-number").text();
        assertThat(Card.read(number)).isPresent();
        Document questions = page(get(before + "/answers").cookie(cookie));
        assertThat(questions.text()).contains("Notice the signs", "Not my role", "Where do you work?").doesNotContain("Was it clear?", "Looking back");
        MockHttpServletResponse sent = answer(post(before + "/answers").cookie(cookie).param("once", questions.selectFirst("[name=once]").val()).param("a.confidence.identify", "a-little").param("sector", "HOUSING"));
        assertThat(sent.getRedirectedUrl()).isEqualTo(before + "/thanks");
        assertThat(cookie(sent).getMaxAge()).as("the next person at this tablet finds no number").isZero();
        assertThat(page(get(before + "/thanks")).text()).contains("Thank you", "keep your card", "Helplines");

        MockHttpServletResponse typed = answer(post(after).param("card", number));
        assertThat(typed.getRedirectedUrl()).isEqualTo(after + "/answers");
        assertThat(page(get(after + "/answers").cookie(cookie(typed))).text()).contains("Was it clear?", "Looking back");
        answer(post(after + "/answers").cookie(cookie(typed)).param("a.confidence.identify", "very").param("l.confidence.identify", "not-at-all").param("a.event-feedback.change", "More time"));
        Counted counted = counted(one);
        assertThat(counted.pairs()).containsEntry(Compared.BEFORE_AFTER, 1).containsEntry(Compared.LOOKING_BACK_AFTER, 1);
        assertThat(counted.questions().get(0).both().get(Compared.BEFORE_AFTER)[2][5]).isEqualTo(1);
        assertThat(counted.questions().get(0).both().get(Compared.LOOKING_BACK_AFTER)[1][5]).isEqualTo(1);
        assertThat(desk.page(World.LEE, get("/desk/evaluations/" + one.id().id() + "/comments")).text()).contains("What should we change?", "More time");
        Cookie again = cookie(answer(post(after).param("card", number)));
        assertThat(answer(post(after + "/answers").cookie(again).param("a.confidence.identify", "a-little")).getRedirectedUrl()).isEqualTo(after + "/already");
    }

    @Test
    void a_mistyped_number_is_told_beside_the_field_and_stays() throws Exception {
        String before = path(plan(IdentityMode.TICKET, false), Wave.BEFORE);
        MockHttpServletResponse wrong = answer(post(before).param("card", "1234 5678 9012"));
        assertThat(wrong.getRedirectedUrl()).isEqualTo(before + "?again");
        Document page = page(get(before + "?again").cookie(cookie(wrong)));
        assertThat(page.select(".govuk-error-summary a").text()).isEqualTo("One digit of this number is not right. Look at your card again");
        assertThat(page.selectFirst("#card").val()).isEqualTo("1234 5678 9012");
        assertThat(page(get(before).cookie(cookie(wrong))).selectFirst("#card").val()).as("whoever opens it anew sees nobody's number").isEmpty();
        assertThat(answer(get(before + "/answers").cookie(cookie(wrong))).getRedirectedUrl()).isEqualTo(before);
        assertThat(page(get("/cy" + before + "?again")).text()).contains("Rhowch y rhif ar eich cerdyn");
        assertThat(answer(get(before)).getCookies()).as("nothing is kept before somebody sends something").isEmpty();
    }

    @Test
    void without_any_link_nothing_is_asked_that_could_be_one() throws Exception {
        Evaluation one = plan(IdentityMode.UNLINKED, false);
        String before = path(one, Wave.BEFORE);
        Document start = page(get(before));
        assertThat(start.text()).contains("nothing joins your answers before and after");
        assertThat(start.select("main form")).isEmpty();
        MockHttpServletResponse sent = answer(post(before + "/answers").param("a.confidence.identify", "very"));
        assertThat(sent.getRedirectedUrl()).isEqualTo(before + "/thanks");
        assertThat(counted(one).sheets()).containsEntry(Wave.BEFORE, 1);
    }

    @Test
    void by_name_only_a_link_of_ones_own_leads_to_the_questions() throws Exception {
        Evaluation one = plan(IdentityMode.NAMED, false);
        UUID learner = UUID.randomUUID();
        String before = path(one, Wave.BEFORE), own = before + "/" + learner;
        assertThat(page(get(before)).text()).contains("Use the link in your mail");
        assertThat(answer(get(before + "/answers")).getRedirectedUrl()).isEqualTo(before);
        assertThat(page(get(own)).text()).contains("knows who you are");
        for (int times = 0; times < 2; times++) {
            assertThat(answer(post(own + "/answers").param("a.confidence.identify", "very")).getRedirectedUrl()).isEqualTo(before + (times == 0 ? "/thanks" : "/already"));
        }
        assertThat(counted(one).sheets()).containsEntry(Wave.BEFORE, 1);
    }

    @Test
    void a_code_that_nobody_made_is_not_found_and_what_is_over_says_so() throws Exception {
        Evaluation one = plan(IdentityMode.UNLINKED, false);
        String before = path(one, Wave.BEFORE);
        for (String nowhere : List.of("/training/questions/bbbbbbbbbb", "/training/questions/bbbbbbbbbb/answers", "/training/questions/x")) assertThat(answer(get(nowhere)).getStatus()).as(nowhere).isEqualTo(404);
        world.as(World.LEE, () -> evaluations.take(one.id(), Wave.BEFORE, false, World.LEE));
        assertThat(answer(get(before)).getRedirectedUrl()).isEqualTo(before + "/ended");
        assertThat(answer(post(before + "/answers").param("a.confidence.identify", "very")).getRedirectedUrl()).isEqualTo(before + "/ended");
        assertThat(page(get(before + "/ended")).text()).contains("No more answers are taken");
    }

    @Test
    void a_set_that_a_service_worded_for_learners_is_asked_on_the_page_and_no_other_of_its_sets_is_read_there() throws Exception {
        String own = "own-" + UUID.randomUUID();
        String file = "key: %s\nversion: \"1\"\nkind: confidence\nby: %s\ntitle: Ours\nabout: For tests.\noptions:\n  n: [{key: low, text: Low, weight: 1}, {key: high, text: High, weight: 2}]\nsections: [{key: a, title: A, items: [{key: b, ask: Our own question, kind: one-of, options: n}]}]\n";
        UUID set = world.as(World.SAL, () -> shelf.load("own.yaml", file.formatted(own, "learner"), World.SAL)).instrument().id();
        world.as(World.SAL, () -> shelf.publish(set, World.SAL));
        QuestionSet asked = new QuestionSet(world.as(World.SAL, () -> evaluations.offered(org.alongside.instruments.InstrumentKind.CONFIDENCE)).stream().filter(one -> one.key().equals(own)).findFirst().orElseThrow(), "high");
        EvaluationId id = world.as(World.LEE, () -> evaluations.plan(UUID.randomUUID(), new Plan("Ours", "x", List.of(asked), IdentityMode.UNLINKED, null, false, LocalDate.of(2026, 11, 20)), World.LEE));
        assertThat(page(get(world.as(World.LEE, () -> evaluations.one(id).questionsPath(Wave.BEFORE)) + "/answers")).text()).contains("Our own question");

        String hidden = world.as(World.SAL, () -> shelf.load("own.yaml", file.formatted(own + "-worker", "worker"), World.SAL)).instrument().hash();
        String shown = asked.instrument().hash();
        assertThat(world.as(World.anyone(), () -> read(shown))).isTrue();
        assertThat(world.as(World.anyone(), () -> read(hidden))).isFalse();
        assertThat(world.as(World.NIA, () -> read(shown))).as("another service").isFalse();
    }

    @Autowired org.springframework.jdbc.core.simple.JdbcClient sql;

    private boolean read(String hash) {
        return !sql.sql("select 1 from instruments.instrument_version where hash = :hash").param("hash", hash).query(Integer.class).list().isEmpty();
    }

    @Test
    void the_desk_plans_says_what_is_wrong_beside_each_field_and_keeps_what_was_typed() throws Exception {
        Document refused = desk.page(World.LEE, post("/desk/evaluations").param("title", "Spring").param("confidence", "confidence").param("months", "many"));
        assertThat(refused.select(".govuk-error-summary a").eachText()).containsExactly("Say in a sentence or two what it is about", "Choose from which answer on somebody counts as confident", "Choose what you promise", "Enter a number of months from 1 to 24, or leave it empty", "Enter the last day of the last course");
        assertThat(refused.selectFirst("#title").val()).isEqualTo("Spring");
        assertThat(refused.selectFirst("#months").val()).isEqualTo("many");
        assertThat(desk.page(World.LEE, post("/desk/evaluations").param("feedback", "event-feedback")).select(".govuk-error-summary a").eachText()).contains("Choose at least one set about confidence or knowledge: what people thought of a course alone has no before");
        UUID once = UUID.randomUUID();
        desk.done(World.LEE, post("/desk/evaluations").param("once", once.toString()).param("title", "Spring").param("about", "x").param("confidence", "confidence").param("cut", "fairly").param("knowledge", "knowledge").param("identity", "TICKET").param("months", "3")
                .param("last.day", "20").param("last.month", "11").param("last.year", "2026"));
        String its = "/desk/evaluations/" + once;
        Document page = desk.page(World.SAL, get(its));
        assertThat(page.text()).contains("Counts as confident: “Fairly” and above", "The right answer counts", "By card", "Closes by itself", "3 April 2027");
        assertThat(desk.page(World.LEE, get(its + "/cards")).select(".card-number").eachText()).hasSize(24).doesNotHaveDuplicates().allMatch(number -> Card.read(number).isPresent());
        assertThat(desk.page(World.LEE, get(its + "/room/before")).text()).contains("/training/questions/");
        assertThat(desk.send(World.LEE, get(its + "/room/before/picture")).getContentAsString()).startsWith("<svg");
        assertThat(desk.send(World.LEE, get(its + "/room/looking-back")).getStatus()).isEqualTo(404);
        assertThat(desk.page(World.LEE, get(its + "/blank/after")).text()).contains("1 Not at all", "6 Not my role", "Where do you work?");
        assertThat(desk.send(World.LEE, get(its + "/file/empty")).getContentAsString(StandardCharsets.UTF_8)).startsWith("\uFEFFtime,day,card,sector,confidence.identify");
    }

    @Test
    void paper_is_typed_in_sheet_by_sheet_and_the_last_one_taken_back() throws Exception {
        Evaluation one = plan(IdentityMode.TICKET, true);
        String paper = "/desk/evaluations/" + one.id().id() + "/paper/after";
        Document wrong = desk.page(World.LEE, post(paper).param("a.confidence.identify", "9").param("card", "1234 5678 9012").param("on.day", "20").param("on.month", "11").param("on.year", "2026"));
        assertThat(wrong.select(".govuk-error-summary a").eachText()).containsExactly("One digit of this number is not right. Look at the sheet again", "Enter a number from 1 to 6, or nothing");
        assertThat(wrong.select("[name=a.confidence.identify]").val()).isEqualTo("9");
        String card = Card.random().written();
        MockHttpServletRequestBuilder sheet = post(paper).param("once", UUID.randomUUID().toString()).param("card", card).param("a.confidence.identify", "5").param("l.confidence.identify", "1").param("on.day", "19").param("on.month", "11").param("on.year", "2026");
        desk.done(World.LEE, sheet);
        assertThat(counted(one).sheets()).containsEntry(Wave.AFTER, 1).containsEntry(Wave.LOOKING_BACK, 1);
        Document twice = desk.page(World.LEE, post(paper).param("card", card).param("a.confidence.identify", "4").param("on.day", "19").param("on.month", "11").param("on.year", "2026"));
        assertThat(twice.select(".govuk-error-summary a").text()).contains("There is an answer of this person for this time already");
        desk.done(World.LEE, post("/desk/evaluations/" + one.id().id() + "/closure"));
        assertThat(desk.send(World.LEE, get(paper)).getRedirectedUrl()).isEqualTo("/desk/evaluations/" + one.id().id());
        assertThat(desk.page(World.LEE, get("/desk/evaluations/" + one.id().id())).text()).contains("Closed", "No numbers of cards and no keys of people are left");
    }

    @Test
    void a_file_with_mistakes_shows_each_with_its_line_and_column() throws Exception {
        Evaluation one = plan(IdentityMode.UNLINKED, false);
        String path = "/desk/evaluations/" + one.id().id() + "/file";
        String heading = String.join(",", SheetFile.headings(one));
        assertThat(desk.page(World.LEE, post(path)).select(".govuk-error-summary a").text()).isEqualTo("Choose a file that is not empty");
        Document wrong = desk.page(World.LEE, file(path, heading + "\nbefore,2026-11-19,Housing,Sometimes,,,,,,\n", "take"));
        assertThat(wrong.select("td").eachText()).containsExactly("2", "confidence.identify", "must be empty, a number from 1 to 6, or one of: Not at all, A little, Somewhat, Fairly, Very, Not my role");
        assertThat(desk.page(World.LEE, file(path, heading + "\nbefore,2026-11-19,Housing,Very,,,,,,\n", "look")).text()).contains("This file can be taken", "1 before");
        desk.done(World.LEE, file(path, heading + "\nbefore,2026-11-19,Housing,Very,,,,,,\n", "take"));
        assertThat(desk.page(World.LEE, file(path, heading + "\nbefore,2026-11-19,Housing,Very,,,,,,\n", "take")).select(".govuk-error-summary a").text()).isEqualTo("This file was taken before. Nothing was added");
        assertThat(counted(one).sheets()).containsEntry(Wave.BEFORE, 1);
    }

    private static org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder<?> file(String path, String text, String wish) {
        return MockMvcRequestBuilders.multipart(path).file(new MockMultipartFile("file", "answers.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8))).param("do", wish);
    }

    private Evaluation plan(IdentityMode identity, boolean lookingBack, String... more) {
        List<QuestionSet> sets = new ArrayList<>(List.of(new QuestionSet(instruments.current("confidence"), "fairly")));
        for (String key : more) sets.add(new QuestionSet(instruments.current(key), null));
        EvaluationId id = world.as(World.LEE, () -> evaluations.plan(UUID.randomUUID(), new Plan("A course", "How sure you feel.", sets, identity, 3, lookingBack, LocalDate.of(2026, 11, 20)), World.LEE));
        return world.as(World.LEE, () -> evaluations.one(id));
    }

    private Counted counted(Evaluation one) {
        return world.as(World.LEE, () -> evaluations.counted(one.id()));
    }

    private String path(Evaluation one, Wave wave) {
        return world.as(World.LEE, () -> evaluations.one(one.id()).questionsPath(wave));
    }

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(World.sameSite())).andReturn().getResponse();
    }

    private static Cookie cookie(MockHttpServletResponse response) {
        Cookie cookie = response.getCookie("q");
        assertThat(cookie).isNotNull();
        return cookie;
    }

    private Document page(MockHttpServletRequestBuilder request) throws Exception {
        MockHttpServletResponse response = answer(request);
        assertThat(response.getStatus()).isEqualTo(200);
        Document page = Jsoup.parse(response.getContentAsString(StandardCharsets.UTF_8));
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
        return page;
    }
}
