package org.alongside.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.alongside.AlongsideTest;
import org.alongside.TestClock;
import org.alongside.TestDatabase;
import org.alongside.World;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.access.DemoTown;
import org.alongside.access.Role;
import org.alongside.agencies.Agencies;
import org.alongside.awards.Awards;
import org.alongside.casework.CaseId;
import org.alongside.casework.Cases;
import org.alongside.casework.ClosureReason;
import org.alongside.casework.Closures;
import org.alongside.correction.Corrections;
import org.alongside.disclosure.Source;
import org.alongside.documents.DocumentKind;
import org.alongside.documents.Documents;
import org.alongside.directory.Conditions;
import org.alongside.directory.Entries;
import org.alongside.directory.Entry;
import org.alongside.directory.EntryRows;
import org.alongside.directory.Offerer;
import org.alongside.directory.Welcome;
import org.alongside.engagement.Campaign;
import org.alongside.engagement.Campaigns;
import org.alongside.engagement.Category;
import org.alongside.engagement.Language;
import org.alongside.engagement.Pictures;
import org.alongside.evaluation.EvaluationId;
import org.alongside.evaluation.Evaluations;
import org.alongside.evaluation.IdentityMode;
import org.alongside.evaluation.Plan;
import org.alongside.evaluation.QuestionSet;
import org.alongside.helpline.Topic;
import org.alongside.improvement.PlanKind;
import org.alongside.improvement.Plans;
import org.alongside.involvement.DemoInvolvement;
import org.alongside.instruments.Instruments;
import org.alongside.instruments.Shelf;
import org.alongside.involvement.Change;
import org.alongside.involvement.ClaimKind;
import org.alongside.involvement.DemoInvolvement;
import org.alongside.involvement.Expenses;
import org.alongside.involvement.GroupMeetings;
import org.alongside.involvement.GroupMembers;
import org.alongside.involvement.Groups;
import org.alongside.involvement.InvitedWay;
import org.alongside.involvement.Involvement;
import org.alongside.involvement.SteeringGroup;
import org.alongside.network.Moderation;
import org.alongside.network.Post;
import org.alongside.network.PostKind;
import org.alongside.network.Posts;
import org.alongside.network.Subject;
import org.alongside.comments.Cares;
import org.alongside.comments.Comments;
import org.alongside.comments.DemoComments;
import org.alongside.comments.Reports;
import org.alongside.comments.Themes;
import org.alongside.comments.Written;
import org.alongside.commissioning.Commissioning;
import org.alongside.commissioning.Period;
import org.alongside.peerreview.Finding;
import org.alongside.peerreview.Method;
import org.alongside.peerreview.Reviews;
import org.alongside.people.About;
import org.alongside.people.Certainty;
import org.alongside.people.HarmRole;
import org.alongside.people.LivesWith;
import org.alongside.people.NewPerson;
import org.alongside.people.People;
import org.alongside.people.PersonId;
import org.alongside.people.RelationKind;
import org.alongside.people.Relations;
import org.alongside.people.SafeContact;
import org.alongside.programme.Cohorts;
import org.alongside.programme.ForGender;
import org.alongside.programme.Templates;
import org.alongside.referral.ReferralId;
import org.alongside.referral.Referrals;
import org.alongside.rota.Rota;
import org.alongside.selfassessment.EvidenceKind;
import org.alongside.selfassessment.NewEvidence;
import org.alongside.selfassessment.SelfAssessmentId;
import org.alongside.selfassessment.SelfAssessments;
import org.alongside.shared.Sector;
import org.alongside.standards.Edition;
import org.alongside.standards.Oscal;
import org.alongside.standards.Standard;
import org.alongside.standards.Versions;
import org.alongside.voices.Voice;
import org.alongside.voices.Voices;
import org.alongside.training.Course;
import org.alongside.training.Courses;
import org.alongside.toolkit.Tallies;
import org.alongside.shared.Side;
import org.alongside.standards.Edition;
import org.alongside.standards.Standards;
import org.alongside.supervision.Meetings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.ConfigurableTransactionManager;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every way on to the desk, walked by the worker whose work it is; before each of their steps everybody else has tried the same. */
@AlongsideTest
class RoutesTests {
    private static final SafeContact NOBODY_KNOWS = new SafeContact("+441632960288", null, Map.of(), "", "", "", true, "", null, null);
    /** What is asked for in every state of it. */
    private static final Set<String> STATED = Set.of("case", "person", "participant");
    /** What is not there for a worker who is kept apart from the person it is about. */
    private static final Set<String> PERSONAL = Set.of("case", "person", "participant", "movable", "referral", "behaviour", "hit");
    /** Ways to records in which there is no client. */
    private static final Set<String> WITHOUT_CLIENTS = Set.of("/desk/instruments/", "/desk/agencies/", "/desk/training/", "/desk/evaluations/", "/desk/enquiry/", "/desk/directory/", "/desk/self-assessments/", "/desk/peer-reviews/", "/desk/awards/", "/desk/plans/", "/desk/commissioning/", "/desk/network/", "/desk/involvement/", "/desk/standards/", "/desk/comments/", "/desk/engagement/");
    /** What is an organisation's and not one side's: its people, inboxes and questions, what leads are told about both sides, and a move, of which each side has its part. */
    private static final Set<String> OF_THE_ORGANISATION = Set.of("colleague", "inbox", "set", "worker", "joiner", "hit", "move", "arrival", "agency", "course", "cohort", "evaluation", "report", "tally", "entry", "offerer", "import", "selfassessment", "handedin", "shownto", "award", "decision", "plan", "asked", "askedofus", "refusable", "standard", "comment", "danger", "complaint", "theme", "rule", "talk", "campaign");
    /** One black dot, as PNG. */
    private static final byte[] PICTURE = Base64.getDecoder().decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGNgYGAAAAAEAAH2FzhVAAAAAElFTkSuQmCC");
    @Autowired MockMvc mvc;
    @Autowired World world;
    @Autowired People people;
    @Autowired Cases cases;
    @Autowired Relations relations;
    @Autowired Referrals referrals;
    @Autowired Shelf shelf;
    @Autowired Commissioning commissioning;
    @Autowired Agencies agencies;
    @Autowired Courses courses;
    @Autowired org.alongside.training.Cohorts runs;
    @Autowired Evaluations evaluations;
    @Autowired Instruments instruments;
    @Autowired Tallies tallies;
    @Autowired Rota rota;
    @Autowired Posts posts;
    @Autowired Moderation moderation;
    @Autowired Comments comments;
    @Autowired Reports reports;
    @Autowired Themes themes;
    @Autowired Cares cares;
    @Autowired org.alongside.engagement.Posts said;
    @Autowired Campaigns campaigns;
    @Autowired Pictures pictures;
    @Autowired Groups steeringGroups;
    @Autowired GroupMembers groupMembers;
    @Autowired GroupMeetings groupMeetings;
    @Autowired Expenses expenses;
    @Autowired Involvement involvement;
    @Autowired Versions versions;
    @Autowired Voices voices;
    @Autowired Cohorts cohorts;
    @Autowired Templates templates;
    @Autowired Documents documents;
    @Autowired Meetings meetings;
    @Autowired Corrections corrections;
    @Autowired JdbcClient sql;
    @Autowired ConfigurableTransactionManager transactions;
    @Autowired DataSource source;
    @Autowired Closures closures;
    @Autowired Entries entries;
    @Autowired Standards standards;
    @Autowired SelfAssessments selves;
    @Autowired org.alongside.selfassessment.Shelf proofs;
    @Autowired Reviews reviews;
    @Autowired Awards awards;
    @Autowired Plans plans;
    @Autowired EntryRows rows;
    @Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings;

