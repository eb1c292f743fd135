package org.alongside.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.alongside.AlongsideTest;
import org.alongside.Desk;
import org.alongside.TestClock;
import org.alongside.World;
import org.alongside.access.Actor;
import org.alongside.access.WorkerId;
import org.alongside.casework.CaseId;
import org.alongside.casework.Cases;
import org.alongside.casework.MomentKind;
import org.alongside.people.About;
import org.alongside.people.NewPerson;
import org.alongside.people.People;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Side;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@AlongsideTest
class SupervisionTests {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    static final Meeting.Words WORDS = new Meeting.Words("A heavy month.", "One day off.", TODAY.plusDays(28));
    @Autowired World world;
    @Autowired Desk desk;
    @Autowired Meetings meetings;
    @Autowired Oversight oversight;
    @Autowired Cases cases;
    @Autowired People people;
    @Autowired JdbcClient sql;
    CaseId id;
    String path;

    @BeforeEach
    void open() {
        id = world.as(World.MINA, () -> {
            CaseId made = cases.open(people.record(new NewPerson(Side.SUPPORT, About.named("Robin", "Overseen")), World.MINA), null, World.MINA);
            cases.accept(made, World.MINA);
            return made;
        });
        path = Oversight.path(id);
    }

    @Test
    void notes_are_read_by_the_two_who_met_and_by_no_role_at_all() {
        UUID meeting = begin(World.MINA);
        assertThatThrownBy(() -> read(World.MINA, meeting)).as("a draft is its writer's").isInstanceOf(NotFound.class);
        share(meeting);

        assertThat(read(World.MINA, meeting).words()).isEqualTo(WORDS);
        assertThat(read(World.SAL, meeting).words()).isEqualTo(WORDS);
        for (Actor.Worker other : List.of(World.TOM, World.PRIYA, World.ALEX, World.ROBIN, World.KIT, World.JO, World.ASH, World.NIA)) {
            assertThatThrownBy(() -> read(other, meeting)).as("" + other.roles()).isInstanceOf(NotFound.class);
            assertThat(world.as(other, () -> sql.sql("select count(*) from supervision.meeting where id = :id").param("id", meeting).query(Integer.class).single())).isZero();
        }
        assertThat(world.as(World.MINA, () -> sql.sql("select encode(notes, 'escape') from supervision.meeting where id = :id").param("id", meeting).query(String.class).single())).doesNotContain("heavy");
    }

    @Test
    void shared_notes_stand_and_the_worker_says_once_what_they_think() {
        UUID meeting = begin(World.MINA);
        share(meeting);

        assertThatThrownBy(() -> world.as(World.SAL, () -> meetings.save(meeting, 1, WORDS, World.SAL))).isInstanceOf(RuleBroken.class);
        assertThatThrownBy(() -> world.as(World.MINA, () -> meetings.save(meeting, 1, WORDS, World.MINA))).as("nobody writes in another's notes").isInstanceOf(NotFound.class);
        for (Actor.Worker one : List.of(World.SAL, World.MINA)) {
            try {
                assertThat(world.as(one, () -> sql.sql("update supervision.meeting set notes = 'x' where id = :id").param("id", meeting).update())).as("the database keeps them, too").isZero();
            } catch (RuntimeException refused) {
                assertThat(refused).rootCause().hasMessageContaining("do not change");
            }
        }
        assertThatThrownBy(() -> world.as(World.SAL, () -> meetings.answer(meeting, "x", World.SAL))).as("nobody answers for the worker").isInstanceOf(NotFound.class);
        world.as(World.MINA, () -> meetings.answer(meeting, "It was three crises.", World.MINA));
        assertThat(read(World.SAL, meeting).answer()).isEqualTo("It was three crises.");
        assertThatThrownBy(() -> world.as(World.MINA, () -> meetings.answer(meeting, "x", World.MINA))).isInstanceOf(RuleBroken.class);
    }

