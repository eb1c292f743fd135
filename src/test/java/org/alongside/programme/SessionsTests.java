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
import java.util.Map;
import java.util.UUID;
import org.alongside.AlongsideTest;
import org.alongside.Desk;
import org.alongside.TestClock;
import org.alongside.World;
import org.alongside.access.Actor;
import org.alongside.casework.CaseId;
import org.alongside.casework.Cases;
import org.alongside.crossing.Crossing;
import org.alongside.helpline.BehaviourWeeks;
import org.alongside.helpline.HelplineContact;
import org.alongside.helpline.HelplineLog;
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

/** What a programme consists of, sessions that are moved, called off or made up, and the figures of groups. */
@AlongsideTest
class SessionsTests {
    private static final Instant NEXT_WEEK = TestClock.START.plus(Duration.ofDays(7));
    @Autowired World world;
    @Autowired Desk desk;
    @Autowired ProgrammeFixture programme;
    @Autowired Partners partners;
    @Autowired Cohorts cohorts;
    @Autowired Enrolments enrolments;
    @Autowired Register register;
    @Autowired MakeUps makeUps;
    @Autowired NonAssociations apart;
    @Autowired Templates templates;
    @Autowired Figures figures;
    @Autowired BehaviourWeeks behaviour;
    @Autowired HelplineLog helpline;
    @Autowired PartnerSupport support;
    @Autowired Cases cases;
    @Autowired People people;
    @Autowired JdbcClient sql;
    @Autowired TestClock clock;
    private final List<UUID> made = new ArrayList<>();
    private final List<CaseId> came = new ArrayList<>();

    /** The waiting list and the groups of the town are as they were found. */
    @AfterEach
    void leave() {
        clock.back();
        for (CaseId id : came) world.as(World.KIT, () -> enrolments.current(id).ifPresent(one -> enrolments.leave(id, "x", World.KIT)));
        for (UUID group : made) world.as(World.KIT, () -> cohorts.end(group, World.KIT));
    }

    @Test
    void a_programme_is_written_published_and_stays_as_it_is_and_a_group_keeps_its_version() throws Exception {
        String name = "Programme " + UUID.randomUUID();
        assertThat(desk.page(World.KIT, post("/desk/groups/templates").param("minutes", "9")).select(".govuk-error-message").eachText()).anyMatch(line -> line.contains("what the programme is called")).anyMatch(line -> line.contains("15 to 480")).anyMatch(line -> line.contains("1 to 60 sessions"));
        assertThat(desk.send(World.ROBIN, post("/desk/groups/templates").param("name", name).param("minutes", "90").param("sessions", "One")).getStatus()).as("managers write").isEqualTo(404);
        String path = desk.send(World.KIT, post("/desk/groups/templates").param("once", UUID.randomUUID().toString()).param("name", name).param("minutes", "90").param("sessions", "What I did\nWhat it did to them (120)")).getRedirectedUrl();
        UUID id = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
        assertThat(desk.page(World.KIT, get(path)).selectFirst("#sessions").val()).isEqualTo("What I did\nWhat it did to them (120)");
        assertThat(desk.page(World.KIT, post(path).param("revision", "7").param("minutes", "90").param("sessions", "x").param("then", "keep")).text()).contains("Somebody changed this while you were writing");
        assertThatThrownBy(() -> group(id)).isInstanceOf(RuleBroken.class).hasMessageContaining("draft");
        desk.done(World.KIT, post(path).param("revision", "0").param("minutes", "90").param("sessions", "What I did\nWhat it did to them (120)").param("then", "publish"));

        assertThat(desk.page(World.ROBIN, get(path)).text()).contains(name + ", version 1", "It stays as it is", "120 minutes").doesNotContain("next version");
        assertThatThrownBy(() -> world.as(World.KIT, () -> templates.change(id, List.of(new Templates.Part("x", 60)), 1, World.KIT))).isInstanceOf(RuleBroken.class).hasMessageContaining("stays as it is");
        assertThatThrownBy(() -> world.as(World.KIT, () -> sql.sql("update programme.template_session set title = 'x' where template_id = :id").param("id", id).update())).as("the database refuses it too").isInstanceOf(DataAccessException.class).hasMessageContaining("does not change");
        UUID group = group(id);
        assertThat(world.as(World.ROBIN, () -> cohorts.sessions(group))).extracting(Cohorts.Session::title).containsExactly("What I did", "What it did to them");
        String next = desk.send(World.KIT, post(path).param("once", UUID.randomUUID().toString()).param("then", "next")).getRedirectedUrl();
        assertThat(desk.page(World.KIT, get(next)).text()).contains(name + ", version 2");
        assertThat(desk.page(World.ROBIN, get("/desk/groups/new")).select("#template option").eachText()).contains(name + ", version 1, 2 sessions").doesNotContain(name + ", version 2, 2 sessions");
    }

