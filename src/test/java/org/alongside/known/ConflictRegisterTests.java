package org.alongside.known;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.alongside.AlongsideTest;
import org.alongside.TestDatabase;
import org.alongside.World;
import org.alongside.access.Actor;
import org.alongside.access.Role;
import org.alongside.casework.Allocate;
import org.alongside.casework.Allocations;
import org.alongside.casework.Callers;
import org.alongside.casework.CaseId;
import org.alongside.casework.Cases;
import org.alongside.casework.ClosureReason;
import org.alongside.casework.Closures;
import org.alongside.matching.Identity;
import org.alongside.matching.WorkerFacts;
import org.alongside.people.About;
import org.alongside.people.AddressKind;
import org.alongside.people.Addresses;
import org.alongside.people.Certainty;
import org.alongside.people.HarmRole;
import org.alongside.people.LivesWith;
import org.alongside.people.NewAddress;
import org.alongside.people.NewPerson;
import org.alongside.people.OtherNames;
import org.alongside.people.People;
import org.alongside.people.PersonId;
import org.alongside.people.RelationKind;
import org.alongside.people.Relations;
import org.alongside.people.SafeContact;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Side;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/**
 * Conflicts of every kind, planted among everybody else: none is there for the worker who knows somebody in it, by any way in, and no answer says so by its status, its length,
 * its headers or its time. {@code bin/drill conflict} plants 300; here it is a few of each kind, always the same.
 */
@AlongsideTest
class ConflictRegisterTests {
    private static final int PLANTED = Integer.getInteger("alongside.conflicts", 28);
    /** Pairs of one answer about somebody who is there and one about nobody: so many that chance alone brings the classifier near 0.5. */
    private static final int PAIRS = 3000;
    private static final double MOST = 0.55;
    private static final LocalDate BORN = LocalDate.of(1988, 3, 2);

    @Autowired MockMvc mvc;
    @Autowired World world;
    @Autowired KnownPeople known;
    @Autowired WorkerFacts facts;
    @Autowired People people;
    @Autowired Relations relations;
    @Autowired Addresses addresses;
    @Autowired OtherNames otherNames;
    @Autowired Cases cases;
    @Autowired Allocations allocations;
    @Autowired Closures closures;
    @Autowired Callers callers;
    @Autowired JdbcClient sql;
    private final Random random = new Random(20261122);
    private final List<CaseId> made = new ArrayList<>();
    private Actor.Worker worker;
    private int numbers;

    @BeforeEach
    void come() {
        worker = world.hire(Side.SUPPORT, "Ansel Registertest", Role.SUPPORT_WORKER, Role.DUTY, Role.MANAGER);
    }

    @AfterEach
    void go() {
        world.leave(worker);
        made.forEach(id -> TestDatabase.asOwner("update casework.client_case set status = 'CLOSED', closed_at = now(), worker_id = '" + World.MINA.worker().id() + "' where id = '" + id.id() + "' and side = 'SUPPORT' and status <> 'CLOSED'"));
    }

    /** How a worker may know somebody. Each is planted the same number of times. */
    private enum Kind { NAME_AND_BIRTH, NAME_AND_PHONE, SAME_ADDRESS, SURNAME_AND_PHONE, EMERGENCY_CONTACT, OWN_ADDRESS, MAIDEN_NAME, RELATIVE_OF_CLIENT, NAMED_AS_HARMING, NAME_ALONE, CLOSED_CASE, SAID_BEFORE, NUMBER_CAME_LATER, SECOND_CASE }

    private record Planted(Kind kind, CaseId id, PersonId client, String given, String family, String phone, String reference) {}

