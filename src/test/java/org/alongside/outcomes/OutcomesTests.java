package org.alongside.outcomes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.alongside.AlongsideTest;
import org.alongside.Desk;
import org.alongside.TestDatabase;
import org.alongside.World;
import org.alongside.access.Actor;
import org.alongside.casework.CaseId;
import org.alongside.casework.Cases;
import org.alongside.casework.ClosureReason;
import org.alongside.casework.Closures;
import org.alongside.instruments.AnswerSheet;
import org.alongside.instruments.Instruments;
import org.alongside.instruments.SavedMeanwhile;
import org.alongside.instruments.Shelf;
import org.alongside.people.About;
import org.alongside.people.NewPerson;
import org.alongside.people.People;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Side;
import org.alongside.shared.Times;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@AlongsideTest
class OutcomesTests {
    static final String WORKER = "needs-and-outcomes", CLIENT = "how-things-are", ODD = "👩‍👩‍👧 <script>alert(1)</script>";
    @Autowired World world;
    @Autowired Desk desk;
    @Autowired Outcomes outcomes;
    @Autowired Instruments instruments;
    @Autowired Shelf shelf;
    @Autowired Cases cases;
    @Autowired Closures closures;
    @Autowired People people;
    @Autowired JdbcClient sql;
    @Autowired Clock clock;
    CaseId id;
    String path;

    @BeforeEach
    void open() {
        id = world.as(World.MINA, () -> {
            CaseId opened = cases.open(people.record(new NewPerson(Side.SUPPORT, About.named("Robin", "Ashdown")), World.MINA), null, World.MINA);
            cases.accept(opened, World.MINA);
            return opened;
        });
        path = Outcomes.path(id);
    }

    @Test
    void the_workers_view_and_the_clients_view_stand_apart_and_neither_corrects_the_other() throws Exception {
        take(WORKER, Stage.INTAKE, 20, "home", "unmet", "abuse", "same");
        take(CLIENT, Stage.INTAKE, 20, "home", "all-right", "abuse", "more");
        take(WORKER, Stage.REVIEW, 1, "home", "met", "abuse", "same");
        Document page = desk.page(World.MINA, get(path));

        assertThat(page.select(".outcomes dt").eachText()).contains("How is it with the abuse?", "A safe place to live").doesNotContain("Where you live");
        String home = page.select(".outcomes div:contains(A safe place to live) dd").text();
        assertThat(home).containsSubsequence("The worker", "Not met", "Intake", "then", "Met", "Review", "The client", "All right", "Intake");
        assertThat(page.select(".outcomes .changed").eachText()).as("what changed stands out, what did not does not").containsExactly("Met");
    }

    @Test
    void a_question_only_one_of_them_is_asked_has_its_own_line() throws Exception {
        take(CLIENT, Stage.INTAKE, 3, "free", "no");

        assertThat(desk.page(World.MINA, get(path)).select(".outcomes dt").eachText()).containsExactly("Can you go about your day as you choose?");
    }

    @Test
    void the_case_asks_again_after_twelve_weeks_until_somebody_asked_at_the_end() {
        take(WORKER, Stage.INTAKE, 10, "home", "unmet");
        assertThat(review()).isEqualTo(today().minusDays(10).plusWeeks(12));
        take(CLIENT, Stage.REVIEW, 2, "home", "hard");
        assertThat(review()).isEqualTo(today().minusDays(2).plusWeeks(12));
        take(WORKER, Stage.EXIT, 0, "home", "met");
        assertThat(review()).isNull();
    }

    @Test
    void feedback_about_us_is_asked_here_and_stands_in_no_comparison() throws Exception {
        take("client-feedback", Stage.EXIT, 0, "believed", "yes");

        assertThat(desk.page(World.MINA, get(path)).text()).contains("How we were with you", "Nothing was asked yet");
        assertThat(review()).isNull();
    }

    @Test
    void what_was_said_as_the_case_closed_stands_here_and_is_put_right_here() throws Exception {
        closing("a.believed", "yes", "a.safer", "no");
        Document all = desk.page(World.MINA, get(path));
        assertThat(all.text()).contains("At the end, in their own voice", "Exit");
        Snapshot said = world.as(World.MINA, () -> outcomes.of(id)).get(0);
        assertThat(said.answers().sheet().said("safer")).contains("No");

        UUID again = world.as(World.MINA, () -> outcomes.correct(id, said.id(), World.MINA));
        finish(again, "believed", "yes", "safer", "partly");
        assertThat(desk.page(World.MINA, get("/desk/cases/" + id.id() + "/closure")).text()).contains("Do you feel safer? No", "Some of this was put right since");
    }