    @Test
    void a_session_that_is_called_off_is_missed_by_nobody_and_a_moved_one_says_so() throws Exception {
        UUID group = group(null);
        CaseId id = taking(group, "Wren");
        List<Cohorts.Session> sessions = world.as(World.ROBIN, () -> cohorts.sessions(group));
        String first = "/desk/groups/" + group + "/sessions/" + sessions.get(0).id(), second = "/desk/groups/" + group + "/sessions/" + sessions.get(1).id();
        assertThat(desk.page(World.ROBIN, post(first + "/change")).select(".govuk-error-message").eachText()).anyMatch(line -> line.contains("Say why")).anyMatch(line -> line.contains("moved or called off"));
        assertThat(desk.page(World.ROBIN, post(second + "/change").param("then", "move").param("why", "x")).selectFirst("#on-error").text()).contains("Enter the day it is moved to");
        desk.done(World.ROBIN, post(first + "/change").param("then", "off").param("why", "The heating broke"));
        desk.done(World.ROBIN, post(second + "/change").param("then", "move").param("on.day", "7").param("on.month", "12").param("on.year", "2026").param("time", "18:00").param("why", "Snow"));
        clock.moveTo(sessions.get(0).startsAt().plus(Duration.ofHours(3)));

        assertThat(desk.page(World.ROBIN, get(first)).text()).contains("called off. Nobody missed it", "The heating broke").doesNotContain("Was Corin Vane here?");
        UUID enrolment = enrolment(id);
        assertThatThrownBy(() -> mark(group, 0, id, Mark.UNACCEPTABLE)).isInstanceOf(RuleBroken.class).hasMessageContaining("called off");
        assertThatThrownBy(() -> world.as(World.ROBIN, () -> sql.sql("insert into programme.attendance (session_id, enrolment_id, mark, marked_by, marked_at) values (:session, :enrolment, 'UNACCEPTABLE', access.worker(), now())").param("session", sessions.get(0).id()).param("enrolment", enrolment).update()))
                .as("the database refuses it too").isInstanceOf(DataAccessException.class).hasMessageContaining("called off");
        assertThat(news(id)).as("nobody is told that they missed it").noneMatch(Crossing.Attendance.class::isInstance);
        assertThat(desk.page(World.ROBIN, get(second)).text()).contains("Moved from 4 Dec 2026", "Snow");
        clock.moveTo(Instant.parse("2026-12-07T21:00:00Z"));
        mark(group, 1, id, Mark.ATTENDED);
        assertThat(desk.send(World.ROBIN, post(second + "/change").param("then", "off").param("why", "x")).getStatus()).as("its register was begun").isEqualTo(200);
    }

