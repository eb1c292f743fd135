package org.alongside.commissioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.alongside.AlongsideTest;
import org.alongside.Desk;
import org.alongside.TestClock;
import org.alongside.TestDatabase;
import org.alongside.World;
import org.alongside.access.Actor;
import org.alongside.access.DemoTown;
import org.alongside.access.OrganisationId;
import org.alongside.commissioning.Commissioning.Answer;
import org.alongside.commissioning.Commissioning.Asked;
import org.alongside.commissioning.Commissioning.Entered;
import org.alongside.improvement.Action;
import org.alongside.improvement.DemoImprovement;
import org.alongside.improvement.Plans;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Times;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Commissioners ask how many men were reached and what is planned; services answer, and nobody can be found in what they say. */
@AlongsideTest
class CommissioningTests {
    private static final String DEMO = "('" + DemoCommissioning.ANSWERED + "', '" + DemoCommissioning.ASKED + "', '" + DemoCommissioning.DECLINED + "')";
    @Autowired World world;
    @Autowired Desk desk;
    @Autowired Commissioning commissioning;
    @Autowired Plans plans;
    @Autowired JdbcClient sql;
    @Autowired TestClock clock;
    private UUID id;
    private Period year;

    @BeforeEach
    void harbour_house_is_asked_about_a_year() {
        id = UUID.randomUUID();
        year = Period.over(today()).stream().filter(one -> one.from().plusYears(1).equals(one.until().plusDays(1))).findFirst().orElseThrow();
        world.as(World.INES, () -> commissioning.ask(asking(Map.of(DemoTown.HARBOUR_HOUSE, id), true), World.INES));
    }

    @AfterEach
    void only_the_towns_own() {
        clock.back();
        TestDatabase.asOwner("delete from referral.unmet_need where reason = 'NOT_SUITABLE'");
        for (String table : List.of("number where request_id", "step where request_id", "plan where request_id", "request where id")) TestDatabase.asOwner("delete from commissioning." + table + " not in " + DEMO);
    }

    // ---- asking ----

    @Test
    void several_services_are_asked_with_one_form_and_a_second_press_asks_nobody_twice() throws Exception {
        world.as(World.INES, () -> commissioning.withdraw(id, World.INES));
        String once = UUID.randomUUID().toString();
        for (int press = 0; press < 2; press++) {
            desk.done(World.INES, post("/desk/commissioning").param("once", once).param("services", DemoTown.HARBOUR_HOUSE.id().toString(), DemoTown.LANTERN.id().toString()).param("period", year.key()).param("plan", "yes").param("due.day", "20").param("due.month", "12").param("due.year", "2026"));
        }

        assertThat(world.as(World.INES, () -> commissioning.asked(World.INES)).stream().filter(one -> one.period().equals(year) && one.state() == RequestState.ASKED).map(Request::ownerName).toList()).containsExactly("Harbour House", "Lantern Northquay");
    }

    @Test
    void what_is_missing_is_said_all_at_once_and_what_was_typed_stays() throws Exception {
        Document page = desk.page(World.INES, post("/desk/commissioning").param("once", UUID.randomUUID().toString()).param("words", "For the committee").param("period", "2026-07-01/2026-09-29"));

        assertThat(page.select(".govuk-error-summary a").eachText()).containsExactly("Choose whom you ask", "Choose the months", "Enter until when they answer");
        assertThat(page.select("#words").val()).isEqualTo("For the committee");
    }

    @Test
    void whoever_has_been_asked_about_these_months_is_not_asked_again_and_then_nobody_is() {
        UUID other = UUID.randomUUID();
        assertThatThrownBy(() -> world.as(World.INES, () -> commissioning.ask(asking(Map.of(DemoTown.HARBOUR_HOUSE, UUID.randomUUID(), DemoTown.LANTERN, other), true), World.INES))).isInstanceOf(RuleBroken.class).hasMessageContaining("Harbour House has been asked");

        assertThatThrownBy(() -> world.as(World.INES, () -> commissioning.asked(other, World.INES))).isInstanceOf(NotFound.class);
    }

    @Test
    void nobody_is_given_less_than_a_day_to_answer() {
        assertThatThrownBy(() -> world.as(World.INES, () -> commissioning.ask(new Asked(Map.of(DemoTown.LANTERN, UUID.randomUUID()), year, true, "", today()), World.INES))).isInstanceOf(RuleBroken.class).hasMessageContaining("a day to come");
    }

