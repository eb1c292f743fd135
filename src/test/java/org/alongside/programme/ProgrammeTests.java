package org.alongside.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.alongside.AlongsideTest;
import org.alongside.Desk;
import org.alongside.TestClock;
import org.alongside.World;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.access.DemoTown;
import org.alongside.casework.CaseId;
import org.alongside.casework.Cases;
import org.alongside.crossing.Crossing.Came;
import org.alongside.crossing.Crossing.Where;
import org.alongside.crossing.Crossing;
import org.alongside.partnersupport.Outcome;
import org.alongside.partnersupport.PartnerSupport;
import org.alongside.people.About;
import org.alongside.people.NewPerson;
import org.alongside.people.People;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Side;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@AlongsideTest
class ProgrammeTests {
    private static final Instant NEXT_WEEK = TestClock.START.plus(Duration.ofDays(7));
    @Autowired World world;
    @Autowired Desk desk;
    @Autowired ProgrammeFixture programme;
    @Autowired Partners partners;
    @Autowired Cohorts cohorts;
    @Autowired Enrolments enrolments;
    @Autowired Register register;
    @Autowired PartnerSupport support;
    @Autowired Cases cases;
    @Autowired People people;
    @Autowired JdbcClient sql;
    @Autowired TestClock clock;

    @AfterEach
    void back() {
        clock.back();
    }

    @Test
    void nobody_starts_before_every_partner_was_offered_contact() {
        CaseId id = placed(group(2));
        assertThatThrownBy(() -> start(id)).isInstanceOf(RuleBroken.class).hasMessageContaining("Name the partners first");
        UUID partner = name(id, "Wren"), former = name(id, "Iris");
        assertThatThrownBy(() -> start(id)).isInstanceOf(RuleBroken.class).hasMessageContaining("2 partners were not offered contact");
        offerContact(partner, Outcome.DECLINED);
        assertThatThrownBy(() -> start(id)).isInstanceOf(RuleBroken.class).hasMessageContaining("One partner was not offered contact");
        assertThatThrownBy(() -> startAnyway(id)).as("the database refuses it too").isInstanceOf(DataAccessException.class).hasMessageContaining("a partner was not offered contact");

        offerContact(former, Outcome.ACCEPTED);
        start(id);
        assertThat(status(id)).isEqualTo(Status.STARTED);
        assertThat(news(partner)).contains(new Crossing.Standing(partner, Where.STARTED));
    }

    @Test
    void where_there_is_no_partner_two_people_look_before_somebody_starts() {
        CaseId id = placed(group(1));
        world.as(World.ROBIN, () -> partners.nobody(id, "Asked him and the probation officer: nobody since 2019.", World.ROBIN));
        assertThatThrownBy(() -> start(id)).isInstanceOf(RuleBroken.class);
        assertThatThrownBy(() -> startAnyway(id)).isInstanceOf(DataAccessException.class).hasMessageContaining("nobody has asked about partners");
        assertThatThrownBy(() -> world.as(World.ROBIN, () -> partners.agree(id, World.ROBIN))).isInstanceOf(NotFound.class);
        world.as(World.KIT, () -> partners.agree(id, World.KIT));

        start(id);
        assertThat(status(id)).isEqualTo(Status.STARTED);
    }

    @Test
    void whoever_says_that_there_is_nobody_does_not_agree_to_it() {
        CaseId id = participant();
        world.as(World.KIT, () -> partners.nobody(id, "Nobody", World.KIT));
        assertThatThrownBy(() -> world.as(World.KIT, () -> partners.agree(id, World.KIT))).isInstanceOf(RuleBroken.class).hasMessageContaining("somebody else agrees");
    }

