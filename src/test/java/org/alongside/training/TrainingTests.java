package org.alongside.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.alongside.AlongsideTest;
import org.alongside.Desk;
import org.alongside.TestClock;
import org.alongside.TestDatabase;
import org.alongside.World;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.access.DemoTown;
import org.alongside.agencies.Agencies;
import org.alongside.agencies.DemoAgencies;
import org.alongside.evaluation.EvaluationId;
import org.alongside.evaluation.Evaluations;
import org.alongside.evaluation.IdentityMode;
import org.alongside.evaluation.Plan;
import org.alongside.evaluation.QuestionSet;
import org.alongside.evaluation.Reach;
import org.alongside.evaluation.Wave;
import org.alongside.instruments.Instruments;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Amount;
import org.alongside.shared.Sector;
import org.alongside.shared.Times;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;

@AlongsideTest
class TrainingTests {
    static final Actor.Job HOUSE = new Actor.Job(DemoTown.HARBOUR_HOUSE, Registrations.JOB);
    static final Actor.Job SENDER = new Actor.Job(DemoTown.HARBOUR_HOUSE, "send-message");
    @Autowired World world;
    @Autowired Desk desk;
    @Autowired MockMvc mvc;
    @Autowired Courses courses;
    @Autowired Cohorts cohorts;
    @Autowired Registrations registrations;
    @Autowired Askings askings;
    @Autowired Places places;
    @Autowired CohortClock cohortClock;
    @Autowired Attendances attendances;
    @Autowired Register register;
    @Autowired Reached reached;
    @Autowired Reach reach;
    @Autowired Agencies agencies;
    @Autowired Evaluations evaluations;
    @Autowired Instruments instruments;
    @Autowired Found found;
    @Autowired JdbcClient sql;
    @Autowired TestClock clock;
    private final UUID course = UUID.randomUUID(), cohort = UUID.randomUUID();
    private Instant starts;

    @BeforeEach
    void aWebinar() {
        clock.back();
        starts = TestClock.START.plus(Duration.ofDays(21));
        world.as(World.LEE, () -> courses.add(new Course(course, "Asking well " + course, "", "", ""), World.LEE));
    }

    @AfterEach
    void nothingIsLeftOnOffer() {
        clock.back();
        TestDatabase.asOwner("update training.cohort set published_at = null where course_id = '" + course + "'");
    }

    @Test
    void whoever_asks_has_a_place_only_once_they_pressed_the_button_in_their_mail() {
        open(10, Map.of());
        ask("ada@homes.example", Sector.HOUSING);
        assertThat(counted()).isEmpty();

        Registration ada = asked("ada@homes.example");
        assertThat(mail(ada)).containsExactly("training.mail.confirm");
        assertThat(registrations.confirm(String.valueOf(ada.token()))).contains(ada.path());
        assertThat(registrations.confirm(String.valueOf(ada.token()))).as("a second press").contains(ada.path());

        assertThat(counted()).isEqualTo(Map.of(Standing.PLACED, 1));
        assertThat(world.as(World.anyone(), () -> cohorts.one(cohort)).free()).isEqualTo(9);
        assertThat(mail(ada)).containsExactly("training.mail.confirm", "training.mail.placed");
    }

    @Test
    void what_nobody_confirms_is_forgotten_after_two_weeks() {
        open(10, Map.of());
        ask("ada@homes.example", Sector.HOUSING);
        Registration ada = asked("ada@homes.example");
        assertThat(look(askings::look, ada)).contains(TestClock.START.plus(Registrations.UNCONFIRMED));

        clock.pass(Registrations.UNCONFIRMED);
        assertThat(look(askings::look, ada)).isEmpty();
        assertThat(world.as(HOUSE, () -> found.one(ada.id()))).isEmpty();
        assertThat(registrations.mine(String.valueOf(ada.token()))).isEmpty();
    }