    private final Everything everything = new Everything();
    private final Map<String, UUID> ids = new HashMap<>();
    private final Map<String, UUID> inState = new HashMap<>();
    private final Set<UUID> listed = new HashSet<>();
    private final Map<Side, List<Actor.Worker>> strangers = new EnumMap<>(Side.class);
    private final Map<Side, Actor.Worker> apart = new EnumMap<>(Side.class);
    private @Nullable WhoMay who;
    private DryRun dry;

    @Test
    void something_is_decided_for_every_route_and_every_decision_has_its_route() {
        Set<String> routes = new TreeSet<>();
        mappings.getHandlerMethods().keySet().forEach(mapping -> mapping.getPatternValues().stream().filter(path -> path.equals("/desk") || path.startsWith("/desk/"))
                .forEach(path -> mapping.getMethodsCondition().getMethods().forEach(method -> routes.add(method + " " + path))));
        assertThat(mappings.getHandlerMethods().keySet()).filteredOn(mapping -> mapping.getPatternValues().stream().anyMatch(path -> path.startsWith("/desk")))
                .allSatisfy(mapping -> assertThat(mapping.getMethodsCondition().getMethods()).as(mapping.toString()).isNotEmpty());

        assertThat(routes).hasSizeGreaterThan(100);
        Set<String> decided = DeskRoutes.decided().stream().map(DeskRoutes::name).collect(Collectors.toSet());
        assertThat(decided).containsExactlyInAnyOrderElementsOf(routes);
    }

    @TestFactory
    Stream<DynamicTest> nobody_gets_in_who_is_not_signed_in() {
        return DeskRoutes.decided().stream().distinct().map(route -> dynamicTest(route.name(), () -> {
            Answer answer = ask(route, unknown(route), World.sameSite());
            if (route.kind().equals("DOOR")) assertThat(answer.status).isLessThan(500);
            else assertThat(answer.words).as(route.name()).startsWith("302 ").contains("Location: /desk/sign-in");
        }));
    }

    @TestFactory
    Stream<DynamicTest> each_route_is_there_for_whose_work_it_is_and_for_nobody_else() {
        begin();
        who = new WhoMay(world);
        dry = new DryRun(transactions, source);
        for (Side side : Side.values()) {
            strangers.put(side, List.of(who.everyRole(DemoTown.HARBOUR_HOUSE, side.other()), who.everyRole(DemoTown.HARBOUR_HOUSE, null), who.everyRole(DemoTown.LANTERN, side), who.everyRole(DemoTown.LANTERN, side.other())));
            apart.put(side, keptApart(who.everyRole(DemoTown.HARBOUR_HOUSE, side)));
        }
        List<DeskRoutes> behind = DeskRoutes.decided().stream().filter(route -> !route.kind().equals("DOOR")).toList();
        Stream<DynamicTest> steps = behind.stream().map(route -> dynamicTest(route.name(), () -> {
            if (route.holdsARecord()) tryAsOutsiders(route);
            else route.outsiders().forEach(outsider -> listsNothingOfTheirs(route, outsider));
            tryInEveryRole(route);
            walk(route);
        }));
        Stream<DynamicTest> states = behind.stream().filter(route -> STATED.contains(route.kind()) && names(route).equals(List.of("id"))).distinct().map(route -> dynamicTest(route.name() + " in every state", () -> tryInEveryState(route)));
        return Stream.of(steps, states, Stream.of(
                // Control: the lists that showed nothing to outsiders do show it to those whose work it is.
                dynamicTest("the lists show", () -> assertThat(listed).contains(ids.get("case"), ids.get("hit"), ids.get("message"))),
                dynamicTest("roles without clients find no record of one", this::rolesWithoutClients),
                dynamicTest("what was moved across the wall is there for leads only", () -> who.records().forEach((way, cells) -> {
                    // The person stays: whoever works with those around them must know who harms (docs/adr/0024).
                    if (way.contains("/cases/{id}")) assertThat(cells.getOrDefault(WhoMay.MOVED, Set.of())).as(way).isSubsetOf(Role.MANAGER, Role.SAFEGUARDING_LEAD);
                })),
                dynamicTest("everything found is decided", this::decided))).flatMap(each -> each);
    }

    @AfterEach
    void whoever_was_hired_leaves() {
        if (who != null) who.leave();
    }

