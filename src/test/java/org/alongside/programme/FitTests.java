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
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.alongside.AlongsideTest;
import org.alongside.Desk;
import org.alongside.TestClock;
import org.alongside.World;
import org.alongside.access.Actor;
import org.alongside.casework.CaseId;
import org.alongside.casework.Cases;
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

/** Whom a group fits, and who must not be in it together. */
@AlongsideTest
class FitTests {
    /** A Friday, 09:00 in London. */
    private static final Instant NEXT_WEEK = TestClock.START.plus(Duration.ofDays(7));
    private static final People.Described NOBODY_ASKED = new People.Described("Corin Vane", "", "", false);
    private static final People.Described MAN = new People.Described("Corin Vane", "man", "", false);
    @Autowired World world;
    @Autowired Desk desk;
    @Autowired ProgrammeFixture programme;
    @Autowired Partners partners;
    @Autowired Cohorts cohorts;
    @Autowired Enrolments enrolments;
    @Autowired NonAssociations apart;
    @Autowired Fits fits;
    @Autowired Cases cases;
    @Autowired People people;
    @Autowired JdbcClient sql;
    private final List<UUID> made = new ArrayList<>();
    private final List<CaseId> came = new ArrayList<>();

    /** The waiting list and the groups of the town are as they were found. */
    @AfterEach
    void leave() {
        for (CaseId id : came) world.as(World.KIT, () -> enrolments.current(id).ifPresent(one -> enrolments.leave(id, "x", World.KIT)));
        for (UUID group : made) world.as(World.KIT, () -> cohorts.end(group, World.KIT));
    }

    @Test
    void each_rule_says_in_a_sentence_why_it_does_not_fit() {
        Cohort men = cohort(ForGender.MEN, "English", false, "WM1", thursday(18));
        assertThat(against(men, MAN, Need.NOT_ASKED)).isEmpty();
        assertThat(against(men, new People.Described("", "Female", "", false), Need.NOT_ASKED)).containsExactly("This group is for men.");
        assertThat(against(men, MAN, new Need("", Set.of("THURSDAY_EVENING"), Way.EITHER, List.of(), 1))).containsExactly("The group meets on Thursday evening; they cannot come then.");
        assertThat(against(men, MAN, new Need("", Set.of("THURSDAY_MORNING", "FRIDAY_EVENING"), Way.EITHER, List.of(), 1))).isEmpty();
        assertThat(against(men, MAN, new Need("", Set.of(), Way.ONLINE, List.of(), 1))).containsExactly("The group meets in a room; they can only take part online.");
        assertThat(against(men, MAN, new Need("", Set.of(), Way.EITHER, List.of("WM1"), 1))).containsExactly("The group meets in WM1; an order keeps them out of it.");
        assertThat(against(men, MAN, new Need("", Set.of(), Way.EITHER, List.of("WM2"), 1))).isEmpty();
        assertThat(against(cohort(ForGender.MEN, "English", true, "", thursday(18)), MAN, new Need("", Set.of(), Way.ROOM, List.of("WM1"), 1))).containsExactly("The group meets online; they can only come to a room.");
        assertThat(against(cohort(ForGender.ANYONE, "English", false, "", thursday(16)), MAN, new Need("", Set.of("THURSDAY_EVENING"), Way.EITHER, List.of(), 1))).as("it goes on into the evening").hasSize(1);
        assertThat(against(men, new People.Described("", "man", "Polish, English", true), Need.NOT_ASKED)).isEmpty();
        assertThat(against(men, new People.Described("", "man", "Polish", true), Need.NOT_ASKED)).containsExactly("The group is held in English. They need an interpreter.");
        assertThat(against(men, new People.Described("", "man", "Polish", true), new Need("Polish and English", Set.of(), Way.EITHER, List.of(), 1))).isEmpty();
    }