    @Test
    void those_in_charge_supervise_others_of_their_side_and_nobody_themselves() {
        for (WorkerId one : List.of(World.SAL.worker(), World.ROBIN.worker(), World.ASH.worker())) {
            assertThatThrownBy(() -> world.as(World.SAL, () -> meetings.begin(UUID.randomUUID(), one, TODAY, World.SAL))).isInstanceOf(RuleBroken.class);
        }
        assertThatThrownBy(() -> world.as(World.TOM, () -> meetings.begin(UUID.randomUUID(), World.MINA.worker(), TODAY, World.TOM))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> world.as(World.SAL, () -> meetings.begin(UUID.randomUUID(), World.MINA.worker(), TODAY.plusDays(1), World.SAL))).isInstanceOf(RuleBroken.class);
        assertThatThrownBy(() -> world.as(World.TOM, () -> sql.sql("insert into supervision.meeting (id, worker_id, supervisor_id, held_on, begun_at) values (:id, :mina, :tom, current_date, now())").param("id", UUID.randomUUID())
                .param("mina", World.MINA.worker().id()).param("tom", World.TOM.worker().id()).update())).as("nor in the database").isInstanceOf(RuntimeException.class);
        UUID meeting = begin(World.MINA);
        world.as(World.SAL, () -> meetings.begin(meeting, World.TOM.worker(), TODAY, World.SAL));
        assertThat(read(World.SAL, meeting).worker()).as("a second press finds the first").isEqualTo(World.MINA.worker());
    }

    @Test
    void of_two_pages_the_second_is_told_and_a_lost_line_loses_nothing() throws Exception {
        UUID meeting = begin(World.MINA);
        String there = "/desk/supervision/" + meeting;
        assertThat(desk.send(World.SAL, post(there + "/autosave").param("revision", "0").param("notes", "first")).getHeader("X-Revision")).isEqualTo("revision=1");
        assertThat(desk.send(World.SAL, post(there + "/autosave").param("revision", "0").param("notes", "second")).getStatus()).isEqualTo(409);

        Document page = desk.page(World.SAL, post(there).param("revision", "0").param("notes", "second").param("next.day", "40").param("next.month", "1").param("next.year", "2027"));
        assertThat(page.selectFirst("#notes").wholeText().strip()).isEqualTo("second");
        assertThat(page.selectFirst("#next-error")).isNotNull();
        assertThat(read(World.SAL, meeting).words().notes()).isEqualTo("first");
    }