    private void decided() throws IOException {
        String written = who.written();
        if (Boolean.getBoolean("alongside.draw")) Files.writeString(WhoMay.DECIDED, written);
        assertThat(WhoMay.DECIDED).content().as("run with -Dalongside.draw=true to write it anew, and read what changed").isEqualTo(written);
    }

    private void rolesWithoutClients() {
        Set<Role> without = Set.of(Role.TRAINER, Role.REVIEWER, Role.MODERATOR, Role.DIRECTORY_EDITOR, Role.COMMISSIONER);
        who.records().forEach((way, cells) -> {
            if (WITHOUT_CLIENTS.stream().noneMatch(way::contains)) cells.values().forEach(finders -> assertThat(finders).as(way).doesNotContainAnyElementsOf(without));
        });
        // Control: somebody found something.
        assertThat(who.records().values().stream().flatMap(cells -> cells.values().stream()).filter(finders -> !finders.isEmpty()).count()).isGreaterThan(300);
    }

    private void tryInEveryRole(DeskRoutes route) throws Exception {
        if (route.kind().equals("SELF")) return;
        if (route.holdsARecord()) {
            who.record(route, WhoMay.OPEN, finders(route, known(route), route.insider().side()));
            // Control: what nobody may do by their role alone is there for the worker it belongs to.
            try (DryRun run = dry.begin()) {
                assertThat(ask(route, known(route), world.signedIn(route.insider())).status).as("%s, tried and taken back", route.name()).isNotEqualTo(404);
            }
            return;
        }
        for (Side side : new Side[] {Side.SUPPORT, Side.CHANGE, null}) who.page(route, side, finders(route, Map.of(), side));
    }

    private void tryInEveryState(DeskRoutes route) throws Exception {
        for (String state : List.of(WhoMay.WAITING, WhoMay.CLOSED, WhoMay.MOVED)) {
            UUID id = inState.computeIfAbsent(route.kind() + " " + state, key -> begun(route.kind(), state));
            who.record(route, state, finders(route, Map.of("id", id.toString()), route.insider().side()));
        }
    }

    private Set<Role> finders(DeskRoutes route, Map<String, String> in, @Nullable Side side) throws Exception {
        Set<Role> finders = EnumSet.noneOf(Role.class);
        for (Map.Entry<Role, Actor.Worker> one : who.staff(side).entrySet()) {
            try (DryRun run = dry.begin()) {
                int status = ask(route, in, world.signedIn(one.getValue())).status;
                assertThat(status).as("%s as %s", route.name(), one.getKey()).isLessThan(500);
                if (status != 404) finders.add(one.getKey());
            }
        }
        return finders;
    }

    /** Somebody whose case, or whose record, is in this state. */
    private UUID begun(String kind, String state) {
        boolean programme = kind.equals("participant");
        Actor.Worker worker = programme ? World.ROBIN : World.MINA, lead = programme ? World.KIT : World.PRIYA;
        PersonId person = world.as(worker, () -> people.record(new NewPerson(worker.side(), About.named("Routes", "Instate"), NOBODY_KNOWS), worker));
        CaseId id = world.as(worker, () -> {
            CaseId opened = cases.open(person, null, worker);
            if (!state.equals(WhoMay.WAITING)) cases.accept(opened, worker);
            if (state.equals(WhoMay.CLOSED)) closures.close(opened, new Closures.Closure(UUID.randomUUID(), ClosureReason.FINISHED, "x", List.of(), Closures.Feedback.NONE), worker);
            return opened;
        });
        if (state.equals(WhoMay.MOVED)) Acting.as(lead, () -> corrections.move(person, UUID.randomUUID(), new Corrections.Said(Certainty.SAID, "x", "", ""), lead));
        return kind.equals("person") ? person.id() : id.id();
    }

    /** Kept apart by the intake check from everybody whom these routes are about. */
    private Actor.Worker keptApart(Actor.Worker worker) {
        world.as(new Actor.Job(worker.organisation(), "intake-check"), () -> Stream.of("case", "person", "client", "participant", "other-participant", "movable", "referral", "behaviour")
                .forEach(kind -> sql.sql("insert into matching.apart (organisation_id, kind, record_id, worker_id, decided_at) values (:house, :kind, :id, :worker, now())").param("house", worker.organisation().id())
                        .param("kind", Map.of("person", "PERSON", "client", "PERSON", "movable", "PERSON", "referral", "REFERRAL", "behaviour", "REFERRAL").getOrDefault(kind, "CASE")).param("id", ids.get(kind)).param("worker", worker.worker().id()).update()));
        return worker;
    }

    /** Safety: what exists elsewhere is answered like what exists nowhere, and asking changes nothing. */
    private void tryAsOutsiders(DeskRoutes route) throws Exception {
        Map<String, String> real = known(route);
        Map<String, String> none = unknown(route);
        Map<String, String> before = prints(route);
        for (Actor.Worker outsider : Stream.concat(route.outsiders(), outside(route)).toList()) {
            if (route.kind().equals("draft")) {
                // A call's id is made by the page, so any unused one is somebody's new call: only another's is asked for here.
                assertThat(ask(route, real, world.signedIn(outsider)).status).as(outsider.toString()).isEqualTo(404);
                continue;
            }
            Answer there = ask(route, real, world.signedIn(outsider));
            Answer nowhere = ask(route, none, world.signedIn(outsider));
            assertThat(there.status).as("%s as %s", route.name(), outsider).isEqualTo(404);
            assertThat(there.words).as("%s as %s", route.name(), outsider).isEqualTo(nowhere.words);
        }
        assertThat(prints(route)).as("changed by an outsider").isEqualTo(before);
    }

    /** Those who find nothing whatever roles they have: on the other side, on none, in another organisation, and kept apart. */
    private Stream<Actor.Worker> outside(DeskRoutes route) {
        Side side = route.insider().side();
        Stream<Actor.Worker> all = strangers.get(side == null ? Side.SUPPORT : side).stream().filter(one -> !OF_THE_ORGANISATION.contains(route.kind()) || !one.organisation().equals(DemoTown.HARBOUR_HOUSE));
        return PERSONAL.contains(route.kind()) ? Stream.concat(all, Stream.of(apart.get(side))) : all;
    }