    @Test
    void whoever_a_worker_knows_is_not_there_for_them_by_any_way_in() throws Exception {
        List<Planted> all = plantAll();
        List<Planted> others = IntStream.range(0, 5).mapToObj(one -> plant(null)).toList();
        Set<String> kinds = all.stream().map(one -> one.kind.name()).collect(Collectors.toSet());
        assertThat(kinds).hasSize(Kind.values().length);

        List<String> opened = new ArrayList<>();
        for (Planted one : all) for (Map.Entry<String, MockHttpServletRequestBuilder> way : ways(one).entrySet()) {
            MockHttpServletResponse answer = answer(way.getValue());
            if (answer.getStatus() != 404) opened.add(one.kind + " " + way.getKey() + " " + answer.getStatus());
        }
        for (Map.Entry<String, String> list : lists(all).entrySet()) all.stream().filter(one -> list.getValue().contains(one.family) || list.getValue().contains(one.id.id().toString()) || list.getValue().contains(one.client.id().toString()) || list.getValue().contains(one.reference))
                .forEach(one -> opened.add(one.kind + " in " + list.getKey()));
        for (Planted one : all) for (String typed : List.of(one.reference, one.given + " " + one.family, one.phone.isEmpty() ? one.reference : one.phone)) {
            if (world.as(worker, () -> callers.find(typed, worker)).isPresent()) opened.add(one.kind + " in an emergency by " + typed);
        }
        assertThat(opened).isEmpty();
        assertThat(world.as(worker, () -> callers.find(others.get(0).reference, worker))).as("control: in an emergency everybody else is found").contains(others.get(0).id);
        for (Planted one : others) assertThat(answer(get("/desk/cases/" + one.id.id())).getStatus()).as("control: everybody else is there").isEqualTo(200);
        assertThat(answer(search(others.get(0))).getContentAsString()).as("control: searches find").contains(others.get(0).client.id().toString());
        assertThat(waiting(World.PRIYA)).as("the lead is told of each, silently").containsAll(all.stream().filter(one -> one.kind != Kind.SECOND_CASE).map(one -> one.id.id()).toList());
        assertThat(waiting(worker)).as("and the worker of none").isEmpty();
    }

    @Test
    void a_hit_is_answered_like_nobody_in_status_length_headers_and_words() throws Exception {
        List<Planted> all = plantAll();

        for (Planted one : all) for (String page : List.of("", "/timeline", "/contacts", "/needs", "/actions", "/allocation", "/closure")) {
            same(get("/desk/cases/" + one.id.id() + page), get("/desk/cases/" + UUID.randomUUID() + page));
        }
        for (Planted one : all) {
            same(get("/desk/people/" + one.client.id()), get("/desk/people/" + UUID.randomUUID()));
            same(post("/desk/cases/" + one.id.id() + "/notes").param("words", "x"), post("/desk/cases/" + UUID.randomUUID() + "/notes").param("words", "x"));
        }
        MockHttpServletResponse mina = mvc.perform(get("/desk/cases/" + all.get(0).id.id()).with(world.signedIn(World.MINA))).andReturn().getResponse();
        assertThat(mina.getContentAsByteArray().length).as("control: an answer that leaks differs in length").isNotEqualTo(answer(get("/desk/cases/" + UUID.randomUUID())).getContentAsByteArray().length);
    }

    /** Time is measured in the drill only: on a busy machine it says nothing. */
    @Test
    @EnabledIfSystemProperty(named = "alongside.conflicts", matches = "\\d{3,}")
    void the_time_of_an_answer_does_not_say_who_is_known_and_the_classifier_sees_a_leak_when_there_is_one() throws Exception {
        List<Planted> all = plantAll();
        List<double[]> fair = timed(all, leak -> {}), leaking = timed(all, leak -> world.as(worker, () -> sql.sql("select count(*) from casework.client_case where organisation_id = access.organisation() and side = access.side()").query(Integer.class).single()));
        double auc = auc(fair), control = auc(leaking);
        LoggerFactory.getLogger(ConflictRegisterTests.class).warn("Conflicts: {}, pairs: {}, AUC {}, with one query more {}", PLANTED, PAIRS, auc, control);

        assertThat(control).as("control: one query more is noticed").isGreaterThan(0.6);
        assertThat(auc).isLessThanOrEqualTo(MOST);
    }

    @Test
    void what_a_worker_says_is_answered_alike_whether_it_is_somebody_here_or_nobody() throws Exception {
        Planted here = plant(null);
        MockHttpServletResponse hit = answer(said(here.given, here.family, here.phone)), nobody = answer(said("Nobody", here.family + "x", ""));

        assertThat(hit.getStatus()).isEqualTo(nobody.getStatus()).isEqualTo(302);
        assertThat(hit.getHeaderNames().stream().collect(Collectors.toMap(name -> name, hit::getHeaders))).isEqualTo(nobody.getHeaderNames().stream().collect(Collectors.toMap(name -> name, nobody::getHeaders)));
        assertThat(hit.getContentAsString()).isEqualTo(nobody.getContentAsString());
        assertThat(answer(get("/desk/cases/" + here.id.id())).getStatus()).isEqualTo(404);
        long began = System.nanoTime();
        answer(said("Nobody", here.family + "y", ""));
        assertThat(System.nanoTime() - began).as("every answer takes whole quarters of a second").isGreaterThanOrEqualTo(240_000_000L);
    }