    @Test
    void nothing_said_as_the_case_closed_leaves_nothing_here() throws Exception {
        closing("a.believed", "~NOT_ASKED", "a.safer", "no-such-answer");
        assertThat(world.as(World.MINA, () -> outcomes.of(id))).isEmpty();
        assertThat(desk.page(World.MINA, get("/desk/cases/" + id.id() + "/closure")).text()).contains("Closed on").doesNotContain("Do you feel safer?");
    }

    @Test
    void a_service_that_put_the_questions_away_is_not_asked_them() throws Exception {
        String question = "Do you feel safer?";
        assertThat(desk.page(World.MINA, get("/desk/cases/" + id.id() + "/closure")).text()).contains(question);
        UUID set = instruments.current(Closures.ASKED).id();
        world.as(World.SAL, () -> {
            shelf.retire(set, World.SAL);
            return set;
        });
        try {
            assertThat(desk.page(World.MINA, get("/desk/cases/" + id.id() + "/closure")).text()).doesNotContain(question).contains("In their own voice");
            closing("a.safer", "no");
            assertThat(world.as(World.MINA, () -> outcomes.of(id))).isEmpty();
        } finally {
            world.as(World.SAL, () -> {
                shelf.publish(set, World.SAL);
                return set;
            });
        }
    }

    @Test
    void what_was_said_before_there_were_sets_of_questions_is_read_as_it_was() throws Exception {
        closing("words", "Done");
        TestDatabase.asOwner("update casework.closure set believed = 'YES', safer = 'PARTLY' where case_id = '" + id.id() + "'");

        assertThat(desk.page(World.MINA, get("/desk/cases/" + id.id() + "/closure")).text()).contains("Did you feel believed? Yes", "Do you feel safer? Partly").doesNotContain("in control");
    }

    @Test
    void at_the_end_it_is_asked_of_a_closed_case_too() {
        UUID draft = begin(CLIENT, Stage.INTAKE, 0);
        world.as(World.MINA, () -> closures.close(id, new Closures.Closure(UUID.randomUUID(), ClosureReason.FINISHED, null, List.of(), Closures.Feedback.NONE), World.MINA));

        assertThatThrownBy(() -> begin(WORKER, Stage.REVIEW, 0)).isInstanceOf(RuleBroken.class);
        begin(WORKER, Stage.EXIT, 0);
        finish(draft, "home", "good");
    }

    @Test
    void beginning_twice_finds_the_draft_and_a_day_to_come_is_refused() {
        assertThat(begin(CLIENT, Stage.INTAKE, 0)).isEqualTo(begin(CLIENT, Stage.REVIEW, 0));
        assertThatThrownBy(() -> begin(WORKER, Stage.INTAKE, -1)).isInstanceOf(RuleBroken.class);
        assertThatThrownBy(() -> begin("safety-assessment", Stage.INTAKE, 0)).as("danger is not asked here").isInstanceOf(NotFound.class);
    }

    @Test
    void a_mistake_is_put_right_by_a_later_one_and_the_old_one_stays_readable() throws Exception {
        UUID first = take(CLIENT, Stage.INTAKE, 5, "home", "good");
        UUID second = world.as(World.MINA, () -> outcomes.correct(id, first, World.MINA));
        finish(second, "home", "hard");

        assertThat(desk.page(World.MINA, get(path + "/" + first)).text()).contains("A later one put something right in this", "Good");
        assertThat(desk.page(World.MINA, get(path)).select(".outcomes dd").text()).contains("Hard").doesNotContain("Good");
        assertThatThrownBy(() -> world.as(World.MINA, () -> outcomes.correct(id, first, World.MINA))).isInstanceOf(RuleBroken.class);
        assertThatThrownBy(() -> world.as(World.MINA, () -> sql.sql("update outcomes.snapshot set status = 'DRAFT' where id = :id").param("id", first).update())).rootCause().hasMessageContaining("does not change");
    }