    @Test
    void those_who_answer_for_a_service_are_told_at_once_a_week_before_and_on_the_day_and_no_more_once_they_answered() {
        int before = notices(World.SAL);

        assertThat(tell()).contains(today().plusDays(3).atTime(9, 0).atZone(Times.LONDON).toInstant());
        assertThat(notices(World.SAL)).isEqualTo(before + 1);
        clock.pass(Duration.ofDays(4));
        assertThat(tell()).contains(today().plusDays(6).atTime(9, 0).atZone(Times.LONDON).toInstant());
        clock.pass(Duration.ofDays(7));
        assertThat(tell()).isEmpty();
        assertThat(notices(World.SAL)).isEqualTo(before + 3);
        answered(12, 80);
        assertThat(tell()).isEmpty();
        assertThat(notices(World.SAL)).isEqualTo(before + 3);
    }

    // ---- answering ----

    @Test
    void a_commissioner_reads_numbers_to_the_nearest_five_and_the_exact_ones_are_kept_nowhere() {
        answered(13, 87);

        Counted read = world.as(World.INES, () -> commissioning.asked(id, World.INES)).of(Measure.ASKED);
        assertThat(read.menInWords()).isEqualTo("about 15");
        assertThat(read.everybodyInWords()).isEqualTo("about 90");
        assertThat(world.as(World.SAL, () -> sql.sql("select men || ' ' || everybody from commissioning.number where request_id = :id and measure = 'ASKED'").param("id", id).query(String.class).single())).as("what is kept").isEqualTo("15 90");
    }

    @Test
    void the_database_itself_takes_no_exact_number() {
        answered(13, 87);

        for (String exact : List.of("men = 13", "men = 3", "everybody = 87", "everybody = 95")) assertThatThrownBy(() -> TestDatabase.asOwner("update commissioning.number set " + exact + " where request_id = '" + id + "'")).hasMessageContaining("violates check constraint");
        TestDatabase.asOwner("update commissioning.number set men = 20 where request_id = '" + id + "'");
    }

    @Test
    void fewer_than_five_are_not_shown_and_never_look_like_none() throws Exception {
        world.as(World.SAL, () -> commissioning.answer(id, new Answer(Map.of(Measure.ASKED, new Entered(4, 31), Measure.NO_PLACE, new Entered(0, 12)), DemoImprovement.PLAN, ""), World.SAL));

        Document page = desk.page(World.INES, get("/desk/commissioning/" + id));
        assertThat(page.select("tr:contains(Asked for help) td").eachText()).containsExactly("not shown", "about 30");
        assertThat(page.select("tr:contains(Found no place) td").eachText()).containsExactly("none", "about 10");
        assertThat(page.select("tr:contains(Were waiting) td").eachText()).containsExactly("not counted", "not counted");
    }

    @Test
    void a_service_looks_at_what_will_be_read_before_it_is_sent() throws Exception {
        Document look = desk.page(World.SAL, answer("look"));

        assertThat(look.select(".notice").text()).contains("They would read this", "about 20", "about 140", "More men, sooner");
        assertThat(look.select("[name='men[ASKED]']").val()).as("what was typed stays").isEqualTo("19");
        assertThat(world.as(World.INES, () -> commissioning.asked(id, World.INES)).state()).isEqualTo(RequestState.ASKED);

        desk.done(World.SAL, answer("send"));
        assertThat(desk.page(World.INES, get("/desk/commissioning/" + id)).text()).contains("about 20", "More men, sooner", "Answer the telephone on a second evening.").doesNotContain("19", "Sal Whitmore");
    }

    @Test
    void what_is_no_number_is_said_beside_its_field() throws Exception {
        Document page = desk.page(World.SAL, post(path()).param("men[ASKED]", "many").param("men[SUPPORTED]", "9").param("everybody[SUPPORTED]", "4").param("said", "x").param("then", "send"));

        assertThat(page.select(".govuk-error-summary a").eachAttr("href")).containsExactly("#men[ASKED]", "#everybody[SUPPORTED]");
        assertThat(page.select("[id='men[ASKED]']").val()).isEqualTo("many");
        assertThat(page.select("details[open] textarea#said").text()).isEqualTo("x");
    }