    @Test
    void without_the_guard_the_case_opens() throws Exception {
        Planted one = plant(Kind.NAME_AND_BIRTH);
        assertThat(answer(get("/desk/cases/" + one.id.id())).getStatus()).isEqualTo(404);

        TestDatabase.asOwner("update matching.apart set let_go_at = now() where worker_id = '" + worker.worker().id() + "'");

        assertThat(answer(get("/desk/cases/" + one.id.id())).getStatus()).as("control").isEqualTo(200);
    }

    @Test
    void lists_and_searches_are_answered_from_their_indexes_as_before() {
        Map<String, String> lists = Map.of(
                "client_case_open", "select c.id from casework.client_case c where c.organisation_id = access.organisation() and c.side = access.side() and c.status <> 'CLOSED' order by c.opened_at desc, c.id desc limit 50",
                "person_by_", "select p.id from people.person p where p.organisation_id = access.organisation() and p.side = access.side() and p.family_key = 'x' and p.given_key = 'y'",
                "person_by_phone", "select p.id from people.person p where p.organisation_id = access.organisation() and p.side = access.side() and p.phone_key = 'x'",
                "referral_inbox", "select id from referral.referral where organisation_id = access.organisation() and side = access.side() and status = 'RECEIVED' order by danger_rank, received_at, id limit 50");

        lists.forEach((index, list) -> assertThat(world.as(World.MINA, () -> {
            sql.sql("set local enable_seqscan = off").update();
            sql.sql("set local enable_bitmapscan = off").update();
            sql.sql("set local enable_sort = off").update();
            return String.join("\n", sql.sql("explain " + list).query(String.class).list());
        })).contains(index).contains("Index Cond").contains("InitPlan").doesNotContain("Sort"));
    }

    @Test
    void nobody_is_given_the_case_of_somebody_they_know_and_the_manager_sees_no_reason() throws Exception {
        Planted one = plant(Kind.NAME_AND_BIRTH), other = plant(null);

        String page = mvc.perform(get("/desk/cases/" + one.id.id() + "/allocation").with(world.signedIn(World.SAL))).andReturn().getResponse().getContentAsString();
        assertThat(page).doesNotContain(worker.worker().id().toString()).contains(World.TOM.worker().id().toString());
        assertThat(mvc.perform(get("/desk/cases/" + other.id.id() + "/allocation").with(world.signedIn(World.SAL))).andReturn().getResponse().getContentAsString()).as("control").contains(worker.worker().id().toString());
        for (Actor.Worker giver : List.of(World.SAL, World.TOM)) {
            assertThat(refusal(() -> allocations.allocate(one.id, new Allocate(UUID.randomUUID(), worker.worker(), null, null, null, null), giver), giver))
                    .isEqualTo(refusal(() -> allocations.allocate(one.id, new Allocate(UUID.randomUUID(), World.ROBIN.worker(), null, null, null, null), giver), giver)).isNotEmpty();
        }
    }

    private String refusal(Runnable giving, Actor.Worker giver) {
        try {
            world.as(giver, giving);
            return "";
        } catch (RuleBroken refused) {
            return refused.getMessage();
        }
    }

    private List<Planted> plantAll() {
        return IntStream.range(0, PLANTED).mapToObj(number -> plant(Kind.values()[number % Kind.values().length])).toList();
    }