    @Test
    void whatever_is_tried_in_whatever_order_nobody_takes_part_whose_partners_were_not_offered_contact() {
        Random random = new Random(20261120);
        int started = 0;
        UUID group = group(60);
        for (int life = 0; life < 40; life++) {
            CaseId id = participant();
            List<UUID> named = new ArrayList<>();
            List<UUID> offered = new ArrayList<>();
            for (int step = 0; step < 14; step++) {
                try {
                    switch (random.nextInt(7)) {
                        case 0 -> {
                            wait(id, false);
                            programme.ready(id, World.ROBIN);
                        }
                        case 1 -> offer(id, group);
                        case 2 -> world.as(World.ROBIN, () -> enrolments.accept(id, World.ROBIN));
                        case 3 -> start(id);
                        case 4 -> {
                            if (named.size() < 2 && status(id) != Status.STARTED) named.add(name(id, "Partner " + named.size()));
                        }
                        case 5 -> {
                            if (named.isEmpty()) continue;
                            UUID pair = named.get(random.nextInt(named.size()));
                            Outcome outcome = random.nextBoolean() ? Outcome.NO_ANSWER : Outcome.DECLINED;
                            offerContact(pair, outcome);
                            if (outcome.answers()) offered.add(pair);
                        }
                        default -> startAnyway(id);
                    }
                } catch (RuleBroken | NotFound | DataAccessException refused) {
                    // What is refused changes nothing: that is looked at below.
                }
                if (status(id) == Status.STARTED) assertThat(named).as("life %d", life).isNotEmpty().allMatch(offered::contains);
            }
            if (status(id) == Status.STARTED) started++;
        }
        assertThat(started).as("control: some do start").isPositive();
    }

    @Test
    void two_hundred_who_are_offered_a_place_at_the_same_moment_get_no_more_places_than_there_are() throws Exception {
        UUID group = group(7);
        List<CaseId> all = IntStream.range(0, 200).mapToObj(number -> participant()).toList();
        all.forEach(id -> wait(id, false));
        ExecutorService pool = Executors.newFixedThreadPool(16);
        try {
            List<Callable<Boolean>> offers = all.stream().<Callable<Boolean>>map(id -> () -> {
                try {
                    offer(id, group);
                    return true;
                } catch (RuleBroken full) {
                    return false;
                }
            }).toList();
            int got = 0;
            for (Future<Boolean> one : pool.invokeAll(offers)) if (one.get()) got++;
            assertThat(got).isEqualTo(7);
        } finally {
            pool.shutdownNow();
        }
        assertThat(world.as(World.ROBIN, () -> cohorts.one(group, World.ROBIN)).taken()).isEqualTo(7);
        assertThatThrownBy(() -> offer(all.stream().filter(id -> status(id) == Status.WAITING).findFirst().orElseThrow(), group)).isInstanceOf(RuleBroken.class).hasMessageContaining("No place");
    }

    @Test
    void a_place_that_nobody_took_in_time_is_free_again_and_whoever_it_was_kept_for_waits_where_they_waited() {
        UUID group = group(1);
        CaseId id = participant();
        wait(id, true);
        offer(id, group);
        UUID enrolment = world.as(World.ROBIN, () -> enrolments.current(id)).orElseThrow().id();
        lapse(enrolment);
        assertThat(status(id)).as("not before its time").isEqualTo(Status.OFFERED);

        clock.moveTo(NEXT_WEEK);
        lapse(enrolment);
        assertThat(status(id)).isEqualTo(Status.WAITING);
        assertThat(world.as(World.ROBIN, () -> cohorts.one(group, World.ROBIN)).free()).isEqualTo(1);
        assertThat(world.as(World.ROBIN, () -> enrolments.waiting(World.ROBIN)).stream().map(Enrolment::caseId)).contains(id);

        offer(id, group, NEXT_WEEK.plus(Duration.ofDays(2)));
        assertThat(lapse(enrolment)).as("the clock of the first offer goes on to the end of the second").contains(NEXT_WEEK.plus(Duration.ofDays(2)));
        world.as(World.ROBIN, () -> enrolments.accept(id, World.ROBIN));
        clock.pass(Duration.ofDays(9));
        lapse(enrolment);
        assertThat(status(id)).as("who took the place keeps it").isEqualTo(Status.PLACED);
    }