    @Test
    void the_plan_is_read_as_it_stood_on_the_day_of_the_answer() {
        answered(13, 87);
        UUID action = world.as(World.SAL, () -> plans.one(DemoImprovement.PLAN).actions().get(0).id());
        world.as(World.SAL, () -> plans.close(DemoImprovement.PLAN, action, true, "Rung on Tuesday", World.SAL));

        assertThat(world.as(World.INES, () -> commissioning.asked(id, World.INES)).plan().steps()).extracting(PlanShown.Step::state).containsOnly(Action.State.OPEN);
        answered(13, 87);
        assertThat(world.as(World.INES, () -> commissioning.asked(id, World.INES)).plan().done()).as("control: a later answer has the later plan").isEqualTo(1);
        world.as(World.SAL, () -> plans.reopen(DemoImprovement.PLAN, action, World.SAL));
    }

    @Test
    void a_corrected_answer_stands_instead_of_the_first_and_says_so() {
        answered(13, 87);
        answered(22, 87);

        Request read = world.as(World.INES, () -> commissioning.asked(id, World.INES));
        assertThat(read.of(Measure.ASKED).menInWords()).isEqualTo("about 20");
        assertThat(read.correctedAt()).isNotNull();
        assertThat(read.numbers()).hasSize(1);
    }

    @Test
    void where_a_plan_is_asked_for_it_is_given_or_it_is_said_why_there_is_none() {
        Answer without = new Answer(Map.of(Measure.ASKED, new Entered(9, 40)), null, "");
        assertThatThrownBy(() -> world.as(World.SAL, () -> commissioning.answer(id, without, World.SAL))).isInstanceOf(RuleBroken.class).hasMessageContaining("Say until when");

        world.as(World.SAL, () -> commissioning.answer(id, new Answer(Map.of(Measure.ASKED, new Entered(9, 40)), null, "In spring"), World.SAL));
        assertThat(world.as(World.INES, () -> commissioning.asked(id, World.INES)).said()).isEqualTo("In spring");
    }

    @Test
    void what_looks_like_somebodys_details_does_not_leave() {
        assertThatThrownBy(() -> world.as(World.SAL, () -> commissioning.answer(id, new Answer(Map.of(Measure.ASKED, new Entered(9, 40)), null, "Ask him on 01632 960123"), World.SAL))).isInstanceOf(RuleBroken.class).hasMessageContaining("1 telephone number");
    }

    @Test
    void whoever_declines_says_why_and_the_commissioner_reads_it() throws Exception {
        assertThat(desk.page(World.SAL, post(path() + "/refusal")).select("#why-error").text()).contains("Say why");

        desk.done(World.SAL, post(path() + "/refusal").param("why", "We count from April on"));
        assertThat(desk.page(World.INES, get("/desk/commissioning/" + id)).text()).contains("Why they do not answer", "We count from April on");
        assertThatThrownBy(() -> answered(9, 40)).isInstanceOf(RuleBroken.class);
    }

    @Test
    void what_is_no_longer_asked_is_not_answered_and_what_is_answered_is_not_withdrawn() {
        world.as(World.INES, () -> commissioning.withdraw(id, World.INES));
        assertThatThrownBy(() -> answered(9, 40)).isInstanceOf(RuleBroken.class);

        UUID again = UUID.randomUUID();
        world.as(World.INES, () -> commissioning.ask(asking(Map.of(DemoTown.HARBOUR_HOUSE, again), false), World.INES));
        world.as(World.SAL, () -> commissioning.answer(again, new Answer(Map.of(Measure.ASKED, new Entered(9, 40)), null, ""), World.SAL));
        assertThatThrownBy(() -> world.as(World.INES, () -> commissioning.withdraw(again, World.INES))).isInstanceOf(RuleBroken.class);
    }

    // ---- what is known already ----