    @Test
    void somebody_who_asks_twice_is_told_so_in_their_own_inbox_and_nowhere_else() throws Exception {
        open(10, Map.of());
        Registration ada = placed("ada@homes.example", Sector.HOUSING);

        MockHttpServletResponse again = send("ada@homes.example"), first = send("new@homes.example");
        assertThat(again.getStatus()).isEqualTo(first.getStatus());
        assertThat(again.getRedirectedUrl()).isEqualTo(first.getRedirectedUrl()).isEqualTo("/training/asked");
        assertThat(again.getHeaderNames()).isEqualTo(first.getHeaderNames());
        UUID second = world.as(HOUSE, () -> sql.sql("select id from training.registration where cohort_id = :id and state = 'ASKED' and email_fingerprint = :email").param("id", cohort).param("email", found.fingerprint("ada@homes.example")).query(UUID.class).single());
        // Control: until the job looked, the rows are of the same kind.
        assertThat(world.as(HOUSE, () -> sql.sql("select count(*) from training.registration where cohort_id = :id and state = 'ASKED'").param("id", cohort).query(Integer.class).single())).isEqualTo(2);

        assertThat(world.as(HOUSE, () -> askings.look(second))).isEmpty();
        assertThat(mail(ada)).endsWith("training.mail.already");
        assertThat(counted()).isEqualTo(Map.of(Standing.PLACED, 1));
    }

    @Test
    void two_askings_of_one_address_become_one_place_whichever_is_confirmed_first() {
        open(10, Map.of());
        ask("ada@homes.example", Sector.HOUSING);
        Registration one = asked("ada@homes.example");
        ask("Ada@Homes.example", Sector.HOUSING);
        Registration other = all("ada@homes.example").stream().filter(each -> !each.id().equals(one.id())).findFirst().orElseThrow();

        assertThat(registrations.confirm(String.valueOf(other.token()))).contains(other.path());
        assertThat(registrations.confirm(String.valueOf(one.token()))).as("leads to the place they have").contains(other.path());
        assertThat(counted()).isEqualTo(Map.of(Standing.PLACED, 1));
    }

    @Test
    void a_place_given_back_is_offered_in_order_for_a_time_and_then_to_the_next() {
        open(1, Map.of());
        Registration ada = placed("ada@homes.example", Sector.HOUSING), ben = placed("ben@homes.example", Sector.HEALTH), cat = placed("cat@homes.example", Sector.POLICE), dan = placed("dan@homes.example", Sector.POLICE);
        assertThat(standing(ada, ben, cat, dan)).containsExactly(Standing.PLACED, Standing.WAITING, Standing.WAITING, Standing.WAITING);
        assertThat(registrations.mine(String.valueOf(cat.token())).orElseThrow().position()).isEqualTo(2);

        registrations.leave(String.valueOf(ada.token()));
        assertThat(standing(ada, ben, cat, dan)).containsExactly(Standing.WITHDRAWN, Standing.OFFERED, Standing.WAITING, Standing.WAITING);
        assertThat(mail(ben)).endsWith("training.mail.offered");

        clock.pass(Duration.ofHours(47));
        assertThat(look(places::lapse, ben)).as("it still runs").contains(TestClock.START.plus(Duration.ofHours(48)));
        clock.pass(Duration.ofHours(1));
        assertThatThrownBy(() -> registrations.take(String.valueOf(ben.token()))).isInstanceOf(RuleBroken.class);
        assertThat(look(places::lapse, ben)).isEmpty();
        assertThat(standing(ben, cat)).containsExactly(Standing.LAPSED, Standing.OFFERED);

        registrations.leave(String.valueOf(cat.token()));
        assertThat(standing(cat, dan)).containsExactly(Standing.REFUSED, Standing.OFFERED);
        registrations.take(String.valueOf(dan.token()));
        assertThat(standing(dan)).containsExactly(Standing.PLACED);
        assertThat(world.as(World.LEE, () -> cohorts.one(cohort)).taken()).isEqualTo(1);
    }

    @Test
    void a_sector_that_is_full_lets_the_next_one_by() {
        open(3, Map.of(Sector.HOUSING, 1));
        Registration ada = placed("ada@homes.example", Sector.HOUSING), ben = placed("ben@homes.example", Sector.HOUSING), cat = placed("cat@health.example", Sector.HEALTH);
        assertThat(standing(ada, ben, cat)).containsExactly(Standing.PLACED, Standing.WAITING, Standing.PLACED);

        registrations.leave(String.valueOf(cat.token()));
        assertThat(standing(ben)).as("still no room for housing").containsExactly(Standing.WAITING);
        registrations.leave(String.valueOf(ada.token()));
        assertThat(standing(ben)).containsExactly(Standing.OFFERED);
    }