    @Test
    void what_nobody_asked_is_not_a_yes() {
        assertThat(against(cohort(ForGender.MEN, "English", false, "", thursday(18)), NOBODY_ASKED, Need.NOT_ASKED)).containsExactly("This group is for men. How they describe themselves is not written down: ask them.");
        assertThat(against(cohort(ForGender.WOMEN, "English", false, "", thursday(18)), new People.Described("", "she/her", "", false), Need.NOT_ASKED)).containsExactly("This group is for women. Their own words for themselves do not say it: ask them.");
        assertThat(against(cohort(ForGender.ANYONE, "Punjabi", false, "", thursday(18)), MAN, Need.NOT_ASKED)).singleElement().asString().contains("not written down");
        assertThat(against(cohort(ForGender.ANYONE, "English", false, "", thursday(18)), MAN, new Need("", Set.of(), Way.EITHER, List.of("WM1"), 1))).singleElement().asString().contains("in which one the group meets is not written down");
        assertThat(against(cohort(ForGender.ANYONE, "English", false, "", thursday(18)), NOBODY_ASKED, Need.NOT_ASKED)).as("control").isEmpty();
    }

    @Test
    void a_place_that_does_not_fit_is_offered_only_with_a_reason_which_stays_beside_the_place() throws Exception {
        UUID group = group(ForGender.ANYONE);
        CaseId id = waiting("");
        String needs = "/desk/cases/" + id.id() + "/programme/needs", offers = "/desk/groups/" + group + "/offers";
        assertThat(desk.page(World.ROBIN, post(needs).param("version", "0").param("barred", "not a postcode")).select(".govuk-error-message").eachText()).anyMatch(line -> line.contains("first halves of postcodes")).anyMatch(line -> line.contains("how they can take part"));
        desk.done(World.ROBIN, post(needs).param("version", "0").param("way", "EITHER").param("away", "FRIDAY_MORNING").param("away", "nonsense").param("barred", "wm1, WM2"));
        assertThat(desk.page(World.ROBIN, post(needs).param("version", "0").param("way", "ROOM")).text()).as("somebody was faster").contains("Somebody changed this while you were writing");
        assertThat(desk.page(World.ROBIN, get(needs)).select("input[name=away][checked]").eachAttr("value")).containsExactly("FRIDAY_MORNING");
        assertThat(desk.page(World.ROBIN, get(needs)).selectFirst("#barred").val()).isEqualTo("WM1 WM2");
        assertThat(world.as(World.ROBIN, () -> sql.sql("select encode(barred, 'escape') from programme.need where enrolment_id = (select id from programme.enrolment where case_id = :id)").param("id", id.id()).query(String.class).single())).as("sealed").doesNotContain("WM1");

        assertThat(desk.page(World.ROBIN, get(offers)).text()).as("before the press").contains("Does not fit: The group meets on Friday morning; they cannot come then. An order keeps them out of some areas");
        Document refused = desk.page(World.ROBIN, offer(offers, id));
        assertThat(refused.selectFirst("#who-error").text()).contains("they cannot come then", "say why");
        desk.done(World.ROBIN, offer(offers, id).param("despite", "His shifts change in December"));
        assertThat(desk.page(World.ROBIN, get("/desk/groups/" + group)).text()).contains("A place is offered", "Set aside by Robin Hale", "when it meets", "where it meets", "His shifts change in December");
        assertThat(desk.page(World.ROBIN, get(needs)).text()).contains("His shifts change in December");
    }

    @Test
    void whom_a_group_is_for_is_set_aside_by_a_manager_or_a_lead_only() {
        UUID group = group(ForGender.WOMEN);
        CaseId id = waiting("man");
        assertThatThrownBy(() -> offer(World.ROBIN, id, group, "")).isInstanceOf(RuleBroken.class).hasMessageContaining("This group is for women.");
        assertThatThrownBy(() -> offer(World.ROBIN, id, group, "There is no other")).isInstanceOf(RuleBroken.class).hasMessageContaining("Only a manager or a safeguarding lead");
        UUID enrolment = world.as(World.ROBIN, () -> enrolments.current(id)).orElseThrow().id();
        assertThatThrownBy(() -> world.as(World.ROBIN, () -> sql.sql("insert into programme.set_aside (enrolment_id, cohort_id, rule, words, said_at) values (:id, :group, 'GENDER', 'x', now())").param("id", enrolment).param("group", group).update()))
                .as("the database refuses it too").isInstanceOf(DataAccessException.class);

        offer(World.KIT, id, group, "A mixed group from January, agreed with the commissioner");
        assertThat(status(id)).isEqualTo(Status.OFFERED);
    }