    private void listsNothingOfTheirs(DeskRoutes route, Actor.Worker outsider) {
        // An administrator elsewhere would invite somebody of their own.
        if (route.path().equals("/desk/team/new") && outsider.is(Role.ADMINISTRATOR)) return;
        try {
            Answer answer = ask(route, Map.of(), world.signedIn(outsider));
            assertThat(answer.status).as("%s as %s", route.name(), outsider).isLessThan(500);
            // What an organisation asks is asked on both of its sides; what is behind the wall is shown to those behind it.
            assertThat(ids.entrySet()).as("%s as %s", route.name(), outsider).filteredOn(id -> !Set.of("participant", "other-participant", "template", "group", "session", "sheet", "pair", "behaviour", "move", "arrival").contains(id.getKey()) || outsider.side() != Side.CHANGE)
                    .filteredOn(id -> !Set.of("set", "agency", "course", "cohort", "evaluation", "report", "tally", "entry", "offerer", "import", "selfassessment", "handedin", "shownto", "replied", "award", "evidence", "plan", "askedofus", "refusable", "standard", "comment", "danger", "complaint", "theme", "rule", "talk", "campaign").contains(id.getKey()) || !outsider.organisation().equals(DemoTown.HARBOUR_HOUSE)).noneMatch(id -> answer.words.contains(id.getValue().toString()));
        } catch (Exception failed) {
            throw new AssertionError(route.name() + " as " + outsider, failed);
        }
    }

    /** Control: for whose work it is the same request works, so the outsiders were not refused for a mistake in it. */
    private void walk(DeskRoutes route) throws Exception {
        Map<String, String> real = known(route);
        if (route.holdsARecord() && !route.kind().equals("draft")) {
            assertThat(ask(route, unknown(route), world.signedIn(route.insider())).status).as("an id that does not exist").isEqualTo(404);
        }
        Map<String, String> before = prints(route);
        Answer answer = ask(route, real, world.signedIn(route.insider()));
        assertThat(answer.status).as(answer.words).isIn(200, 204, 302, 303, 409);
        if (!route.holdsARecord()) ids.values().stream().filter(id -> answer.words.contains(id.toString())).forEach(listed::add);
        if (route.changes()) {
            Map<String, String> after = prints(route);
            assertThat(before.keySet().stream().filter(table -> !table.equals("audit.entry") && !before.get(table).equals(after.get(table)))).as(answer.words).isNotEmpty();
        }
    }

    private Map<String, String> prints(DeskRoutes route) {
        return route.method().equals("GET") ? Map.of() : everything.fingerprints();
    }

    private record Answer(int status, String words) {}

    private Answer ask(DeskRoutes route, Map<String, String> in, RequestPostProcessor who) throws Exception {
        String path = route.path();
        for (Map.Entry<String, String> part : in.entrySet()) path = path.replaceAll("\\{" + part.getKey() + "(:[^/]*)?}(?=/|$)", part.getValue());
        MockHttpServletRequestBuilder request = MockMvcRequestBuilders.request(HttpMethod.valueOf(route.method()), URI.create(path)).with(who);
        route.words().forEach((field, values) -> values.forEach(value -> request.param(field, meant(value))));
        MockHttpServletResponse response = mvc.perform(request).andReturn().getResponse();
        StringBuilder words = new StringBuilder().append(response.getStatus()).append(' ');
        new TreeSet<>(response.getHeaderNames()).forEach(header -> words.append(header).append(": ").append(response.getHeaders(header)).append('\n'));
        if (response.getRedirectedUrl() != null) words.append("Location: ").append(response.getRedirectedUrl()).append('\n');
        String said = words.append(response.getContentAsString()).toString();
        for (Map.Entry<String, String> part : in.entrySet()) if (part.getValue().length() > 9) said = said.replace(part.getValue(), "{" + part.getKey() + "}");
        return new Answer(response.getStatus(), said);
    }

    private String meant(String value) {
        return switch (value) {
            case "ONCE" -> UUID.randomUUID().toString();
            case "TOM" -> World.TOM.worker().id().toString();
            case "OTHER_NUMBER" -> everything.see(all -> all.sql("select reference from casework.client_case where id = :id").param("id", ids.get("other-participant")).query(String.class).optional()).orElse("");
            case "APART" -> everything.see(all -> all.sql("select id::text from programme.apart where :id in (one_case, other_case)").param("id", ids.get("participant")).query(String.class).optional()).orElse("");
            case "PARTICIPANT" -> String.valueOf(ids.get("participant"));
            case "PAIR" -> everything.see(all -> all.sql("select pair_id::text from programme.partner where case_id = :case").param("case", ids.get("participant")).query(String.class).optional()).orElse("");
            case "LAST" -> everything.see(all -> all.sql("select id::text from evaluation.sheet where evaluation_id = :id").param("id", ids.get("evaluation")).query(String.class).optional()).orElse("");
            case "CASE" -> String.valueOf(ids.get("case"));
            case "MEMBER" -> String.valueOf(ids.get("member"));
            case "MINA" -> World.MINA.worker().id().toString();
            case "LANTERN" -> DemoTown.LANTERN.id().toString();
            case "COUNCIL" -> DemoTown.COUNCIL.id().toString();
            case "BOARD" -> DemoTown.QUALITY_BOARD.id().toString();
            case "EVIDENCE" -> String.valueOf(ids.get("evidence"));
            case "SEEN" -> ofThePerson("safe_contact_id");
            case "VERSION" -> ofThePerson("version");
            default -> value;
        };
    }

    private String ofThePerson(String column) {
        return everything.see(all -> all.sql("select " + column + "::text from people.person where id = :id").param("id", ids.get("person")).query(String.class).optional()).orElse("");
    }