    @Test
    void what_was_missed_is_made_up_in_another_group_and_stays_missed_where_partner_support_was_told() throws Exception {
        UUID group = group(null), other = later(group);
        CaseId id = taking(group, "Wren");
        clock.moveTo(NEXT_WEEK.plus(Duration.ofHours(3)));
        mark(group, 0, id, Mark.ACCEPTABLE);
        List<Crossing> before = news(id);
        Cohorts.Session missed = world.as(World.ROBIN, () -> cohorts.sessions(group)).get(0), again = world.as(World.ROBIN, () -> cohorts.sessions(other)).get(0);
        String path = "/desk/cases/" + id.id() + "/programme/making-up", there = "/desk/groups/" + other + "/sessions/" + again.id();

        assertThat(desk.page(World.ROBIN, post(path)).select(".govuk-error-message").eachText()).anyMatch(line -> line.contains("which session")).anyMatch(line -> line.contains("where it is made up"));
        assertThatThrownBy(() -> world.as(World.ROBIN, () -> makeUps.plan(id, missed.id(), cohorts.sessions(other).get(1).id(), World.ROBIN))).as("another session").isInstanceOf(RuleBroken.class);
        desk.done(World.ROBIN, post(path).param("missed", missed.id().toString()).param("how", again.id().toString()));
        assertThat(desk.page(World.ROBIN, get(path)).text()).contains("Planned for");
        assertThat(desk.page(World.ROBIN, get(there)).text()).contains("Guests who make up a session", "Corin Vane");
        desk.send(World.ROBIN, post(there + "/guests").param("came", enrolment(id).toString()));
        assertThat(desk.page(World.ROBIN, get(path)).text()).as("not before it has begun").contains("Planned for");
        clock.moveTo(again.startsAt().plus(Duration.ofHours(3)));
        desk.done(World.ROBIN, post(there + "/guests").param("came", enrolment(id).toString()));

        assertThat(desk.page(World.ROBIN, get("/desk/cases/" + id.id() + "/programme")).text()).contains("Away, for a reason we accept", "made up on", "1 of 1 done or made up");
        UUID way = enrolment(id);
        assertThat(world.as(World.ROBIN, () -> register.past(way))).allMatch(Register.Past::done);
        assertThat(news(id)).as("nothing more is told").isEqualTo(before);
        assertThatThrownBy(() -> world.as(World.ROBIN, () -> makeUps.oneToOne(id, missed.id(), World.ROBIN.worker(), LocalDate.of(2026, 11, 28), "", World.ROBIN))).isInstanceOf(RuleBroken.class).hasMessageContaining("made up already");
    }

    @Test
    void what_was_missed_is_made_up_one_to_one_on_a_day_that_can_be() throws Exception {
        UUID group = group(null);
        CaseId id = taking(group, "Wren");
        clock.moveTo(NEXT_WEEK.plus(Duration.ofDays(2)));
        mark(group, 0, id, Mark.UNACCEPTABLE);
        String path = "/desk/cases/" + id.id() + "/programme/making-up";
        String missed = world.as(World.ROBIN, () -> cohorts.sessions(group)).get(0).id().toString();
        assertThat(desk.page(World.ROBIN, post(path).param("missed", missed).param("how", "one")).select(".govuk-error-message").eachText()).anyMatch(line -> line.contains("day on which you met")).anyMatch(line -> line.contains("who met with them"));
        assertThat(desk.page(World.ROBIN, oneToOne(path, missed, "26")).selectFirst("#how-error").text()).as("before it was missed").contains("after the session they missed");
        assertThat(desk.page(World.ROBIN, oneToOne(path, missed, "30")).selectFirst("#how-error").text()).as("to come").contains("not to come");
        desk.done(World.ROBIN, oneToOne(path, missed, "28"));
        assertThat(desk.page(World.ROBIN, get(path)).text()).contains("Made up on 28 Nov");
    }

    @Test
    void a_guest_does_not_meet_whom_they_must_be_kept_apart_from() {
        UUID group = group(null), other = later(group);
        CaseId id = taking(group, "Wren"), there = taking(other, "Iris");
        clock.moveTo(NEXT_WEEK.plus(Duration.ofHours(3)));
        mark(group, 0, id, Mark.UNACCEPTABLE);
        UUID enrolment = enrolment(id), missed = world.as(World.ROBIN, () -> cohorts.sessions(group)).get(0).id(), again = world.as(World.ROBIN, () -> cohorts.sessions(other)).get(0).id();
        world.as(World.ROBIN, () -> makeUps.plan(id, missed, again, World.ROBIN));
        world.as(World.ROBIN, () -> apart.write(id, new NonAssociations.Written(UUID.randomUUID(), there, "Charged together", null, ""), World.ROBIN));
        assertThat(world.as(World.ROBIN, () -> makeUps.guests(again))).as("what was planned is given up").isEmpty();

        assertThatThrownBy(() -> world.as(World.ROBIN, () -> makeUps.plan(id, missed, again, World.ROBIN))).isInstanceOf(RuleBroken.class).hasMessageContaining("must not be in one group");
        assertThatThrownBy(() -> world.as(World.ROBIN, () -> sql.sql("update programme.made_up set dropped_at = null where enrolment_id = :id").param("id", enrolment).update())).as("the database refuses it too").isInstanceOf(DataAccessException.class).hasMessageContaining("kept apart");
    }