    @Test
    void who_comes_first_is_danger_then_who_could_start_then_whom_it_fits() {
        UUID group = group(ForGender.MEN);
        CaseId unknown = waiting(""), man = waiting("man"), ready = waiting(""), first = waiting("");
        nobodyToTell(ready);
        world.as(World.ROBIN, () -> enrolments.leave(first, "x", World.ROBIN));
        world.as(World.ROBIN, () -> enrolments.wait(first, true, World.ROBIN));

        Cohort cohort = world.as(World.ROBIN, () -> cohorts.one(group, World.ROBIN));
        List<CaseId> order = world.as(World.ROBIN, () -> fits.waiting(cohort, World.ROBIN)).stream().map(Fits.Candidate::caseId).filter(List.of(unknown, man, ready, first)::contains).toList();
        assertThat(order).containsExactly(first, ready, man, unknown);
    }

    @Test
    void whoever_offers_a_place_reads_what_is_still_in_the_way_of_a_start() throws Exception {
        UUID group = group(ForGender.ANYONE);
        CaseId one = unready("");
        assertThat(missing(group, one)).containsExactly("Not every partner was offered contact yet.", "No decision stands that a programme suits them.", "The agreement is not signed.");

        nobodyToTell(one);
        assertThat(missing(group, one)).hasSize(2);
        programme.ready(one, World.ROBIN);
        assertThat(missing(group, one)).isEmpty();
        assertThat(desk.page(World.ROBIN, get("/desk/groups/" + group + "/offers")).text()).contains("Could start.", "Before a start: ");
    }

    private List<String> missing(UUID group, CaseId id) {
        Cohort cohort = world.as(World.ROBIN, () -> cohorts.one(group, World.ROBIN));
        return world.as(World.ROBIN, () -> fits.waiting(cohort, World.ROBIN)).stream().filter(one -> one.caseId().equals(id)).findFirst().orElseThrow().missing();
    }

    @Test
    void two_who_must_not_meet_get_no_places_in_one_group() throws Exception {
        UUID group = group(ForGender.ANYONE), other = group(ForGender.ANYONE);
        CaseId one = waiting(""), two = waiting("");
        keepApart(one, two, null, "");
        offer(World.ROBIN, one, group, "");
        assertThatThrownBy(() -> offer(World.ROBIN, two, group, "")).isInstanceOf(RuleBroken.class).hasMessageContaining("Somebody who must not be in one group with them has a place in it.");
        assertThatThrownBy(() -> offer(World.ROBIN, two, group, "It is full elsewhere")).isInstanceOf(RuleBroken.class).hasMessageContaining("Only a manager");
        assertThatThrownBy(() -> placeAnyway(two, group)).as("the database refuses it too").isInstanceOf(DataAccessException.class).hasMessageContaining("kept apart");
        assertThat(desk.page(World.ROBIN, get("/desk/groups/" + group + "/offers")).text()).contains("Somebody who must not be in one group with them has a place in it.");
        offer(World.ROBIN, two, other, "");
        assertThat(status(two)).isEqualTo(Status.OFFERED);
        world.as(World.ROBIN, () -> enrolments.back(two, Status.WAITING, "", World.ROBIN));

        offer(World.KIT, two, group, "Their solicitors agreed, and two facilitators more");
        world.as(World.ROBIN, () -> enrolments.accept(two, World.ROBIN));
        assertThat(status(two)).as("a manager set it aside, for this group").isEqualTo(Status.PLACED);
    }

