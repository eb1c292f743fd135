package org.alongside.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.Media;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.alongside.AlongsideTest;
import org.alongside.Desk;
import org.alongside.TestClock;
import org.alongside.World;
import org.alongside.access.Actor;
import org.alongside.agencies.DemoAgencies;
import org.alongside.awards.DemoAwards;
import org.alongside.casework.CaseId;
import org.alongside.casework.Cases;
import org.alongside.casework.DemoCases;
import org.alongside.crossing.Crossing;
import org.alongside.engagement.DemoEngagement;
import org.alongside.evaluation.DemoEvaluations;
import org.alongside.comments.DemoComments;
import org.alongside.commissioning.DemoCommissioning;
import org.alongside.evaluation.Evaluations;
import org.alongside.evaluation.Wave;
import org.alongside.improvement.DemoImprovement;
import org.alongside.organisations.DemoWorkers;
import org.alongside.partnersupport.Outcome;
import org.alongside.partnersupport.PartnerSupport;
import org.alongside.involvement.DemoInvolvement;
import org.alongside.network.DemoNetwork;
import org.alongside.people.About;
import org.alongside.people.NewPerson;
import org.alongside.people.People;
import org.alongside.people.PersonId;
import org.alongside.programme.Cohorts;
import org.alongside.programme.Enrolments;
import org.alongside.programme.ForGender;
import org.alongside.programme.Partners;
import org.alongside.programme.ProgrammeFixture;
import org.alongside.selfassessment.DemoSelfAssessments;
import org.alongside.shared.Side;
import org.alongside.voices.DemoVoices;
import org.alongside.training.DemoTraining;
import org.alongside.toolkit.DemoTallies;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** Every page in every state that matters, as axe sees it: nobody is kept out, and nothing scrolls sideways on a small phone. */
@AlongsideTest
class AccessibleTests {
    /** Sends the form of the page as it stands, so that the page with its problems shows. */
    private static final String EMPTY = " (sent empty)";
    private static final String CHANGE = " (change)";

    private static final String SOFIA = "/desk/cases/" + DemoCases.SOFIA.id();
    private static final String JESS = "/desk/cases/" + DemoCases.JESS.id();
    private static final String TOMASZ = "/desk/cases/" + DemoCases.TOMASZ.id();
    private static final String ELIN = "/desk/cases/" + DemoCases.ELIN.id();
    private static final String MARCUS = "/desk/cases/" + DemoCases.MARCUS.id();

    /** A line of the file of helplines, whose id is made of its key. */
    private static final String SERVICE = "/services/" + UUID.nameUUIDFromBytes("helpline/live-fear-free".getBytes(StandardCharsets.UTF_8));

    private static final List<String> PUBLIC = List.of("/", "/pages/1", "/pages/2", "/pages/3", "/pages/4", "/pages/5", "/pages/6", "/pages/7",
            "/pages/8", "/pages/9", "/pages/10", "/pages/11", "/pages/12", "/helplines", "/find", "/refer", "/refer" + EMPTY, "/refer/status", "/refer/status" + EMPTY, "/plan", "/plan?easy=yes", "/about-this-site", "/confirmed", "/confirm-again", "/not-there",
            "/desk/sign-in", "/desk/sign-in" + EMPTY, "/cy", "/cy/find", "/cy/helplines", "/cy/refer", "/cy/pages/7", "/cy/pages/10", "/cy/plan?easy=yes", "/training", "/training/" + DemoTraining.OPEN, "/training/" + DemoTraining.OPEN + EMPTY, "/training/" + DemoTraining.FULL, "/training/asked", "/training/place/" + "0".repeat(40), "/training/certificates", "/training/certificates/000000000000", "/cy/training/" + DemoTraining.FULL,
            "/have-your-say", "/cy/have-your-say", "/have-your-say?category=question", "/have-your-say/1", "/have-your-say/2", "/cy/have-your-say/3", "/have-your-say/campaigns/1", "/have-your-say/2/poll", "/have-your-say/2/poll" + EMPTY, "/have-your-say/2/poll?busy", "/cy/have-your-say/1/poll", "/have-your-say/2/poll/thanks",
            "/enquiry", "/enquiry/ask", "/enquiry/housing", "/enquiry/police", "/enquiry/fathers", "/enquiry/told", "/enquiry/cards", "/enquiry/cards/schools", "/enquiry/cards/1", "/enquiry/cards/2", "/enquiry/tally/" + DemoTallies.CODE, "/cy/enquiry", "/cy/enquiry/ask", "/cy/enquiry/health", "/cy/enquiry/tally/" + DemoTallies.CODE,
            SERVICE, SERVICE + "/pass-on", "/cy" + SERVICE + "/pass-on", "/posters", "/posters" + EMPTY, "/cy/posters", "/posters/1/en/0", "/posters/5/cy/0", "/cy/posters/6/en/0", "/standards/register", "/standards", "/standards/supporting-men/services", "/standards/supporting-men/survivors", "/cy/standards/supporting-men/associated", "/standards/supporting-men", "/standards/supporting-men/beside/core-support", "/cy/standards/supporting-men/beside/core-support", "/standards/supporting-men/copy", "/standards/supporting-men/copy" + EMPTY, "/cy/standards/core-support/copy", "/standards/copy/asked", "/standards/copy/forgotten", "/standards/copy/" + "0".repeat(40), "/standards/words", "/standards/words/done", "/standards/heard", "/cy/standards/heard",
            "/have-your-say/account/sign-in", "/have-your-say/account/sign-in" + EMPTY, "/have-your-say/account/new", "/have-your-say/account/new" + EMPTY, "/have-your-say/account/new-password", "/have-your-say/account/new-password" + EMPTY, "/have-your-say/account/inbox", "/have-your-say/account/link/" + "0".repeat(40), "/have-your-say/account/link/" + "0".repeat(40) + EMPTY,
            "/have-your-say/account/address/" + "0".repeat(40), "/have-your-say/account/moved", "/have-your-say/account/over", "/have-your-say/account/gone", "/cy/have-your-say/account/sign-in" + EMPTY, "/cy/have-your-say/account/new", "/cy/have-your-say/account/link/" + "0".repeat(40));

    private static final List<String> DUTY_WORKER = List.of("/desk", "/desk/inbox", "/desk/inbox/decided", "/desk/calls", "/desk/calls/new", "/desk/cases", "/desk/cases?list=waiting", "/desk/cases?list=overdue",
            "/desk/cases?list=closed", "/desk/reviews", "/desk/people", "/desk/account", "/desk/account/password", "/desk/account/password" + EMPTY, "/desk/account/name", "/desk/my-matches", "/desk/known", "/desk/known" + EMPTY, "/desk/not-there");