    @Test
    void a_larger_room_offers_its_places_and_a_smaller_one_takes_none_away() {
        open(1, Map.of());
        Registration ada = placed("ada@homes.example", Sector.HOUSING), ben = placed("ben@homes.example", Sector.HEALTH);
        world.as(World.LEE, () -> cohorts.change(cohort, plan(2, Map.of()), World.LEE));
        assertThat(standing(ada, ben)).containsExactly(Standing.PLACED, Standing.OFFERED);

        world.as(World.LEE, () -> cohorts.change(cohort, plan(1, Map.of()), World.LEE));
        assertThat(standing(ada, ben)).containsExactly(Standing.PLACED, Standing.OFFERED);
        assertThat(world.as(World.LEE, () -> cohorts.one(cohort)).free()).isZero();
    }

    @Test
    void five_hundred_who_ask_at_once_for_thirty_places_oversell_none_and_lose_none() throws Exception {
        open(30, Map.of());
        inParallel(500, number -> send("person" + number + "@homes.example").getStatus());
        List<Registration> asked = world.as(HOUSE, () -> found.standing(cohort, Standing.ASKED));
        assertThat(asked).hasSize(500);

        List<Integer> answers = inParallel(500, number -> mvc.perform(post(asked.get(number).path() + "/confirmation").with(World.sameSite())).andReturn().getResponse().getStatus());

        assertThat(answers).containsOnly(302);
        assertThat(counted()).isEqualTo(Map.of(Standing.PLACED, 30, Standing.WAITING, 470));
        assertThat(world.as(HOUSE, () -> found.of(cohort)).stream().map(Registration::number)).doesNotHaveDuplicates().hasSize(500);
        Cohort full = world.as(World.anyone(), () -> cohorts.one(cohort));
        assertThat(full.taken()).isEqualTo(30);
        assertThat(full.waiting()).isEqualTo(470);
    }

    @Test
    void a_link_in_a_mail_does_nothing_when_a_program_opens_it() throws Exception {
        open(10, Map.of());
        ask("ada@homes.example", Sector.HOUSING);
        Registration ada = asked("ada@homes.example");

        assertThat(page(ada.path()).text()).contains("I want the place");
        assertThat(counted()).isEmpty();
        assertThat(mvc.perform(get(ada.path())).andReturn().getResponse().getHeaders("Set-Cookie")).isEmpty();
        assertThat(page("/training/place/" + "0".repeat(40)).text()).contains("can no longer be used").doesNotContain("Asking well");
    }

    @Test
    void mail_and_calendar_say_nothing_of_the_subject() throws Exception {
        open(10, Map.of());
        Registration ada = placed("ada@homes.example", Sector.HOUSING);
        UUID address = address(ada);
        List<String> words = world.as(SENDER, () -> sql.sql("select id, subject, body from messages.outbox where own_address_id = :id").param("id", address).query((row, line) -> row.getString("subject") + " " + TestDatabase.SEAL.open(row.getBytes("body"), "messages.outbox.body", row.getObject("id", UUID.class))).list());
        String calendar = mvc.perform(get(ada.path() + "/calendar")).andReturn().getResponse().getContentAsString();

        assertThat(words).hasSize(2).allSatisfy(each -> assertThat(each.toLowerCase()).contains(ada.path(), "11 december").doesNotContain("asking well", "abuse", "violence", "harbour", "ada"));
        assertThat(calendar).contains("SUMMARY:Meeting", "DTSTART:20261211T100000Z", "CLASS:PRIVATE").doesNotContain("Asking", "room.example", "abuse");
        // Control: the page behind the link does say it.
        assertThat(page(ada.path()).text()).contains("Asking well");
    }

    @Test
    void the_door_to_the_room_opens_in_its_time_only_and_marks_whoever_comes_in() throws Exception {
        open(10, Map.of());
        Registration ada = placed("ada@homes.example", Sector.HOUSING);
        clock.moveTo(starts.minus(Duration.ofMinutes(16)));
        press(ada, "arrival");
        assertThat(came()).isEmpty();
        assertThat(page(ada.path()).text()).doesNotContain("room.example");

        clock.moveTo(starts.minus(Duration.ofMinutes(15)));
        assertThat(page(ada.path()).text()).contains("Come in").doesNotContain("room.example");
        press(ada, "arrival");
        assertThat(page(ada.path()).select("a[href=https://room.example/x]").attr("rel")).contains("noreferrer");
        assertThat(came()).containsExactly(ada.id());

        clock.moveTo(starts.plus(Duration.ofHours(2)));
        assertThat(page(ada.path()).text()).doesNotContain("room.example");
        Registration late = placed("late@homes.example", Sector.HOUSING);
        assertThat(standing(late)).as("nobody can come in after the end").containsExactly(Standing.ASKED);
    }