    @Test
    void whoever_must_not_meet_a_guest_is_offered_no_place_there_unless_a_manager_sets_it_aside() {
        UUID group = group(null), other = later(group);
        CaseId guest = taking(group, "Wren"), arriving = participant();
        world.as(World.ROBIN, () -> enrolments.wait(arriving, false, World.ROBIN));
        clock.moveTo(NEXT_WEEK.plus(Duration.ofHours(3)));
        mark(group, 0, guest, Mark.UNACCEPTABLE);
        UUID missed = world.as(World.ROBIN, () -> cohorts.sessions(group)).get(0).id(), again = world.as(World.ROBIN, () -> cohorts.sessions(other)).get(0).id();
        world.as(World.ROBIN, () -> makeUps.plan(guest, missed, again, World.ROBIN));
        world.as(World.ROBIN, () -> apart.write(guest, new NonAssociations.Written(UUID.randomUUID(), arriving, "Charged together", null, ""), World.ROBIN));

        Instant until = NEXT_WEEK.plus(Duration.ofDays(5));
        assertThatThrownBy(() -> world.as(World.ROBIN, () -> enrolments.offer(arriving, other, until, "x", World.ROBIN))).isInstanceOf(RuleBroken.class).hasMessageContaining("Only a manager");
        world.as(World.KIT, () -> enrolments.offer(arriving, other, until, "The guest comes once, and two more facilitators", World.KIT));
        assertThat(status(arriving)).isEqualTo(Status.OFFERED);
    }

    @Test
    void the_link_of_a_group_online_is_sealed_and_shown_to_those_who_lead_it() throws Exception {
        MockHttpServletRequestBuilder form = post("/desk/groups").param("once", UUID.randomUUID().toString()).param("name", "Online").param("forGender", "ANYONE").param("language", "English").param("venue", "Video room").param("online", "yes").param("link", "https://meet.example/abc")
                .param("on.day", "23").param("on.month", "3").param("on.year", "2027").param("time", "18:00").param("minutes", "120").param("places", "2").param("facilitator", World.ROBIN.worker().id().toString()).param("coFacilitator", World.KIT.worker().id().toString()).param("sessions", "One");
        String path = desk.send(World.ROBIN, form).getRedirectedUrl();
        UUID id = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
        made.add(id);
        assertThat(desk.page(World.ROBIN, get(path)).text()).contains("Online. Video room", "https://meet.example/abc");
        assertThat(world.as(World.ROBIN, () -> sql.sql("select encode(link, 'escape') from programme.cohort where id = :id").param("id", id).query(String.class).single())).doesNotContain("meet.example");
    }

