package org.alongside.breakglass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.alongside.AlongsideTest;
import org.alongside.Desk;
import org.alongside.TestClock;
import org.alongside.TestDatabase;
import org.alongside.World;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.access.DemoTown;
import org.alongside.access.OrganisationId;
import org.alongside.access.Role;
import org.alongside.access.WorkerId;
import org.alongside.casework.CaseEvent;
import org.alongside.casework.CaseId;
import org.alongside.casework.Cases;
import org.alongside.organisations.Account;
import org.alongside.organisations.DemoWorkers;
import org.alongside.organisations.SecondFactors;
import org.alongside.people.About;
import org.alongside.people.AddressKind;
import org.alongside.people.Addresses;
import org.alongside.people.Channel;
import org.alongside.people.ChannelAnswer;
import org.alongside.people.NewAddress;
import org.alongside.people.NewPerson;
import org.alongside.people.People;
import org.alongside.people.PersonId;
import org.alongside.people.RevealReason;
import org.alongside.people.Safe;
import org.alongside.people.SafeContact;
import org.alongside.safetyplan.KeptWhere;
import org.alongside.safetyplan.PlanPart;
import org.alongside.safetyplan.PlanSection;
import org.alongside.safetyplan.SafetyPlans;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Side;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@AlongsideTest
class OpeningsTests {
    private static final String ASK = "/desk/emergency";
    @Autowired World world;
    @Autowired Desk desk;
    @Autowired Openings openings;
    @Autowired Reminders reminders;
    @Autowired Cases cases;
    @Autowired People people;
    @Autowired Addresses addresses;
    @Autowired SafetyPlans plans;
    @Autowired SecondFactors factors;
    @Autowired TestClock clock;
    @Autowired JdbcClient sql;
    Actor.Worker volunteer;
    Client client;

    /** Somebody with a case. @param phone by which they can be found */
    record Client(CaseId id, PersonId person, String reference, String name, String phone) {
        String path() {
            return "/desk/cases/" + id.id();
        }
    }

    private final List<UUID> made = new ArrayList<>(), hired = new ArrayList<>();

    @BeforeEach
    void meet() {
        volunteer = worker(DemoTown.HARBOUR_HOUSE, Side.SUPPORT, Role.VOLUNTEER);
        client = client(World.MINA);
    }

    /** The town is everybody's: nobody who was made up here goes on working in it, and no case waits in its lists. */
    @AfterEach
    void leave() {
        hired.forEach(id -> TestDatabase.asOwner("update organisations.membership set left_on = current_date where worker_id = '" + id + "'"));
        made.forEach(id -> TestDatabase.asOwner("update casework.client_case set worker_id = '" + World.SAL.worker().id() + "' where id = '" + id + "' and side = 'SUPPORT'"));
    }

    @AfterEach
    void back() {
        clock.back();
    }

    @Test
    void in_an_emergency_one_case_is_open_for_an_hour_and_no_longer() throws Exception {
        Client another = client(World.MINA);
        assertThat(desk.send(volunteer, get(client.path())).getStatus()).isEqualTo(404);

        String opened = open(volunteer, client.reference);
        assertThat(desk.page(volunteer, get(opened)).select("main").text()).contains(client.name, "999", "The cat goes to Ana", client.phone);
        assertThat(desk.send(volunteer, get(client.path())).getStatus()).as("the case itself stays closed to them").isEqualTo(404);
        assertThat(desk.send(volunteer, post(client.path() + "/notes").param("words", "x")).getStatus()).isEqualTo(404);
        assertThat(desk.send(volunteer, get(another.path())).getStatus()).isEqualTo(404);

        clock.pass(Duration.ofMinutes(59));
        assertThat(desk.send(volunteer, get(opened)).getStatus()).isEqualTo(200);
        clock.pass(Duration.ofMinutes(1));
        assertThat(desk.send(volunteer, get(opened)).getStatus()).isEqualTo(404);
        clock.moveTo(TestClock.START.minusSeconds(1));
        assertThat(desk.send(volunteer, get(opened)).getStatus()).as("a clock that was put back").isEqualTo(404);
        assertThatThrownBy(() -> world.as(volunteer, () -> sql.sql("insert into breakglass.opening (id, case_id, reason, words, opened_at, ends_at) values (:id, :id, 'DANGER_NOW', 'x', now(), now() + interval '61 minutes')").param("id", UUID.randomUUID()).update()))
                .as("nor longer behind the page").rootCause().hasMessageContaining("an_hour_at_most");
    }