    @Test
    void only_whoever_was_at_every_session_has_a_certificate_and_anyone_can_check_it() throws Exception {
        open(10, Map.of());
        world.as(World.LEE, () -> cohorts.meet(cohort, UUID.randomUUID(), starts.plus(Duration.ofDays(7)), starts.plus(Duration.ofDays(7)).plus(Duration.ofHours(1)), World.LEE));
        Registration ada = placed("ada@homes.example", Sector.HOUSING), ben = placed("ben@homes.example", Sector.HEALTH);
        Cohort its = world.as(World.LEE, () -> cohorts.one(cohort));
        clock.moveTo(its.ends().orElseThrow().minusSeconds(60));
        for (Session session : its.sessions()) world.as(World.LEE, () -> attendances.mark(its, session.id(), session == its.sessions().get(0) ? Set.of(ada.id(), ben.id()) : Set.of(ada.id()), World.LEE));
        assertThat(registrations.mine(String.valueOf(ada.token())).orElseThrow().certificate()).as("not before the end").isEmpty();

        clock.moveTo(its.ends().orElseThrow());
        Certificate certificate = registrations.mine(String.valueOf(ada.token())).orElseThrow().certificate().orElseThrow();
        assertThat(certificate.hours()).isEqualTo("3");
        assertThat(registrations.mine(String.valueOf(ben.token())).orElseThrow().certificate()).isEmpty();
        try (PDDocument paper = Loader.loadPDF(mvc.perform(get(ada.path() + "/certificate")).andReturn().getResponse().getContentAsByteArray())) {
            assertThat(paper.getPage(0).getMediaBox().getWidth()).as("a certificate lies across").isGreaterThan(paper.getPage(0).getMediaBox().getHeight());
            assertThat(paper.getNumberOfPages()).isEqualTo(1);
        }
        assertThat(mvc.perform(get(ben.path() + "/certificate")).andReturn().getResponse().getStatus()).isEqualTo(404);

        assertThat(mvc.perform(post("/training/certificates").param("code", certificate.written()).with(World.sameSite())).andReturn().getResponse().getRedirectedUrl()).isEqualTo("/training/certificates/" + certificate.code());
        assertThat(page("/training/certificates/" + certificate.code()).text()).contains("This certificate is ours", "A L", "Asking well").doesNotContain("Ada Learner");
        assertThat(page("/training/certificates/000000000000").text()).contains("no such certificate");

        Session last = its.sessions().get(1);
        world.as(World.LEE, () -> attendances.mark(its, last.id(), Set.of(), World.LEE));
        assertThat(attendances.check(certificate.code())).as("a tick taken back takes the certificate back").isEmpty();
    }

    @Test
    void a_reminder_goes_a_day_before_and_afterwards_those_who_came_and_those_who_did_not_are_told_apart() {
        open(10, Map.of());
        Registration ada = placed("ada@homes.example", Sector.HOUSING), ben = placed("ben@homes.example", Sector.HEALTH);
        clock.moveTo(starts.minus(Duration.ofHours(24)).minusSeconds(1));
        assertThat(look()).contains(starts.minus(Duration.ofHours(24)));
        assertThat(mail(ada)).doesNotContain("training.mail.reminder");
        clock.pass(Duration.ofSeconds(1));
        for (int i = 0; i < 2; i++) look();
        assertThat(mail(ada)).containsOnlyOnce("training.mail.reminder");

        clock.moveTo(starts);
        registrations.arrive(String.valueOf(ada.token()));
        clock.moveTo(starts.plus(Duration.ofHours(26)));
        for (int i = 0; i < 2; i++) look();
        assertThat(mail(ada)).containsOnlyOnce("training.mail.attended").doesNotContain("training.mail.absent");
        assertThat(mail(ben)).containsOnlyOnce("training.mail.absent").doesNotContain("training.mail.attended");
    }