    @Test
    void who_misses_a_session_is_told_to_partner_support_with_a_clock_and_who_came_without() throws Exception {
        UUID group = group(3);
        CaseId came = taking(group, "Wren"), stayedAway = taking(group, "Iris"), leftEarly = taking(group, "Ada");
        Cohorts.Session first = sessions(group).get(0);
        String path = "/desk/groups/" + group + "/sessions/" + first.id();
        assertThat(desk.page(World.ROBIN, get(path)).text()).contains("has not begun yet");
        clock.moveTo(first.startsAt().plus(Duration.ofHours(3)));

        Document nothing = desk.page(World.ROBIN, post(path).param("note-" + enrolment(came), "Talked about blame"));
        assertThat(nothing.selectFirst("#mark-" + enrolment(came) + "-error").text()).contains("Say whether they came");
        assertThat(nothing.selectFirst("#note-" + enrolment(came)).val()).isEqualTo("Talked about blame");
        desk.done(World.ROBIN, post(path).param("mark-" + enrolment(came), "ATTENDED").param("mark-" + enrolment(stayedAway), "ACCEPTABLE").param("note-" + enrolment(stayedAway), "A funeral").param("mark-" + enrolment(leftEarly), "LEFT_EARLY")
                .param("concern-" + enrolment(leftEarly), "Said he knows where she parks"));

        LocalDate day = LocalDate.of(2026, 11, 27);
        assertThat(waiting(came)).isEmpty();
        assertThat(waiting(stayedAway)).containsExactly(new Crossing.Attendance(pair(stayedAway), day, Came.MISSED));
        assertThat(waiting(leftEarly)).containsExactlyInAnyOrder(new Crossing.Attendance(pair(leftEarly), day, Came.MISSED), new Crossing.RiskChanged(pair(leftEarly), Crossing.Direction.UP, "Said he knows where she parks"));
        assertThat(desk.page(World.BEA, get("/desk/partners/" + pair(stayedAway))).text()).contains("Missed the session on 27 November 2026").doesNotContain("funeral");
        assertThat(desk.page(World.ROBIN, get("/desk/cases/" + stayedAway.id() + "/programme")).text()).contains("Away, for a reason we accept");

        desk.done(World.ROBIN, post(path).param("mark-" + enrolment(leftEarly), "LEFT_EARLY").param("concern-" + enrolment(leftEarly), "Said he knows where she parks"));
        assertThat(waiting(leftEarly)).as("saved again, the same worry is told once").hasSize(2);
        int before = news(pair(stayedAway)).size();
        desk.done(World.ROBIN, post(path).param("mark-" + enrolment(stayedAway), "UNACCEPTABLE"));
        assertThat(news(pair(stayedAway))).as("missed is missed: nobody is told twice").hasSize(before);
        desk.done(World.ROBIN, post(path).param("mark-" + enrolment(stayedAway), "LATE"));
        assertThat(news(pair(stayedAway))).as("put right").hasSize(before + 1).contains(new Crossing.Attendance(pair(stayedAway), day, Came.CAME));
    }

    @Test
    void suspended_come_back_and_finished_is_told_to_those_beside_the_partners_without_the_reason() throws Exception {
        CaseId id = taking(group(1), "Wren");
        String path = "/desk/cases/" + id.id() + "/programme";
        assertThat(desk.page(World.ROBIN, post(path).param("then", "suspend")).selectFirst("#why-error").text()).contains("Say why");
        desk.done(World.ROBIN, post(path).param("then", "suspend").param("why", "Came drunk twice"));
        UUID first = pair(id), somebodyNew = name(id, "Mara");
        assertThat(desk.page(World.ROBIN, post(path).param("then", "return").param("why", "Three weeks sober")).select(".govuk-error-summary").text()).as("nobody comes back to a new partner who was not offered contact").contains("One partner was not offered contact yet");
        offerContact(somebodyNew, Outcome.DECLINED);
        desk.done(World.ROBIN, post(path).param("then", "return").param("why", "Three weeks sober"));
        assertThat(desk.page(World.ROBIN, post(path).param("then", "complete").param("why", "All sessions")).select(".govuk-error-summary").text()).contains("Make the plan for when it is hard again with them first");
        programme.finished(id, Sheets.LEAVING, World.ROBIN, "leave", "Say that I go, and when I am back.");
        desk.done(World.ROBIN, post(path).param("then", "complete").param("why", "All sessions"));

        assertThat(news(first)).contains(new Crossing.Standing(first, Where.SUSPENDED), new Crossing.Standing(first, Where.RETURNED), new Crossing.Standing(first, Where.COMPLETED));
        assertThat(desk.page(World.BEA, get("/desk/partners/" + first)).text()).contains("Is suspended from the programme").doesNotContain("drunk", "sober");
        assertThat(desk.page(World.ROBIN, get(path)).text()).contains("In no programme", "Finished", "All sessions");
    }