    private Map<String, String> known(DeskRoutes route) {
        Map<String, String> in = new LinkedHashMap<>();
        for (String name : names(route)) in.put(name, name.equals("wave") ? "before" : name.equals("statement") ? "L1" : name.equals("number") || name.equals("other") ? "1" : id(name.equals("id") || route.kind().equals("arrival") ? route.kind() : name).toString());
        return in;
    }

    private static Map<String, String> unknown(DeskRoutes route) {
        Map<String, String> in = new LinkedHashMap<>();
        for (String name : names(route)) in.put(name, name.equals("wave") ? "before" : name.equals("statement") ? "L1" : name.equals("number") || name.equals("other") ? "1" : UUID.randomUUID().toString());
        return in;
    }

    private static List<String> names(DeskRoutes route) {
        List<String> names = new ArrayList<>();
        for (String part : route.path().split("/")) if (part.startsWith("{")) names.add(part.substring(1).replaceAll("[:}].*", ""));
        return names;
    }

    private UUID id(String kind) {
        UUID known = ids.get(kind);
        return known != null ? known : everything.see(all -> all.sql(switch (kind) {
            case "colleague" -> "select id from organisations.worker where organisation_id = :harbour and name = 'Routes'";
            case "worker" -> "select id from organisations.worker where organisation_id = :harbour and id = '" + World.MINA.worker().id() + "'";
            case "inbox" -> "select id from organisations.team where organisation_id = :harbour and side = 'SUPPORT'";
            case "contact" -> "select id from helpline.contact where organisation_id = :harbour and side = 'SUPPORT' limit 1";
            case "relation" -> "select id from people.relation where person_id = :person order by recorded_at limit 1";
            case "child" -> "select other_id from people.relation r join casework.client_case c on c.person_id = r.person_id where c.id = :case limit 1";
            case "address" -> "select id from people.address where person_id = :person";
            case "crisis", "need", "goal", "offer", "action" -> "select id from casework." + kind + " where case_id = :case";
            case "question" -> "select id from disclosure.request where person_id = :person";
            case "hold", "erasure" -> "select id from retention." + kind + " where person_id = :person";
            case "found" -> "select i.id from disclosure.request_item i join disclosure.request r on r.id = i.request_id where r.person_id = :person";
            case "request", "place" -> "select id from accommodation." + kind + " where case_id = :case";
            case "appointment" -> "select id from appointments.appointment where case_id = :case";
            case "pack" -> "select id from risk.pack where case_id = :case";
            case "name" -> "select id from people.other_name where person_id = :person";
            case "approval" -> "select id from supervision.approval where case_id = :case";
            case "document" -> "select id from documents.document where case_id = :case";
            case "copy" -> "select c.id from documents.copy c join documents.document d on d.id = c.document_id where d.case_id = :case";
            case "letter" -> "select id from letters.letter where case_id = :case limit 1";
            case "incident" -> "select id from incidents.incident where case_id = :case and source = 'WRITTEN' limit 1";
            case "snapshot" -> "select id from outcomes.snapshot where case_id = :case order by begun_at limit 1";
            case "sent" -> "select id from onward.sent where case_id = :case";
            case "concern" -> "select id from safeguarding.concern where case_id = :case";
            case "time" -> "select id from training.session where cohort_id = '" + ids.get("cohort") + "' order by starts_at limit 1";
            case "registration" -> "select id from training.registration where cohort_id = '" + ids.get("cohort") + "'";
            case "session" -> "select id from programme.session where cohort_id = '" + ids.get("group") + "' order by number limit 1";
            case "sheet" -> "select id from programme.sheet where case_id = '" + ids.get("participant") + "'";
            case "pair" -> "select pair_id from programme.partner where case_id = '" + ids.get("participant") + "'";
            case "harm" -> "select id from programme.known_harm where case_id = '" + ids.get("participant") + "'";
            case "complaint" -> "select id from comments.report where comment_id = '" + DemoComments.SHOWN + "' order by reported_at desc limit 1";
            case "link" -> "select id from engagement.resource where post_id = '" + ids.get("talk") + "' limit 1";
            case "objection" -> "select id from network.objection where post_id = '" + ids.get("post") + "'";
            case "team" -> "select id from agencies.team where agency_id = '" + ids.get("agency") + "' limit 1";
            case "reader" -> "select id from organisations.organisation where kind = 'COUNCIL'";
            case "todo" -> "select id from improvement.action where plan_id = '" + ids.get("plan") + "'";
            case "looked" -> "select id from peerreview.review where assessment_id = '" + ids.get("handedin") + "' order by asked_at desc, state limit 1";
            case "decision" -> "select id from awards.decision where review_id = '" + ids.get("replied") + "'";
            case "appeal" -> "select id from awards.appeal where decision_id = '" + id("decision") + "'";
            case "suggestion" -> "select id from directory.suggestion where service_id = '" + ids.get("entry") + "'";
            case "order" -> "select id from orders.protective_order where case_id = :case";
            case "assessment" -> "select id from risk.assessment where case_id = :case and status = 'DONE'";
            default -> throw new IllegalArgumentException(kind);
        }).param("harbour", DemoTown.HARBOUR_HOUSE.id()).param("person", ids.get("person")).param("case", ids.get("case")).query(UUID.class).single());
    }