    @Test
    void names_are_forgotten_after_two_years_and_needs_after_a_month_and_what_is_counted_stays() throws Exception {
        open(10, Map.of());
        visit(new Asked("Ada Learner", "ada@homes.example", Sector.HOUSING, DemoAgencies.HOMES, DemoAgencies.HOMES_TENANCY, "", "A sign language interpreter", false));
        Registration ada = asked("ada@homes.example");
        registrations.confirm(String.valueOf(ada.token()));
        clock.moveTo(starts);
        registrations.arrive(String.valueOf(ada.token()));
        clock.moveTo(starts.plus(Duration.ofHours(3)));
        Certificate certificate = registrations.mine(String.valueOf(ada.token())).orElseThrow().certificate().orElseThrow();

        assertThat(world.as(World.LEE, () -> register.of(cohorts.one(cohort), World.LEE)).needs()).containsValue("A sign language interpreter");
        assertThat(world.as(World.SAL, () -> register.of(cohorts.one(cohort), World.SAL)).needs()).as("a manager reads the register, not the needs").isEmpty();
        clock.moveTo(starts.plus(Duration.ofDays(31)));
        look();
        assertThat(world.as(World.LEE, () -> register.of(cohorts.one(cohort), World.LEE)).needs()).isEmpty();

        clock.moveTo(starts.plus(Duration.ofDays(735)));
        assertThat(look()).isEmpty();
        assertThat(registrations.mine(String.valueOf(ada.token()))).isEmpty();
        assertThat(world.as(HOUSE, () -> sql.sql("select num_nonnulls(name, email, email_fingerprint, holder, token, workplace) from training.registration where id = :id").param("id", ada.id()).query(Integer.class).single())).isZero();
        assertThat(attendances.check(certificate.code())).isPresent();
    }

    @Test
    void whoever_comes_is_asked_before_after_and_three_months_later_and_nobody_else_is() {
        EvaluationId evaluation = world.as(World.LEE, () -> evaluations.plan(UUID.randomUUID(), new Plan("Asking well", "", List.of(new QuestionSet(instruments.current("confidence"), "fairly")), IdentityMode.NAMED, 3, false, Times.day(starts)), World.LEE));
        open(10, Map.of());
        world.as(World.LEE, () -> cohorts.change(cohort, new Cohorts.Plan(true, "", "", 10, 48, evaluation.id(), Map.of()), World.LEE));
        Registration ada = placed("ada@homes.example", Sector.HOUSING), ben = placed("ben@homes.example", Sector.HEALTH);
        Function<Wave, String> asked = wave -> world.as(World.LEE, () -> evaluations.one(evaluation).questionsPath(wave)) + "/" + ada.id();
        assertThat(questions(ada)).contains(asked.apply(Wave.BEFORE));

        clock.moveTo(starts);
        assertThat(questions(ada)).as("while it lasts").isEmpty();
        registrations.arrive(String.valueOf(ada.token()));
        clock.moveTo(starts.plus(Duration.ofHours(2)));
        assertThat(questions(ada)).contains(asked.apply(Wave.AFTER));
        assertThat(questions(ben)).as("was not there").isEmpty();
        assertThat(world.as(World.CAM, () -> reach.of(evaluation)).orElseThrow()).isEqualTo(new Reach.Reached(2, 2, 1, Map.of(Sector.HOUSING, 1)));

        clock.moveTo(starts.plus(Duration.ofDays(93)));
        for (int i = 0; i < 2; i++) look();
        assertThat(questions(ada)).contains(asked.apply(Wave.FOLLOW_UP));
        assertThat(mail(ada)).containsOnlyOnce("training.mail.follow-up");
        assertThat(mail(ben)).doesNotContain("training.mail.follow-up");
    }

    private Optional<String> questions(Registration registration) {
        return registrations.mine(String.valueOf(registration.token())).orElseThrow().questions();
    }

    @Test
    void calling_off_tells_everybody_and_closes_the_door() throws Exception {
        open(1, Map.of());
        Registration ada = placed("ada@homes.example", Sector.HOUSING), ben = placed("ben@homes.example", Sector.HEALTH);
        world.as(World.LEE, () -> cohorts.callOff(cohort, World.LEE));

        assertThat(mail(ada)).endsWith("training.mail.called-off");
        assertThat(mail(ben)).endsWith("training.mail.called-off");
        assertThat(page(ada.path()).text()).contains("does not take place");
        assertThat(page("/training").text()).doesNotContain(course.toString());
        assertThatThrownBy(() -> visit(new Asked("x", "x@homes.example", Sector.OTHER, null, null, "", "", false))).isInstanceOf(RuleBroken.class);
    }