    @Test
    void the_numbers_of_our_own_records_stand_in_the_form_for_whoever_may_count_them() {
        LocalDate until = Period.over(today()).get(0).until().withDayOfMonth(1);
        noPlace(until, "SUPPORT", 6);
        noPlace(until.plusMonths(1), "SUPPORT", 50);
        noPlace(until, "CHANGE", 70);
        Map<Measure, Entered> known = new EnumMap<>(world.as(World.SAL, () -> commissioning.known(commissioning.askedOfUs(DemoCommissioning.ANSWERED, World.SAL), World.SAL)));

        assertThat(known).containsOnlyKeys(Measure.values());
        assertThat(known.values()).allMatch(one -> one.men() <= one.everybody());
        assertThat(known.get(Measure.NO_PLACE).men()).as("those who found no place in these months and on this side").isEqualTo(6);
        assertThat(world.as(World.ALEX, () -> commissioning.known(commissioning.askedOfUs(DemoCommissioning.ANSWERED, World.ALEX), World.ALEX))).as("an administrator counts no clients").isEmpty();
        assertThat(world.as(World.KIT, () -> commissioning.known(commissioning.askedOfUs(DemoCommissioning.ANSWERED, World.KIT), World.KIT))).as("men who harm are not counted as men who were harmed").isEmpty();
    }

    // ---- who may ----

    @Test
    void only_those_who_asked_and_those_who_answer_find_it() {
        answered(13, 87);

        for (Actor.Worker other : List.of(World.MINA, World.NIA, World.NOOR)) {
            assertThatThrownBy(() -> world.as(other, () -> commissioning.asked(id, other))).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> world.as(other, () -> commissioning.askedOfUs(id, other))).isInstanceOf(NotFound.class);
        }
        assertThatThrownBy(() -> world.as(World.CAM, () -> commissioning.asked(id, World.CAM))).as("a commissioner of another organisation").isInstanceOf(NotFound.class);
    }

    @Test
    void until_it_is_answered_a_commissioner_reads_nothing_of_it_also_past_the_rules_of_the_program() {
        answered(13, 87);
        assertThat(rows(World.INES)).as("control").isEqualTo(1);

        TestDatabase.asOwner("update commissioning.request set state = 'ASKED' where id = '" + id + "'");

        assertThat(rows(World.INES)).isZero();
    }

    @Test
    void a_commissioner_writes_no_answer_also_past_the_rules_of_the_program() {
        assertThatThrownBy(() -> world.as(World.INES, () -> sql.sql("update commissioning.request set state = 'ANSWERED', answered_by = access.worker(), answered_at = now() where id = :id").param("id", id).update())).isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> world.as(World.INES, () -> sql.sql("insert into commissioning.number (request_id, owner_id, organisation_id, measure, men) values (:id, :owner, access.organisation(), 'ASKED', 5)").param("id", id).param("owner", DemoTown.HARBOUR_HOUSE.id()).update())).isInstanceOf(DataAccessException.class);
    }

    private static void noPlace(LocalDate month, String side, int people) {
        TestDatabase.asOwner("insert into referral.unmet_need (organisation_id, side, month, reason, counted_as, people) values ('" + DemoTown.HARBOUR_HOUSE.id() + "', '" + side + "', '" + month + "', 'NOT_SUITABLE', 'MAN', " + people + ")");
    }

    private int rows(Actor.Worker who) {
        return world.as(who, () -> sql.sql("select count(*) from commissioning.number where request_id = :id").param("id", id).query(Integer.class).single());
    }

    private void answered(int men, int everybody) {
        world.as(World.SAL, () -> commissioning.answer(id, new Answer(Map.of(Measure.ASKED, new Entered(men, everybody)), DemoImprovement.PLAN, ""), World.SAL));
    }

    private org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder answer(String then) {
        return post(path()).param("men[ASKED]", "19").param("everybody[ASKED]", "141").param("plan", DemoImprovement.PLAN.toString()).param("said", "").param("then", then);
    }

    private String path() {
        return "/desk/commissioning/asked-of-us/" + id;
    }

    private Asked asking(Map<OrganisationId, UUID> whom, boolean plan) {
        return new Asked(whom, year, plan, "", today().plusDays(10));
    }

    private Optional<Instant> tell() {
        return world.as(new Actor.Job(DemoTown.HARBOUR_HOUSE, Commissioning.TOLD), () -> commissioning.tell(DemoTown.HARBOUR_HOUSE, id));
    }

    private int notices(Actor.Worker worker) {
        return world.as(new Actor.Job(worker.organisation(), "send-message"), () -> sql.sql("select count(*) from messages.outbox where kind = 'NOTICE' and worker_id = :worker").param("worker", worker.worker().id()).query(Integer.class).single());
    }

    private LocalDate today() {
        return Times.day(clock.instant());
    }
}