    /** A case of somebody made up, whom the worker knows in this way, or not at all. */
    private Planted plant(Kind kind) {
        String family = "Vrill" + letters(), given = "Odo" + letters(), house = random.nextInt(9000) + 1 + letters() + " House", postcode = "WM1 2AB";
        boolean saidBefore = kind == Kind.SAID_BEFORE, later = kind == Kind.NUMBER_CAME_LATER;
        boolean byPhone = kind != null && Set.of(Kind.NAME_AND_PHONE, Kind.SURNAME_AND_PHONE, Kind.EMERGENCY_CONTACT, Kind.NUMBER_CAME_LATER).contains(kind);
        String number = byPhone || kind == null ? phone() : "";
        if (saidBefore) say(given, family, BORN, "", "", "");
        if (later) say("Somebody", family, null, number, "", "");
        PersonId client = world.as(World.MINA, () -> people.record(new NewPerson(Side.SUPPORT, About.named(given, family).bornOn(kind == Kind.NAME_ALONE ? null : BORN)), World.MINA));
        CaseId id = world.as(World.MINA, () -> {
            CaseId opened = cases.open(client, null, World.MINA);
            cases.accept(opened, World.MINA);
            return opened;
        });
        made.add(id);
        world.as(World.MINA, () -> {
            allocations.allocate(id, new Allocate(UUID.randomUUID(), World.MINA.worker(), null, null, null, null), World.MINA);
            if (!number.isEmpty()) people.record(client, new SafeContact(number, null, Map.of(), "", "", "", true, "", null, null), World.MINA);
            if (kind == Kind.SAME_ADDRESS || kind == Kind.OWN_ADDRESS) addresses.record(client, new NewAddress(AddressKind.HOME, house, postcode, "", false, false), World.MINA);
            if (kind == Kind.MAIDEN_NAME) otherNames.add(client, UUID.randomUUID(), given, family + "born", World.MINA);
            if (kind == Kind.RELATIVE_OF_CLIENT) relations.add(client, About.named("Sister", family + "sib").bornOn(BORN), new Relations.Around(RelationKind.SIBLING, LivesWith.NO, HarmRole.NOT_SAID, Certainty.SAID, "", ""), World.MINA);
            if (kind == Kind.NAMED_AS_HARMING) relations.add(client, About.named("Former", family + "ex"), new Relations.Around(RelationKind.EX_PARTNER, LivesWith.NO, HarmRole.CAUSING_HARM, Certainty.SAID, "x", ""), World.MINA);
        });
        if (kind == Kind.CLOSED_CASE) {
            world.as(World.MINA, () -> closures.close(id, new Closures.Closure(UUID.randomUUID(), ClosureReason.FINISHED, null, List.of(), Closures.Feedback.NONE), World.MINA));
            forgetClosed();
        }
        if (kind != null) switch (kind) {
            case NAME_AND_BIRTH, CLOSED_CASE, SECOND_CASE -> say(given, family, BORN, "", "", "");
            case NAME_AND_PHONE -> say(given, family, null, number, "", "");
            case SURNAME_AND_PHONE -> say("Somebody", family, null, number, "", "");
            case SAME_ADDRESS -> say("Somebody", "Else", LocalDate.of(1950, 1, 1), "", house, postcode);
            case EMERGENCY_CONTACT -> world.as(worker, () -> facts.keep(Identity.of(null, null, null, null, null, null), number, worker));
            case OWN_ADDRESS -> world.as(worker, () -> facts.keep(Identity.of(null, null, null, null, house, postcode), "", worker));
            case MAIDEN_NAME -> say(given, family + "born", BORN, "", "", "");
            case RELATIVE_OF_CLIENT -> say("Sister", family + "sib", BORN, "", "", "");
            case NAMED_AS_HARMING -> say("Former", family + "ex", LocalDate.of(1980, 1, 1), "", "", "");
            case NAME_ALONE -> say(given, family, LocalDate.of(1990, 1, 1), "", "", "");
            default -> { }
        }
        CaseId shown = kind == Kind.SECOND_CASE ? world.as(World.MINA, () -> {
            CaseId second = cases.open(client, null, World.MINA);
            cases.accept(second, World.MINA);
            made.add(second);
            return second;
        }) : id;
        return new Planted(kind == null ? Kind.NAME_AND_BIRTH : kind, shown, client, given, family, number, world.as(World.MINA, () -> cases.facts(shown)).reference());
    }

    private String phone() {
        return "+447700900" + (100 + numbers++ % 900);
    }

    private void say(String given, String family, LocalDate born, String phone, String address, String postcode) {
        world.as(worker, () -> known.say(UUID.randomUUID(), new Known.Person(HowKnown.FRIEND, given, family, List.of(), born, phone, address, postcode), worker));
    }

    /** What the job does when a case was closed: its people stay among those whom a worker may know. */
    private void forgetClosed() {
        TestDatabase.asOwner("update matching.party set past = true where kind = 'CASE' and not ends and record_id in (select record_id from matching.party where ends and kind = 'CASE')");
    }

    private String letters() {
        return random.ints(8, 'a', 'z' + 1).mapToObj(Character::toString).collect(Collectors.joining());
    }

    private Map<String, MockHttpServletRequestBuilder> ways(Planted one) {
        Map<String, MockHttpServletRequestBuilder> ways = new LinkedHashMap<>();
        for (String page : List.of("", "/timeline", "/contacts", "/contacts/new", "/crises/new", "/needs", "/actions", "/allocation", "/closure", "/assessments", "/plan", "/orders", "/appointments", "/documents", "/letters", "/incidents", "/outcomes", "/oversight")) ways.put("case" + page, get("/desk/cases/" + one.id.id() + page));
        for (String page : List.of("", "/contact", "/addresses", "/relations", "/names")) ways.put("person" + page, get("/desk/people/" + one.client.id() + page));
        return ways;
    }