    @Test
    void nobody_sees_a_cohort_before_it_is_published() throws Exception {
        world.as(World.LEE, () -> cohorts.plan(cohort, course, plan(5, Map.of()), starts, starts.plus(Duration.ofHours(2)), World.LEE));
        assertThat(page("/training").text()).doesNotContain(course.toString());
        assertThat(mvc.perform(get("/training/" + cohort)).andReturn().getResponse().getStatus()).isEqualTo(404);
        world.as(World.LEE, () -> cohorts.publish(cohort, World.LEE));
        assertThat(page("/training").text()).contains(course.toString());
        assertThat(page("/cy/training/" + cohort).text()).contains("Gofyn am le");
    }

    @Test
    void what_was_typed_stays_when_something_is_wrong_and_no_page_keeps_it_on_the_device() throws Exception {
        open(10, Map.of());
        MockHttpServletResponse refused = mvc.perform(post("/training/" + cohort).param("name", "Ada Learner").param("email", "ada at homes").with(World.sameSite())).andReturn().getResponse();
        assertThat(refused.getRedirectedUrl()).isEqualTo("/training/" + cohort + "?again");
        Cookie typed = refused.getCookies()[0];
        assertThat(new String(java.util.Base64.getUrlDecoder().decode(typed.getValue()), StandardCharsets.ISO_8859_1)).doesNotContain("Learner");
        assertThat(typed.getMaxAge()).isEqualTo(-1);

        Document again = Jsoup.parse(mvc.perform(get("/training/" + cohort + "?again").cookie(typed)).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8));
        assertThat(again.select(".govuk-error-summary a").eachText()).containsExactly("Enter an e-mail address, like name@example.org", "Choose where you work, or what kind of work it is");
        assertThat(again.selectFirst("#name").val()).isEqualTo("Ada Learner");
        assertThat(again.selectFirst("#email").val()).isEqualTo("ada at homes");
        // Control: without the cookie the page is empty and blames nobody.
        assertThat(page("/training/" + cohort + "?again").select(".govuk-error-summary")).isEmpty();
    }

    @Test
    void a_file_of_the_online_room_marks_whoever_is_in_it_and_names_whoever_has_no_place() throws Exception {
        open(10, Map.of());
        placed("ada@homes.example", Sector.HOUSING);
        clock.moveTo(starts.plus(Duration.ofHours(1)));
        String session = "/desk/training/cohorts/" + cohort + "/sessions/" + world.as(World.LEE, () -> cohorts.one(cohort)).sessions().get(0).id();

        Document page = desk.page(World.LEE, multipart(session + "/file").file(new MockMultipartFile("file", "list.csv", "text/csv", "Name,Joined,Mail\n\"Learner, Ada\",10:01,ADA@homes.example\nStranger,10:02,who@else.example\n".getBytes())));
        assertThat(page.text()).contains("These have no place here", "who@else.example");
        assertThat(page.select("input[name=there][checked]")).hasSize(1);
        assertThat(desk.page(World.LEE, multipart(session + "/file").file(new MockMultipartFile("file", "list.csv", "text/csv", "nothing".getBytes()))).select(".govuk-error-summary").text()).contains("no e-mail address");
    }

    @Test
    void a_commissioner_sees_shares_of_teams_and_never_a_name() throws Exception {
        open(40, Map.of());
        UUID agency = UUID.randomUUID(), large = UUID.randomUUID(), small = UUID.randomUUID();
        world.as(World.LEE, () -> {
            agencies.add(agency, "Shares " + agency, Sector.HOUSING, World.LEE);
            agencies.addTeam(agency, large, "Lettings", 14, World.LEE);
            agencies.addTeam(agency, small, "Heating", 4, World.LEE);
        });
        for (int i = 0; i < 9; i++) {
            visit(new Asked("Ada Learner", "team" + i + "@homes.example", Sector.HOUSING, agency, i < 7 ? large : small, "", "", false));
            registrations.confirm(String.valueOf(asked("team" + i + "@homes.example").token()));
        }
        Cohort its = world.as(World.LEE, () -> cohorts.one(cohort));
        clock.moveTo(starts.plus(Duration.ofHours(2)));
        world.as(World.LEE, () -> attendances.mark(its, its.sessions().get(0).id(), Set.copyOf(found.standing(cohort, Standing.PLACED).stream().map(Registration::id).toList()), World.LEE));

        assertThat(world.as(World.CAM, () -> sql.sql("select count(*) from training.registration").query(Integer.class).single())).isZero();
        Document page = desk.page(World.CAM, get("/desk/trained"));
        assertThat(page.text()).contains("Shares " + agency, "Lettings").doesNotContain("Ada Learner", "@homes.example");
        Reached.Share homes = world.as(World.CAM, () -> reached.shown(World.CAM)).agencies().stream().filter(one -> one.agency().name().equals("Shares " + agency)).findFirst().orElseThrow();
        assertThat(homes.agency().people()).isEqualTo(Amount.about(9)).extracting(Amount::words).isEqualTo("about 10");
        assertThat(homes.teams()).extracting(Reached.Line::name, line -> line.people() == null ? "not shown" : line.people().words(), Reached.Line::percent).as("two people are nobody's to see")
                .containsExactlyInAnyOrder(tuple("Lettings", "about 5", 45), tuple("Heating", "fewer than 5", null));
        assertThat(homes.agency().percent()).isEqualTo(55);
        TestDatabase.asOwner("delete from training.trained where cohort_id = '" + cohort + "'");
        world.as(World.LEE, () -> agencies.putAway(agency, World.LEE));
    }

    @Test
    void only_those_who_train_plan_and_read_the_register() {
        open(5, Map.of());
        Registration ada = placed("ada@homes.example", Sector.HOUSING);
        for (Actor.Worker other : List.of(World.MINA, World.CAM, World.ALEX, World.ASH, World.ROBIN)) {
            assertThatThrownBy(() -> world.as(other, () -> cohorts.callOff(cohort, other))).as("" + other).isInstanceOf(NotFound.class);
            assertThat(world.as(other, () -> found.one(ada.id()))).as("past the application").isEmpty();
        }
        assertThat(world.as(World.LEE, () -> found.one(ada.id()))).isPresent();
    }

    private Cohorts.Plan plan(int capacity, Map<Sector, Integer> limits) {
        return new Cohorts.Plan(true, "", "https://room.example/x", capacity, 48, null, limits);
    }

    private void open(int capacity, Map<Sector, Integer> limits) {
        world.as(World.LEE, () -> {
            cohorts.plan(cohort, course, plan(capacity, limits), starts, starts.plus(Duration.ofHours(2)), World.LEE);
            cohorts.publish(cohort, World.LEE);
        });
    }

    /** As anyone, from the public page. */
    private void visit(Asked asked) {
        Acting.as(World.anyone(), () -> registrations.ask(cohort, asked));
    }

    private void ask(String email, Sector sector) {
        try {
            visit(new Asked("Ada Learner", email, sector, null, null, "", "", false));
        } catch (RuleBroken closed) {
            // Control: nobody can register any more; the row is put there all the same, as if it had been in time.
            UUID id = UUID.randomUUID();
            String token = id.toString().replace("-", "") + "00000000";
            world.as(HOUSE, () -> sql.sql("""
                    insert into training.registration (id, organisation_id, cohort_id, state, name, email, email_fingerprint, holder, token, sector, welsh, asked_at, changed_at)
                    values (:id, :house, :cohort, 'ASKED', :name, :email, :fingerprint, :holder, :token, :sector, false, now(), now())
                    """).param("id", id).param("house", DemoTown.HARBOUR_HOUSE.id()).param("cohort", cohort).param("name", TestDatabase.SEAL.close("Ada Learner", Found.NAME, id)).param("email", TestDatabase.SEAL.close(email, Found.EMAIL, id))
                    .param("fingerprint", found.fingerprint(email)).param("holder", org.alongside.messages.Messages.fingerprint(TestDatabase.SEAL, token)).param("token", TestDatabase.SEAL.close(token, Found.TOKEN, id)).param("sector", sector.name()).update());
        }
    }

    /** Asked, mailed, and the button pressed. */
    private Registration placed(String email, Sector sector) {
        ask(email, sector);
        Registration asked = asked(email);
        try {
            registrations.confirm(String.valueOf(asked.token()));
        } catch (RuleBroken closed) {
            assertThat(closed.rule()).isEqualTo("training.closed");
        }
        return asked;
    }

    /** The newest row of this address, after the job wrote its mail. */
    private Registration asked(String email) {
        Registration newest = all(email).stream().filter(one -> one.standing() == Standing.ASKED).reduce((one, later) -> later).orElseThrow();
        look(askings::look, newest);
        return newest;
    }

    private List<Registration> all(String email) {
        return world.as(HOUSE, () -> found.standing(cohort, Standing.values())).stream().filter(one -> one.email().equalsIgnoreCase(email)).toList();
    }

    private Optional<Instant> look(Function<UUID, Optional<Instant>> work, Registration registration) {
        return world.as(HOUSE, () -> work.apply(registration.id()));
    }

    private Optional<Instant> look() {
        return world.as(HOUSE, () -> cohortClock.look(cohort));
    }

    private Map<Standing, Integer> counted() {
        Map<Standing, Integer> counted = new HashMap<>();
        world.as(HOUSE, () -> found.of(cohort)).forEach(one -> counted.merge(one.standing(), 1, Integer::sum));
        return counted;
    }

    private List<Standing> standing(Registration... registrations) {
        return world.as(HOUSE, () -> List.of(registrations).stream().map(one -> found.one(one.id()).orElseThrow().standing()).toList());
    }

    private UUID address(Registration registration) {
        return world.as(HOUSE, () -> found.one(registration.id()).orElseThrow()).address();
    }

    /** Which mails were written to them, in their order, by the keys of their words. */
    private List<String> mail(Registration registration) {
        Map<String, String> keys = Map.ofEntries(Map.entry("Please confirm", "confirm"), Map.entry("Your place", "placed"), Map.entry("The waiting list", "waiting"), Map.entry("A place has become free", "offered"), Map.entry("Your answer", "refused"),
                Map.entry("The place was passed on", "lapsed"), Map.entry("You are off the list", "withdrawn"), Map.entry("Soon", "reminder"), Map.entry("Thank you for coming", "attended"), Map.entry("We missed you", "absent"), Map.entry("It does not take place", "called-off"), Map.entry("Another time", "moved"), Map.entry("A few questions", "follow-up"));
        UUID address = address(registration);
        return world.as(SENDER, () -> sql.sql("select id, subject, body from messages.outbox where own_address_id = :id order by asked_at, ctid").param("id", address).query((row, line) -> {
            String words = TestDatabase.SEAL.open(row.getBytes("body"), "messages.outbox.body", row.getObject("id", UUID.class));
            return "training.mail." + (words.contains("asked again") ? "already" : keys.get(row.getString("subject")));
        }).list());
    }

    private Set<UUID> came() {
        return world.as(World.LEE, () -> attendances.ofCohort(cohort)).values().stream().findFirst().orElse(Set.of());
    }

    private MockHttpServletResponse send(String email) throws Exception {
        return mvc.perform(post("/training/" + cohort).param("name", "Ada Learner").param("email", email).param("sector", "HOUSING").with(World.sameSite())).andReturn().getResponse();
    }

    private void press(Registration registration, String what) throws Exception {
        assertThat(mvc.perform(post(registration.path() + "/" + what).with(World.sameSite())).andReturn().getResponse().getStatus()).isEqualTo(302);
    }

    private Document page(String path) throws Exception {
        MockHttpServletResponse response = mvc.perform(get(path)).andReturn().getResponse();
        assertThat(response.getStatus()).isEqualTo(200);
        Document page = Jsoup.parse(response.getContentAsString(StandardCharsets.UTF_8));
        assertThat(page.select("h1")).hasSize(1);
        return page;
    }

    private interface Work<T> {
        T at(int number) throws Exception;
    }

    private static <T> List<T> inParallel(int times, Work<T> work) throws Exception {
        ExecutorService crowd = Executors.newFixedThreadPool(16);
        try {
            List<Callable<T>> calls = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                int number = i;
                calls.add(() -> work.at(number));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> each : crowd.invokeAll(calls)) results.add(each.get());
            return results;
        } finally {
            crowd.shutdown();
        }
    }
}