    @Test
    void what_is_known_of_a_danger_is_written_down_and_who_has_to_stop_coming_stops_in_the_same_moment() throws Exception {
        UUID group = group(ForGender.ANYONE);
        CaseId taking = waiting(""), placed = waiting("");
        offer(World.ROBIN, taking, group, "");
        world.as(World.ROBIN, () -> enrolments.accept(taking, World.ROBIN));
        nobodyToTell(taking);
        world.as(World.ROBIN, () -> enrolments.start(taking, World.ROBIN));
        offer(World.ROBIN, placed, group, "");
        String path = "/desk/cases/" + taking.id() + "/apart", number = world.as(World.ROBIN, () -> cases.facts(placed)).reference();

        assertThat(desk.page(World.ROBIN, post(path)).select(".govuk-error-message").eachText()).anyMatch(line -> line.contains("number of the other case")).anyMatch(line -> line.contains("why they must not meet"));
        assertThat(desk.page(World.ROBIN, post(path).param("other", "2345-6789").param("words", "x")).selectFirst("#other-error").text()).contains("There is no participant with this number");
        assertThat(desk.page(World.ROBIN, post(path).param("other", number).param("words", "Charged together").param("once", UUID.randomUUID().toString())).selectFirst("#stops-error").text()).contains("Both have a place in one group now");
        assertThat(desk.page(World.ROBIN, post(path).param("other", number).param("words", "Charged together").param("stops", "NEITHER").param("why", "x")).selectFirst("#stops-error").text()).contains("Only a manager");
        desk.done(World.ROBIN, post(path).param("other", number).param("words", "Charged together").param("stops", "THIS"));
        assertThat(status(taking)).isEqualTo(Status.SUSPENDED);
        assertThat(status(placed)).isEqualTo(Status.OFFERED);
        assertThatThrownBy(() -> world.as(World.ROBIN, () -> enrolments.comeBack(taking, "x", World.ROBIN))).isInstanceOf(RuleBroken.class).hasMessageContaining("must not be in one group");

        assertThat(desk.page(World.ROBIN, get("/desk/cases/" + placed.id() + "/apart")).text()).contains("Charged together", world.as(World.ROBIN, () -> cases.facts(taking)).reference()).doesNotContain("They may meet again");
        assertThat(desk.page(World.ROBIN, get("/desk/cases/" + placed.id() + "/programme")).text()).as("no name of the other there").doesNotContain("Charged together");
        UUID id = world.as(World.ROBIN, () -> apart.of(taking)).get(0).id();
        assertThat(desk.send(World.ROBIN, post(path + "/end").param("which", id.toString()).param("ended", "x")).getStatus()).as("a facilitator does not end it").isEqualTo(404);
        assertThat(desk.page(World.KIT, post(path + "/end")).select(".govuk-error-message").eachText()).anyMatch(line -> line.contains("Say why they may meet again"));
        desk.done(World.KIT, post(path + "/end").param("which", id.toString()).param("ended", "One of them was acquitted"));
        world.as(World.ROBIN, () -> enrolments.comeBack(taking, "x", World.ROBIN));
        assertThat(status(taking)).isEqualTo(Status.STARTED);
    }

    @Test
    void nobody_finds_out_by_a_number_that_a_case_of_the_other_side_is_there() throws Exception {
        CaseId id = waiting("");
        String known = world.as(World.MINA, () -> {
            CaseId opened = cases.open(people.record(new NewPerson(Side.SUPPORT, About.named("Wren", "Aldous")), World.MINA), null, World.MINA);
            cases.accept(opened, World.MINA);
            return cases.facts(opened).reference();
        });
        String path = "/desk/cases/" + id.id() + "/apart";
        assertThat(desk.page(World.ROBIN, post(path).param("other", known).param("words", "x")).selectFirst("#other-error").text()).isEqualTo(desk.page(World.ROBIN, post(path).param("other", "2345-6789").param("words", "x")).selectFirst("#other-error").text());
        assertThat(world.as(World.ROBIN, () -> apart.of(id))).isEmpty();
    }

