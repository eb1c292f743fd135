package org.alongside.appointments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alongside.AlongsideTest;
import org.alongside.TestClock;
import org.alongside.World;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.access.DemoTown;
import org.alongside.casework.CaseId;
import org.alongside.casework.Cases;
import org.alongside.people.About;
import org.alongside.people.NewPerson;
import org.alongside.people.People;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Side;
import org.alongside.shared.Times;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@AlongsideTest
class AppointmentsTests {
    private static final Actor.Job CLOCK = new Actor.Job(DemoTown.HARBOUR_HOUSE, LoneWorkers.JOB);

    @Autowired World world;
    @Autowired Appointments appointments;
    @Autowired LoneWorkers loneWorkers;
    @Autowired Cases cases;
    @Autowired People people;
    @Autowired JdbcClient sql;
    @Autowired MockMvc mvc;
    @Autowired TestClock clock;

    List<UUID> earlier;

    @BeforeEach
    void remember() {
        earlier = everyNotice();
    }

    @AfterEach
    void back() {
        clock.back();
    }

    @Test
    void an_appointment_is_made_in_a_case_and_stands_in_the_day_of_whoever_goes() throws Exception {
        CaseId id = open(true);
        assertThat(page(Appointments.path(id) + "/new", World.MINA).select("input[name=interpreter][checked]").val()).as("they need one").isEqualTo("TO_BOOK");

        mvc.perform(typed(post(Appointments.path(id)), today().plusDays(2), "2:30pm").param("venue", "SAFE_PLACE").param("place", "Marker library").param("interpreter", "TO_BOOK").with(world.signedIn(World.TOM))).andExpect(redirectedUrl(Appointments.path(id)));

        assertThat(page(Appointments.path(id), World.MINA).text()).contains("Marker library", "A place they said is safe", "Interpreter to be booked", "Mina Okafor");
        assertThat(page("/desk/day", World.MINA).text()).contains("Appointment at 2:30pm, a place they said is safe", reference(id));
        assertThat(page("/desk/appointments", World.MINA).text()).contains(reference(id));
        assertThat(page("/desk/cases/" + id.id() + "/timeline", World.MINA).text()).contains("Appointment made for " + Times.say(today().plusDays(2)) + " at 2:30pm").doesNotContain("Marker");
        assertThat(world.as(World.MINA, () -> sql.sql("select place from appointments.appointment where case_id = :id").param("id", id.id()).query(byte[].class).single())).asString(StandardCharsets.ISO_8859_1).doesNotContain("Marker");
    }

    @Test
    void nobody_goes_to_a_home_without_having_thought_about_who_else_is_there() throws Exception {
        CaseId id = open(false);
        Document refused = Jsoup.parse(mvc.perform(typed(post(Appointments.path(id)), today().plusDays(2), "10:00").param("venue", "THEIR_HOME").param("interpreter", "NOT_NEEDED").with(world.signedIn(World.MINA))).andReturn().getResponse().getContentAsString());

        assertThat(refused.select(".govuk-error-summary a").eachText()).containsExactly("Think about who else may be there, and say that you did");
        assertThatThrownBy(() -> new Plan(World.MINA.worker(), Instant.now(), 60, Venue.THEIR_HOME, "", Interpreter.NOT_NEEDED, false, true)).isInstanceOf(RuleBroken.class);
    }

    @Test
    void when_a_worker_who_went_alone_is_not_back_duty_and_managers_are_told_once() throws Exception {
        CaseId id = open(false);
        UUID appointment = make(id, clock.instant().plus(Duration.ofHours(1)), true);
        assertThat(ask(appointment)).as("not yet: it asks again then").isPresent();

        clock.pass(Duration.ofMinutes(90));
        assertThat(page("/desk/appointments", World.SAL).text()).contains("Out alone", reference(id));
        assertThat(page("/desk/day", World.MINA).text()).contains("Say that you are back and safe");
        assertThat(notices()).isEmpty();

        clock.pass(Duration.ofMinutes(61));
        assertThat(ask(appointment)).isEmpty();
        assertThat(notices()).containsExactlyInAnyOrder(World.TOM.worker().id(), World.SAL.worker().id());
        assertThat(page("/desk/appointments", World.SAL).text()).contains("Not back: ring them now", "Duty and managers were told");
        ask(appointment);
        assertThat(notices()).as("once").hasSize(2);
    }

    @Test
    void nobody_is_told_about_a_worker_who_said_that_they_are_back_or_whose_appointment_was_called_off() throws Exception {
        CaseId id = open(false);
        UUID safe = make(id, clock.instant().plusSeconds(60), true), off = make(id, clock.instant().plusSeconds(60), true), together = make(id, clock.instant().plusSeconds(60), false);
        clock.pass(Duration.ofMinutes(30));
        mvc.perform(post(Appointments.path(id) + "/" + safe + "/safe").with(world.signedIn(World.MINA))).andExpect(redirectedUrl(Appointments.path(id)));
        world.as(World.MINA, () -> appointments.ended(id, off, AppointmentStatus.CANCELLED_BY_THEM, World.MINA));
        clock.pass(Duration.ofHours(3));

        for (UUID one : List.of(safe, off, together)) assertThat(ask(one)).isEmpty();
        assertThat(notices()).isEmpty();
        assertThat(page(Appointments.path(id), World.MINA).text()).contains("Back and safe", "Called off by them");
    }

    @Test
    void an_appointment_that_was_moved_is_asked_for_at_its_new_time() {
        CaseId id = open(false);
        UUID appointment = make(id, clock.instant().plusSeconds(60), true);
        Instant later = clock.instant().plus(Duration.ofDays(1));
        world.as(World.MINA, () -> appointments.change(id, appointment, 0, plan(later, true), World.MINA));
        clock.pass(Duration.ofHours(3));

        assertThat(ask(appointment)).contains(later.plus(Duration.ofMinutes(90)));
        assertThat(notices()).isEmpty();
    }