    @Test
    void it_can_be_read_and_nothing_else() throws Exception {
        String opened = open(volunteer, client.reference);
        Document page = desk.page(volunteer, get(opened));

        assertThat(page.select("main form").eachAttr("action")).containsExactly(opened + "/end");
        assertThat(page.select("main a").eachAttr("href")).noneMatch(link -> link.startsWith("/desk/cases")).as("and each link leads somewhere").allSatisfy(link -> {
            if (link.startsWith("/desk")) assertThat(desk.send(volunteer, get(link)).getStatus()).as(link).isEqualTo(200);
        });
        // Control: somebody whose work it is may write there.
        assertThat(desk.send(World.MINA, get(client.path() + "/notes/new")).getStatus()).isEqualTo(200);
    }

    @Test
    void whoever_has_what_they_needed_closes_it() throws Exception {
        String opened = open(volunteer, client.name);
        desk.send(volunteer, post(opened + "/end"));
        desk.send(volunteer, post(opened + "/end"));

        assertThat(desk.send(volunteer, get(opened)).getStatus()).isEqualTo(404);
        assertThat(trail(client.id.id())).containsOnlyOnce("emergency opening ended");
        assertThat(desk.send(worker(DemoTown.HARBOUR_HOUSE, Side.SUPPORT, Role.HELPLINE), post(opened + "/end")).getStatus()).isEqualTo(404);
    }

    @Test
    void nobody_else_reads_what_was_opened() throws Exception {
        String opened = open(volunteer, client.reference);

        for (Actor.Worker other : List.of(worker(DemoTown.HARBOUR_HOUSE, Side.SUPPORT, Role.HELPLINE), World.MINA, World.PRIYA, World.SAL, World.ROBIN, World.ALEX, World.ASH, World.NIA)) {
            assertThat(desk.send(other, get(opened)).getStatus()).as("" + other).isEqualTo(404);
        }
        assertThat(desk.send(volunteer, get(opened)).getStatus()).as("the control").isEqualTo(200);
    }

    @Test
    void the_client_is_found_by_number_telephone_or_name_and_a_closed_case_opens_too() throws Exception {
        for (String who : List.of(client.reference.toLowerCase().replace("-", " "), client.phone, client.name.toUpperCase())) {
            Actor.Worker helper = worker(DemoTown.HARBOUR_HOUSE, Side.SUPPORT, Role.TRAINER);
            assertThat(desk.page(helper, get(open(helper, who))).select("h1").text()).as(who).isEqualTo(client.name);
        }
        state(client, "CLOSED");
        assertThat(desk.page(volunteer, get(open(volunteer, client.phone))).select("main").text()).contains("Closed");
    }

    @Test
    void whoever_asks_signs_in_again() throws Exception {
        Document page = desk.page(volunteer, form(client.reference).param("password", "not it"));
        assertThat(page.selectFirst("#password-error").text()).contains("This is not your password");
        assertThat(page.select("[name=password]").attr("value")).isEmpty();
        assertThat(page.selectFirst("#words").wholeText().strip()).as("what was typed stays").isEqualTo("He is at the door.");
        assertThat(world.as(volunteer, () -> openings.last(volunteer))).isEmpty();
        assertThat(trail(volunteer.worker().id())).contains("sign-in: password");

        assertThat(desk.page(volunteer, get(ASK)).select("#code")).as("nobody is asked for a code who has none").isEmpty();
        byte[] secret = withCodes(volunteer);
        assertThat(desk.page(volunteer, get(ASK)).select("#code")).hasSize(1);
        assertThat(desk.page(volunteer, form(client.reference).param("password", DemoWorkers.PASSWORD)).selectFirst("#code-error").text()).contains("Enter the 6 digits");
        assertThat(desk.page(volunteer, form(client.reference).param("password", DemoWorkers.PASSWORD).param("code", "12")).selectFirst("#code-error").text()).contains("not right");
        assertThat(world.as(volunteer, () -> openings.last(volunteer))).isEmpty();
        assertThat(desk.send(volunteer, form(client.reference).param("password", DemoWorkers.PASSWORD).param("code", code(secret, 0))).getStatus()).isEqualTo(302);
        assertThat(world.as(volunteer, () -> openings.last(volunteer))).isPresent();
    }