    @Test
    void the_figures_say_how_full_how_long_and_who_left_and_finishing_never_stands_alone() throws Exception {
        Map<Status, Integer> before = world.as(World.ROBIN, () -> figures.standing(World.ROBIN));
        Figures.Waiting waited = world.as(World.ROBIN, () -> figures.waiting(World.ROBIN));
        int leftBefore = world.as(World.ROBIN, () -> figures.left(World.ROBIN)).stream().filter(one -> one.session() == 1).mapToInt(Figures.Left::people).sum();
        UUID group = group(null);
        CaseId stays = taking(group, "Wren"), leaves = taking(group, "Iris"), waits = participant();
        world.as(World.ROBIN, () -> enrolments.wait(waits, true, World.ROBIN));
        clock.moveTo(NEXT_WEEK.plus(Duration.ofDays(20)));
        mark(group, 0, leaves, Mark.ATTENDED);
        mark(group, 1, leaves, Mark.UNACCEPTABLE);
        world.as(World.ROBIN, () -> enrolments.leave(leaves, "x", World.ROBIN));

        Figures.Fill fill = world.as(World.ROBIN, () -> figures.fill(World.ROBIN)).stream().filter(one -> one.name().equals("Friday " + group)).findFirst().orElseThrow();
        assertThat(fill).extracting(Figures.Fill::places, Figures.Fill::coming, Figures.Fill::kept, Figures.Fill::filled).containsExactly(5, 1, 0, null);
        assertThat(world.as(World.ROBIN, () -> figures.left(World.ROBIN)).stream().filter(one -> one.session() == 1).mapToInt(Figures.Left::people).sum()).as("by the last session they were at").isEqualTo(leftBefore + 1);
        Figures.Waiting waiting = world.as(World.ROBIN, () -> figures.waiting(World.ROBIN));
        assertThat(waiting.people()).isEqualTo(waited.people() + 1);
        assertThat(waiting.first()).isEqualTo(waited.first() + 1);
        assertThat(waiting.longest()).isGreaterThanOrEqualTo(27);
        assertThat(waiting.byLength().stream().mapToInt(Integer::intValue).sum()).isEqualTo(waiting.people());
        Map<Status, Integer> now = world.as(World.ROBIN, () -> figures.standing(World.ROBIN));
        assertThat(now.getOrDefault(Status.STARTED, 0)).isEqualTo(before.getOrDefault(Status.STARTED, 0) + 1);
        assertThat(now.getOrDefault(Status.LEFT, 0)).isEqualTo(before.getOrDefault(Status.LEFT, 0) + 1);
        List<Figures.Week> weeks = world.as(World.ROBIN, () -> figures.weeks(World.ROBIN));
        assertThat(weeks).hasSize(Figures.WEEKS);
        assertThat(weeks.get(Figures.WEEKS - 1).coming()).isGreaterThanOrEqualTo(1);
        assertThat(weeks.stream().mapToInt(Figures.Week::began).sum()).isGreaterThanOrEqualTo(3);

        Document page = desk.page(World.ROBIN, get("/desk/groups/figures"));
        assertThat(page.text()).contains("Finishing a programme says nothing about whether anybody is safer", "Left before the end", "Suspended", "Waiting for a place");
        assertThat(page.select("svg[role=img]")).hasSizeGreaterThanOrEqualTo(5);
        assertThat(page.text()).doesNotContain("Corin Vane");
        assertThat(status(stays)).isEqualTo(Status.STARTED);
        for (Actor.Worker outside : List.of(World.MINA, World.SAL, World.BEA, World.ALEX, World.ASH)) assertThat(desk.send(outside, get("/desk/groups/figures")).getStatus()).as(outside.toString()).isEqualTo(404);
    }

    @Test
    void a_group_remembers_when_its_last_place_was_taken_for_the_first_time() {
        UUID group = group(null);
        clock.pass(Duration.ofDays(3));
        for (int place = 0; place < 5; place++) {
            assertThat(filled(group)).isNull();
            placed(group);
        }
        assertThat(filled(group)).isEqualTo(TestClock.START.plus(Duration.ofDays(3)));
    }

    @Test
    void a_week_of_the_helpline_is_a_protected_number() {
        LocalDate monday = LocalDate.of(2026, 8, 3);
        Instant then = Instant.parse("2026-08-05T10:00:00Z");
        for (int contact = 1; contact <= 6; contact++) {
            HelplineContact.Caller caller = contact == 6 ? HelplineContact.Caller.SELF : HelplineContact.Caller.OWN_BEHAVIOUR;
            HelplineContact call = new HelplineContact(UUID.randomUUID(), HelplineContact.Channel.PHONE, then, 5, caller, "", contact == 6 ? HelplineContact.Issue.MONEY : HelplineContact.Issue.OTHER, HelplineContact.SafeNow.YES, java.util.Set.of(), "", null, false, "");
            world.as(World.JO, () -> {
                helpline.record(call, World.JO);
                helpline.record(call, World.JO);
            });
            int asked = Math.min(contact, 5);
            assertThat(world.as(World.KIT, () -> behaviour.since(monday, World.KIT)).get(monday).words()).isEqualTo(asked < 5 ? "fewer than 5" : "5");
        }
        assertThatThrownBy(() -> world.as(World.JO, () -> behaviour.since(monday, World.JO))).isInstanceOf(NotFound.class);
        assertThat(world.as(World.ASH, () -> sql.sql("select count(*) from helpline.behaviour_week where week = :week").param("week", monday).query(Integer.class).single())).isZero();
    }