    private MockHttpServletRequestBuilder search(Planted one) {
        return post("/desk/people").param("given", one.given).param("family", one.family);
    }

    /** Every list, search and count page of the worker, whole. */
    private Map<String, String> lists(List<Planted> all) throws Exception {
        Map<String, String> lists = new LinkedHashMap<>();
        for (String page : List.of("/desk/cases?list=mine", "/desk/cases?list=team", "/desk/cases?list=closed", "/desk/reviews", "/desk/day", "/desk/appointments", "/desk/orders", "/desk/accommodation", "/desk/inbox", "/desk/inbox/decided", "/desk/calls", "/desk/caseloads")) {
            MockHttpServletResponse answer = answer(get(page));
            assertThat(answer.getStatus()).as(page).isEqualTo(200);
            lists.put(page, answer.getContentAsString());
        }
        for (Planted one : all) {
            // What was typed comes back in the form, so only what the page says beside it counts.
            lists.put("search " + one.kind + one.family, answer(search(one)).getContentAsString().replace(one.family, ""));
            if (!one.phone.isEmpty()) lists.put("search by phone " + one.family, answer(post("/desk/people").param("phone", one.phone)).getContentAsString().replace(one.family, ""));
            lists.put("number " + one.family, answer(post("/desk/cases").param("number", one.reference)).getContentAsString().replace(one.reference, ""));
        }
        return lists;
    }

    private List<double[]> timed(List<Planted> all, Consumer<Planted> leak) throws Exception {
        for (int warm = 0; warm < 300; warm++) answer(get("/desk/cases/" + UUID.randomUUID()));
        List<double[]> pairs = new ArrayList<>();
        for (int number = 0; number < PAIRS; number++) {
            Planted one = all.get(number % all.size());
            boolean hitFirst = random.nextBoolean();
            double first = time(hitFirst ? one : null, leak), second = time(hitFirst ? null : one, leak);
            pairs.add(hitFirst ? new double[] {first, second} : new double[] {second, first});
        }
        return pairs;
    }

    private double time(Planted hit, Consumer<Planted> leak) throws Exception {
        MockHttpServletRequestBuilder request = get("/desk/cases/" + (hit == null ? UUID.randomUUID() : hit.id.id())).with(world.signedIn(worker));
        long began = System.nanoTime();
        if (hit != null) leak.accept(hit);
        mvc.perform(request);
        return System.nanoTime() - began;
    }

    /** How often an answer about somebody takes longer than one about nobody, or less long: 0.5 says nothing, 1 says everything. */
    private static double auc(List<double[]> pairs) {
        double[] nobody = pairs.stream().mapToDouble(pair -> pair[1]).sorted().toArray();
        double longer = 0;
        for (double[] pair : pairs) {
            int below = Arrays.binarySearch(nobody, pair[0]);
            longer += below < 0 ? -below - 1 : below + 0.5;
        }
        double auc = longer / ((double) nobody.length * nobody.length);
        return Math.max(auc, 1 - auc);
    }

    private MockHttpServletRequestBuilder said(String given, String family, String phone) {
        return post("/desk/known").param("once", UUID.randomUUID().toString()).param("given", given).param("family", family).param("how", "FRIEND").param("phone", phone);
    }

    private void same(MockHttpServletRequestBuilder hit, MockHttpServletRequestBuilder nobody) throws Exception {
        MockHttpServletResponse one = answer(hit), other = answer(nobody);
        assertThat(one.getStatus()).isEqualTo(other.getStatus()).isEqualTo(404);
        assertThat(one.getContentAsByteArray()).hasSize(other.getContentAsByteArray().length).isEqualTo(other.getContentAsByteArray());
        assertThat(new TreeSet<>(one.getHeaderNames())).isEqualTo(new TreeSet<>(other.getHeaderNames())).allSatisfy(name -> assertThat(one.getHeaders(name)).isEqualTo(other.getHeaders(name)));
    }

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(world.signedIn(worker))).andReturn().getResponse();
    }

    /** The records of hits that hold somebody apart from them, as this worker reads them. */
    private List<UUID> waiting(Actor.Worker reader) {
        return world.as(reader, () -> sql.sql("select case when new_kind = 'WORKER' then known_record_id else new_record_id end from matching.hit where holds and :worker in (new_record_id, known_record_id)")
                .param("worker", worker.worker().id()).query(UUID.class).list());
    }
}