    @Test
    void whatever_does_not_open_is_answered_alike_and_stands_in_the_trail() throws Exception {
        Client twice = client(World.MINA), kept = client(World.MINA), other = client(World.KIT), elsewhere = client(World.ASH);
        String nobody = "Somebody Nobodyknows" + UUID.randomUUID().toString().replace("-", "");
        world.as(World.MINA, () -> cases.open(people.record(new NewPerson(Side.SUPPORT, about(twice.name)), World.MINA), null, World.MINA));
        world.as(World.MINA, () -> people.record(new NewPerson(Side.SUPPORT, About.named("Without", "Acase" + nobody.substring(20))), World.MINA));
        List<String> answers = new ArrayList<>();
        for (String who : List.of(nobody, twice.name, kept.name, kept.reference, kept.phone, other.name, other.reference, other.phone, elsewhere.name, elsewhere.reference, elsewhere.phone, "Without Acase" + nobody.substring(20), client.name.split(" ")[1])) {
            Actor.Worker helper = worker(DemoTown.HARBOUR_HOUSE, Side.SUPPORT, Role.VOLUNTEER);
            keepApart(helper, "CASE", kept.id.id());
            String once = UUID.randomUUID().toString();
            MockHttpServletResponse answer = desk.send(helper, form(who).param("once", once).param("password", DemoWorkers.PASSWORD));
            answers.add((answer.getStatus() + answer.getContentAsString()).replace(who, "{who}").replace(once, "{once}").replace("Worker " + helper.worker().id().toString().substring(0, 8), "{me}"));
            assertThat(refused(helper)).as(who).contains("an opening in an emergency");
            if (who.equals(kept.name)) assertThat(refused(helper)).as("a lead can see who tried").contains("kept apart");
        }
        assertThat(Set.copyOf(answers)).hasSize(1);
        assertThat(answers.get(0)).contains("We could not open that");
    }