    private static final List<String> CASE = Stream.of("", "/timeline", "/contacts", "/contacts/new", "/contacts/new" + EMPTY, "/notes/new", "/notes/new" + EMPTY, "/needs", "/needs/new", "/needs/new" + EMPTY, "/goals/new",
            "/goals/new" + EMPTY, "/offers/new", "/offers/new" + EMPTY, "/actions", "/actions/new", "/actions/new" + EMPTY, "/crises/new", "/crises/new" + EMPTY, "/allocation", "/allocation" + EMPTY, "/assessment", "/plan", "/plan/1/paper",
            "/plan/1/paper" + EMPTY, "/plan/draft", "/closure", "/closure" + EMPTY, "/outcomes", "/outcomes" + EMPTY, "/incidents", "/incidents" + EMPTY, "/letters", "/letters" + EMPTY, "/documents", "/documents" + EMPTY, "/oversight", "/oversight" + EMPTY, "/texts").map(SOFIA::concat).toList();

    private static final List<String> OTHER_CASES = List.of(JESS, JESS + "/timeline", TOMASZ, TOMASZ + "/closure", TOMASZ + "/reopening", ELIN, ELIN + "/contacts/new", ELIN + "/assessment", ELIN + "/plan", ELIN + "/contacts");

    private static final List<String> MANAGER = List.of("/desk", "/desk/inbox", "/desk/cases", "/desk/caseloads", "/desk/reviews", SOFIA + "/risk-to-life", SOFIA + "/risk-to-life" + EMPTY, "/desk/messages", "/desk/repeat-rule", "/desk/repeat-rule" + EMPTY, "/desk/rota", "/desk/rota" + EMPTY, "/desk/supervision", "/desk/supervision" + EMPTY, "/desk/approvals", "/desk/unmet-need", "/desk/partners/outcomes", "/desk/partners/outcomes" + EMPTY, "/desk/standards/words", "/desk/standards/words/new?standard=supporting-men", "/desk/standards/words/new?standard=supporting-men" + EMPTY, "/desk/standards/words/" + DemoVoices.BELIEVED);
    private static final List<String> TRAINER = List.of("/desk/enquiry", "/desk/enquiry" + EMPTY, "/desk/training", "/desk/training" + EMPTY, "/desk/training/courses/" + DemoTraining.COURSE, "/desk/training/cohorts/" + DemoTraining.OVER, "/desk/training/cohorts/" + DemoTraining.FULL, "/desk/training/cohorts/" + DemoTraining.OVER + "/register", "/desk/trained", "/desk/agencies", "/desk/agencies" + EMPTY, "/desk/agencies/" + DemoAgencies.HOMES, "/desk/agencies/" + DemoAgencies.HOMES + EMPTY);
    private static final List<String> COMMISSIONER = List.of("/desk", "/desk/trained", "/desk/agencies");
    private static final List<String> LEAD = List.of("/desk", "/desk/matches", "/desk/known/of/" + World.MINA.worker().id(), "/desk/audit", "/desk/cases", "/desk/openings", "/desk/corrections");
    private static final List<String> ADMINISTRATOR = List.of("/desk", "/desk/team", "/desk/team/new", "/desk/team/new" + EMPTY, "/desk/account", "/desk/standards", "/desk/standards" + EMPTY);
    private static final List<String> FACILITATOR = List.of("/desk/cases", "/desk/inbox", "/desk/inbox/decided", "/desk/calls/new", "/desk/unmet-need", MARCUS, MARCUS + "/contacts/new", MARCUS + "/needs", MARCUS + "/closure", MARCUS + "/partners", MARCUS + "/partners" + EMPTY, MARCUS + "/programme", MARCUS + "/programme" + EMPTY, MARCUS + "/programme/agreement", MARCUS + "/programme/agreement" + EMPTY, MARCUS + "/programme/breaches", MARCUS + "/programme/breaches" + EMPTY, MARCUS + "/programme/needs", MARCUS + "/programme/making-up", MARCUS + "/apart", MARCUS + "/apart" + EMPTY, MARCUS + "/known-harm", MARCUS + "/known-harm" + EMPTY, MARCUS + "/outcomes", MARCUS + "/outcomes" + EMPTY, "/desk/groups/outcomes", "/desk/groups/templates", "/desk/groups/figures", "/desk/groups", "/desk/groups/new", "/desk/groups/new" + EMPTY);
    private static final List<String> PARTNER_SUPPORT = List.of("/desk", "/desk/outcomes", "/desk/partners", "/desk/partners/outcomes");
    private static final List<String> HELPLINE_WORKER = List.of("/desk/emergency", "/desk/emergency" + EMPTY);