    private Instant filled(UUID group) {
        return world.as(World.ROBIN, () -> figures.fill(World.ROBIN)).stream().filter(one -> one.name().equals("Friday " + group)).findFirst().orElseThrow().filled();
    }

    private static MockHttpServletRequestBuilder oneToOne(String path, String missed, String day) {
        return post(path).param("missed", missed).param("how", "one").param("with", World.ROBIN.worker().id().toString()).param("on.day", day).param("on.month", "11").param("on.year", "2026");
    }

    private void mark(UUID group, int number, CaseId id, Mark mark) {
        UUID session = world.as(World.ROBIN, () -> cohorts.sessions(group)).get(number).id(), enrolment = enrolment(id);
        world.as(World.ROBIN, () -> register.mark(group, session, List.of(new Register.Marked(enrolment, mark, null, "", "")), World.ROBIN));
    }

    private UUID group(UUID template) {
        UUID id = UUID.randomUUID();
        world.as(World.ROBIN, () -> cohorts.make(new Cohorts.NewCohort(id, "Friday " + id, ForGender.ANYONE, "English", "Library", false, "", "", NEXT_WEEK, 120, 5, World.ROBIN.worker(), World.KIT.worker(), template, template == null ? List.of("One of " + id, "Two of " + id) : List.of()), World.ROBIN));
        made.add(id);
        return id;
    }

    /** A group that holds the same sessions a week later. */
    private UUID later(UUID group) {
        UUID id = UUID.randomUUID();
        List<String> titles = world.as(World.ROBIN, () -> cohorts.sessions(group)).stream().map(Cohorts.Session::title).toList();
        world.as(World.ROBIN, () -> cohorts.make(new Cohorts.NewCohort(id, "Friday " + id, ForGender.ANYONE, "English", "Library", NEXT_WEEK.plus(Duration.ofDays(7)), 120, 5, World.ROBIN.worker(), World.KIT.worker(), titles), World.ROBIN));
        made.add(id);
        return id;
    }

    private CaseId participant() {
        CaseId id = world.as(World.ROBIN, () -> {
            CaseId opened = cases.open(people.record(new NewPerson(Side.CHANGE, About.named("Corin", "Vane")), World.ROBIN), null, World.ROBIN);
            cases.accept(opened, World.ROBIN);
            return opened;
        });
        came.add(id);
        return id;
    }

    private CaseId placed(UUID group) {
        CaseId id = participant();
        world.as(World.ROBIN, () -> {
            enrolments.wait(id, false, World.ROBIN);
            enrolments.offer(id, group, NEXT_WEEK, World.ROBIN);
            enrolments.accept(id, World.ROBIN);
        });
        programme.ready(id, World.ROBIN);
        return id;
    }

    private CaseId taking(UUID group, String partner) {
        CaseId id = placed(group);
        UUID pair = UUID.randomUUID();
        world.as(World.ROBIN, () -> partners.name(id, new Partners.Named(pair, null, partner, "Aldous", Crossing.Kind.PARTNER, ""), World.ROBIN));
        world.as(World.BEA, () -> support.tried(pair, UUID.randomUUID(), Outcome.ACCEPTED, "", World.BEA));
        world.as(World.ROBIN, () -> enrolments.start(id, World.ROBIN));
        return id;
    }

    private UUID enrolment(CaseId id) {
        return world.as(World.ROBIN, () -> enrolments.of(id)).get(0).id();
    }

    private Status status(CaseId id) {
        return world.as(World.ROBIN, () -> enrolments.of(id)).get(0).status();
    }

    private List<Crossing> news(CaseId id) {
        UUID pair = world.as(World.ROBIN, () -> partners.of(id)).get(0).pair();
        return world.as(World.BEA, () -> support.one(pair, World.BEA)).told().stream().map(told -> told.what()).toList();
    }
}