    @Test
    void of_two_people_saving_at_once_the_second_sees_both() throws Exception {
        UUID draft = begin(CLIENT, Stage.INTAKE, 0);
        assertThat(desk.send(World.MINA, post(path + "/" + draft + "/autosave").param("revision", "0").param("a.difference", "first")).getHeader("X-Revision")).isEqualTo("revision=1");

        AnswerSheet good = sheet(draft, "home", "good");
        assertThatThrownBy(() -> world.as(World.TOM, () -> outcomes.save(id, draft, 0, good, World.TOM))).isInstanceOf(SavedMeanwhile.class);
        assertThat(desk.send(World.TOM, post(path + "/" + draft + "/autosave").param("revision", "0")).getStatus()).isEqualTo(409);
        Document both = desk.page(World.TOM, post(path + "/" + draft).param("revision", "0").param("a.difference", ODD));
        assertThat(both.text()).contains("A colleague saved this while you were writing", "A colleague saved here: first");
        assertThat(both.selectFirst("[name=\"a.difference\"]").wholeText().strip()).isEqualTo(ODD);
    }

    @Test
    void a_form_that_was_sent_empty_says_what_is_missing_beside_each_field() throws Exception {
        Document page = desk.page(World.MINA, post(path).param("stage", "REVIEW"));

        assertThat(page.select(".govuk-error-summary a").eachText()).containsExactly("Choose what to ask", "Enter the day");
        assertThat(page.selectFirst("input[name=stage][value=REVIEW]").hasAttr("checked")).isTrue();
        assertThat(desk.page(World.MINA, get(path)).text()).contains("Nothing was asked yet");
        assertThat(desk.page(World.MINA, get(path)).title()).doesNotContain("Robin");
    }

    @Test
    void nobody_outside_the_side_and_the_organisation_finds_any_of_it() throws Exception {
        UUID done = take(CLIENT, Stage.INTAKE, 5, "home", "good");

        for (Actor.Worker other : List.of(World.ROBIN, World.KIT, World.ALEX, World.ASH, World.NIA, World.JO)) {
            assertThat(desk.send(other, get(path)).getStatus()).as("" + other.worker()).isEqualTo(404);
            assertThat(desk.send(other, get(path + "/" + done)).getStatus()).isEqualTo(404);
            assertThat(desk.send(other, post(path + "/" + done + "/correction")).getStatus()).isEqualTo(404);
            assertThat(world.as(other, () -> sql.sql("select count(*) from outcomes.snapshot where case_id = :id").param("id", id.id()).query(Integer.class).single())).isZero();
        }
        CaseId another = world.as(World.MINA, () -> cases.open(people.record(new NewPerson(Side.SUPPORT, About.named("Kim", "Ashdown")), World.MINA), null, World.MINA));
        assertThatThrownBy(() -> world.as(World.MINA, () -> outcomes.one(another, done))).as("nor by another case").isInstanceOf(NotFound.class);
    }

    private void closing(String... typed) throws Exception {
        MockHttpServletRequestBuilder request = post("/desk/cases/" + id.id() + "/closure").param("once", UUID.randomUUID().toString()).param("reason", "FINISHED");
        for (int i = 0; i < typed.length; i += 2) request.param(typed[i], typed[i + 1]);
        assertThat(desk.send(World.MINA, request).getStatus()).isEqualTo(302);
    }

    private UUID take(String set, Stage stage, int daysAgo, String... answers) {
        UUID begun = begin(set, stage, daysAgo);
        finish(begun, answers);
        return begun;
    }

    private UUID begin(String set, Stage stage, int daysAgo) {
        return world.as(World.MINA, () -> outcomes.begin(id, set, stage, today().minusDays(daysAgo), World.MINA));
    }

    private void finish(UUID draft, String... answers) {
        AnswerSheet sheet = sheet(draft, answers);
        int revision = world.as(World.MINA, () -> outcomes.one(id, draft)).answers().revision();
        world.as(World.MINA, () -> outcomes.finish(id, draft, revision, sheet, World.MINA));
    }

    private AnswerSheet sheet(UUID snapshot, String... answers) {
        Map<String, String[]> sent = new HashMap<>();
        for (int i = 0; i < answers.length; i += 2) sent.put("a." + answers[i], new String[] {answers[i + 1]});
        return AnswerSheet.read(world.as(World.MINA, () -> outcomes.one(id, snapshot)).instrument(), sent::get);
    }

    private LocalDate review() {
        return world.as(World.MINA, () -> sql.sql("select review_on from casework.review where case_id = :id and kind = 'OUTCOME'").param("id", id.id()).query(LocalDate.class).optional().orElse(null));
    }

    private LocalDate today() {
        return Times.day(clock.instant());
    }
}