    private static final String HARBOURS = "/desk/self-assessments/" + DemoSelfAssessments.HARBOURS.id(), LANTERNS = "/desk/self-assessments/" + DemoSelfAssessments.LANTERNS.id(), REVIEW = "/desk/peer-reviews/" + DemoAwards.REVIEW, AWARD = "/desk/awards/" + DemoAwards.AWARD;
    private static final List<String> QUALITY = List.of("/desk/self-assessments", "/desk/self-assessments" + EMPTY, HARBOURS, HARBOURS + "/print", HARBOURS + "/statements/L1", HARBOURS + "/statements/L3", HARBOURS + "/evidence/" + DemoSelfAssessments.PLAN, "/desk/plans", "/desk/plans?assessment=" + DemoSelfAssessments.HARBOURS.id() + EMPTY,
            "/desk/plans/" + DemoImprovement.PLAN, "/desk/awards", "/desk/commissioning/asked-of-us", "/desk/commissioning/asked-of-us/" + DemoCommissioning.ANSWERED);
    private static final List<String> ELSEWHERE = List.of("/desk/commissioning/asked-of-us/" + DemoCommissioning.ASKED, "/desk/commissioning/asked-of-us/" + DemoCommissioning.ASKED + EMPTY, LANTERNS, LANTERNS + "/review", LANTERNS + "/statements/L1", "/desk/awards", AWARD, "/desk/awards/of/" + DemoSelfAssessments.LANTERNS.id(), "/desk/awards/answers/" + DemoAwards.AWARD);
    private static final List<String> REVIEWER = List.of("/desk/peer-reviews", REVIEW, REVIEW + "/statements/L1", "/desk/awards", AWARD, "/desk/awards/decisions/" + DemoAwards.REVIEW);
    private static final List<String> COUNCIL = List.of("/desk", "/desk/commissioning", "/desk/commissioning/new" + EMPTY, "/desk/commissioning/" + DemoCommissioning.ANSWERED, "/desk/commissioning/" + DemoCommissioning.DECLINED, "/desk/self-assessments/side-by-side", "/desk/self-assessments", "/desk/self-assessments/" + DemoSelfAssessments.COUNCILS.id());
    private static final String STEERING = "/desk/involvement/groups/" + DemoInvolvement.GROUP;
    private static final List<String> MEMBER = List.of("/desk/network", "/desk/network?list=UNANSWERED", "/desk/network/own", "/desk/network/own" + EMPTY, "/desk/network/people", "/desk/network/write?kind=question", "/desk/network/write?kind=notice", "/desk/network/write?kind=notice" + EMPTY, "/desk/network/write?kind=resource",
            "/desk/network/write?kind=resource" + EMPTY, "/desk/network/posts/" + DemoNetwork.QUESTION, "/desk/network/posts/" + DemoNetwork.QUESTION + EMPTY, "/desk/network/posts/" + DemoNetwork.RESOURCE, "/desk/network/posts/" + DemoNetwork.WAITS, "/desk/involvement", STEERING, STEERING + "/members", STEERING + "/members" + EMPTY,
            "/desk/involvement/members/" + DemoInvolvement.OSSIE, "/desk/involvement/members/" + DemoInvolvement.OSSIE + EMPTY, "/desk/involvement/members/" + DemoInvolvement.INVITED, "/desk/involvement/members/" + DemoInvolvement.INVITED + EMPTY, "/desk/involvement/members/" + DemoInvolvement.BRAM + "/paper", STEERING + "/meetings", STEERING + "/meetings" + EMPTY,
            "/desk/involvement/meetings/" + DemoInvolvement.MEETING, STEERING + "/expenses", STEERING + "/changes", "/desk/involvement/changes/" + DemoInvolvement.CHANGED, "/desk/involvement/changes/" + DemoInvolvement.OPEN, "/desk/involvement/changes/" + DemoInvolvement.OPEN + EMPTY);
    private static final List<String> MODERATOR = List.of("/desk/network", "/desk/network/held", "/desk/network/posts/" + DemoNetwork.WAITS, "/desk/network/posts/" + DemoNetwork.RESOURCE);
    private static final String CONVERSATION = "/have-your-say/comments/" + DemoComments.CONVERSATION, COMMENT = "/desk/comments/";
    private static final List<String> WHO_COMMENTS = List.of(CONVERSATION + "/new", CONVERSATION + "/new" + EMPTY, CONVERSATION + "/new?to=" + DemoComments.SHOWN, "/cy" + CONVERSATION + "/new", "/have-your-say/comments/follow", "/have-your-say/comments/follow" + EMPTY, "/have-your-say/comments/sent",
            "/have-your-say/comments/" + DemoComments.SHOWN + "/report", "/have-your-say/comments/" + DemoComments.SHOWN + "/report" + EMPTY, "/have-your-say/comments/reported", "/cy/have-your-say/comments/follow?nothing");
    private static final List<String> WHO_READS = List.of("/desk/comments", "/desk/comments/list", "/desk/comments/list?state=RETURNED", "/desk/comments/wishes", "/desk/comments/care", "/desk/comments/care" + EMPTY, "/desk/comments/themes", "/desk/comments/themes" + EMPTY, COMMENT + DemoComments.WAITS,
            COMMENT + DemoComments.WAITS + EMPTY, COMMENT + DemoComments.HARD, COMMENT + DemoComments.RETURNED, COMMENT + DemoComments.SHOWN);
    private static final List<String> WHO_LEADS = List.of("/desk/comments", "/desk/comments/safeguarding", "/desk/comments/safeguarding/" + DemoComments.DANGER, "/desk/comments/safeguarding/" + DemoComments.DANGER + EMPTY);
    private static final List<String> IN_CHARGE = List.of("/desk/network", "/desk/network" + EMPTY, "/desk/network/colleagues", "/desk/involvement", STEERING, "/desk/engagement", "/desk/engagement/posts", "/desk/engagement/posts" + EMPTY, "/desk/engagement/posts/" + DemoEngagement.TODAY, "/desk/engagement/posts/" + DemoEngagement.WAITS, "/desk/engagement/posts/" + DemoEngagement.OLDER,
            "/desk/engagement/posts/" + DemoEngagement.DRAFT + "/preview", "/desk/engagement/campaigns", "/desk/engagement/campaigns" + EMPTY, "/desk/engagement/campaigns/" + DemoEngagement.CAMPAIGN);

    @Value("${local.server.port}") int port;
    @Autowired World world;
    @Autowired Desk desk;
    @Autowired ProgrammeFixture programme;
    @Autowired Cohorts cohorts;
    @Autowired Evaluations evaluations;
    @Autowired Enrolments enrolments;
    @Autowired Partners partners;
    @Autowired PartnerSupport support;
    @Autowired Cases cases;
    @Autowired People people;