    @Test
    void trying_names_is_soon_stopped() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> Acting.as(volunteer, () -> openings.open(UUID.randomUUID(), "Nobody Ofthisname", Reason.DANGER_NOW, "x", volunteer))).isInstanceOfSatisfying(RuleBroken.class, refused -> assertThat(refused.rule()).isEqualTo("breakglass.not-opened"));
        }

        assertThat(desk.page(volunteer, form(client.name).param("password", DemoWorkers.PASSWORD)).selectFirst("#who-error").text()).contains("too many tries");
        assertThat(world.as(volunteer, () -> openings.last(volunteer))).isEmpty();
    }

    @Test
    void every_lead_is_told_with_the_opening_and_the_trail_knows_case_and_person() throws Exception {
        int priya = notices(World.PRIYA), mina = notices(World.MINA), kit = notices(World.KIT), sal = notices(World.SAL);
        world.as(World.SAL, () -> sql.sql("update casework.client_case set worker_id = :mina where id = :id").param("mina", World.MINA.worker().id()).param("id", client.id.id()).update());
        String opened = open(volunteer, client.reference);
        desk.page(volunteer, get(opened));

        assertThat(notices(World.PRIYA)).isEqualTo(priya + 1);
        assertThat(notices(World.MINA)).as("whoever works with them").isEqualTo(mina + 1);
        assertThat(List.of(notices(World.KIT), notices(World.SAL))).as("and nobody behind the wall, nor a manager while there is a lead").containsExactly(kit, sal);
        assertThat(trail(client.id.id())).contains("opened in an emergency: DANGER_NOW", "open");
        assertThat(trail(client.person.id())).contains("case opened in an emergency");
        assertThat(desk.page(World.MINA, get(client.path())).select("main").text()).contains("Opened for an hour in an emergency: Somebody is in danger now");
    }

    @Test
    void where_there_is_no_lead_a_manager_is_told_and_looks() {
        OrganisationId small = organisation();
        Actor.Worker manager = worker(small, Side.SUPPORT, Role.MANAGER), helper = worker(small, Side.SUPPORT, Role.HELPLINE);
        Client theirs = client(manager);

        UUID opening = put(helper, theirs);
        assertThat(notices(manager)).isOne();
        Acting.as(helper, () -> openings.end(opening, helper));
        Acting.as(manager, () -> openings.review(opening, 0, Finding.JUSTIFIED, "x", manager));
        assertThat(last(helper).isSettled()).isTrue();
    }

    @Test
    void the_next_one_waits_until_somebody_else_has_looked() throws Exception {
        Client another = client(World.MINA);
        UUID first = put(volunteer, client);
        assertThat(desk.page(volunteer, get(ASK)).select("main").text()).contains("A case is open to you until");
        clock.pass(Duration.ofHours(2));

        Document page = desk.page(volunteer, get(ASK));
        assertThat(page.select("main form")).isEmpty();
        assertThat(page.select("main").text()).contains("Nobody has finished looking at your last opening", "Priya Nand");
        assertThatThrownBy(() -> put(volunteer, another)).isInstanceOfSatisfying(RuleBroken.class, refused -> assertThat(refused.rule()).isEqualTo("breakglass.not-looked-at"));
        assertThat(desk.page(volunteer, form(another.reference).param("password", DemoWorkers.PASSWORD)).select("main").text()).contains("Ring somebody who is on duty");
        assertThatThrownBy(() -> world.as(volunteer, () -> sql.sql("insert into breakglass.opening (id, case_id, reason, words, opened_at, ends_at) values (:id, :id, 'DANGER_NOW', 'x', now(), now() + interval '1 minute')").param("id", UUID.randomUUID()).update()))
                .as("nor behind the page").rootCause().hasMessageContaining("one_to_be_looked_at");

        assertThat(desk.send(World.PRIYA, finding(first, 0, "JUSTIFIED", "He was arrested.")).getStatus()).isEqualTo(302);
        assertThatCode(() -> put(volunteer, another)).as("the control").doesNotThrowAnyException();
    }

    @Test
    void what_is_to_be_looked_into_stays_open_and_every_word_stays() throws Exception {
        UUID first = put(volunteer, client);
        desk.send(World.PRIYA, finding(first, 0, "LOOK_INTO", "Nobody rang that night."));
        assertThatThrownBy(() -> put(volunteer, client(World.MINA))).isInstanceOf(RuleBroken.class);

        Document stale = desk.page(World.PRIYA, finding(first, 0, "JUSTIFIED", "Late"));
        assertThat(stale.selectFirst("#words-error").text()).contains("Somebody changed this");
        assertThat(stale.selectFirst("#words").wholeText().strip()).isEqualTo("Late");
        desk.send(World.PRIYA, finding(first, 1, "NOT_JUSTIFIED", "They looked up a neighbour."));

        assertThat(last(volunteer).reviewed().words()).contains("Nobody rang that night.", "They looked up a neighbour.");
        assertThatThrownBy(() -> Acting.as(World.PRIYA, () -> openings.review(first, 2, Finding.JUSTIFIED, "x", World.PRIYA))).isInstanceOf(RuleBroken.class);
        assertThatThrownBy(() -> world.as(World.PRIYA, () -> sql.sql("update breakglass.opening set finding = 'JUSTIFIED' where id = :id").param("id", first).update())).as("in the database, too").rootCause().hasMessageContaining("stays");
        assertThat(desk.page(World.PRIYA, get("/desk/openings")).select("main").text()).contains("It was not right", "They looked up a neighbour.");
    }

    @Test
    void a_lead_who_does_not_find_it_right_closes_it_at_once_and_one_who_does_waits() throws Exception {
        UUID first = put(volunteer, client);
        assertThat(desk.page(World.PRIYA, finding(first, 0, "JUSTIFIED", "x")).selectFirst("#words-error").text()).contains("It is still open to them");
        assertThat(desk.send(volunteer, get(ASK + "/" + first)).getStatus()).as("whoever is on the line goes on reading").isEqualTo(200);

        desk.send(World.PRIYA, finding(first, 0, "NOT_JUSTIFIED", "Nobody rang."));
        assertThat(desk.send(volunteer, get(ASK + "/" + first)).getStatus()).isEqualTo(404);
    }

    @Test
    void nobody_looks_at_their_own_and_a_manager_only_when_a_lead_did_not() {
        UUID own = put(volunteer, client);
        Actor.Worker promoted = new Actor.Worker(volunteer.worker(), volunteer.organisation(), volunteer.side(), Set.of(Role.SAFEGUARDING_LEAD, Role.MANAGER));

        assertThatThrownBy(() -> Acting.as(promoted, () -> openings.review(own, 0, Finding.JUSTIFIED, "x", promoted))).isInstanceOfSatisfying(RuleBroken.class, refused -> assertThat(refused.rule()).isEqualTo("breakglass.not-yours"));
        for (Actor.Worker oneself : List.of(promoted, volunteer)) {
            assertThatThrownBy(() -> world.as(oneself, () -> sql.sql("update breakglass.opening set finding = 'JUSTIFIED', finding_words = 'x', reviewed_by = :priya, reviewed_at = now() where id = :id").param("priya", World.PRIYA.worker().id()).param("id", own).update()))
                    .as("nor behind the page, in another's name").rootCause().hasMessageContaining("somebody else");
        }
        assertThatThrownBy(() -> Acting.as(World.SAL, () -> openings.review(own, 0, Finding.JUSTIFIED, "x", World.SAL))).isInstanceOf(RuleBroken.class);
        for (Actor.Worker other : List.of(World.MINA, World.JO, World.KIT, World.NIA, World.ALEX)) {
            assertThatThrownBy(() -> Acting.as(other, () -> openings.review(own, 0, Finding.JUSTIFIED, "x", other))).as("" + other).isInstanceOf(NotFound.class);
        }
        clock.pass(Duration.ofDays(1));
        Acting.as(World.SAL, () -> openings.review(own, 0, Finding.JUSTIFIED, "x", World.SAL));
        assertThat(last(volunteer).isSettled()).as("after a day").isTrue();
    }

    @Test
    void after_a_day_leads_and_managers_are_told_again() {
        UUID opening = put(volunteer, client);
        int sal = notices(World.SAL), priya = notices(World.PRIYA), kit = notices(World.KIT);
        Runnable job = () -> Acting.as(new Actor.Job(DemoTown.HARBOUR_HOUSE, Openings.REMINDER), () -> reminders.remind(DemoTown.HARBOUR_HOUSE, opening));

        job.run();
        assertThat(List.of(notices(World.SAL), notices(World.PRIYA), notices(World.KIT))).containsExactly(sal + 1, priya + 1, kit);
        Acting.as(World.PRIYA, () -> openings.review(opening, 0, Finding.LOOK_INTO, "x", World.PRIYA));
        job.run();
        assertThat(notices(World.SAL)).as("somebody has looked").isEqualTo(sal + 1);
    }

    @Test
    void of_two_pages_at_once_one_opens_and_a_second_press_opens_nothing_more() throws Exception {
        Client another = client(World.MINA);
        List<Boolean> opened = atOnce(() -> opens(UUID.randomUUID(), client), () -> opens(UUID.randomUUID(), another));
        assertThat(opened).containsExactlyInAnyOrder(true, false);

        Actor.Worker once = worker(DemoTown.HARBOUR_HOUSE, Side.SUPPORT, Role.HELPLINE);
        volunteer = once;
        int priya = notices(World.PRIYA);
        UUID same = UUID.randomUUID();
        assertThat(atOnce(() -> opens(same, client), () -> opens(same, client))).containsExactly(true, true);
        assertThat(notices(World.PRIYA)).as("told once").isEqualTo(priya + 1);
        assertThat(desk.send(once, form(client.reference).param("once", same.toString()).param("password", "forgotten")).getRedirectedUrl()).as("and the second press asks for nothing").isEqualTo(ASK + "/" + same);
    }

    @Test
    void a_lead_who_keeps_somebody_apart_meanwhile_closes_it_at_once() throws Exception {
        for (String kind : List.of("CASE", "REFERRAL")) {
            Actor.Worker helper = worker(DemoTown.HARBOUR_HOUSE, Side.SUPPORT, Role.HELPLINE);
            Client theirs = client(World.MINA);
            UUID referral = UUID.randomUUID();
            world.as(World.SAL, () -> sql.sql("update casework.client_case set referral_id = :referral where id = :id").param("referral", referral).param("id", theirs.id.id()).update());
            String opened = ASK + "/" + put(helper, theirs);
            assertThat(desk.send(helper, get(opened)).getStatus()).as("the control").isEqualTo(200);

            keepApart(helper, kind, kind.equals("CASE") ? theirs.id.id() : referral);
            assertThat(desk.send(helper, get(opened)).getStatus()).as(kind).isEqualTo(404);
        }
    }

    @Test
    void a_lead_who_is_kept_apart_from_the_case_does_not_see_its_opening() throws Exception {
        UUID opening = put(volunteer, client);
        assertThat(desk.page(World.PRIYA, get("/desk/openings")).select("main").text()).as("the control").contains(client.name, "He is at the door.");
        Actor.Worker lead = worker(DemoTown.HARBOUR_HOUSE, Side.SUPPORT, Role.SAFEGUARDING_LEAD);
        keepApart(lead, "CASE", client.id.id());

        assertThat(desk.page(lead, get("/desk/openings")).select("main").text()).doesNotContain(client.name);
        assertThat(desk.send(lead, finding(opening, 0, "JUSTIFIED", "x")).getStatus()).isEqualTo(404);
        for (Actor.Worker other : List.of(World.KIT, World.NIA)) assertThat(desk.page(other, get("/desk/openings")).select("main").text()).doesNotContain(client.name);
    }

    @Test
    void whoever_opens_cases_anyway_is_sent_there_and_others_find_no_such_page() throws Exception {
        Actor.Worker both = worker(DemoTown.HARBOUR_HOUSE, Side.SUPPORT, Role.HELPLINE, Role.SUPPORT_WORKER);
        assertThat(desk.page(both, get(ASK)).select("main").text()).contains("You open cases already");
        assertThat(desk.page(both, form(client.reference).param("password", DemoWorkers.PASSWORD)).select("main").text()).contains("You open cases already");
        assertThat(world.as(both, () -> openings.last(both))).isEmpty();

        for (Actor.Worker other : List.of(World.MINA, World.PRIYA, World.SAL, World.ALEX, World.ROBIN, worker(DemoTown.HARBOUR_HOUSE, null, Role.HELPLINE))) assertThat(desk.send(other, get(ASK)).getStatus()).as("" + other).isEqualTo(404);
        assertThat(desk.page(World.JO, get("/desk/calls")).select("nav.rooms a").eachText()).contains("In an emergency");
    }

    @Test
    void every_problem_stands_beside_its_field() throws Exception {
        assertThat(desk.page(volunteer, post(ASK)).select(".govuk-error-summary a").eachText())
                .containsExactly("Enter their case number, their telephone number, or their first and last name", "Choose why you must open it now", "Say what is happening", "Enter your password");
        UUID opening = put(volunteer, client);
        Document page = desk.page(World.PRIYA, post("/desk/openings/" + opening).param("words", ""));
        assertThat(page.select(".govuk-error-summary a").eachText()).containsExactly("Choose what you found", "Say how you came to it");
        assertThat(page.select(".govuk-error-summary a").eachAttr("href")).allSatisfy(link -> assertThat(page.selectFirst(link)).isNotNull());
    }

    @Test
    void behind_the_wall_it_opens_a_case_of_that_side_and_shows_no_plan() throws Exception {
        Actor.Worker helper = worker(DemoTown.HARBOUR_HOUSE, Side.CHANGE, Role.VOLUNTEER);
        Client theirs = client(World.KIT);

        assertThat(desk.page(helper, get(open(helper, theirs.name))).select("main").text()).contains(theirs.name, "None was agreed");
    }

    @Test
    void when_the_case_is_erased_the_opening_goes_and_the_trail_stays() {
        UUID opening = put(volunteer, client);
        world.as(new Actor.Job(DemoTown.HARBOUR_HOUSE, "erase", Side.SUPPORT), () -> openings.erased(new CaseEvent.Erased(client.id, DemoTown.HARBOUR_HOUSE, Side.SUPPORT, TestClock.START)));

        assertThat(world.as(World.PRIYA, () -> sql.sql("select count(*) from breakglass.opening where id = :id").param("id", opening).query(Integer.class).single())).isZero();
        assertThat(trail(client.id.id())).contains("opened in an emergency: DANGER_NOW");
    }

    /** How the client of a case stands to whoever asks. */
    private enum Relation { OWN, KEPT_APART, REFERRAL_KEPT_APART, OTHER_SIDE, OTHER_ORGANISATION }

    /** Safety: every role, towards every kind of case, in each state it can be in, by every way to name it. What opens is told apart from what must not by the same attempt. */
    @Test
    void no_role_opens_what_is_kept_apart_or_not_theirs_and_no_opening_shows_an_address() throws Exception {
        List<String> opened = new ArrayList<>(), expected = new ArrayList<>();
        int way = 0;
        for (Relation relation : Relation.values()) {
            Client theirs = client(relation == Relation.OTHER_SIDE ? World.KIT : relation == Relation.OTHER_ORGANISATION ? World.ASH : World.MINA);
            UUID referral = UUID.randomUUID();
            world.as(relation == Relation.OTHER_SIDE ? World.KIT : relation == Relation.OTHER_ORGANISATION ? World.ASH : World.MINA,
                    () -> sql.sql("update casework.client_case set referral_id = :referral where id = :id").param("referral", referral).param("id", theirs.id.id()).update());
            for (String state : List.of("SCREENING", "OPEN", "CLOSED")) {
                state(theirs, state);
                for (Role role : Role.values()) {
                    Actor.Worker helper = worker(DemoTown.HARBOUR_HOUSE, Side.SUPPORT, role);
                    if (relation == Relation.KEPT_APART) keepApart(helper, "CASE", theirs.id.id());
                    if (relation == Relation.REFERRAL_KEPT_APART) keepApart(helper, "REFERRAL", referral);
                    String attempt = relation + " " + state + " " + role, who = List.of(theirs.reference, theirs.phone, theirs.name).get(way++ % 3);
                    if (relation == Relation.OWN && Set.of(Openings.OPENERS).contains(role)) expected.add(attempt);
                    UUID id = UUID.randomUUID();
                    try {
                        Acting.as(helper, () -> openings.open(id, who, Reason.DANGER_NOW, "x", helper));
                    } catch (NotFound | RuleBroken refused) {
                        assertThat(desk.send(helper, get(ASK + "/" + id)).getStatus()).isEqualTo(404);
                        continue;
                    }
                    opened.add(attempt);
                    String shown = desk.send(helper, get(ASK + "/" + id)).getContentAsString();
                    assertThat(shown).as(attempt).doesNotContainIgnoringCase("Quagmire").doesNotContainIgnoringCase("WM7 7QQ").contains("The cat goes to Ana", "This names an address, so it is not shown here.");
                }
            }
        }
        assertThat(opened).containsExactlyElementsOf(expected).hasSize(9);
        // Control: the address is there, for whoever opens it for a reason.
        UUID address = world.as(World.MINA, () -> sql.sql("select id from people.address where person_id = :person").param("person", client.person.id()).query(UUID.class).single());
        assertThat(world.as(World.MINA, () -> addresses.reveal(address, RevealReason.IMMEDIATE_DANGER, World.MINA)).lines()).contains("Quagmire");
        assertThat(desk.send(World.MINA, get(client.path() + "/plan")).getContentAsString()).as("and the plan names it").contains("Quagmire");
    }

    // Somebody with a plan, an address, and words that name it in every place an opening reads.
    private Client client(Actor.Worker me) {
        // The whole of 01632 belongs to nobody.
        String phone = "01632 " + (100_000 + (int) (Math.random() * 800_000)), family = "Ringing" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
        SafeContact contact = new SafeContact("+44" + phone.substring(1).replace(" ", ""), null, Map.of(Channel.PHONE, ChannelAnswer.of(Safe.YES)), "", "", "", true, "Lives at 7 Quagmire Road", null, null);
        return world.as(me, () -> {
            About about = new About("Robin-Ann", family, "", null, "", "", "", false, "Knock at 7 Quagmire Road", "");
            PersonId person = people.record(new NewPerson(me.side(), about, contact), me);
            addresses.record(person, new NewAddress(AddressKind.HOME, "7 Quagmire Road", "WM7 7QQ", "", false, false), me);
            CaseId id = cases.open(person, null, me);
            cases.accept(id, me);
            if (me.side() == Side.SUPPORT) {
                plans.agree(id, Map.of(PlanSection.PETS, new SafetyPlans.Written(0, new PlanPart("The cat goes to Ana", List.of(), List.of())),
                        PlanSection.SAFE_PLACES, new SafetyPlans.Written(0, new PlanPart("Out by the back of 7, Quagmire Road, WM77QQ", List.of(), List.of()))), KeptWhere.ONLY_HERE, "", LocalDate.of(2026, 12, 4), me);
            }
            made.add(id.id());
            return new Client(id, person, cases.facts(id).reference(), "Robin-Ann " + family, phone);
        });
    }

    private static About about(String name) {
        return About.named(name.split(" ")[0], name.split(" ")[1]);
    }

    private void state(Client theirs, String state) {
        for (Actor.Worker one : List.of(World.MINA, World.KIT, World.ASH)) {
            world.as(one, () -> sql.sql("update casework.client_case set status = :state, closed_at = case when :state = 'CLOSED' then now() end where id = :id").param("state", state).param("id", theirs.id.id()).update());
        }
    }

    private Actor.Worker worker(OrganisationId organisation, Side side, Role... roles) {
        UUID id = UUID.randomUUID();
        world.as(new Actor.Installer(), () -> {
            sql.sql("insert into organisations.worker (id, organisation_id, name, email, email_key, created_at) values (:id, :organisation, :name, :email, :key, now())").param("id", id).param("email", TestDatabase.SEAL.close("x@harbour.example", "organisations.worker.email", id)).param("organisation", organisation.id()).param("name", "Worker " + id.toString().substring(0, 8)).param("key", id.toString()).update();
            sql.sql("insert into organisations.membership (worker_id, organisation_id, side, roles, joined_on) values (:id, :organisation, :side, :roles, current_date)").param("id", id).param("organisation", organisation.id())
                    .param("side", side == null ? null : side.name()).param("roles", Stream.of(roles).map(Role::name).toArray(String[]::new)).update();
            sql.sql("insert into organisations.credential (worker_id, organisation_id, password_hash, demo, changed_at) select :id, :organisation, password_hash, true, now() from organisations.credential where worker_id = :jo").param("id", id)
                    .param("organisation", organisation.id()).param("jo", World.JO.worker().id()).update();
        });
        hired.add(id);
        return new Actor.Worker(new WorkerId(id), organisation, side, Set.of(roles));
    }

    private OrganisationId organisation() {
        UUID id = UUID.randomUUID();
        world.as(new Actor.Installer(), () -> sql.sql("insert into organisations.organisation (id, name, public_name, kind, created_at) values (:id, 'Small', 'Small', 'SUPPORT_SERVICE', now())").param("id", id).update());
        return new OrganisationId(id);
    }

    private void keepApart(Actor.Worker worker, String kind, UUID record) {
        UUID hit = UUID.randomUUID();
        world.as(new Actor.Job(worker.organisation(), "intake-check"), () -> sql.sql("""
                insert into matching.hit (id, organisation_id, new_kind, new_record_id, new_role, known_kind, known_record_id, known_role, reasons, for_managers, found_at, version)
                values (:id, :organisation, :kind, :record, 'CLIENT', 'WORKER', :worker, 'WORKER', '{}', false, now(), 0)
                """).param("id", hit).param("organisation", worker.organisation().id()).param("kind", kind).param("record", record).param("worker", worker.worker().id()).update());
        world.as(World.PRIYA, () -> sql.sql("insert into matching.apart (organisation_id, kind, record_id, worker_id, hit_id, decided_by, decided_at) values (:organisation, :kind, :record, :worker, :hit, :lead, now())")
                .param("organisation", worker.organisation().id()).param("kind", kind).param("record", record).param("worker", worker.worker().id()).param("hit", hit).param("lead", World.PRIYA.worker().id()).update());
    }

    private byte[] withCodes(Actor.Worker worker) throws Exception {
        Account account = new Account(worker.worker(), worker.organisation(), false);
        byte[] secret = factors.offered(account);
        assertThat(factors.confirm(account, code(secret, -1))).isTrue();
        return secret;
    }

    private static String code(byte[] secret, int steps) throws Exception {
        return new TimeBasedOneTimePasswordGenerator().generateOneTimePasswordString(new SecretKeySpec(secret, "RAW"), Instant.now().plusSeconds(30L * steps));
    }

    private UUID put(Actor.Worker helper, Client theirs) {
        UUID id = UUID.randomUUID();
        Acting.as(helper, () -> openings.open(id, theirs.reference, Reason.DANGER_NOW, "He is at the door.", helper));
        return id;
    }

    private boolean opens(UUID id, Client theirs) {
        Actor.Worker helper = volunteer;
        try {
            Acting.as(helper, () -> openings.open(id, theirs.reference, Reason.DANGER_NOW, "x", helper));
            return true;
        } catch (RuleBroken refused) {
            return false;
        }
    }

    @SafeVarargs
    private static List<Boolean> atOnce(Callable<Boolean>... works) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(works.length);
        try {
            List<Boolean> done = new ArrayList<>();
            for (Future<Boolean> one : pool.invokeAll(List.of(works))) done.add(one.get());
            return done;
        } finally {
            pool.shutdown();
        }
    }

    private Opening last(Actor.Worker helper) {
        return world.as(helper, () -> openings.last(helper)).orElseThrow();
    }

    /** Opens it on the page. @return where it can be read */
    private String open(Actor.Worker helper, String who) throws Exception {
        MockHttpServletResponse response = desk.send(helper, form(who).param("password", DemoWorkers.PASSWORD));
        assertThat(response.getRedirectedUrl()).as(Jsoup.parse(response.getContentAsString()).select(".govuk-error-summary").text()).startsWith(ASK + "/");
        return response.getRedirectedUrl();
    }

    private static MockHttpServletRequestBuilder form(String who) {
        return post(ASK).param("who", who).param("reason", "DANGER_NOW").param("words", "He is at the door.");
    }

    private static MockHttpServletRequestBuilder finding(UUID opening, int version, String finding, String words) {
        return post("/desk/openings/" + opening).param("version", "" + version).param("finding", finding).param("words", words);
    }

    private int notices(Actor.Worker worker) {
        return world.as(new Actor.Job(worker.organisation(), "send-message"), () -> sql.sql("select count(*) from messages.outbox where worker_id = :worker").param("worker", worker.worker().id()).query(Integer.class).single());
    }

    private List<String> trail(UUID subject) {
        return world.as(World.PRIYA, () -> sql.sql("select detail from audit.entry where organisation_id = access.organisation() and subject_id = :id order by sequence").param("id", subject).query(String.class).list());
    }

    private List<String> refused(Actor.Worker worker) {
        return world.as(World.PRIYA, () -> sql.sql("select detail from audit.entry where organisation_id = access.organisation() and worker_id = :worker and act = 'REFUSED'").param("worker", worker.worker().id()).query(String.class).list());
    }
}