    @Test
    void what_became_of_it_is_written_down_and_can_be_taken_back() throws Exception {
        CaseId id = open(false);
        UUID appointment = make(id, clock.instant().plusSeconds(60), false);
        mvc.perform(post(Appointments.path(id) + "/" + appointment + "/status").param("status", "NOT_THERE").with(world.signedIn(World.MINA))).andExpect(redirectedUrl(Appointments.path(id)));
        assertThat(page(Appointments.path(id), World.MINA).text()).contains("Nothing is planned", "They did not come");
        assertThatThrownBy(() -> world.as(World.MINA, () -> appointments.change(id, appointment, 1, plan(clock.instant().plusSeconds(90), false), World.MINA))).isInstanceOf(RuleBroken.class);

        mvc.perform(post(Appointments.path(id) + "/" + appointment + "/status").param("status", "PLANNED").with(world.signedIn(World.MINA))).andExpect(redirectedUrl(Appointments.path(id)));
        assertThat(page(Appointments.path(id), World.MINA).text()).doesNotContain("Nothing is planned");
    }

    @Test
    void what_is_missing_is_said_beside_the_field_and_nobody_of_the_other_side_can_be_sent() throws Exception {
        CaseId id = open(false);

        assertThat(Jsoup.parse(mvc.perform(post(Appointments.path(id)).param("place", "Kept words").param("minutes", "2").with(world.signedIn(World.MINA))).andReturn().getResponse().getContentAsString()).select(".govuk-error-summary a").eachText())
                .containsExactly("Enter the day", "Enter how long it takes, from 5 to 600 minutes", "Choose where you meet", "Choose whether an interpreter is needed", "Choose who goes");
        Plan behindTheWall = new Plan(World.ROBIN.worker(), clock.instant().plusSeconds(60), 60, Venue.OUR_OFFICE, "", Interpreter.NOT_NEEDED, false, false);
        assertThatThrownBy(() -> world.as(World.MINA, () -> appointments.make(id, UUID.randomUUID(), behindTheWall, World.MINA))).isInstanceOf(RuleBroken.class);
    }

    @Test
    void nobody_of_the_other_side_or_another_organisation_finds_an_appointment() throws Exception {
        CaseId id = open(false);
        UUID appointment = make(id, clock.instant().plusSeconds(60), true);
        clock.pass(Duration.ofMinutes(5));

        for (Actor.Worker stranger : List.of(World.KIT, World.ROBIN, World.ASH, World.ALEX, World.JO)) {
            for (String page : List.of("", "/new", "/" + appointment)) mvc.perform(get(Appointments.path(id) + page).with(world.signedIn(stranger))).andExpect(status().isNotFound());
            mvc.perform(post(Appointments.path(id) + "/" + appointment + "/safe").with(world.signedIn(stranger))).andExpect(status().isNotFound());
        }
        assertThat(page("/desk/appointments", World.KIT).text()).contains("Nobody is out alone");
        assertThat(page("/desk/appointments", World.NIA).text()).doesNotContain(reference(id));
        assertThat(Acting.as(new Actor.Job(DemoTown.LANTERN, LoneWorkers.JOB), () -> loneWorkers.shouldBeBack(DemoTown.LANTERN, appointment))).isEmpty();
    }

    private Optional<Instant> ask(UUID appointment) {
        return Acting.as(CLOCK, () -> loneWorkers.shouldBeBack(DemoTown.HARBOUR_HOUSE, appointment));
    }

    /** Who was told in this test. */
    private List<UUID> notices() {
        List<UUID> now = new ArrayList<>(everyNotice());
        earlier.forEach(now::remove);
        return now;
    }

    private List<UUID> everyNotice() {
        return world.as(new Actor.Job(DemoTown.HARBOUR_HOUSE, "send-message"), () -> sql.sql("select worker_id from messages.outbox where kind = 'NOTICE' and worker_id is not null").query(UUID.class).list());
    }

    private CaseId open(boolean interpreter) {
        return world.as(World.MINA, () -> {
            CaseId id = cases.open(people.record(new NewPerson(Side.SUPPORT, About.named("Robin-Lee", "Testcase").speaking(interpreter ? "Polish" : "", interpreter)), World.MINA), null, World.MINA);
            cases.accept(id, World.MINA);
            return id;
        });
    }

    private UUID make(CaseId id, Instant at, boolean alone) {
        UUID appointment = UUID.randomUUID();
        world.as(World.MINA, () -> appointments.make(id, appointment, plan(at, alone), World.MINA));
        return appointment;
    }

    private static Plan plan(Instant at, boolean alone) {
        return new Plan(World.MINA.worker(), at, 60, Venue.OUR_OFFICE, "", Interpreter.NOT_NEEDED, false, alone);
    }

    private MockHttpServletRequestBuilder typed(MockHttpServletRequestBuilder request, LocalDate on, String time) {
        return request.param("on.day", "" + on.getDayOfMonth()).param("on.month", "" + on.getMonthValue()).param("on.year", "" + on.getYear()).param("time", time).param("minutes", "45").param("worker", World.MINA.worker().id().toString());
    }

    private LocalDate today() {
        return Times.day(clock.instant());
    }

    private String reference(CaseId id) {
        return world.as(World.MINA, () -> cases.facts(id).reference());
    }

    private Document page(String path, Actor.Worker worker) throws Exception {
        return Jsoup.parse(mvc.perform(get(path).with(world.signedIn(worker))).andExpect(status().isOk()).andReturn().getResponse().getContentAsString());
    }
}