    static Stream<Arguments> rooms() {
        return Stream.of(Arguments.of("anyone", PUBLIC), Arguments.of("tom", DUTY_WORKER), Arguments.of("tom", CASE), Arguments.of("tom", OTHER_CASES), Arguments.of("sal", MANAGER),
                Arguments.of("priya", LEAD), Arguments.of("jo", HELPLINE_WORKER), Arguments.of("alex", ADMINISTRATOR), Arguments.of("kit", FACILITATOR), Arguments.of("bea", PARTNER_SUPPORT), Arguments.of("cam", COMMISSIONER), Arguments.of("lee", TRAINER),
                Arguments.of("sal", QUALITY), Arguments.of("nia@lantern.example", ELSEWHERE), Arguments.of("wren@board.example", REVIEWER), Arguments.of("ines@council.example", COUNCIL),
                Arguments.of("mina", MEMBER), Arguments.of("wren@board.example", MODERATOR), Arguments.of("sal", IN_CHARGE), Arguments.of("anyone", WHO_COMMENTS), Arguments.of("jo", WHO_READS), Arguments.of("priya", WHO_LEADS));
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void every_page_can_be_used_by_everyone(String who, List<String> pages) {
        List<String> problems = new ArrayList<>();
        try (Someone someone = new Someone(port, Chromium.DESKTOP, true)) {
            if (!who.equals("anyone")) someone.signsIn(who);
            for (String page : pages) {
                someone.goes(page.replace(EMPTY, ""));
                if (page.endsWith(EMPTY)) sendsEmpty(someone);
                problems.addAll(Accessible.problems(someone.page));
            }
        }
        assertThat(problems).isEmpty();
    }

    /** Follows every link behind the desk once for each kind of page that is not named above, so that a new page is looked at all the same. */
    @Test
    void every_page_that_a_link_leads_to_can_be_used_by_everyone() throws Exception {
        List<String> problems = new ArrayList<>();
        Set<String> seen = new TreeSet<>();
        Stream.of(DUTY_WORKER, CASE, OTHER_CASES, MANAGER, LEAD, ADMINISTRATOR, TRAINER, PARTNER_SUPPORT, HELPLINE_WORKER, QUALITY, ELSEWHERE, MEMBER, MODERATOR, IN_CHARGE).flatMap(List::stream).forEach(page -> seen.add(kind(page)));
        FACILITATOR.forEach(page -> seen.add(kind(page) + CHANGE));
        int named = seen.size();
        for (Map.Entry<String, Actor.Worker> who : new TreeMap<>(Map.of("alex", World.ALEX, "kit", World.KIT, "robin", World.ROBIN, "priya", World.PRIYA, "sal", World.SAL, "bea", World.BEA)).entrySet()) {
            // The same kind of page on the two sides of the wall is not the same page.
            String side = who.getValue().side() == Side.CHANGE ? CHANGE : "";
            List<String> fresh = reached(who.getValue()).entrySet().stream().filter(kind -> seen.add(kind.getKey() + side)).map(Map.Entry::getValue).toList();
            try (Someone someone = new Someone(port, Chromium.DESKTOP, true)) {
                someone.signsIn(who.getKey());
                for (String page : fresh) problems.addAll(Accessible.problems(someone.goes(page).page));
            }
        }
        assertThat(problems).isEmpty();
        assertThat(seen).hasSizeGreaterThan(named + 50).contains("/desk/team/*", "/desk/team/*/leaving", "/desk/team/inboxes/*", "/desk/cases/*/needs/new (change)", "/desk/partners/*", "/desk/groups/* (change)", "/desk/groups/*/offers (change)", "/desk/groups/templates/* (change)", "/desk/groups/*/sessions/* (change)");
    }

    private static String kind(String page) {
        return page.replace(EMPTY, "").replaceAll("\\?.*", "").replaceAll("/statements/[^/]+", "/statements/*").replaceAll("/([0-9a-f-]{36}|\\d+)(?=/|$)", "/*");
    }

    /** One page of each kind that this worker comes to by links. */
    private Map<String, String> reached(Actor.Worker who) throws Exception {
        Map<String, String> reached = new LinkedHashMap<>();
        Deque<String> ahead = new ArrayDeque<>(List.of("/desk"));
        while (!ahead.isEmpty() && reached.size() < 80) {
            String page = ahead.remove();
            if (reached.putIfAbsent(kind(page), page) != null) continue;
            MockHttpServletResponse answer = desk.send(who, MockMvcRequestBuilders.get(URI.create(page)));
            if (answer.getRedirectedUrl() != null) ahead.add(answer.getRedirectedUrl());
            Jsoup.parse(answer.getContentAsString(StandardCharsets.UTF_8)).select("a[href^=/desk]:not([download])").eachAttr("href").stream().map(address -> address.replaceAll("#.*", ""))
                    .filter(address -> !address.isEmpty() && !address.startsWith("/desk/leave") && !address.startsWith("/desk/sign") && !address.endsWith("/paper")).forEach(ahead::add);
        }
        return reached;
    }

    @Test
    void the_account_of_a_resident_can_be_used_by_everyone() {
        List<String> problems = new ArrayList<>();
        try (Someone pat = new Someone(port, Chromium.PHONE, true)) {
            pat.goes("/have-your-say/account/new").types("Your e-mail address", "somebody@homes.example").presses("Send me the link").isOn("Look in your inbox");
            problems.addAll(Accessible.problems(pat.page));
            pat.presses("Send it again").reads("We have sent it again");
            problems.addAll(Accessible.problems(pat.page));
            pat.goes("/have-your-say/account/sign-in").types("Your e-mail address", "pat@homes.example").types("Your password", "westermouth").presses("Sign in").isOn("Your account");
            problems.addAll(Accessible.problems(pat.page));
            pat.presses("Save").reads("Saved.");
            problems.addAll(Accessible.problems(pat.page));
            for (String page : List.of("/password", "/password" + EMPTY, "/address", "/address" + EMPTY, "/removal", "/removal" + EMPTY)) {
                pat.goes("/have-your-say/account" + page.replace(EMPTY, ""));
                if (page.endsWith(EMPTY)) sendsEmpty(pat);
                problems.addAll(Accessible.problems(pat.page));
            }
            problems.addAll(Accessible.problems(pat.goes("/cy/have-your-say/account").page));
            pat.goes("/have-your-say/account").presses("Sign out").isOn("Sign in");
        }
        assertThat(problems).isEmpty();
    }

    @Test
    void a_register_with_somebody_in_it_can_be_used_by_everyone() {
        UUID group = UUID.randomUUID(), pair = UUID.randomUUID();
        CaseId id = world.as(World.ROBIN, () -> {
            cohorts.make(new Cohorts.NewCohort(group, "Monday", ForGender.ANYONE, "English", "Library", TestClock.START.minusSeconds(7200), 120, 2, World.ROBIN.worker(), World.KIT.worker(), List.of("One")), World.ROBIN);
            CaseId opened = cases.open(people.record(new NewPerson(Side.CHANGE, About.named("Corin", "Vane")), World.ROBIN), null, World.ROBIN);
            cases.accept(opened, World.ROBIN);
            partners.name(opened, new Partners.Named(pair, null, "Wren", "Aldous", Crossing.Kind.PARTNER, ""), World.ROBIN);
            enrolments.wait(opened, false, World.ROBIN);
            enrolments.offer(opened, group, TestClock.START.plusSeconds(7200), World.ROBIN);
            enrolments.accept(opened, World.ROBIN);
            return opened;
        });
        world.as(World.BEA, () -> support.tried(pair, UUID.randomUUID(), Outcome.ACCEPTED, "", World.BEA));
        programme.ready(id, World.ROBIN);
        world.as(World.ROBIN, () -> enrolments.start(id, World.ROBIN));
        List<String> problems = new ArrayList<>();
        try (Someone robin = new Someone(port, Chromium.PHONE, true)) {
            robin.signsIn("robin").goes("/desk/groups/" + group).follows("One").isOn("Register").types("What happened, or why they were away", "Talked about blame");
            problems.addAll(Accessible.problems(robin.page));
            robin.presses("Save the register").reads("Say whether they came");
            problems.addAll(Accessible.problems(robin.page));
            robin.answers("Was Corin Vane here?", "Left early").types("Does something worry you about a partner or a child?", "Said he waits outside her work").presses("Save the register");
            problems.addAll(Accessible.problems(robin.reads("Partner support was told").page));
            robin.goes("/desk/cases/" + id.id() + "/programme").isOn("Programme").reads("Left early");
            problems.addAll(Accessible.problems(robin.page));
        }
        try (Someone bea = new Someone(port, Chromium.PHONE, true)) {
            bea.signsIn("bea").goes("/desk/partners/" + pair).isOn("Partner support").reads("Missed the session on 20 November 2026", "Said he waits outside her work").doesNotRead("Talked about blame");
            problems.addAll(Accessible.problems(bea.page));
        }
        assertThat(problems).isEmpty();
    }

    @Test
    void the_way_through_a_search_and_a_referral_can_be_used_by_everyone() {
        try (Someone them = new Someone(port, Chromium.DESKTOP, true)) {
            List<String> problems = new ArrayList<>();
            UnaryOperator<Someone> check = here -> {
                problems.addAll(Accessible.problems(here.page));
                return here;
            };
            them.goes("/find").types("Roughly where?", "Nowhere at all").presses("Show me who can help");
            check.apply(them.reads("We do not know that place."));
            them.types("Roughly where?", "Westermouth").answers("Who is the help for?", "A man").presses("Show me who can help");
            check.apply(them.isOn("Who can help")).follows("Harbour House support");
            check.apply(them.isOn("Harbour House support")).follows("Something here is wrong?");
            check.apply(them.isOn("Something is wrong")).presses("Tell us");
            check.apply(them.reads("Choose what is wrong"));

            them.goes("/refer").answers("Who is this for?", "Someone I work with, who is hurt, frightened or controlled").presses("Continue");
            check.apply(them.isOn("Is it safe for us to contact them?")).presses("Continue");
            check.apply(them.reads("There is a problem")).answers("Is it safe for us to contact them?", "A phone call", "An e-mail").presses("Continue");
            check.apply(them.isOn("When is it safe for them?")).presses("Continue");
            check.apply(them.reads("There is a problem")).answers("When may we contact them?", "Any time").presses("Continue");
            check.apply(them.isOn("How do we reach them?")).presses("Continue");
            check.apply(them.reads("There is a problem")).types("Phone number", "07700 900466").types("E-mail address", "them@example.org").presses("Continue");
            check.apply(them.isOn("Are they safe right now?")).answers("Are they safe right now?", "No, there is danger now").presses("Continue");
            check.apply(them.isOn("If there is danger now")).presses("Go on");
            for (String heading : List.of("About you", "Do they know?", "What have you seen?", "Their name", "When were they born?", "Where do they live?", "About them", "Talking with us", "Children", "What is happening?")) {
                check.apply(them.isOn(heading)).presses(heading.equals("When were they born?") ? "Skip this question" : "Skip these questions");
            }
            check.apply(them.isOn("Who should read this?")).answers("Who should read this?", "Harbour House").presses("Continue");
            check.apply(them.isOn("Check before you send")).presses("Send");
            String number = check.apply(them.isOn("Sent")).textOf("main .done .govuk-heading-l");
            them.goes("/refer/status").types("Your number", number).presses("Look");
            check.apply(them.reads("We have it"));

            assertThat(problems).isEmpty();
        }
    }

    @Test
    void the_guided_enquiry_shows_what_follows_from_a_tick_and_nothing_is_typed_twice() {
        List<String> problems = new ArrayList<>();
        try (Someone them = new Someone(port, Chromium.PHONE, true)) {
            List<String> asked = new ArrayList<>();
            them.goes("/enquiry/ask").isOn("Guided enquiry").page.onRequest(request -> asked.add(request.method() + " " + request.url()));
            assertThat(them.page.getByText("2. What did you hear or see?").isVisible()).isFalse();
            them.answers("1. Is it safe to ask?", "Somebody else, or a child over two").sees("Do not ask now");
            problems.addAll(Accessible.problems(them.page));
            assertThat(them.page.getByText("2. What did you hear or see?").isVisible()).isFalse();
            them.answers("1. Is it safe to ask?", "Nobody: we are alone, and we understand each other").answers("2. What did you hear or see?", "Both, or I cannot tell").sees("You need not decide").sees("3. If they are harmed").sees("3. If they use abuse");
            problems.addAll(Accessible.problems(them.page));
            them.answers("2. What did you hear or see?", "They are hurt, frightened or controlled").answers("What have you seen or been told?", "Choking or strangling").sees("Pressure on the neck").answers("Are there children?", "Yes")
                    .answers("Do they know that you are telling us, and agree?", "No, they do not agree").sees("Without agreement").answers("Do they know that you are telling us, and agree?", "Yes, they agree");
            problems.addAll(Accessible.problems(them.page));
            assertThat(asked).as("nothing is sent while it is ticked").isEmpty();
            them.presses("Refer for support").isOn("Is it safe for us to contact them?").answers("Is it safe for us to contact them?", "Do not contact them").presses("Continue");
            them.isOn("Are they safe right now?");
        }
        try (Someone them = new Someone(port, Chromium.PHONE, false)) {
            them.goes("/enquiry/ask").answers("1. Is it safe to ask?", "We are on the phone or on video").sees("First make sure").answers("2. What did you hear or see?", "They hurt, frighten or control somebody").sees("3. If they use abuse");
            them.presses("Refer about their behaviour").isOn("Is it safe for us to contact them?");
        }
        try (Someone team = new Someone(port, Chromium.PHONE, true)) {
            team.goes("/enquiry/tally/" + DemoTallies.CODE).presses("Not safe to ask").reads("Counted today: Not safe to ask");
            problems.addAll(Accessible.problems(team.page));
            team.presses("Take this back").doesNotRead("Counted today");
        }
        assertThat(problems).isEmpty();
    }

    @Test
    void deciding_about_a_referral_and_writing_down_a_call_can_be_done_by_everyone() {
        try (Someone tom = new Someone(port, Chromium.DESKTOP, true)) {
            List<String> problems = new ArrayList<>();
            tom.signsIn("tom").goes("/desk/inbox").follows("Dana");
            String referral = tom.isOn("Referral").path();
            problems.addAll(Accessible.problems(tom.page));
            for (String decision : List.of("/refusal", "/withdrawal", "/transfer")) {
                tom.goes(referral + decision);
                problems.addAll(Accessible.problems(tom.page));
                sendsEmpty(tom);
                problems.addAll(Accessible.problems(tom.page));
            }
            tom.goes("/desk/calls/new").types("Phone", "07700 900477").presses("Make a referral");
            problems.addAll(Accessible.problems(tom.reads("There is a problem").page));
            tom.presses("Throw away");

            assertThat(problems).isEmpty();
        }
    }

    @Test
    void referring_somebody_about_how_they_behave_can_be_done_by_everyone() {
        try (Someone officer = new Someone(port, Chromium.PHONE, true)) {
            List<String> problems = new ArrayList<>();
            officer.goes("/refer").answers("Who is this for?", "Someone I work with, whose behaviour worries me").presses("Continue");
            officer.isOn("Is it safe for us to contact them?").answers("Is it safe for us to contact them?", "Do not contact them").presses("Continue");
            for (String heading : List.of("Is everybody safe right now?", "About you", "Do they know?", "What have you seen?", "Their name", "When were they born?", "Where do they live?", "About them", "Talking with us", "Children", "Whom it may affect", "What happened?")) {
                problems.addAll(Accessible.problems(officer.isOn(heading).page));
                officer.presses(heading.endsWith("right now?") || heading.equals("When were they born?") ? "Skip this question" : "Skip these questions");
            }
            problems.addAll(Accessible.problems(officer.isOn("Court and probation").answers("Has a court, the police or probation set conditions?", "Bail conditions", "None").page));
            officer.presses("Continue").reads("but not both");
            problems.addAll(Accessible.problems(officer.page));
            officer.presses("Skip these questions").isOn("Who should read this?").answers("Who should read this?", "Harbour House").presses("Continue");
            problems.addAll(Accessible.problems(officer.reads("A worker can begin sooner with these").page));
            assertThat(problems).isEmpty();
        }
    }

    @Test
    void what_is_known_before_the_work_begins_can_be_read_and_asked_for_by_everyone() {
        try (Someone kit = new Someone(port, Chromium.PHONE, true)) {
            List<String> problems = new ArrayList<>();
            kit.signsIn("kit").goes("/desk/inbox").follows("Gareth");
            String referral = kit.isOn("Referral").path();
            problems.addAll(Accessible.problems(kit.reads("Before the work begins", "Never use it with the person").page));
            kit.page.getByText("Ask again").click();
            kit.presses("Ask the referrer").reads("Choose how you ask");
            problems.addAll(Accessible.problems(kit.page));
            kit.page.getByText("Write down what they answered").click();
            kit.presses("Write it down").reads("Choose what you know now");
            problems.addAll(Accessible.problems(kit.page));
            for (String decision : List.of("/no-place", "/refusal", "/withdrawal")) {
                kit.goes(referral + decision);
                problems.addAll(Accessible.problems(kit.page));
                sendsEmpty(kit);
                problems.addAll(Accessible.problems(kit.reads("There is a problem").page));
            }
            kit.goes("/desk/inbox").follows("Dean");
            referral = kit.isOn("Referral").path();
            kit.goes(referral + "/acceptance");
            problems.addAll(Accessible.problems(kit.isOn("Accept this referral").page));
            sendsEmpty(kit);
            problems.addAll(Accessible.problems(kit.reads("Say why you accept it although not everything is known").page));
            kit.goes("/desk/unmet-need");
            problems.addAll(Accessible.problems(kit.isOn("Need that nobody met").page));
            assertThat(problems).isEmpty();
        }
    }

    @Test
    void a_person_and_their_addresses_can_be_read_and_changed_by_everyone() {
        try (Someone tom = new Someone(port, Chromium.DESKTOP, true)) {
            List<String> problems = new ArrayList<>();
            tom.signsIn("tom").goes(SOFIA + "/contacts/new").follows("Safe contact (How to make contact safely, now)").reads("When and how may I contact?");
            String person = tom.path();
            for (String page : List.of("", "/about", "/about" + EMPTY, "/names", "/names" + EMPTY, "/contact", "/contact" + EMPTY, "/shared", "/relations", "/relations/new", "/relations/new" + EMPTY, "/addresses", "/addresses/new", "/addresses/new" + EMPTY, "/call", "/risk-to-life")) {
                tom.goes(person + page.replace(EMPTY, ""));
                if (page.endsWith(EMPTY)) sendsEmpty(tom);
                problems.addAll(Accessible.problems(tom.page));
            }
            assertThat(problems).isEmpty();
        }
    }

    @Test
    void a_request_for_what_is_held_can_be_answered_by_everyone() {
        try (Someone priya = new Someone(port, Chromium.DESKTOP, true); Someone sal = new Someone(port, Chromium.DESKTOP, true)) {
            List<String> problems = new ArrayList<>();
            priya.signsIn("priya").goes(SOFIA + "/contacts/new").follows("Safe contact (How to make contact safely, now)").reads("When and how may I contact?").follows("Somebody asks for what we hold");
            problems.addAll(Accessible.problems(priya.isOn("Somebody asks for what we hold").page));
            sendsEmpty(priya);
            problems.addAll(Accessible.problems(priya.reads("There is a problem").page));
            priya.answers("Who asks?", "The person themself").types("Who exactly, and how are they reached?", "Sofia, by letter to Ana").types("What do they ask for?", "Everything since October").presses("Write it down");
            String request = priya.isOn("Information request").reads("Not yet").path();
            problems.addAll(Accessible.problems(priya.page));
            priya.types("What?", "Note of 13 October").picks("What kind of fact is it?", "Concern").picks("Where does it come from?", "Somebody else told us, or it is about somebody else").presses("Write it down");
            priya.reads("Note of 13 October", "Not decided").presses("All is decided: ask a second person");
            problems.addAll(Accessible.problems(priya.reads("Write down first how you made sure who asks").page));
            priya.types("How did you make sure who asks?", "Rang her on the safe number").presses("Save");
            priya.page.getByText("Decide", new Page.GetByTextOptions().setExact(true)).click();
            priya.picks("Does it leave?", "Leaves").page.locator(".place").getByText("Save").click();
            problems.addAll(Accessible.problems(priya.reads("Say why it may leave").page));
            priya.types("Why?", "Ana agreed").page.locator(".place").getByText("Save").click();
            priya.reads("Ana agreed").presses("All is decided: ask a second person");
            problems.addAll(Accessible.problems(priya.reads("It waits for somebody else").page));
            sal.signsIn("sal").goes(request).presses("I looked at it: it leaves");
            problems.addAll(Accessible.problems(sal.reads("There is a problem").page));
            sal.picks("How is it sent?", "Handed over").picks("On what basis?", "They agreed").answers("Does the person know?", "Yes").presses("I looked at it: it leaves");
            problems.addAll(Accessible.problems(sal.reads("Answered").page));
            sal.goes("/desk/requests").reads("The person themself, about Sofia Marques");
            problems.addAll(Accessible.problems(sal.page));
            assertThat(problems).isEmpty();
        }
    }

    @Test
    void an_evaluation_can_be_planned_answered_typed_in_and_closed_by_everyone() {
        List<String> problems = new ArrayList<>();
        try (Someone lee = new Someone(port, Chromium.PHONE, true)) {
            lee.signsIn("lee");
            String open = "/desk/evaluations/" + DemoEvaluations.OPEN.id(), closed = "/desk/evaluations/" + DemoEvaluations.CLOSED.id();
            for (String page : List.of("/desk/evaluations", "/desk/evaluations/new", "/desk/evaluations/new" + EMPTY, open, open + "/plan", open + "/comments", open + "/cards", open + "/room/before", open + "/blank/after", open + "/paper/after", open + "/paper/after" + EMPTY, open + "/file",
                    open + "/file" + EMPTY, open + "/closure", closed, closed + "/comments", open + "/report", open + "/report/outside", closed + "/report", closed + "/report/outside", "/desk/evaluations/reports")) {
                lee.goes(page.replace(EMPTY, ""));
                if (page.endsWith(EMPTY)) sendsEmpty(lee);
                problems.addAll(Accessible.problems(lee.page));
            }
            lee.goes(open + "/file").page.setInputFiles("#file", new FilePayload("answers.csv", "text/csv", "time\nx\n".getBytes(StandardCharsets.UTF_8)));
            problems.addAll(Accessible.problems(lee.presses("Only look at it").reads("What is wrong").page));
        }
        String before = world.as(World.LEE, () -> evaluations.one(DemoEvaluations.OPEN).questionsPath(Wave.BEFORE));
        try (Someone learner = new Someone(port, Chromium.PHONE, true)) {
            problems.addAll(Accessible.problems(learner.goes(before).reads("What we promise you").page));
            problems.addAll(Accessible.problems(learner.types("The number on your card", "1234 5678 9012").presses("Go on").reads("One digit of this number is not right").page));
            problems.addAll(Accessible.problems(learner.presses("Make a card").isOn("Your card").page));
            problems.addAll(Accessible.problems(learner.follows("I have kept it").reads("Where do you work?").page));
            learner.answers("Notice the signs that somebody may be living with abuse", "A little").picks("Where do you work?", "Housing");
            problems.addAll(Accessible.problems(learner.presses("Send my answers").isOn("Thank you").page));
            for (String said : List.of("/already", "/ended", "/busy")) problems.addAll(Accessible.problems(learner.goes(before + said).page));
            problems.addAll(Accessible.problems(learner.goes("/cy" + before).page));
        }
        assertThat(problems).isEmpty();
    }

    @Test
    void a_move_across_the_wall_can_be_made_taken_on_and_undone_by_everyone() {
        PersonId person = world.as(World.MINA, () -> {
            PersonId made = people.record(new NewPerson(Side.SUPPORT, About.named("Una", "Across")), World.MINA);
            cases.accept(cases.open(made, null, World.MINA), World.MINA);
            return made;
        });
        try (Someone priya = new Someone(port, Chromium.PHONE, true); Someone kit = new Someone(port, Chromium.DESKTOP, true)) {
            List<String> problems = new ArrayList<>();
            priya.signsIn("priya").goes("/desk/people/" + person.id() + "/correction").reads("What follows at once");
            problems.addAll(Accessible.problems(priya.page));
            sendsEmpty(priya);
            problems.addAll(Accessible.problems(priya.reads("There is a problem").page));
            priya.answers("How sure are you?", "Likely").types("Why?", "Seen by two").page.getByLabel("I have read what follows").check();
            priya.presses("Move Una Across across");
            problems.addAll(Accessible.problems(priya.reads("They are with nobody").page));
            String move = priya.path();
            problems.addAll(Accessible.problems(kit.signsIn("kit").goes("/desk/corrections").reads("Una Across").page));
            problems.addAll(Accessible.problems(kit.goes(move).reads("Nothing else came over").page));
            kit.presses("Say no");
            problems.addAll(Accessible.problems(kit.reads("There is a problem").page));
            kit.presses("Take them on");
            kit.goes(move);
            problems.addAll(Accessible.problems(kit.reads("Taken on").page));
            priya.goes(move).types("Why is it undone?", "It was right before").presses("Undo the move");
            problems.addAll(Accessible.problems(priya.reads("Undone").page));
            assertThat(problems).isEmpty();
        }
    }

    @Test
    void a_case_opened_in_an_emergency_can_be_read_and_looked_at_by_everyone() {
        try (Someone jo = new Someone(port, Chromium.PHONE, true); Someone priya = new Someone(port, Chromium.DESKTOP, true)) {
            List<String> problems = new ArrayList<>();
            jo.signsIn("jo").goes("/desk/emergency").types("Whose case?", "Jess Tan").answers("Why must it be opened now?", "Somebody is in danger now").types("What is happening?", "They ring again").types("Your password", DemoWorkers.PASSWORD).presses("Open it for an hour");
            problems.addAll(Accessible.problems(jo.isOn("Jess Tan").page));
            String opened = jo.path();
            problems.addAll(Accessible.problems(jo.goes("/desk/emergency").reads("A case is open to you until").page));
            priya.signsIn("priya").goes("/desk/openings").reads("They ring again");
            problems.addAll(Accessible.problems(priya.page));
            jo.goes(opened).presses("I am done: close it");
            problems.addAll(Accessible.problems(jo.reads("Nobody has finished looking").page));
            Locator row = priya.page.locator(".lines > li").filter(new Locator.FilterOptions().setHasText("They ring again"));
            row.getByRole(AriaRole.BUTTON).click();
            problems.addAll(Accessible.problems(priya.reads("There is a problem").page));
            row.getByLabel("What did you find?").selectOption("JUSTIFIED");
            row.getByLabel("How did you come to it?").fill("Talked with Jo");
            row.getByRole(AriaRole.BUTTON).click();
            problems.addAll(Accessible.problems(priya.reads("Written down", "Talked with Jo").page));
            assertThat(problems).isEmpty();
        }
    }

    @Test
    void where_a_client_was_sent_on_is_written_and_read_by_everyone() {
        try (Someone mina = new Someone(port, Chromium.PHONE, true); Someone alex = new Someone(port, Chromium.DESKTOP, true)) {
            List<String> problems = new ArrayList<>();
            mina.signsIn("mina").goes(SOFIA).page.getByText("More", new Page.GetByTextOptions().setExact(true)).click();
            problems.addAll(Accessible.problems(mina.page));
            mina.follows("Sent on").isOn("Sent on").reads("Law centre", "Ask how it went");
            problems.addAll(Accessible.problems(mina.page));
            mina.page.getByText("How did it go?").click();
            mina.page.locator(".place").getByText("Write it down").click();
            problems.addAll(Accessible.problems(mina.reads("Choose what they say of it").page));
            mina.picks("What do they say?", "They were believed and helped").types("In their words", "She listened first").page.locator(".place").getByText("Write it down").click();
            problems.addAll(Accessible.problems(mina.reads("She listened first").page));
            sendsEmpty(mina);
            problems.addAll(Accessible.problems(mina.reads("There is a problem").page));
            problems.addAll(Accessible.problems(alex.signsIn("alex").goes("/desk/onward").isOn("How services met clients").page));
            assertThat(problems).isEmpty();
        }
    }

    @Test
    void a_level_is_raised_and_other_questions_are_asked_by_everyone() {
        try (Someone mina = new Someone(port, Chromium.PHONE, true); Someone sal = new Someone(port, Chromium.DESKTOP, true)) {
            List<String> problems = new ArrayList<>();
            mina.signsIn("mina").goes(ELIN + "/assessment").page.getByText("I see more danger now", new Page.GetByTextOptions().setExact(true)).click();
            problems.addAll(Accessible.problems(mina.page));
            mina.presses("Raise the level").reads("Say why you see more danger");
            problems.addAll(Accessible.problems(mina.page));
            mina.goes(JESS + "/assessment/draft").answers("Is something happening now, or about to?", "Yes").reads("Call 999 now.");
            problems.addAll(Accessible.problems(mina.page));
            mina.presses("Ask too: Signs that go before serious harm").isOn("Signs that go before serious harm");
            problems.addAll(Accessible.problems(mina.page));
            mina.presses("Save and go back to the assessment").isOn("Safety assessment").reads("Signs that go before serious harm nothing answered yet");
            mina.goes(SOFIA + "/outcomes").answers("What?", "How we were with you").answers("When in their time with us?", "Review").presses("Begin").isOn("How we were with you");
            problems.addAll(Accessible.problems(mina.page));
            mina.answers("Were you believed?", "Yes").presses("Finish").isOn("Outcomes").follows("How we were with you").reads("Were you believed?", "Yes");
            problems.addAll(Accessible.problems(mina.page));
            sal.signsIn("sal").goes("/desk/instruments").presses("Load it").reads("Choose a file that is not empty");
            problems.addAll(Accessible.problems(sal.page));
            sal.page.setInputFiles("#file", new FilePayload("own.yaml", "text/yaml", "key: own\nkind: essay\n".getBytes(StandardCharsets.UTF_8)));
            sal.presses("Load it").reads("This file cannot be used yet", "own.yaml, line 2");
            problems.addAll(Accessible.problems(sal.page));
            sal.follows("How we were with you").isOn("How we were with you");
            problems.addAll(Accessible.problems(sal.page));
            sal.follows("Print it empty").isOn("Notes");
            problems.addAll(Accessible.problems(sal.page));
            assertThat(problems).isEmpty();
        }
    }

    @Test
    void what_is_kept_held_and_erased_is_decided_by_everyone() {
        try (Someone priya = new Someone(port, Chromium.DESKTOP, true); Someone sal = new Someone(port, Chromium.DESKTOP, true)) {
            List<String> problems = new ArrayList<>();
            priya.signsIn("priya").goes("/desk/day").page.getByText("Office", new Page.GetByTextOptions().setExact(true)).click();
            problems.addAll(Accessible.problems(priya.page));
            priya.follows("Keeping and erasing").isOn("Keeping and erasing").page.getByText("Decide", new Page.GetByTextOptions().setExact(true)).first().click();
            priya.types("For how many months?", "many").page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Decide")).first().click();
            problems.addAll(Accessible.problems(priya.reads("Enter a number of months from 1 to 600", "Say why it is needed").page));
            priya.goes("/desk/keeping").follows("Leanne Marsh").isOn("How long it is kept");
            String file = priya.path();
            problems.addAll(Accessible.problems(priya.page));
            sal.signsIn("sal").goes(file).presses("I looked at it: it must stay").presses("It need not stay any longer");
            priya.goes(file).presses("I agree: let it go").reads("It was held");
            problems.addAll(Accessible.problems(priya.page));
            priya.page.getByText("It is to go before its time", new Page.GetByTextOptions().setExact(true)).click();
            priya.presses("Ask for it to be erased");
            problems.addAll(Accessible.problems(priya.reads("Choose why it is to go").page));
            priya.answers("Why?", "The person asks for it").types("How did you make sure?", "Met her").presses("Ask for it to be erased").reads("Somebody else must agree");
            problems.addAll(Accessible.problems(sal.goes(file).reads("This cannot be undone").page));
            sal.presses("It stays");
            priya.goes(file).page.getByText("It must stay", new Page.GetByTextOptions().setExact(true)).click();
            priya.answers("Why?", "A complaint or a claim").types("What is it needed for?", "Her own complaint").presses("Hold it").reads("It is held");
            assertThat(problems).isEmpty();
        }
    }

    @Test
    void an_assessment_that_lacks_a_level_says_so_to_everyone() {
        try (Someone tom = new Someone(port, Chromium.DESKTOP, true)) {
            List<String> problems = new ArrayList<>();
            tom.signsIn("tom").goes(ELIN + "/assessment").presses("Start an assessment");
            problems.addAll(Accessible.problems(tom.reads("Your judgement").page));
            tom.presses("Finish the assessment");
            problems.addAll(Accessible.problems(tom.reads("There is a problem").page));

            assertThat(problems).isEmpty();
        }
    }

    @Test
    void a_plan_on_paper_can_be_read_by_everyone_and_the_paper_says_nothing_but_the_plan() {
        try (Someone tom = new Someone(port, Chromium.DESKTOP, true)) {
            tom.signsIn("tom").goes(SOFIA + "/plan/1/paper");
            tom.page.locator("main input[name=safe]").first().check();
            sendsEmpty(tom);

            assertThat(Accessible.problems(tom.isOn("Ready to print").page)).isEmpty();
            tom.page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(tom.page.locator("body").innerText().lines().filter(line -> !line.isBlank()).findFirst()).contains("Safe places");
            assertThat(tom.page.locator("body").innerText()).doesNotContain("Sofia").doesNotContain("Harbour").doesNotContain("Printed by");
        }
    }

    @Test
    void an_easy_read_plan_can_be_read_by_everyone_and_is_large_on_paper() {
        try (Someone tom = new Someone(port, Chromium.DESKTOP, true)) {
            tom.signsIn("tom").goes(SOFIA + "/plan/1/paper").answers("How shall it be printed?", "Easy Read").answers("Did they say today that paper is safe to keep?", "Yes, I asked them").presses("Show the page to print");

            assertThat(Accessible.problems(tom.isOn("Ready to print").page)).isEmpty();
            tom.page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(tom.page.locator("body").innerText().lines().filter(line -> !line.isBlank()).findFirst()).contains("When I do not feel safe");
            assertThat(tom.page.evaluate("[...document.querySelectorAll('.plan-part p')].every(line => parseFloat(getComputedStyle(line).fontSize) >= 14 * 96 / 72)")).isEqualTo(true);
        }
    }

    @Test
    void printed_pages_show_what_is_folded_away_and_no_addresses_of_links() {
        try (Someone tom = new Someone(port, Chromium.DESKTOP, true)) {
            tom.signsIn("tom").goes(SOFIA + "/plan");
            tom.page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

            assertThat(tom.page.locator("main").innerText()).contains("Printed by Tom Reyes").contains("Where could you stay for a night");
            assertThat(tom.page.evaluate("[...document.querySelectorAll('a[href]')].map(link => getComputedStyle(link, '::after').content).filter(content => content.includes('/'))")).isEqualTo(List.of());
        }
    }

    @Test
    void a_new_colleague_can_use_the_page_behind_their_link() {
        try (Someone alex = new Someone(port, Chromium.DESKTOP, true); Someone guest = new Someone(port, Chromium.DESKTOP, true)) {
            alex.signsIn("alex").goes("/desk/team/new").types("Name", "Accessible Newcomer").types("Work e-mail address", "newcomer@harbour.example");
            alex.page.locator("input[name=roles][value=VOLUNTEER]").check();
            alex.page.locator("input[name=side][value=SUPPORT]").check();
            alex.presses("Add and make a link").isOn("A link for your colleague");
            List<String> problems = new ArrayList<>(Accessible.problems(alex.page));
            guest.goes(URI.create(alex.textOf("main .typed strong")).getPath());
            problems.addAll(Accessible.problems(guest.page));
            sendsEmpty(guest);
            problems.addAll(Accessible.problems(guest.reads("There is a problem").page));

            assertThat(problems).isEmpty();
        }
    }

    @Test
    void a_page_that_keeps_people_out_is_noticed() {
        try (Someone someone = new Someone(port, Chromium.DESKTOP, true)) {
            someone.page.setContent("<title>Bad</title><input><p style='color:#bbb;width:500px'>Pale words</p>");

            assertThat(Accessible.problems(someone.page)).anyMatch(problem -> problem.contains("scrolls sideways")).anyMatch(problem -> problem.contains("label")).anyMatch(problem -> problem.contains("color-contrast"));
        }
    }

    @Test
    void a_form_from_elsewhere_is_refused_on_a_page_for_everyone() {
        try (Someone someone = new Someone(port, Chromium.DESKTOP, true)) {
            someone.page.setContent("<form method=post action='http://localhost:" + port + "/refer'><button>Send</button></form>");
            someone.presses("Send").isOn("We could not accept that");

            assertThat(Accessible.problems(someone.page)).isEmpty();
        }
    }

    private static void sendsEmpty(Someone someone) {
        someone.page.evaluate("window.asItWas = true");
        someone.page.locator("main form button[type=submit]:visible").first().click();
        // Asked from outside: polled inside the page, our own Content-Security-Policy refuses the asking.
        someone.page.waitForCondition(() -> isAnswered(someone));
    }

    private static boolean isAnswered(Someone someone) {
        try {
            return Boolean.TRUE.equals(someone.page.evaluate("!window.asItWas && document.readyState === 'complete'"));
        } catch (PlaywrightException onItsWay) {
            return false;
        }
    }
}