    @Test
    void each_step_is_possible_only_where_it_follows() {
        CaseId id = participant();
        assertThatThrownBy(() -> offer(id, group(1))).isInstanceOf(NotFound.class);
        wait(id, false);
        wait(id, true);
        assertThat(world.as(World.ROBIN, () -> enrolments.of(id))).as("one way at a time").hasSize(1);
        assertThatThrownBy(() -> start(id)).isInstanceOf(RuleBroken.class).hasMessageContaining("waiting for a place");
        assertThatThrownBy(() -> world.as(World.ROBIN, () -> enrolments.suspend(id, "x", World.ROBIN))).isInstanceOf(RuleBroken.class);
        world.as(World.ROBIN, () -> enrolments.leave(id, "Moved away", World.ROBIN));
        assertThat(world.as(World.ROBIN, () -> enrolments.current(id))).isEmpty();
    }

    @Test
    void a_group_is_made_by_its_form_with_places_and_weekly_sessions() throws Exception {
        Document empty = desk.page(World.ROBIN, post("/desk/groups"));
        assertThat(empty.select(".govuk-error-message").eachText()).anyMatch(line -> line.contains("Enter what the group is called")).anyMatch(line -> line.contains("Choose whom it is for")).anyMatch(line -> line.contains("from 1 to 60 sessions"));
        assertThat(desk.page(World.ROBIN, form().param("coFacilitator", World.ROBIN.worker().id().toString())).selectFirst("#coFacilitator-error").text()).contains("two different facilitators");
        assertThat(desk.page(World.ROBIN, form().param("coFacilitator", World.MINA.worker().id().toString())).selectFirst("#coFacilitator-error").text()).as("nobody of the other side").contains("of your side");

        String made = desk.send(World.ROBIN, form().param("coFacilitator", World.KIT.worker().id().toString())).getRedirectedUrl();
        Document page = desk.page(World.ROBIN, get(made));
        assertThat(page.text()).contains("Tuesday evening", "0 of 9 taken", "Robin Hale and Kit Brandt", "What I did", "What it did to them");
        assertThat(sessions(UUID.fromString(made.substring(made.lastIndexOf('/') + 1)))).extracting(Cohorts.Session::startsAt).containsExactly(Instant.parse("2027-03-23T18:00:00Z"), Instant.parse("2027-03-30T17:00:00Z"));
        assertThat(desk.page(World.ROBIN, get("/desk/groups")).text()).contains("Tuesday evening", "0 of 9");
    }

    @Test
    void a_place_is_offered_by_its_form_and_the_participant_takes_it() throws Exception {
        UUID group = group(2);
        CaseId id = participant();
        desk.done(World.ROBIN, post("/desk/cases/" + id.id() + "/programme").param("then", "wait").param("priority", "yes"));
        assertThat(desk.page(World.ROBIN, post("/desk/groups/" + group + "/offers").param("until.day", "27").param("until.month", "11").param("until.year", "2026")).selectFirst("#who-error").text()).contains("Choose whom");
        desk.done(World.ROBIN, post("/desk/groups/" + group + "/offers").param("who", id.id().toString()).param("until.day", "27").param("until.month", "11").param("until.year", "2026"));
        assertThat(desk.page(World.ROBIN, get("/desk/groups/" + group)).text()).contains("A place is offered", "Kept until 28 Nov 2026, 00:00");
        desk.done(World.ROBIN, post("/desk/cases/" + id.id() + "/programme").param("then", "accept"));
        assertThat(desk.page(World.ROBIN, get("/desk/cases/" + id.id() + "/programme")).text()).contains("Has a place", "Before they start", "Nobody has decided yet whether a programme suits them", "They have not signed the agreement", "Name the partners first").doesNotContain("They start Something");
    }

    @Test
    void nobody_of_the_other_side_or_of_another_service_finds_a_group_or_a_participant() throws Exception {
        UUID group = group(1);
        CaseId id = taking(group, "Wren");
        String session = "/desk/groups/" + group + "/sessions/" + sessions(group).get(0).id();
        for (Actor.Worker other : List.of(World.MINA, World.SAL, World.PRIYA, World.BEA, World.JO, World.ALEX, World.ASH, World.NIA)) {
            for (String path : List.of("/desk/groups", "/desk/groups/new", "/desk/groups/" + group, session, "/desk/cases/" + id.id() + "/programme")) assertThat(desk.send(other, get(path)).getStatus()).as(other + " " + path).isEqualTo(404);
            assertThat(world.as(other, () -> sql.sql("select (select count(*) from programme.cohort) + (select count(*) from programme.enrolment) + (select count(*) from programme.attendance)").query(Integer.class).single())).as(other.toString()).isZero();
        }
        assertThat(desk.send(World.KIT, get(session)).getStatus()).as("control").isEqualTo(200);
    }

