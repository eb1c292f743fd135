package org.alongside.correction;

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
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.alongside.AlongsideTest;
import org.alongside.Desk;
import org.alongside.TestClock;
import org.alongside.TestDatabase;
import org.alongside.World;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.access.DemoTown;
import org.alongside.access.Role;
import org.alongside.access.WorkerId;
import org.alongside.accommodation.Accommodation;
import org.alongside.accommodation.Funds;
import org.alongside.accommodation.Household;
import org.alongside.accommodation.PlaceAnswer;
import org.alongside.accommodation.RequestStatus;
import org.alongside.accommodation.SpaceKind;
import org.alongside.appointments.AppointmentStatus;
import org.alongside.appointments.Appointments;
import org.alongside.appointments.Interpreter;
import org.alongside.appointments.Plan;
import org.alongside.appointments.Venue;
import org.alongside.casework.ActionAgency;
import org.alongside.casework.Actions;
import org.alongside.casework.Allocate;
import org.alongside.casework.Allocations;
import org.alongside.casework.CaseId;
import org.alongside.casework.CaseStatus;
import org.alongside.casework.Cases;
import org.alongside.casework.Closures;
import org.alongside.casework.Notes;
import org.alongside.casework.OwnWork;
import org.alongside.crossing.Crossing;
import org.alongside.crossing.Crossings;
import org.alongside.crossing.Told;
import org.alongside.messages.Messages;
import org.alongside.partnersupport.Outcome;
import org.alongside.partnersupport.PartnerSupport;
import org.alongside.people.About;
import org.alongside.people.Certainty;
import org.alongside.people.Channel;
import org.alongside.people.ChannelAnswer;
import org.alongside.people.CountedAs;
import org.alongside.people.Decision;
import org.alongside.people.HarmRole;
import org.alongside.people.LivesWith;
import org.alongside.people.NewPerson;
import org.alongside.people.OtherNames;
import org.alongside.people.People;
import org.alongside.people.PersonId;
import org.alongside.people.RelationKind;
import org.alongside.people.Relations;
import org.alongside.people.Safe;
import org.alongside.people.SafeContact;
import org.alongside.programme.Cohorts;
import org.alongside.programme.Enrolments;
import org.alongside.programme.ForGender;
import org.alongside.programme.Partners;
import org.alongside.programme.ProgrammeFixture;
import org.alongside.programme.Status;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Side;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@AlongsideTest
class CorrectionTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final SafeContact REACHABLE = new SafeContact("+441632960391", null, Map.of(Channel.PHONE, ChannelAnswer.of(Safe.YES), Channel.TEXT, ChannelAnswer.of(Safe.YES)), "", "", "Marked-codeword", true, "", null, null).checkedOn(TODAY);
    /** A second lead of the side of those who harm. */
    private static final Actor.Worker LEE = new Actor.Worker(new WorkerId(UUID.fromString("00000000-0000-4000-8000-0000000acc05")), DemoTown.HARBOUR_HOUSE, Side.CHANGE, Set.of(Role.SAFEGUARDING_LEAD));
    private static final Corrections.Said SAID = new Corrections.Said(Certainty.LIKELY, "Two neighbours saw it", "Said they would not let go", "Police, 12 November");
    @Autowired World world;
    @Autowired Desk desk;
    @Autowired ProgrammeFixture programme;
    @Autowired Corrections corrections;
    @Autowired Arrivals arrivals;
    @Autowired Undoing undoing;
    @Autowired Leads leads;
    @Autowired Cases cases;
    @Autowired Allocations allocations;
    @Autowired Actions actions;
    @Autowired Notes notes;
    @Autowired OwnWork work;
    @Autowired Closures closures;
    @Autowired People people;
    @Autowired OtherNames names;
    @Autowired Relations relations;
    @Autowired Messages messages;
    @Autowired Appointments appointments;
    @Autowired Accommodation accommodation;
    @Autowired Cohorts cohorts;
    @Autowired Enrolments enrolments;
    @Autowired Partners partners;
    @Autowired PartnerSupport support;
    @Autowired Crossings crossings;
    @Autowired JdbcClient sql;
    @Autowired TestClock clock;

    /** The town is everybody's: no case waits in its lists. */
    @AfterEach
    void leave() {
        clock.back();
        TestDatabase.asOwner("update casework.client_case set status = 'CLOSED', closed_at = now() where status <> 'CLOSED' and client_name like '%Acrosstest'");
    }

    @Test
    void whoever_is_moved_has_their_case_closed_and_locked_at_once_and_only_leads_open_it() throws Exception {
        Client client = client();
        UUID action = UUID.randomUUID();
        world.as(World.MINA, () -> actions.add(client.id, action, new Actions.Action(ActionAgency.POLICE, "Ask", World.MINA.worker(), TODAY), World.MINA));
        assertThat(status(World.MINA, client.path())).as("control").isEqualTo(200);
        assertThat(day(World.MINA)).as("control").contains(action);

        move(client, World.PRIYA);

        assertThat(status(World.MINA, client.path())).isEqualTo(404);
        assertThat(status(World.TOM, client.path() + "/timeline")).isEqualTo(404);
        assertThat(count(World.MINA, "select count(*) from casework.client_case where id = :id", client.id.id())).as("the database decides").isZero();
        assertThat(day(World.MINA)).doesNotContain(action);
        assertThat(desk.page(World.SAL, get(client.path())).select("main").text()).contains("Who harms whom was corrected", "locked", "nobody yet").doesNotContain("Reopen this case");
        assertThat(desk.page(World.PRIYA, get(client.path() + "/closure")).text()).contains("Who harms whom was corrected");
        assertThat(count(World.PRIYA, "select count(*) from casework.closure where case_id = :id and response_id is null and words is null", client.id.id())).as("nobody is asked how it was").isEqualTo(1);
        assertThatThrownBy(() -> world.as(World.SAL, () -> closures.reopen(client.id, "x", World.SAL))).as("no other way back").isInstanceOf(RuleBroken.class).hasMessageContaining("locked");
        assertThatThrownBy(() -> world.as(World.SAL, () -> allocations.allocate(client.id, give(World.TOM), World.SAL))).isInstanceOf(RuleBroken.class);
        assertThatThrownBy(() -> world.as(World.TOM, () -> cases.open(client.person, null, World.TOM))).as("and nothing new begins for them").isInstanceOf(RuleBroken.class).hasMessageContaining("corrected");
    }

    @Test
    void what_waits_to_leave_is_withdrawn_and_nobody_here_contacts_them_any_more() {
        Client client = client();
        world.as(World.MINA, () -> messages.textPerson(client.person, UUID.randomUUID(), "Hello", World.MINA));
        assertThat(outbox(client)).containsExactly("WAITING true");

        move(client, World.PRIYA);

        assertThat(outbox(client)).containsExactly("WITHDRAWN false");
        for (Channel channel : Channel.values()) assertThat(world.as(World.MINA, () -> people.mayContact(client.person, channel)).mayContact()).as(channel.name()).isFalse();
        assertThat(world.as(World.MINA, () -> people.mayContact(client.person, Channel.PHONE)).reason()).isEqualTo(Decision.Reason.MOVED);
        assertThatThrownBy(() -> world.as(World.MINA, () -> messages.textPerson(client.person, UUID.randomUUID(), "Hello", World.MINA))).isInstanceOf(RuleBroken.class);
    }

    @Test
    void appointments_to_come_are_called_off_and_whoever_is_out_alone_is_still_asked_for() {
        Client client = client();
        UUID ahead = appointment(client, clock.instant().plus(Duration.ofDays(2))), now = appointment(client, clock.instant().minusSeconds(600));
        assertThat(ahead(client)).anyMatch(line -> line.contains("out alone with them now")).anyMatch(line -> line.contains("One appointment to come is called off"));

        move(client, World.PRIYA);

        assertThat(world.as(World.PRIYA, () -> appointments.one(client.id, ahead)).status()).isEqualTo(AppointmentStatus.CANCELLED_BY_US);
        assertThat(world.as(World.PRIYA, () -> appointments.one(client.id, now)).status()).isEqualTo(AppointmentStatus.PLANNED);
        world.as(World.MINA, () -> appointments.safe(client.id, now, World.MINA));
        assertThat(world.as(World.PRIYA, () -> appointments.one(client.id, now)).safeAt()).as("they can say that they are back although they no longer find the case").isNotNull();
        assertThatThrownBy(() -> world.as(World.TOM, () -> appointments.safe(client.id, now, World.TOM))).isInstanceOf(NotFound.class);
    }

    @Test
    void a_search_for_a_safe_place_stops_and_goes_on_when_it_is_undone_and_a_place_they_live_in_is_somebodys_to_see_to_now() {
        Client client = client(), placed = client();
        UUID search = search(client), found = search(placed), place = UUID.randomUUID();
        world.as(World.MINA, () -> {
            accommodation.askedAt(placed.id, found, place, "Somewhere", World.MINA);
            accommodation.answered(placed.id, place, PlaceAnswer.OFFERED, null, World.MINA);
            accommodation.put(placed.id, found, RequestStatus.PLACED, World.MINA);
        });
        assertThat(ahead(client)).contains("The search for a safe place stops.");
        assertThat(ahead(placed)).anyMatch(line -> line.contains("Ring the place now"));

        UUID move = move(client, World.PRIYA);
        assertThat(searches(client)).containsExactly(RequestStatus.STOPPED);
        undo(move, World.PRIYA);
        assertThat(searches(client)).containsExactly(RequestStatus.OPEN);
        assertThat(world.as(World.MINA, () -> accommodation.open()).stream().map(one -> one.id())).contains(search);
    }

    @Test
    void who_harms_whom_turns_with_its_history_and_turns_back() {
        Client client = client();
        UUID other = around(client, RelationKind.EX_PARTNER, HarmRole.CAUSING_HARM), child = around(client, RelationKind.CHILD, HarmRole.HARMED), friend = around(client, RelationKind.FRIEND, HarmRole.HELPS);

        UUID move = move(client, World.PRIYA);
        assertThat(role(client, other)).isEqualTo(HarmRole.HARMED);
        assertThat(world.as(World.MINA, () -> relations.one(client.person, other)).judged()).satisfies(judged -> {
            assertThat(judged.certainty()).isEqualTo(Certainty.LIKELY);
            assertThat(judged.why()).isEqualTo("Two neighbours saw it");
            assertThat(judged.by()).isEqualTo(World.PRIYA.worker());
        });
        assertThat(role(client, child)).isEqualTo(HarmRole.HARMED);
        assertThat(role(client, friend)).isEqualTo(HarmRole.HELPS);
        assertThat(count(World.MINA, "select count(*) from people.relation_role where relation_id = :id", other)).as("history kept").isEqualTo(2);

        undo(move, World.PRIYA);
        assertThat(role(client, other)).isEqualTo(HarmRole.CAUSING_HARM);
        assertThat(world.as(World.MINA, () -> relations.one(client.person, other)).judged().why()).isEqualTo("They said so");
        assertThat(count(World.MINA, "select count(*) from people.relation_role where relation_id = :id", other)).isEqualTo(3);
    }

    @Test
    void a_participant_who_moves_makes_nobodys_child_one_who_harms_and_a_judgement_made_since_is_not_turned_back() {
        Client client = participant();
        UUID child = around(client, RelationKind.CHILD, HarmRole.HARMED), partner = around(client, RelationKind.PARTNER, HarmRole.HARMED);

        UUID move = move(client, World.KIT);
        assertThat(role(client, child)).isEqualTo(HarmRole.UNCLEAR);
        assertThat(role(client, partner)).isEqualTo(HarmRole.CAUSING_HARM);
        world.as(World.ROBIN, () -> relations.change(client.person, partner, new Relations.Around(RelationKind.PARTNER, LivesWith.NO, HarmRole.UNCLEAR, Certainty.SAID, "Since", ""), 1, World.ROBIN));
        undo(move, World.KIT);
        assertThat(role(client, partner)).isEqualTo(HarmRole.UNCLEAR);
        assertThat(role(client, child)).isEqualTo(HarmRole.HARMED);
    }

    @Test
    void a_participant_leaves_the_programme_their_place_is_free_and_partner_support_learns_that_they_left_and_nothing_else() {
        Client client = participant();
        UUID group = UUID.randomUUID(), pair = UUID.randomUUID();
        world.as(World.ROBIN, () -> {
            cohorts.make(new Cohorts.NewCohort(group, "Thursday", ForGender.ANYONE, "English", "Library", clock.instant().plus(Duration.ofDays(7)), 120, 1, World.ROBIN.worker(), World.KIT.worker(), List.of("One")), World.ROBIN);
            partners.name(client.id, new Partners.Named(pair, null, "Wren", "Acrosstest", Crossing.Kind.PARTNER, ""), World.ROBIN);
            enrolments.wait(client.id, false, World.ROBIN);
            enrolments.offer(client.id, group, clock.instant().plus(Duration.ofDays(7)), World.ROBIN);
            enrolments.accept(client.id, World.ROBIN);
        });
        world.as(World.BEA, () -> support.tried(pair, UUID.randomUUID(), Outcome.DECLINED, "", World.BEA));
        programme.ready(client.id, World.ROBIN);
        world.as(World.ROBIN, () -> enrolments.start(client.id, World.ROBIN));
        assertThat(ahead(client)).anyMatch(line -> line.contains("their place is free")).anyMatch(line -> line.contains("Partner support is told that they left, and nothing else"));

        UUID move = move(client, World.KIT);

        assertThat(world.as(World.KIT, () -> enrolments.of(client.id)).get(0).status()).isEqualTo(Status.LEFT);
        assertThat(world.as(World.KIT, () -> cohorts.one(group, World.KIT)).taken()).isZero();
        List<Crossing> news = world.as(World.BEA, () -> crossings.told(List.of(pair))).stream().map(Told::what).toList();
        assertThat(news).contains(new Crossing.Standing(pair, Crossing.Where.LEFT));
        assertThat(news).hasSize(3);
        undo(move, World.KIT);
        assertThat(world.as(World.ROBIN, () -> enrolments.current(client.id))).as("a place given away stays so").isEmpty();
        assertThat(world.as(World.ROBIN, () -> cases.facts(client.id)).status()).isEqualTo(CaseStatus.OPEN);
    }

    @Test
    void a_lead_is_told_when_partner_support_stands_beside_somebody_who_is_seen_to_harm() {
        UUID pair = UUID.randomUUID();
        Client his = participant();
        world.as(World.ROBIN, () -> partners.name(his.id, new Partners.Named(pair, null, "Oriel", "Acrosstest", Crossing.Kind.PARTNER, ""), World.ROBIN));
        CaseId hers = world.as(World.BEA, () -> support.open(pair, World.BEA));
        Client client = new Client(hers, world.as(World.BEA, () -> cases.facts(hers).person()));

        assertThat(ahead(client)).anyMatch(line -> line.contains("Partner support stands beside them"));
        int before = world.as(World.BEA, () -> crossings.told(List.of(pair))).size();
        move(client, World.PRIYA);
        assertThat(world.as(World.PRIYA, () -> crossings.told(List.of(pair)))).as("nothing is told by itself").hasSize(before);
    }

    @Test
    void the_other_side_takes_them_on_with_the_agreed_facts_and_not_a_word_more() throws Exception {
        Client client = client();
        world.as(World.MINA, () -> names.add(client.person, UUID.randomUUID(), "Wim", "Before", World.MINA));
        UUID move = move(client, World.PRIYA);
        String waiting = desk.page(World.KIT, get("/desk/corrections/" + move)).text();
        assertThat(waiting).contains("Rowan Acrosstest", "Wim Before", "they cause harm", "Said they would not let go", "Police, 12 November", "Take them on").doesNotContain("Two neighbours", "Marked-", client.path());

        String path = desk.send(World.KIT, post("/desk/corrections/" + move + "/acceptance").param("once", UUID.randomUUID().toString()).param("to", World.ROBIN.worker().id().toString())).getRedirectedUrl();
        CaseId there = new CaseId(UUID.fromString(path.substring(path.lastIndexOf('/') + 1)));

        PersonId person = world.as(World.ROBIN, () -> cases.facts(there).person());
        About about = world.as(World.ROBIN, () -> people.find(person)).orElseThrow().about();
        assertThat(about).isEqualTo(new About("Rowan", "Acrosstest", "Ro", LocalDate.of(1990, 3, 2), "they", "non-binary", "Polish", true, "", ""));
        assertThat(world.as(World.ROBIN, () -> names.of(person)).stream().map(OtherNames.OtherName::words)).containsExactly("Wim Before");
        assertThat(world.as(World.ROBIN, () -> people.safeContact(person))).isEqualTo(new SafeContact("+441632960391", null, Map.of(), "", "", "", true, "", null, null));
        assertThat(world.as(World.ROBIN, () -> people.mayContact(person, Channel.PHONE)).verdict()).as("ask again").isEqualTo(Decision.Verdict.ASK_FIRST);
        assertThat(world.as(World.ROBIN, () -> relations.everyone(person))).isEmpty();
        assertThat(world.as(World.ROBIN, () -> cases.facts(there))).satisfies(facts -> {
            assertThat(facts.status()).isEqualTo(CaseStatus.OPEN);
            assertThat(facts.worker()).isEqualTo(World.ROBIN.worker());
        });
        assertThat(desk.page(World.ROBIN, get("/desk/cases/" + there.id() + "/timeline")).text()).contains("Said they would not let go").doesNotContain("Two neighbours", "Priya", "Mina");
        assertThat(count(World.KIT, "select count(*) from correction.moved where id = :id and facts is null", move)).as("what was taken on is kept once").isEqualTo(1);
        assertThat(desk.page(World.PRIYA, get("/desk/corrections/" + move)).text()).contains("Taken on").doesNotContain("Kit", "Robin", there.id().toString());
        assertThat(desk.send(World.KIT, post("/desk/corrections/" + move + "/acceptance")).getRedirectedUrl()).as("pressed twice, the case is one").isEqualTo(path);
    }

    @Test
    void neither_side_reads_the_others_rows_and_what_goes_over_is_for_leads() {
        Client client = client();
        UUID move = move(client, World.PRIYA);
        for (Actor.Worker near : List.of(World.PRIYA, World.SAL, World.MINA)) assertThat(count(near, "select count(*) from correction.moved where id = :id", move)).as(near.toString()).isZero();
        for (Actor.Worker far : List.of(World.KIT, World.ROBIN)) assertThat(count(far, "select count(*) from correction.correction where id = :id", move)).as(far.toString()).isZero();
        assertThat(count(World.ROBIN, "select count(*) from correction.moved where id = :id", move)).isZero();
        assertThat(count(World.ASH, "select count(*) from correction.standing where id = :id", move)).isZero();
        assertThat(count(World.KIT, "select count(*) from correction.moved where id = :id", move)).as("control").isEqualTo(1);
        assertThatThrownBy(() -> world.as(World.PRIYA, () -> sql.sql("update correction.standing set state = 'ACCEPTED' where id = :id").param("id", move).update())).as("nobody takes on for the other side").isInstanceOf(DataAccessException.class).hasMessageContaining("not a step of this side");
        assertThatThrownBy(() -> world.as(World.KIT, () -> sql.sql("update correction.standing set state = 'UNDOING', undone_by = :me where id = :id").param("id", move).param("me", World.KIT.worker().id()).update())).isInstanceOf(DataAccessException.class);
    }

    @Test
    void whoever_worked_with_them_on_one_side_can_never_open_or_be_given_their_case_of_the_other() {
        Client client = client();
        UUID move = move(client, World.PRIYA);
        CaseId there = accept(move, null, World.KIT);
        Actor.Worker minaThere = across(World.MINA), priyaThere = across(World.PRIYA), kitHere = across(World.KIT), tomThere = across(World.TOM);

        for (Actor.Worker kept : List.of(minaThere, priyaThere)) assertThatThrownBy(() -> world.as(kept, () -> cases.facts(there))).as(kept.toString()).isInstanceOf(NotFound.class);
        assertThat(world.as(tomThere, () -> cases.facts(there)).id()).as("control: who never worked with them").isEqualTo(there);
        assertThatThrownBy(() -> world.as(kitHere, () -> cases.facts(client.id))).isInstanceOf(NotFound.class);
        TestDatabase.asOwner("update organisations.membership set side = 'CHANGE' where worker_id = '" + World.MINA.worker().id() + "'");
        try {
            assertThatThrownBy(() -> world.as(World.KIT, () -> allocations.allocate(there, give(World.MINA), World.KIT))).isInstanceOf(RuleBroken.class).hasMessageContaining("somebody else");
        } finally {
            TestDatabase.asOwner("update organisations.membership set side = 'SUPPORT' where worker_id = '" + World.MINA.worker().id() + "'");
        }
        UUID second = move(client(), World.PRIYA);
        assertThat(Acting.as(priyaThere, () -> arrivals.one(second, priyaThere))).as("and takes nobody on whom they moved").isEmpty();
    }

    @Test
    void an_undone_move_opens_the_case_as_it_was_and_closes_what_began_on_the_other_side() {
        Client client = client();
        UUID move = move(client, World.PRIYA);
        CaseId there = accept(move, World.ROBIN.worker(), World.KIT);
        world.as(World.ROBIN, () -> messages.waiting(client.person));
        clock.pass(Duration.ofDays(29));

        undo(move, World.SAL);

        assertThat(world.as(World.MINA, () -> cases.facts(client.id))).satisfies(facts -> {
            assertThat(facts.status()).isEqualTo(CaseStatus.OPEN);
            assertThat(facts.worker()).as("offered, not forced").isNull();
        });
        assertThat(world.as(World.MINA, () -> people.mayContact(client.person, Channel.PHONE)).reason()).isNotEqualTo(Decision.Reason.MOVED);
        assertThatThrownBy(() -> world.as(World.ROBIN, () -> cases.facts(there))).isInstanceOf(NotFound.class);
        assertThat(world.as(World.KIT, () -> cases.facts(there)).isClosed()).isTrue();
        assertThat(state(move)).isEqualTo(State.UNDONE);

        undo(move, World.SAL);
        assertThatThrownBy(() -> undo(move, World.PRIYA)).isInstanceOf(RuleBroken.class).hasMessageContaining("undone this already");
        UUID again = move(client, World.PRIYA);
        assertThat(accept(again, null, World.KIT)).as("the record they had there opens again").isEqualTo(there);
        assertThat(world.as(World.ROBIN, () -> cases.facts(there)).status()).isEqualTo(CaseStatus.OPEN);
    }

    @Test
    void after_thirty_days_the_other_side_moves_them_back_but_whom_nobody_took_on_is_never_stuck() {
        Client client = client(), waiting = client();
        UUID move = move(client, World.PRIYA), owed = move(waiting, World.PRIYA);
        CaseId there = accept(move, null, World.KIT);
        clock.pass(Duration.ofDays(31));

        assertThatThrownBy(() -> undo(move, World.PRIYA)).isInstanceOf(RuleBroken.class).hasMessageContaining("more than 30 days");
        undo(owed, World.PRIYA);
        assertThat(world.as(World.MINA, () -> cases.facts(waiting.id)).status()).isEqualTo(CaseStatus.OPEN);

        UUID back = move(new Client(there, world.as(World.KIT, () -> cases.facts(there).person())), LEE);
        assertThat(accept(back, null, World.SAL)).as("their old case opens again").isEqualTo(client.id);
        assertThatThrownBy(() -> undo(move, World.PRIYA)).isInstanceOf(RuleBroken.class).hasMessageContaining("moved again since");
    }

    @Test
    void the_other_side_says_no_and_only_a_word_of_it_comes_back() throws Exception {
        UUID move = move(client(), World.PRIYA);
        Document empty = desk.page(World.KIT, post("/desk/corrections/" + move + "/refusal").param("words", "Kept text"));
        assertThat(empty.selectFirst("#because-error").text()).contains("Choose why");
        assertThat(empty.selectFirst("#words").val()).isEqualTo("Kept text");
        desk.send(World.KIT, post("/desk/corrections/" + move + "/refusal").param("because", "LOOK_AGAIN").param("words", "MARKED-what-we-know"));

        assertThat(desk.page(World.PRIYA, get("/desk/corrections/" + move)).text()).contains("Look again at who harms whom", "They are with nobody").doesNotContain("MARKED");
        assertThat(desk.page(World.KIT, get("/desk/corrections/" + move)).text()).contains("MARKED-what-we-know").doesNotContain("Said they would not let go");
        assertThatThrownBy(() -> accept(move, null, World.KIT)).isInstanceOf(RuleBroken.class);
        undo(move, World.PRIYA);
        assertThat(state(move)).isEqualTo(State.UNDONE);
    }

    @Test
    void of_two_leads_and_two_presses_one_moves_and_one_decides() throws Exception {
        Client client = client();
        UUID press = UUID.randomUUID();
        List<String> moved = together(() -> tries(() -> corrections.move(client.person, press, SAID, World.PRIYA), World.PRIYA), () -> tries(() -> corrections.move(client.person, press, SAID, World.PRIYA), World.PRIYA), () -> tries(() -> corrections.move(client.person, UUID.randomUUID(), SAID, World.SAL), World.SAL));
        assertThat(count(World.PRIYA, "select count(*) from correction.correction where person_id = :id", client.person.id())).as(moved.toString()).isEqualTo(1);

        UUID move = world.as(World.PRIYA, () -> sql.sql("select id from correction.correction where person_id = :id").param("id", client.person.id()).query(UUID.class).single());
        together(() -> tries(() -> arrivals.accept(move, null, UUID.randomUUID(), World.KIT), World.KIT), () -> tries(() -> arrivals.refuse(move, RefusedBecause.NOT_OUR_WORK, "x", LEE), LEE), () -> tries(() -> undoing.undo(move, "x", World.SAL), World.SAL));
        assertThat(openOn(client)).hasSizeLessThanOrEqualTo(1);
        Acting.as(World.SAL, () -> undoing.finish(move, DemoTown.HARBOUR_HOUSE, World.SAL));
        assertThat(state(move)).isIn(State.ACCEPTED, State.REFUSED, State.UNDONE);
        assertThat(openOn(client)).hasSize(state(move) == State.REFUSED ? 0 : 1);
    }

    @Test
    void an_undo_that_was_interrupted_is_finished_by_the_house_and_nothing_is_open_on_both_sides_meanwhile() {
        Client client = client();
        UUID move = move(client, World.PRIYA);
        accept(move, null, World.KIT);
        world.as(World.PRIYA, () -> sql.sql("update correction.standing set state = 'UNDOING', undone_by = :me where id = :id").param("id", move).param("me", World.PRIYA.worker().id()).update());
        world.as(World.PRIYA, () -> sql.sql("update correction.correction set undo_why = :why, undone_at = now() where id = :id").param("why", TestDatabase.SEAL.close("x", "correction.correction.undo_why", move)).param("id", move).update());
        assertThat(openOn(client)).containsExactly(Side.CHANGE);

        Actor.Job job = new Actor.Job(DemoTown.HARBOUR_HOUSE, Undoing.JOB);
        undoing.finish(move, DemoTown.HARBOUR_HOUSE, job);
        undoing.finish(move, DemoTown.HARBOUR_HOUSE, job);
        assertThat(openOn(client)).containsExactly(Side.SUPPORT);
    }

    @Test
    void somebody_is_asked_again_each_day_as_long_as_nobody_takes_them_on() {
        UUID move = move(client(), World.PRIYA);
        Actor.Job job = new Actor.Job(DemoTown.HARBOUR_HOUSE, Leads.WAITS);
        assertThat(Acting.as(job, () -> leads.remind(move, DemoTown.HARBOUR_HOUSE))).contains(clock.instant().plus(Leads.TAKEN_ON_WITHIN));
        accept(move, null, World.KIT);
        assertThat(Acting.as(job, () -> leads.remind(move, DemoTown.HARBOUR_HOUSE))).isEmpty();
    }

    @Test
    void the_page_says_all_that_follows_before_it_does_and_moves_nobody_without_a_reason_a_child_or_for_another_worker() throws Exception {
        Client client = client();
        around(client, RelationKind.EX_PARTNER, HarmRole.CAUSING_HARM);
        around(client, RelationKind.CHILD, HarmRole.NOT_SAID);
        String path = "/desk/people/" + client.person.id() + "/correction";
        assertThat(desk.page(World.PRIYA, get(client.path())).select("a[href=" + path + "]")).hasSize(1);
        assertThat(desk.page(World.MINA, get(client.path())).select("a[href=" + path + "]")).isEmpty();
        for (Actor.Worker other : List.of(World.MINA, World.TOM, World.JO, World.BEA, World.KIT, World.ALEX, World.NIA)) assertThat(status(other, path)).as(other.toString()).isEqualTo(404);

        assertThat(desk.page(World.PRIYA, get(path)).select("main").text()).contains("it is Ro Acrosstest", "closes and is locked", "The contact rules say no", "Kin EX_PARTNER", "The other person may be on the wrong side too", "Children never move", "30 days");
        Document refused = desk.page(World.PRIYA, post(path).param("once", UUID.randomUUID().toString()).param("danger", "Kept text"));
        assertThat(refused.select(".govuk-error-summary li").eachText()).containsExactly("Choose how sure you are", "Say why", "Read what follows, then tick the box");
        assertThat(refused.selectFirst("#danger").val()).isEqualTo("Kept text");
        assertThat(status(World.MINA, client.path())).isEqualTo(200);

        UUID once = UUID.randomUUID();
        for (int press = 0; press < 2; press++) assertThat(desk.send(World.PRIYA, post(path).param("once", once.toString()).param("certainty", "CLEAR").param("why", "x").param("seen", "yes")).getRedirectedUrl()).isEqualTo("/desk/corrections/" + once);
        assertThat(desk.page(World.PRIYA, get(path)).text()).contains("Somebody has moved them already");
        assertThat(desk.page(World.PRIYA, get("/desk/corrections")).text()).contains("Ro Acrosstest", "With nobody");
        assertThat(desk.page(World.KIT, get("/desk/corrections")).select("a[href=/desk/corrections/" + once + "]")).hasSize(1);
        assertThat(count(World.PRIYA, "select count(*) from audit.entry where subject_id = :id and detail = 'moved across the wall'", client.person.id())).isEqualTo(1);

        PersonId child = world.as(World.MINA, () -> people.record(new NewPerson(Side.SUPPORT, About.named("Kid", "Acrosstest").bornOn(LocalDate.of(2010, 1, 1))), World.MINA));
        world.as(World.MINA, () -> cases.open(child, null, World.MINA));
        assertThat(desk.page(World.PRIYA, get("/desk/people/" + child.id() + "/correction")).select("main").text()).contains("They are under 18").doesNotContain("How sure are you");
        assertThatThrownBy(() -> Acting.as(World.PRIYA, () -> corrections.move(child, UUID.randomUUID(), SAID, World.PRIYA))).isInstanceOf(RuleBroken.class);
    }

    @Test
    void whatever_leads_of_both_sides_do_in_whatever_order_nobody_is_open_on_both_sides_known_to_one_worker_from_both_or_lost() {
        Random random = new Random(20261122);
        List<Actor.Worker> near = List.of(World.PRIYA, World.SAL), far = List.of(World.KIT, LEE);
        int accepted = 0, undone = 0, back = 0;
        for (int life = 0; life < 14; life++) {
            Client client = client();
            List<UUID> away = new ArrayList<>(), returned = new ArrayList<>();
            List<CaseId> there = new ArrayList<>();
            for (int step = 0; step < 14; step++) {
                Actor.Worker here = near.get(random.nextInt(2)), over = far.get(random.nextInt(2));
                try {
                    switch (random.nextInt(9)) {
                        case 0, 1 -> away.add(move(client, here));
                        case 2, 3 -> {
                            if (away.isEmpty()) continue;
                            CaseId taken = accept(any(away, random), random.nextBoolean() ? World.ROBIN.worker() : null, over);
                            if (!there.contains(taken)) there.add(taken);
                            accepted++;
                        }
                        case 4 -> {
                            if (!away.isEmpty()) Acting.as(over, () -> arrivals.refuse(any(away, random), RefusedBecause.LOOK_AGAIN, "x", over));
                        }
                        case 5 -> {
                            if (away.isEmpty()) continue;
                            undo(any(away, random), here);
                            undone++;
                        }
                        case 6 -> {
                            if (!there.isEmpty()) returned.add(move(new Client(there.get(0), world.as(over, () -> cases.facts(there.get(0)).person())), over));
                        }
                        case 7 -> {
                            if (returned.isEmpty()) continue;
                            assertThat(accept(any(returned, random), null, here)).isEqualTo(client.id);
                            back++;
                        }
                        default -> {
                            if (!returned.isEmpty()) undo(any(returned, random), over);
                        }
                    }
                } catch (RuleBroken | NotFound refused) {
                    // What is refused changes nothing: that is looked at below.
                }
                assertThat(openOn(client)).as("life %d step %d", life, step).hasSizeLessThanOrEqualTo(1);
                assertThat(there).as("one record over there, however often they come and go").hasSizeLessThanOrEqualTo(1);
                if (openOn(client).isEmpty()) assertThat(owed(away, World.PRIYA) || owed(returned, LEE)).as("life %d step %d: with nobody, and nobody sees it", life, step).isTrue();
                for (Actor.Worker worker : List.of(World.MINA, World.PRIYA, World.SAL, World.KIT, World.ROBIN, LEE)) {
                    boolean both = !there.isEmpty() && sees(worker, Side.SUPPORT, client.id) && sees(worker, Side.CHANGE, there.get(0)) && touched(worker, client, there.get(0));
                    assertThat(both).as("life %d step %d %s", life, step, worker).isFalse();
                }
            }
            assertThat(count(somebodyElse(), "select count(*) from casework.client_case where id = :id", client.id.id())).as("no record is lost").isEqualTo(1);
        }
        assertThat(List.of(accepted, undone, back)).as("control: these things did happen").allMatch(times -> times > 0);
    }

    // ---- the town

    private record Client(CaseId id, PersonId person) {
        String path() {
            return "/desk/cases/" + id.id();
        }
    }

    private Client client() {
        return world.as(World.SAL, () -> {
            PersonId person = people.record(new NewPerson(Side.SUPPORT, new About("Rowan", "Acrosstest", "Ro", LocalDate.of(1990, 3, 2), "they", "non-binary", "Polish", true, "Marked-needs", "Marked-notes"), REACHABLE), World.SAL);
            CaseId id = cases.open(person, null, World.SAL);
            cases.accept(id, World.SAL);
            allocations.allocate(id, give(World.MINA), World.SAL);
            return new Client(id, person);
        });
    }

    private Client participant() {
        return world.as(World.ROBIN, () -> {
            PersonId person = people.record(new NewPerson(Side.CHANGE, About.named("Corin", "Acrosstest")), World.ROBIN);
            CaseId id = cases.open(person, null, World.ROBIN);
            cases.accept(id, World.ROBIN);
            return new Client(id, person);
        });
    }

    private static Allocate give(Actor.Worker to) {
        return new Allocate(UUID.randomUUID(), to.worker(), null, null, null, null);
    }

    private static Actor.Worker across(Actor.Worker worker) {
        return new Actor.Worker(worker.worker(), worker.organisation(), worker.side().other(), Set.of(Role.SAFEGUARDING_LEAD, Role.MANAGER));
    }

    private static Actor.Worker somebodyElse() {
        return new Actor.Worker(new WorkerId(UUID.randomUUID()), DemoTown.HARBOUR_HOUSE, Side.SUPPORT, Set.of(Role.SAFEGUARDING_LEAD));
    }

    private UUID move(Client client, Actor.Worker me) {
        UUID id = UUID.randomUUID();
        Acting.as(me, () -> corrections.move(client.person, id, SAID, me));
        return id;
    }

    private CaseId accept(UUID move, WorkerId to, Actor.Worker me) {
        return Acting.as(me, () -> arrivals.accept(move, to, UUID.randomUUID(), me));
    }

    private void undo(UUID move, Actor.Worker me) {
        Acting.as(me, () -> undoing.undo(move, "It was right before", me));
    }

    private List<String> ahead(Client client) {
        Actor.Worker lead = world.as(World.KIT, () -> people.find(client.person)).isPresent() ? World.KIT : World.PRIYA;
        return Acting.as(lead, () -> corrections.ahead(client.person, lead)).consequences().stream().map(one -> one.words()).toList();
    }

    private State state(UUID move) {
        return State.valueOf(world.as(World.PRIYA, () -> sql.sql("select state from correction.standing where id = :id").param("id", move).query(String.class).single()));
    }

    /** On which sides a case of theirs is open, once for each. */
    private List<Side> openOn(Client client) {
        List<Side> open = new ArrayList<>();
        UUID pair = asJob(Side.SUPPORT, () -> sql.sql("select pair_id from casework.client_case where id = :id").param("id", client.id.id()).query((row, number) -> Optional.ofNullable(row.getObject(1, UUID.class))).single()).orElse(client.id.id());
        for (Side side : Side.values()) {
            int cases = asJob(side, () -> sql.sql("select count(*) from casework.client_case where (pair_id = :pair or id = :id) and status <> 'CLOSED'").param("pair", pair).param("id", client.id.id()).query(Integer.class).single());
            for (int one = 0; one < cases; one++) open.add(side);
        }
        return open;
    }

    private <T> T asJob(Side side, Supplier<T> look) {
        return world.as(new Actor.Job(DemoTown.HARBOUR_HOUSE, "erase", side), look);
    }

    private boolean owed(List<UUID> moves, Actor.Worker me) {
        return Acting.as(me, () -> corrections.away(me)).stream().anyMatch(move -> moves.contains(move.id()) && move.isOwed());
    }

    private boolean sees(Actor.Worker worker, Side side, CaseId id) {
        Actor.Worker there = new Actor.Worker(worker.worker(), worker.organisation(), side, Set.of(Role.SAFEGUARDING_LEAD, Role.MANAGER));
        return count(there, "select count(*) from casework.client_case where id = :id", id.id()) == 1;
    }

    /** Whether this worker did anything with them on either side: those who did not are not kept from anything. */
    private boolean touched(Actor.Worker worker, Client client, CaseId there) {
        return Set.of(Side.SUPPORT, Side.CHANGE).stream().anyMatch(side -> asJob(side, () -> sql.sql("select exists (select from casework.moment where case_id = any (:ids) and worker_id = :me and kind <> 'CASE') or exists (select from casework.allocation where case_id = any (:ids) and to_id = :me)")
                .param("ids", new UUID[] {client.id.id(), there.id()}).param("me", worker.worker().id()).query(Boolean.class).single())
                || asJob(side, () -> sql.sql("select exists (select from correction.correction where person_id = :person and made_by = :me) or exists (select from correction.moved where case_id = any (:ids) and decided_by = :me)")
                .param("person", client.person.id()).param("ids", new UUID[] {client.id.id(), there.id()}).param("me", worker.worker().id()).query(Boolean.class).single()));
    }

    private static <T> T any(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }

    private UUID around(Client client, RelationKind kind, HarmRole role) {
        Actor.Worker me = world.as(World.ROBIN, () -> people.find(client.person)).isPresent() ? World.ROBIN : World.MINA;
        return world.as(me, () -> relations.add(client.person, About.named("Kin " + kind, "Beside"), new Relations.Around(kind, LivesWith.NO, role, Certainty.SAID, "They said so", ""), me));
    }

    private HarmRole role(Client client, UUID relation) {
        Actor.Worker me = world.as(World.ROBIN, () -> people.find(client.person)).isPresent() ? World.ROBIN : World.MINA;
        return world.as(me, () -> relations.one(client.person, relation)).judged().role();
    }

    private UUID appointment(Client client, Instant at) {
        UUID id = UUID.randomUUID();
        world.as(World.MINA, () -> appointments.make(client.id, id, new Plan(World.MINA.worker(), at, 60, Venue.OUR_OFFICE, "", Interpreter.NOT_NEEDED, false, true), World.MINA));
        return id;
    }

    private UUID search(Client client) {
        UUID id = UUID.randomUUID();
        world.as(World.MINA, () -> accommodation.ask(client.id, id, new Household(Set.of(SpaceKind.REFUGE), TODAY, 1, Set.of(), CountedAs.NOT_SAID, Funds.WORK, "", "", ""), World.MINA));
        return id;
    }

    private List<RequestStatus> searches(Client client) {
        return world.as(World.PRIYA, () -> accommodation.of(client.id)).stream().map(one -> one.status()).toList();
    }

    private List<UUID> day(Actor.Worker me) {
        return world.as(me, () -> work.until(TODAY.plusDays(7), me)).actions().stream().map(OwnWork.OwedAction::id).toList();
    }

    private List<String> outbox(Client client) {
        return world.as(World.PRIYA, () -> sql.sql("select state || ' ' || (body is not null) from messages.outbox where person_id = :id").param("id", client.person.id()).query(String.class).list());
    }

    private int count(Actor who, String query, UUID id) {
        return world.as(who, () -> sql.sql(query).param("id", id).query(Integer.class).single());
    }

    private String tries(Runnable what, Actor.Worker me) {
        try {
            Acting.as(me, what);
            return "done";
        } catch (RuleBroken | NotFound refused) {
            return refused.toString();
        }
    }

    @SafeVarargs
    private static List<String> together(Callable<String>... all) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(all.length);
        try {
            List<String> said = new ArrayList<>();
            for (Future<String> one : pool.invokeAll(List.of(all))) said.add(one.get());
            return said;
        } finally {
            pool.shutdown();
        }
    }

    private int status(Actor.Worker who, String path) throws Exception {
        return desk.send(who, get(path)).getStatus();
    }
}