    @Test
    void whatever_is_tried_in_whatever_order_two_who_are_kept_apart_are_in_no_group_together() {
        Random random = new Random(20261122);
        int together = 0, alone = 0;
        for (int life = 0; life < 6; life++) {
            List<UUID> groups = List.of(group(ForGender.ANYONE), group(ForGender.ANYONE));
            List<CaseId> four = List.of(waiting(""), waiting(""), waiting(""), waiting(""));
            four.forEach(this::nobodyToTell);
            for (int step = 0; step < 45; step++) {
                CaseId id = four.get(random.nextInt(4)), other = four.get(random.nextInt(4));
                UUID group = groups.get(random.nextInt(2));
                try {
                    switch (random.nextInt(9)) {
                        case 0, 1 -> offer(World.ROBIN, id, group, "");
                        case 2 -> world.as(World.ROBIN, () -> enrolments.accept(id, World.ROBIN));
                        case 3 -> world.as(World.ROBIN, () -> enrolments.start(id, World.ROBIN));
                        case 4 -> keepApart(id, other, NonAssociations.Stops.values()[random.nextInt(2)], "");
                        case 5 -> world.as(World.ROBIN, () -> enrolments.comeBack(id, "x", World.ROBIN));
                        case 6 -> placeAnyway(id, group);
                        case 7 -> world.as(World.ROBIN, () -> sql.sql("update programme.enrolment set status = 'PLACED', offered_until = null where case_id = :id and status in ('OFFERED', 'SUSPENDED')").param("id", id.id()).update());
                        default -> world.as(World.ROBIN, () -> sql.sql("insert into programme.apart (id, one_case, other_case, words, said_by, said_at) values (gen_random_uuid(), least(:one::uuid, :two::uuid), greatest(:one::uuid, :two::uuid), 'x', access.worker(), now())").param("one", id.id()).param("two", other.id()).update());
                    }
                } catch (RuleBroken | NotFound | DataAccessException refused) {
                    // What is refused changes nothing: that is looked at below.
                }
                assertThat(meeting(four)).as("life %d step %d", life, step).isZero();
            }
            together += pairs(four, "programme.live(e.status) and programme.live(o.status)");
            alone += world.as(World.ROBIN, () -> sql.sql("select count(*) from programme.apart where one_case = any (:ids)").param("ids", ids(four)).query(Integer.class).single());
        }
        assertThat(together).as("control: some are in a group with others").isPositive();
        assertThat(alone).as("control: some are kept apart").isPositive();
    }