    private MockHttpServletRequestBuilder form() {
        return post("/desk/groups").param("once", UUID.randomUUID().toString()).param("name", "Tuesday evening").param("forGender", "MEN").param("language", "English").param("venue", "Library, room 2").param("on.day", "23").param("on.month", "3")
                .param("on.year", "2027").param("time", "18:00").param("minutes", "120").param("places", "9").param("facilitator", World.ROBIN.worker().id().toString()).param("sessions", "What I did\n\n  What it did to them  \n");
    }

    private UUID group(int places) {
        UUID id = UUID.randomUUID();
        world.as(World.ROBIN, () -> cohorts.make(new Cohorts.NewCohort(id, "Thursday", ForGender.ANYONE, "English", "Library", NEXT_WEEK, 120, places, World.ROBIN.worker(), World.KIT.worker(), List.of("One", "Two")), World.ROBIN));
        return id;
    }

    private CaseId participant() {
        return world.as(World.ROBIN, () -> {
            CaseId opened = cases.open(people.record(new NewPerson(Side.CHANGE, About.named("Corin", "Vane")), World.ROBIN), null, World.ROBIN);
            cases.accept(opened, World.ROBIN);
            return opened;
        });
    }

    private CaseId placed(UUID group) {
        CaseId id = participant();
        wait(id, false);
        programme.ready(id, World.ROBIN);
        offer(id, group);
        world.as(World.ROBIN, () -> enrolments.accept(id, World.ROBIN));
        return id;
    }

    private CaseId taking(UUID group, String partner) {
        CaseId id = placed(group);
        offerContact(name(id, partner), Outcome.ACCEPTED);
        start(id);
        return id;
    }

    private void wait(CaseId id, boolean priority) {
        world.as(World.ROBIN, () -> enrolments.wait(id, priority, World.ROBIN));
    }

    private void offer(CaseId id, UUID group) {
        offer(id, group, NEXT_WEEK);
    }

    private void offer(CaseId id, UUID group, Instant until) {
        world.as(World.ROBIN, () -> enrolments.offer(id, group, until, World.ROBIN));
    }

    private void start(CaseId id) {
        world.as(World.ROBIN, () -> enrolments.start(id, World.ROBIN));
    }

    /** Past the application, as its own role. */
    private void startAnyway(CaseId id) {
        world.as(World.ROBIN, () -> sql.sql("update programme.enrolment set status = 'STARTED', started_at = now(), agreed_on = '2026-11-20' where case_id = :case and status = 'PLACED'").param("case", id.id()).update());
    }

    private UUID name(CaseId id, String given) {
        UUID pair = UUID.randomUUID();
        world.as(World.ROBIN, () -> partners.name(id, new Partners.Named(pair, null, given, "Aldous", Crossing.Kind.PARTNER, ""), World.ROBIN));
        return pair;
    }

    private void offerContact(UUID pair, Outcome outcome) {
        world.as(World.BEA, () -> support.tried(pair, UUID.randomUUID(), outcome, "", World.BEA));
    }

    private Optional<Instant> lapse(UUID enrolment) {
        return Acting.as(new Actor.Job(DemoTown.HARBOUR_HOUSE, Enrolments.LAPSE, Side.CHANGE), () -> enrolments.lapse(enrolment));
    }

    private Status status(CaseId id) {
        return world.as(World.ROBIN, () -> enrolments.of(id)).stream().findFirst().map(Enrolment::status).orElse(null);
    }

    private UUID enrolment(CaseId id) {
        return world.as(World.ROBIN, () -> enrolments.of(id)).get(0).id();
    }

    private UUID pair(CaseId id) {
        return world.as(World.ROBIN, () -> partners.of(id)).get(0).pair();
    }

    private List<Cohorts.Session> sessions(UUID group) {
        return world.as(World.ROBIN, () -> cohorts.sessions(group));
    }

    private List<Crossing> news(UUID pair) {
        return world.as(World.BEA, () -> support.one(pair, World.BEA)).told().stream().map(told -> told.what()).toList();
    }

    private List<Crossing> waiting(CaseId id) {
        UUID pair = pair(id);
        return world.as(World.BEA, () -> support.one(pair, World.BEA)).told().stream().filter(told -> told.waits()).map(told -> told.what()).toList();
    }
}