    @Test
    void what_is_decided_in_supervision_stands_in_the_case_and_not_only_in_the_notes() throws Exception {
        UUID meeting = begin(World.MINA);
        desk.send(World.SAL, post("/desk/supervision/" + meeting + "/decisions").param("once", UUID.randomUUID().toString()).param("caseId", id.id().toString()).param("decided", "Ring every day until Friday."));

        assertThat(desk.page(World.TOM, get(path)).select("main").text()).as("a colleague who may not read the notes").contains("Ring every day until Friday.", "in supervision");
        assertThat(desk.page(World.SAL, get("/desk/supervision/" + meeting)).select("main").text()).contains("Ring every day until Friday.");
        assertThat(moments()).contains("Decided in supervision");
        share(meeting);
        assertThatThrownBy(() -> world.as(World.SAL, () -> oversight.decide(id, UUID.randomUUID(), meeting, "x", World.SAL))).isInstanceOf(RuleBroken.class);
        assertThatThrownBy(() -> world.as(World.MINA, () -> oversight.decide(id, UUID.randomUUID(), null, "x", World.MINA))).as("those in charge decide").isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> world.as(World.MINA, () -> sql.sql("insert into supervision.decision (id, case_id, words, decided_by, decided_at) values (:id, :case, 'x', :id, now())").param("id", UUID.randomUUID()).param("case", id.id()).update()))
                .as("in the database, too").isInstanceOf(RuntimeException.class);
    }

    @Test
    void nobody_agrees_to_their_own_work() {
        UUID own = UUID.randomUUID(), asked = UUID.randomUUID();
        world.as(World.SAL, () -> oversight.ask(id, own, org.alongside.supervision.About.CLOSURE, "x", World.SAL));
        world.as(World.MINA, () -> oversight.ask(id, asked, org.alongside.supervision.About.PLAN, "x", World.MINA));

        assertThatThrownBy(() -> world.as(World.SAL, () -> oversight.answer(own, Answer.AGREED, "", World.SAL))).isInstanceOfSatisfying(RuleBroken.class, refused -> assertThat(refused.rule()).isEqualTo("supervision.own"));
        assertThatThrownBy(() -> world.as(World.SAL, () -> sql.sql("update supervision.approval set answer = 'AGREED', answered_by = :sal, answered_at = now() where id = :id").param("sal", World.SAL.worker().id()).param("id", own).update()))
                .as("nor behind the page").isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> world.as(World.TOM, () -> oversight.answer(asked, Answer.AGREED, "", World.TOM))).isInstanceOf(NotFound.class);
        assertThat(world.as(World.TOM, () -> sql.sql("update supervision.approval set answer = 'AGREED', answered_by = :tom, answered_at = now() where id = :id").param("tom", World.TOM.worker().id()).param("id", asked).update())).isZero();
        world.as(World.PRIYA, () -> oversight.answer(own, Answer.AGREED, "", World.PRIYA));
        world.as(World.SAL, () -> oversight.answer(asked, Answer.AGREED, "", World.SAL));
        assertThat(world.as(World.MINA, () -> oversight.approvals(id))).as("the control").allSatisfy(one -> assertThat(one.said()).isNotNull());
    }

    @Test
    void a_manager_answers_once_and_says_what_is_missing() throws Exception {
        desk.send(World.MINA, post(path).param("once", UUID.randomUUID().toString()).param("about", "CLOSURE").param("words", "They say they are safe."));
        Approval open = world.as(World.SAL, () -> oversight.approvals(id)).get(0);
        assertThat(desk.page(World.SAL, get("/desk/approvals")).select("main").text()).contains("They say they are safe.", "Robin Overseen");

        Document refused = desk.page(World.SAL, post("/desk/approvals/" + open.id()).param("answer", "NOT_YET").param("words", ""));
        assertThat(refused.selectFirst("#words-error").text()).contains("Say what is missing.");
        desk.send(World.SAL, post("/desk/approvals/" + open.id()).param("answer", "NOT_YET").param("words", "Ask about the letters."));

        assertThat(desk.page(World.MINA, get(path)).select("main").text()).contains("Not yet", "Ask about the letters.");
        assertThat(desk.page(World.SAL, get("/desk/approvals")).select("main").text()).doesNotContain("Robin Overseen");
        assertThatThrownBy(() -> world.as(World.SAL, () -> oversight.answer(open.id(), Answer.AGREED, "", World.SAL))).isInstanceOf(RuleBroken.class);
        assertThat(moments()).contains("Asked a manager about closing the case", "Not yet: closing the case");
    }

    @Test
    void every_problem_stands_beside_its_field_and_what_was_typed_stays() throws Exception {
        assertThat(desk.page(World.MINA, post(path)).select(".govuk-error-summary a").eachText()).containsExactly("Choose what it is about", "Say what a manager should look at");
        assertThat(desk.page(World.SAL, post("/desk/cases/" + id.id() + "/decisions")).select(".govuk-error-summary a").eachText()).containsExactly("Say what you decided, and why");
        assertThat(desk.page(World.SAL, post("/desk/supervision")).select(".govuk-error-summary a").eachText()).containsExactly("Choose with whom", "Enter the day you met");
        UUID meeting = begin(World.MINA);
        Document page = desk.page(World.SAL, post("/desk/supervision/" + meeting + "/decisions").param("decided", "<b>x</b>"));
        assertThat(page.select(".govuk-error-summary a").eachText()).containsExactly("Choose the case");
        assertThat(page.selectFirst("#decided").wholeText().strip()).isEqualTo("<b>x</b>");
        assertThat(desk.page(World.SAL, post("/desk/supervision/" + meeting).param("then", "share").param("revision", "0")).selectFirst("#notes-error").text()).contains("Nothing is written yet.");
    }

    @Test
    void nobody_outside_the_side_and_the_organisation_finds_any_of_it() throws Exception {
        UUID asked = UUID.randomUUID();
        world.as(World.MINA, () -> oversight.ask(id, asked, org.alongside.supervision.About.PLAN, "x", World.MINA));
        world.as(World.SAL, () -> oversight.decide(id, UUID.randomUUID(), null, "x", World.SAL));

        for (Actor.Worker other : List.of(World.ROBIN, World.KIT, World.ALEX, World.ASH, World.NIA, World.JO)) {
            assertThat(desk.send(other, get(path)).getStatus()).as("" + other.worker()).isEqualTo(404);
            assertThat(desk.send(other, post("/desk/approvals/" + asked).param("answer", "AGREED")).getStatus()).as("" + other.worker()).isEqualTo(404);
            assertThat(world.as(other, () -> sql.sql("select (select count(*) from supervision.approval where case_id = :id) + (select count(*) from supervision.decision where case_id = :id)").param("id", id.id()).query(Integer.class).single())).isZero();
        }
        assertThat(desk.page(World.KIT, get("/desk/approvals")).select("main").text()).doesNotContain("Overseen");
    }

    @Test
    void a_case_that_a_lead_keeps_a_manager_apart_from_is_in_none_of_their_lists() throws Exception {
        UUID meeting = begin(World.MINA), asked = UUID.randomUUID();
        world.as(World.SAL, () -> sql.sql("update casework.client_case set worker_id = :mina where id = :id").param("mina", World.MINA.worker().id()).param("id", id.id()).update());
        world.as(World.SAL, () -> oversight.decide(id, UUID.randomUUID(), meeting, "Keptwords", World.SAL));
        world.as(World.MINA, () -> oversight.ask(id, asked, org.alongside.supervision.About.PLAN, "Keptquestion", World.MINA));
        assertThat(desk.page(World.SAL, get("/desk/supervision/" + meeting)).select("main").text()).as("the control").contains("Keptwords", "Robin Overseen");
        assertThat(desk.page(World.SAL, get("/desk/approvals")).select("main").text()).contains("Keptquestion");

        keepApart(World.SAL);

        assertThat(desk.page(World.SAL, get("/desk/supervision/" + meeting)).select("main").html()).doesNotContain("Keptwords", id.id().toString());
        assertThat(desk.page(World.SAL, get("/desk/approvals")).select("main").html()).doesNotContain("Keptquestion", id.id().toString());
        assertThat(desk.send(World.SAL, post("/desk/approvals/" + asked).param("answer", "AGREED")).getStatus()).isEqualTo(404);
        assertThat(desk.send(World.SAL, get(path)).getStatus()).isEqualTo(404);
    }

    private void keepApart(Actor.Worker worker) {
        UUID hit = UUID.randomUUID();
        world.as(new Actor.Job(worker.organisation(), "intake-check"), () -> sql.sql("""
                insert into matching.hit (id, organisation_id, new_kind, new_record_id, new_role, known_kind, known_record_id, known_role, reasons, for_managers, found_at, version)
                values (:id, :organisation, 'CASE', :case, 'CLIENT', 'REFERRAL', :worker, 'CLIENT', '{}', true, now(), 0)
                """).param("id", hit).param("organisation", worker.organisation().id()).param("case", id.id()).param("worker", worker.worker().id()).update());
        world.as(World.PRIYA, () -> sql.sql("insert into matching.apart (organisation_id, kind, record_id, worker_id, hit_id, decided_by, decided_at) values (:organisation, 'CASE', :case, :worker, :hit, :lead, now())")
                .param("organisation", worker.organisation().id()).param("case", id.id()).param("worker", worker.worker().id()).param("hit", hit).param("lead", World.PRIYA.worker().id()).update());
    }

    @Test
    void notes_go_by_their_own_age_and_on_each_side_by_itself() {
        UUID old = UUID.randomUUID(), late = begin(World.MINA);
        world.as(World.SAL, () -> meetings.begin(old, World.MINA.worker(), TODAY.minusYears(9), World.SAL));

        assertThat(world.as(new Actor.Job(World.SAL.organisation(), "erase", Side.CHANGE), () -> meetings.eraseBefore(TestClock.START.minus(Duration.ofDays(3000))))).isZero();
        assertThat(world.as(new Actor.Job(World.SAL.organisation(), "erase", Side.SUPPORT), () -> meetings.eraseBefore(TestClock.START.minus(Duration.ofDays(3000))))).isOne();
        assertThatThrownBy(() -> read(World.SAL, old)).isInstanceOf(NotFound.class);
        assertThat(read(World.SAL, late)).isNotNull();
    }

    private UUID begin(Actor.Worker with) {
        UUID meeting = UUID.randomUUID();
        world.as(World.SAL, () -> meetings.begin(meeting, with.worker(), TODAY, World.SAL));
        return meeting;
    }

    private void share(UUID meeting) {
        int revision = read(World.SAL, meeting).revision();
        world.as(World.SAL, () -> meetings.share(meeting, revision, WORDS, World.SAL));
    }

    private Meeting read(Actor.Worker who, UUID meeting) {
        return world.as(who, () -> meetings.one(meeting));
    }

    private List<String> moments() {
        return world.as(World.MINA, () -> sql.sql("select headline from casework.moment where case_id = :id and kind = :kind").param("id", id.id()).param("kind", MomentKind.SUPERVISION.name()).query(String.class).list());
    }
}