    @Test
    void two_who_are_offered_a_place_and_kept_apart_at_the_same_moment_do_not_meet() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(6);
        try {
            for (int life = 0; life < 8; life++) {
                UUID group = group(ForGender.ANYONE);
                CaseId one = waiting(""), two = waiting("");
                List<Callable<Boolean>> all = new ArrayList<>();
                for (CaseId id : List.of(one, two)) all.add(() -> tried(() -> offer(World.ROBIN, id, group, "")));
                all.add(() -> tried(() -> keepApart(one, two, NonAssociations.Stops.OTHER, "")));
                int done = 0;
                for (Future<Boolean> each : pool.invokeAll(all)) if (each.get()) done++;
                assertThat(meeting(List.of(one, two))).isZero();
                assertThat(done).as("control: not everything was refused").isPositive();
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private static boolean tried(Runnable what) {
        try {
            what.run();
            return true;
        } catch (RuleBroken | DataAccessException refused) {
            return false;
        }
    }

    private int meeting(List<CaseId> of) {
        return pairs(of, """
                programme.live(e.status) and programme.live(o.status) and exists (select from programme.apart a where a.ended_at is null and e.case_id in (a.one_case, a.other_case) and o.case_id in (a.one_case, a.other_case)
                  and not exists (select from programme.together t where t.apart_id = a.id and t.cohort_id = e.cohort_id))""");
    }

    private int pairs(List<CaseId> of, String which) {
        return world.as(World.ROBIN, () -> sql.sql("select count(*) from programme.enrolment e join programme.enrolment o on o.cohort_id = e.cohort_id and o.case_id <> e.case_id where e.case_id = any (:ids) and o.case_id = any (:ids) and " + which).param("ids", ids(of)).query(Integer.class).single());
    }

    private static UUID[] ids(List<CaseId> of) {
        return of.stream().map(CaseId::id).toArray(UUID[]::new);
    }

    private void keepApart(CaseId one, CaseId other, NonAssociations.Stops stops, String why) {
        world.as(World.ROBIN, () -> apart.write(one, new NonAssociations.Written(UUID.randomUUID(), other, "Charged together", stops, why), World.ROBIN));
    }

    /** Past the application, as its own role. */
    private void placeAnyway(CaseId id, UUID group) {
        world.as(World.ROBIN, () -> sql.sql("""
                update programme.enrolment set status = 'PLACED', offered_until = null, cohort_id = :group, place = (select min(number) from programme.place p where p.cohort_id = :group and not exists (select from programme.enrolment e where e.cohort_id = p.cohort_id and e.place = p.number))
                 where case_id = :id and status = 'WAITING'
                """).param("group", group).param("id", id.id()).update());
    }

    private void nobodyToTell(CaseId id) {
        world.as(World.ROBIN, () -> partners.nobody(id, "x", World.ROBIN));
        world.as(World.KIT, () -> partners.agree(id, World.KIT));
    }

    private static List<String> against(Cohort cohort, People.Described person, Need need) {
        return Fit.of(cohort, person, need, false).stream().filter(fit -> !fit.fits()).map(Fit::sentence).toList();
    }

    private static Instant thursday(int hour) {
        return LocalDate.of(2026, 11, 26).atTime(hour, 30).atZone(org.alongside.shared.Times.LONDON).toInstant();
    }

    private static Cohort cohort(ForGender whom, String language, boolean online, String area, Instant at) {
        return new Cohort(UUID.randomUUID(), "x", whom, language, "x", online, area, at, 120, World.ROBIN.worker(), World.KIT.worker(), 1, 0, null);
    }

    private UUID group(ForGender whom) {
        UUID id = UUID.randomUUID();
        world.as(World.ROBIN, () -> cohorts.make(new Cohorts.NewCohort(id, "Friday", whom, "English", "Library", NEXT_WEEK, 120, 5, World.ROBIN.worker(), World.KIT.worker(), List.of("One", "Two")), World.ROBIN));
        made.add(id);
        return id;
    }

    private CaseId waiting(String gender) {
        CaseId id = unready(gender);
        programme.ready(id, World.ROBIN);
        return id;
    }

    /** Somebody who waits, and with whom nothing else has happened yet. */
    private CaseId unready(String gender) {
        CaseId id = world.as(World.ROBIN, () -> {
            CaseId opened = cases.open(people.record(new NewPerson(Side.CHANGE, About.named("Corin", "Vane").describedAs("", gender)), World.ROBIN), null, World.ROBIN);
            cases.accept(opened, World.ROBIN);
            enrolments.wait(opened, false, World.ROBIN);
            return opened;
        });
        came.add(id);
        return id;
    }

    private void offer(Actor.Worker me, CaseId id, UUID group, String despite) {
        world.as(me, () -> enrolments.offer(id, group, NEXT_WEEK, despite, me));
    }

    private static MockHttpServletRequestBuilder offer(String path, CaseId id) {
        return post(path).param("who", id.id().toString()).param("until.day", "27").param("until.month", "11").param("until.year", "2026");
    }

    private Status status(CaseId id) {
        return world.as(World.ROBIN, () -> enrolments.of(id)).get(0).status();
    }
}