    /** A self-assessment in each state in which there are ways to it. */
    private void cycle() {
        UUID evidence = UUID.randomUUID();
        ids.put("evidence", evidence);
        UUID plan = UUID.randomUUID();
        ids.put("plan", plan);
        world.as(World.SAL, () -> plans.begin(plan, new org.alongside.improvement.Plan.Written(PlanKind.IMPROVEMENT, "x", "", null, null, null, null), World.SAL));
        ids.put("heard", DemoInvolvement.OPEN);
        TestDatabase.asOwner("insert into involvement.heard (change_id, organisation_id, heard, did, on_day, standard_key, statement_id, published_at) values ('" + DemoInvolvement.OPEN + "', '" + DemoTown.HARBOUR_HOUSE.id() + "', 'x', 'x', '2026-11-01', 'supporting-men', 'L1', now()) on conflict do nothing");
        UUID asked = UUID.randomUUID();
        ids.put("asked", asked);
        world.as(World.CAM, () -> commissioning.ask(new Commissioning.Asked(Map.of(DemoTown.QUALITY_BOARD, asked), new Period(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 3, 31)), true, "", LocalDate.of(2027, 1, 1)), World.CAM));
        for (String kind : List.of("askedofus", "refusable")) {
            UUID ofUs = UUID.randomUUID();
            ids.put(kind, ofUs);
            LocalDate from = LocalDate.of(kind.equals("askedofus") ? 2025 : 2024, 1, 1);
            world.as(World.INES, () -> commissioning.ask(new Commissioning.Asked(Map.of(DemoTown.HARBOUR_HOUSE, ofUs), new Period(from, from.plusMonths(3).minusDays(1)), false, "", LocalDate.of(2027, 1, 1)), World.INES));
        }
        for (String state : List.of("selfassessment", "handedin", "shownto", "decided", "awarded")) {
            SelfAssessmentId id = new SelfAssessmentId(UUID.randomUUID());
            if (!state.equals("decided") && !state.equals("awarded")) ids.put(state, id.id());
            boolean begun = state.equals("selfassessment");
            world.as(World.SAL, () -> {
                selves.begin(id.id(), standards.one("supporting-men").orElseThrow(), Edition.STARTING, "Routes " + state + id.id(), null, World.SAL);
                proofs.add(id, "L1", begun ? evidence : UUID.randomUUID(), new NewEvidence(EvidenceKind.FILE, "x", "", null, null, null, LocalDate.of(2026, 11, 1), null, World.SAL.worker(), ""), new org.alongside.selfassessment.Shelf.Sent("x.txt", "x".getBytes(StandardCharsets.UTF_8)), World.SAL);
                proofs.use(id, "L1", List.of(evidence), World.SAL);
                if (begun) return;
                selves.one(id).statements().forEach(one -> {
                    proofs.use(id, one.id(), List.of(evidence), World.SAL);
                    selves.answer(id, one.id(), 0, org.alongside.selfassessment.Answer.MET, "", World.SAL);
                });
                selves.submit(id, World.SAL);
            });
            if (begun || state.equals("handedin")) continue;
            UUID review = UUID.randomUUID();
            world.as(World.SAL, () -> reviews.ask(review, id, DemoTown.QUALITY_BOARD, World.SAL));
            world.as(World.NOOR, () -> {
                reviews.take(review, false, "x", World.NOOR);
                selves.one(id).statements().forEach(one -> reviews.find(review, one.id(), 0, new Finding.Written(org.alongside.selfassessment.Answer.MET, "x", Method.TEST, LocalDate.of(2026, 11, 1)), World.NOOR));
                reviews.show(review, "x", World.NOOR);
            });
            if (state.equals("shownto")) continue;
            world.as(World.SAL, () -> reviews.endReply(review, "", World.SAL));
            if (state.equals("decided")) ids.put("replied", review);
            else {
                UUID award = UUID.randomUUID();
                ids.put("award", award);
                world.as(World.WREN, () -> awards.decide(award, review, true, "x", World.WREN));
            }
        }
    }

    private void begin() {
        world.as(World.MINA, () -> {
            PersonId person = people.record(new NewPerson(Side.SUPPORT, About.named("Routes", "Testcase"), NOBODY_KNOWS), World.MINA);
            PersonId client = people.record(new NewPerson(Side.SUPPORT, About.named("Routes", "Client"), NOBODY_KNOWS), World.MINA);
            CaseId id = cases.open(client, null, World.MINA);
            cases.accept(id, World.MINA);
            relations.add(client, About.named("Routes", "Own child"), new Relations.Around(RelationKind.CHILD, LivesWith.YES, HarmRole.NOT_SAID, Certainty.SAID, "", ""), World.MINA);
            documents.add(id, new Documents.NewDocument(UUID.randomUUID(), DocumentKind.OTHER, "Routes", Source.OURS, null), "x", PICTURE, World.MINA);
            ids.put("person", person.id());
            ids.put("case", id.id());
            ids.put("client", client.id());
        });
        ids.put("set", world.as(World.SAL, () -> shelf.load("routes.yaml", "key: routes-" + UUID.randomUUID() + "\nversion: \"1\"\ntitle: Questions\nabout: For tests.\nsections: [{key: a, title: A, items: [{key: b, ask: B, kind: text}]}]\n", World.SAL)).instrument().id());
        ids.put("participant", world.as(World.ROBIN, () -> {
            CaseId id = cases.open(people.record(new NewPerson(Side.CHANGE, About.named("Pathway", "Participant")), World.ROBIN), null, World.ROBIN);
            cases.accept(id, World.ROBIN);
            return id;
        }).id());
        ids.put("other-participant", world.as(World.ROBIN, () -> {
            CaseId id = cases.open(people.record(new NewPerson(Side.CHANGE, About.named("Other", "Participant")), World.ROBIN), null, World.ROBIN);
            cases.accept(id, World.ROBIN);
            return id;
        }).id());
        UUID group = UUID.randomUUID();
        world.as(World.ROBIN, () -> cohorts.make(new Cohorts.NewCohort(group, "Pathway group", ForGender.ANYONE, "English", "x", TestClock.START.minusSeconds(3600), 60, 3, World.ROBIN.worker(), World.KIT.worker(), List.of("x")), World.ROBIN));
        ids.put("group", group);
        UUID template = UUID.randomUUID();
        world.as(World.KIT, () -> templates.begin(template, "Pathway programme " + template, List.of(new Templates.Part("x", 60)), World.KIT));
        ids.put("template", template);
        UUID agency = UUID.randomUUID();
        world.as(World.LEE, () -> agencies.add(agency, "Routes agency " + agency, Sector.HOUSING, World.LEE));
        ids.put("agency", agency);
        UUID course = UUID.randomUUID(), run = UUID.randomUUID();
        world.as(World.LEE, () -> {
            courses.add(new Course(course, "Routes course " + course, "", "", ""), World.LEE);
            runs.plan(run, course, new org.alongside.training.Cohorts.Plan(true, "", "", 5, 24, null, Map.of()), TestClock.START.plusSeconds(86400), TestClock.START.plusSeconds(90000), World.LEE);
        });
        world.as(new Actor.Job(DemoTown.HARBOUR_HOUSE, "training"), () -> sql.sql("insert into training.registration (id, organisation_id, cohort_id, state, number, sector, welsh, asked_at, changed_at) values (:id, :harbour, :run, 'PLACED', 1, 'OTHER', false, now(), now())")
                .param("id", UUID.randomUUID()).param("harbour", DemoTown.HARBOUR_HOUSE.id()).param("run", run).update());
        ids.put("course", course);
        ids.put("cohort", run);
        UUID evaluation = UUID.randomUUID();
        world.as(World.LEE, () -> evaluations.plan(evaluation, new Plan("Routes", "x", List.of(new QuestionSet(instruments.current("confidence"), "fairly")), IdentityMode.TICKET, 3, true, LocalDate.of(2026, 11, 20)), World.LEE));
        ids.put("evaluation", evaluation);
        UUID reported = UUID.randomUUID();
        world.as(World.LEE, () -> {
            evaluations.plan(reported, new Plan("Routes report", "x", List.of(new QuestionSet(instruments.current("confidence"), "fairly")), IdentityMode.TICKET, 3, true, LocalDate.of(2026, 11, 20)), World.LEE);
            evaluations.close(new EvaluationId(reported), World.LEE);
        });
        ids.put("report", reported);
        UUID counting = UUID.randomUUID(), tally = UUID.randomUUID();
        world.as(World.LEE, () -> agencies.add(counting, "Routes counting " + counting, Sector.HOUSING, World.LEE));
        world.as(World.LEE, () -> agencies.addTeam(counting, counting, "x", 3, World.LEE));
        world.as(World.LEE, () -> tallies.open(tally, counting, World.LEE));
        ids.put("tally", tally);
        UUID entry = UUID.randomUUID(), offerer = UUID.randomUUID();
        Entry words = new Entry(entry, offerer, "Routes entry", "x", List.of(), List.of(), Set.of("UK"), List.of(), List.of(), Welcome.NOT_STATED, Conditions.NOT_STATED, "x");
        world.as(World.ALEX, () -> {
            entries.write(Offerer.named(offerer, "Routes offerer"), -1, World.ALEX);
            rows.write(words, DemoTown.HARBOUR_HOUSE, Set.of());
            entries.save(words, 0, null, World.ALEX);
        });
        everything.see(all -> all.sql("insert into directory.suggestion (id, organisation_id, service_id, about, said_at) values (:id, :harbour, :entry, 'OTHER', now())").param("id", UUID.randomUUID()).param("harbour", DemoTown.HARBOUR_HOUSE.id()).param("entry", entry).update());
        ids.put("entry", entry);
        ids.put("offerer", offerer);
        UUID importing = UUID.randomUUID();
        everything.see(all -> all.sql("insert into directory.import_run (id, organisation_id, feed, source, is_file, state, begun_by, begun_at) values (:id, :harbour, 'routes', 'routes', true, 'DONE', :alex, now())").param("id", importing).param("harbour", DemoTown.HARBOUR_HOUSE.id()).param("alex", World.ALEX.worker().id()).update());
        ids.put("import", importing);
        cycle();
        String routes = Oscal.write(new Standard("routes-" + UUID.randomUUID(), "1", "Routes", "x", "x", "x", LocalDate.of(2020, 1, 1), true, List.of(new Standard.Section("one", "x", "x", List.of(new Standard.Statement("X1", true, "x", null, List.of(), List.of(), Set.of(Edition.SERVICES)))))));
        ids.put("standard", world.as(World.ALEX, () -> versions.load(routes, World.ALEX)).id());
        UUID voice = UUID.randomUUID();
        Acting.as(World.MINA, () -> voices.takeDown(voice, new Voice.NewVoice("supporting-men", "L2", "x", "x", false, Voice.Agreed.SIGNED, "x", LocalDate.of(2026, 11, 19), LocalDate.of(2027, 11, 19)), World.MINA));
        ids.put("voice", voice);
        UUID shift = UUID.randomUUID();
        world.as(World.SAL, () -> rota.plan(shift, World.SAL.worker(), LocalDate.of(2026, 12, 1), LocalTime.of(9, 0), LocalTime.of(17, 0), 1, World.SAL));
        ids.put("shift", shift);
        UUID post = UUID.randomUUID(), resource = UUID.randomUUID();
        for (UUID one : List.of(post, resource)) {
            boolean asks = one.equals(post);
            world.as(World.MINA, () -> posts.write(one, asks ? PostKind.QUESTION : PostKind.RESOURCE, null, new Post.Words(Subject.MEN, "Routes", "x", "", null), asks ? null : new Posts.NewFile("words".getBytes(), "x.txt"), World.MINA));
            world.as(World.WREN, () -> moderation.publish(one, World.WREN));
        }
        ids.put("post", post);
        ids.put("resource", resource);
        for (String kind : List.of("comment", "danger")) {
            UUID said = UUID.randomUUID();
            comments.write(new Comments.NewComment(said, DemoComments.CONVERSATION, null, Written.typed("", kind.equals("comment") ? "Routes " + said : "I am scared for my life, routes " + said), false, false, false), comments.writer("000000000001"));
            ids.put(kind, said);
        }
        reports.report(DemoComments.SHOWN, Reports.Why.OTHER, "Routes");
        UUID theme = UUID.randomUUID(), rule = UUID.randomUUID();
        world.as(World.JO, () -> {
            themes.add(theme, "Routes " + theme, World.JO);
            cares.add(rule, "routes " + rule, Cares.Effect.MARK, World.JO);
        });
        ids.putAll(Map.of("theme", theme, "rule", rule));
        UUID talk = UUID.randomUUID(), campaign = UUID.randomUUID();
        world.as(World.SAL, () -> {
            campaigns.begin(campaign, new Campaign.Written(Topic.GENERAL, Language.ENGLISH, "Routes", "x", "x", LocalDate.of(2026, 12, 1), null), World.SAL);
            said.write(talk, new org.alongside.engagement.Post.Written(Category.NEWS, Topic.GENERAL, Language.ENGLISH, campaign, "x", "Routes", "x", "x", "", true, null), World.SAL);
            said.add(talk, UUID.randomUUID(), "x", "https://x.example/", "", World.SAL);
            pictures.put(talk, PICTURE, "x.png", "x", World.SAL);
        });
        ids.put("talk", talk);
        ids.put("campaign", campaign);
        UUID steering = UUID.randomUUID(), member = UUID.randomUUID(), other = UUID.randomUUID(), met = UUID.randomUUID(), claim = UUID.randomUUID(), change = UUID.randomUUID();
        LocalDate day = LocalDate.of(2026, 11, 20);
        world.as(World.SAL, () -> steeringGroups.make(steering, new SteeringGroup.Words("Routes", "x", "x", "x"), World.MINA.worker(), World.SAL));
        world.as(World.MINA, () -> {
            groupMembers.invite(member, steering, "Routes", "", day, InvitedWay.CALL, World.MINA);
            groupMembers.invite(other, steering, "Routes other", "", day, InvitedWay.CALL, World.MINA);
            groupMembers.answer(other, true, day, World.MINA);
            groupMeetings.plan(met, steering, day, "x", "", World.MINA);
            expenses.enter(claim, other, ClaimKind.TRAVEL, 100, day, false, World.MINA);
            involvement.write(change, steering, new Change.Words(day, "x", null, "", null, "", null, null, null, "", ""), World.MINA);
        });
        ids.putAll(Map.of("steering", steering, "member", member, "met", met, "claim", claim, "change", change));
        UUID meeting = UUID.randomUUID();
        world.as(World.SAL, () -> meetings.begin(meeting, World.MINA.worker(), LocalDate.of(2026, 11, 20), World.SAL));
        ids.put("meeting", meeting);
        UUID call = UUID.randomUUID();
        world.as(World.JO, () -> sql.sql("insert into referral.draft (id, organisation_id, side, worker_id, asking, began_at, touched_at) values (:id, :harbour, 'SUPPORT', :jo, 'MYSELF', now(), now())")
                .param("id", call).param("harbour", DemoTown.HARBOUR_HOUSE.id()).param("jo", World.JO.worker().id()).update());
        ids.put("draft", call);
        ids.put("referral", call);
        UUID behaviour = UUID.randomUUID();
        world.as(World.KIT, () -> sql.sql("""
                insert into referral.referral (id, version, organisation_id, side, status, source, danger, child, no_contact, own_words, received_at, contact_due_at)
                values (:id, 0, :harbour, 'CHANGE', 'RECEIVED', 'CALL', 'NOT_SAID', false, false, false, now(), now())
                """).param("id", behaviour).param("harbour", DemoTown.HARBOUR_HOUSE.id()).update());
        Acting.as(World.KIT, () -> { referrals.screen(new ReferralId(behaviour), World.KIT); });
        ids.put("behaviour", behaviour);
        ids.put("hit", row(new Actor.Job(DemoTown.HARBOUR_HOUSE, "intake-check"), """
                insert into matching.hit (id, organisation_id, new_kind, new_record_id, new_side, new_role, known_kind, known_record_id, known_side, known_role, reasons, for_managers, found_at, version)
                values (:id, :harbour, 'CASE', :case, 'SUPPORT', 'CLIENT', 'CASE', :other, 'SUPPORT', 'CLIENT', '{PHONE}', false, now(), 0)
                """));
        world.as(new Actor.Job(DemoTown.HARBOUR_HOUSE, "erase", Side.SUPPORT), () -> sql.sql("delete from breakglass.opening where worker_id = :jo and finding is null").param("jo", World.JO.worker().id()).update());
        UUID opening = UUID.randomUUID();
        world.as(World.JO, () -> sql.sql("insert into breakglass.opening (id, case_id, reason, words, opened_at, ends_at) values (:id, :case, 'DANGER_NOW', :words, timestamptz '2026-11-20 10:00Z', timestamptz '2026-11-20 11:00Z')").param("id", opening)
                .param("case", ids.get("case")).param("words", TestDatabase.SEAL.close("x", "breakglass.opening.words", opening)).update());
        ids.put("opening", opening);
        PersonId movable = world.as(World.MINA, () -> {
            PersonId person = people.record(new NewPerson(Side.SUPPORT, About.named("Routes", "Movable")), World.MINA);
            cases.accept(cases.open(person, null, World.MINA), World.MINA);
            return person;
        });
        ids.put("movable", movable.id());
        ids.put("move", moved());
        ids.put("arrival", moved());
        ids.put("known", row(World.MINA, "insert into known.entry (id, worker_id, how, said_at) values (:id, :other, 'FRIEND', now())"));
        ids.put("message", row(World.MINA, """
                insert into messages.outbox (id, organisation_id, side, kind, worker_id, subject, state, attempts, asked_at) values (:id, :harbour, 'SUPPORT', 'NOTICE', :other, 'x', 'GIVEN_UP', 1, now())
                """));
    }

    /** Somebody who was moved and waits on the other side. */
    private UUID moved() {
        UUID move = UUID.randomUUID();
        PersonId person = world.as(World.MINA, () -> {
            PersonId made = people.record(new NewPerson(Side.SUPPORT, About.named("Routes", "Moved")), World.MINA);
            cases.accept(cases.open(made, null, World.MINA), World.MINA);
            return made;
        });
        Acting.as(World.PRIYA, () -> corrections.move(person, move, new Corrections.Said(Certainty.SAID, "x", "", ""), World.PRIYA));
        return move;
    }

    private UUID row(Actor actor, String insert) {
        UUID id = UUID.randomUUID();
        world.as(actor, () -> sql.sql(insert).param("id", id).param("harbour", DemoTown.HARBOUR_HOUSE.id()).param("case", ids.get("case")).param("other", World.MINA.worker().id()).update());
        return id;
    }
}
