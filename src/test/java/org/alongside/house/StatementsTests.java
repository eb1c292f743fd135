package org.alongside.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import jakarta.servlet.http.Cookie;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.alongside.AlongsideTest;
import org.alongside.TestDatabase;
import org.alongside.World;
import org.alongside.accommodation.TurnedAway;
import org.alongside.access.Actor;
import org.alongside.casework.CaseId;
import org.alongside.casework.Cases;
import org.alongside.casework.NeedDomain;
import org.alongside.people.About;
import org.alongside.people.NewPerson;
import org.alongside.people.People;
import org.alongside.people.PersonId;
import org.alongside.people.SafeContact;
import org.alongside.shared.Side;
import org.jsoup.Jsoup;
import org.alongside.programme.Cohorts;
import org.alongside.programme.Sheets;
import org.alongside.partnersupport.PartnerSupport;
import org.alongside.casework.DemoCases;
import org.alongside.training.DemoTraining;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** How often a page asks the database. The worker's seat, asked each time, is counted; the session, transactions and their actor are not. */
@AlongsideTest
class StatementsTests {
    private static final SafeContact NOT_ASKED = SafeContact.NOT_ASKED;
    @Autowired MockMvc mvc;
    @Autowired World world;
    @Autowired Cohorts cohorts;
    @Autowired Sheets sheets;
    @Autowired PartnerSupport support;
    @Autowired People people;
    @Autowired Cases cases;
    @Autowired JdbcClient sql;

    private final Logger logger = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
    // What the house asks for itself meanwhile, such as what was changed in the directory, is not the page's.
    private final ListAppender<ILoggingEvent> written = new ListAppender<>() {
        private final Thread here = Thread.currentThread();

        @Override
        protected void append(ILoggingEvent event) {
            if (Thread.currentThread() == here) super.append(event);
        }
    };
    private PersonId client;
    private CaseId id;
    private int times;
    private final String request = UUID.randomUUID().toString();
    private final UUID opening = UUID.randomUUID();
    private final String search = UUID.randomUUID().toString();

    @BeforeEach
    void listen() {
        world.as(World.MINA, () -> {
            client = people.record(new NewPerson(Side.SUPPORT, About.named("Often", "Testcase"), NOT_ASKED), World.MINA);
            id = cases.open(client, null, World.MINA);
            cases.accept(id, World.MINA);
        });
        letJoOpenAnother();
        world.as(World.JO, () -> sql.sql("insert into breakglass.opening (id, case_id, reason, words, opened_at, ends_at) values (:id, :case, 'DANGER_NOW', :words, timestamptz '2026-11-20 10:00Z', timestamptz '2026-11-20 11:00Z')").param("id", opening).param("words", TestDatabase.SEAL.close("x", "breakglass.opening.words", opening)).param("case", id.id()).update());
        logger.setLevel(Level.DEBUG);
        logger.setAdditive(false);
        written.start();
        logger.addAppender(written);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(written);
        logger.setAdditive(true);
        logger.setLevel(null);
        letJoOpenAnother();
    }

    private void letJoOpenAnother() {
        world.as(new Actor.Job(World.JO.organisation(), "erase", Side.SUPPORT), () -> sql.sql("delete from breakglass.opening where worker_id = :jo and finding is null").param("jo", World.JO.worker().id()).update());
    }

    @Test
    void a_page_that_shows_more_does_not_ask_more_often() throws Exception {
        fill();
        Map<String, List<String>> few = everyPage();
        for (int i = 0; i < 6; i++) fill();
        Map<String, List<String>> many = everyPage();

        assertThat(counted(many)).isEqualTo(counted(few));
        // Control: what is counted are the statements, and the pages do show more.
        assertThat(few.values()).allMatch(sent -> !sent.isEmpty());
        assertThat(Jsoup.parse(mvc.perform(get("/desk/cases/" + id.id() + "/needs").with(world.signedIn(World.MINA))).andReturn().getResponse().getContentAsString()).text()).contains(NeedDomain.values()[6].words());
    }

    @Test
    void a_page_asks_each_thing_once_and_each_room_once_or_twice() throws Exception {
        fill();

        assertThat(everyPage()).allSatisfy((page, sent) -> {
            // Two looks are two rows in the trail: at the person, and at their addresses.
            assertThat(sent).filteredOn(one -> !one.contains("insert into audit.entry")).as(page).doesNotHaveDuplicates();
            assertThat(sent).as(page).hasSizeLessThanOrEqualTo(11);
        });
    }

    @Test
    void a_step_of_a_referral_reads_what_was_answered_once() throws Exception {
        MvcResult begun = mvc.perform(post("/refer").param("asking", "MYSELF").with(World.sameSite())).andReturn();
        Cookie step = begun.getResponse().getCookie("step");

        assertThat(sent(get("/refer/how").cookie(step), 200)).hasSize(1);
        assertThat(sent(post("/refer/how").cookie(step).param("channels", "NONE").with(World.sameSite()), 302)).hasSize(5);
        assertThat(sent(post("/refer/name").cookie(step).param("given-name", "Sam").param("family-name", "Testcase").with(World.sameSite()), 302)).as("two answers in one statement").hasSize(5);
        assertThat(sent(get("/refer/where").cookie(step), 200)).as("and who reads it").hasSize(2);
    }

    private static Map<String, Integer> counted(Map<String, List<String>> pages) {
        return pages.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, page -> page.getValue().size()));
    }

    private Map<String, List<String>> everyPage() throws Exception {
        String theCase = "/desk/cases/" + id.id(), person = "/desk/people/" + client.id();
        Map<String, List<String>> asked = new LinkedHashMap<>();
        for (String page : List.of("/desk/day", "/desk/rota", "/desk/supervision", "/desk/cases?list=mine", "/desk/cases?list=team", "/desk/people", "/desk/reviews", "/desk/appointments", "/desk/concerns", "/desk/orders", "/desk/accommodation", "/desk/inbox", "/desk/inbox/decided", "/desk/my-matches", "/desk/known", theCase, theCase + "/timeline",
                theCase + "/contacts", theCase + "/contacts/new", theCase + "/needs", theCase + "/actions", theCase + "/appointments", theCase + "/concerns", theCase + "/onward", theCase + "/outcomes", theCase + "/incidents", theCase + "/letters", theCase + "/documents", theCase + "/oversight", theCase + "/texts", theCase + "/orders", theCase + "/accommodation", theCase + "/closure", theCase + "/assessment", theCase + "/plan", person, person + "/contact", person + "/addresses", person + "/relations", person + "/shared")) {
            asked.put(page, asks(page, World.MINA));
        }
        asked.put("/desk/caseloads", asks("/desk/caseloads", World.SAL));
        asked.put(theCase + "/allocation", asks(theCase + "/allocation", World.SAL));
        String group = "/desk/groups/" + world.as(World.ROBIN, () -> cohorts.all(World.ROBIN)).get(0).id(), marcus = "/desk/cases/" + DemoCases.MARCUS.id();
        for (String page : List.of("/desk/groups", "/desk/groups/new", group, group + "/sessions/" + world.as(World.ROBIN, () -> cohorts.sessions(cohorts.all(World.ROBIN).get(0).id())).get(0).id(), group + "/offers", marcus + "/programme", marcus + "/programme/agreement", marcus + "/programme/breaches", marcus + "/programme/sheets/" + world.as(World.ROBIN, () -> sheets.of(DemoCases.MARCUS)).get(0).id(), group + "/sessions/" + world.as(World.ROBIN, () -> cohorts.sessions(cohorts.all(World.ROBIN).get(0).id())).get(0).id() + "/change", "/desk/groups/templates", "/desk/groups/figures", marcus + "/programme/needs", marcus + "/programme/making-up", marcus + "/apart", marcus + "/partners", marcus + "/known-harm", marcus + "/outcomes", "/desk/groups/outcomes")) asked.put(page, asks(page, World.ROBIN));
        String partner = "/desk/partners/" + world.as(World.BEA, () -> support.all(World.BEA)).get(0).id();
        asked.put(partner, asks(partner, World.BEA));
        asked.put("/desk/partners", asks("/desk/partners", World.BEA));
        asked.put("/desk/outcomes", asks("/desk/outcomes", World.BEA));
        asked.put("/desk/partners/outcomes", asks("/desk/partners/outcomes", World.BEA));
        asked.put("/desk/calls", asks("/desk/calls", World.JO));
        asked.put("/desk/calls/new", asks("/desk/calls/new", World.JO));
        asked.put("/desk/emergency", asks("/desk/emergency", World.JO));
        asked.put("/desk/emergency/opened", asks("/desk/emergency/" + opening, World.JO));
        asked.put("/desk/openings", asks("/desk/openings", World.PRIYA));
        asked.put(person + "/correction", asks(person + "/correction", World.PRIYA));
        asked.put("/desk/corrections", asks("/desk/corrections", World.PRIYA));
        asked.put("/desk/messages", asks("/desk/messages", World.TOM));
        asked.put("/desk/requests", asks("/desk/requests", World.PRIYA));
        asked.put("/desk/requests/one", asks("/desk/requests/" + request, World.PRIYA));
        asked.put("/desk/matches", asks("/desk/matches", World.PRIYA));
        asked.put("/desk/audit", asks("/desk/audit", World.PRIYA));
        for (String page : List.of("/desk/training", "/desk/training/courses/" + DemoTraining.COURSE, "/desk/training/cohorts/" + DemoTraining.OPEN, "/desk/trained", "/desk/agencies")) asked.put(page, asks(page, World.LEE));
        asked.put("/desk/team", asks("/desk/team", World.ALEX));
        return asked;
    }

    /** One more of everything that such a page can show. */
    private void fill() throws Exception {
        String theCase = "/desk/cases/" + id.id();
        send(World.MINA, theCase + "/notes", "words=x" + NOW);
        send(World.MINA, theCase + "/contacts", "channel=CALL&by=CLIENT&purposes=EMOTIONAL_SUPPORT&outcome=SPOKE&answered=CLIENT&words=x" + NOW);
        send(World.MINA, theCase + "/crises", "what=THREAT&called=POLICE_999&whereabouts=UNKNOWN");
        send(World.MINA, theCase + "/needs", "domain=" + NeedDomain.values()[times] + "&level=LOW&status=OPEN&words=x");
        send(World.MINA, theCase + "/goals", "words=x");
        send(World.MINA, theCase + "/offers", "words=x&answer=THINKING");
        send(World.MINA, theCase + "/actions", "agency=POLICE&words=x&owner=" + World.MINA.worker().id() + "&due.day=1&due.month=12&due.year=2026");
        send(World.MINA, theCase + "/appointments", "on.day=24&on.month=11&on.year=2026&time=10:00&minutes=60&venue=OUR_OFFICE&interpreter=TO_BOOK&alone=yes&worker=" + World.MINA.worker().id());
        send(World.MINA, theCase + "/concerns", "about=CHILD&urgent=NO&words=x");
        String order = UUID.randomUUID().toString();
        send(World.MINA, theCase + "/orders", "once=" + order + "&kind=BAIL&status=MADE&made.day=1&made.month=11&made.year=2026");
        send(World.MINA, theCase + "/orders/" + order + "/breaches", "told=YES&words=x&happened.day=2&happened.month=11&happened.year=2026");
        if (times == 0) send(World.MINA, theCase + "/accommodation", "once=" + search + "&kinds=REFUGE&adults=1&counted=MAN&funds=WORK&from.day=1&from.month=12&from.year=2026");
        String place = UUID.randomUUID().toString();
        send(World.MINA, theCase + "/accommodation/" + search + "/places", "once=" + place + "&name=Somewhere");
        send(World.MINA, theCase + "/accommodation/places/" + place + "/refusal", "reason=" + TurnedAway.values()[times]);
        send(World.SAL, theCase + "/allocation", "to=" + World.MINA.worker().id() + "&wish=NONE");
        send(World.MINA, "/desk/people/" + client.id() + "/addresses/new", "kind=HOME&lines=1 Invented Street&postcode=WM1 2AB");
        send(World.MINA, "/desk/people/" + client.id() + "/relations/new", "kind=CHILD&givenName=Child" + times + "&familyName=Often&same=NEW");
        if (times == 0) send(World.PRIYA, "/desk/people/" + client.id() + "/requests", "once=" + request + "&kind=POLICE&askedBy=x&scope=x&received.day=2&received.month=11&received.year=2026");
        else send(World.PRIYA, "/desk/people/" + client.id() + "/requests", "kind=POLICE&askedBy=x&scope=x&received.day=2&received.month=11&received.year=2026");
        send(World.PRIYA, "/desk/requests/" + request + "/items", "what=x&field=CONCERN&source=OURS");
        send(World.JO, "/desk/calls/new/" + UUID.randomUUID(), "do=save&words=x");
        send(World.JO, "/desk/calls/new/" + UUID.randomUUID(), "do=contact&caller=SELF&issue=MONEY&call-channel=PHONE");
        send(World.MINA, theCase + "/assessment", "");
        send(World.MINA, theCase + "/assessment/draft", "then=done&revision=0&a.safe-to-talk=yes&a.harm-where=away&level=HIGH&reason=x&review.day=21&review.month=11&review.year=2026");
        send(World.MINA, theCase + "/plan/draft", "then=agree&r.pets=" + times + "&w.pets=y" + times++ + "&kept=PAPER&review.day=27&review.month=11&review.year=2026");
        send(World.MINA, theCase + "/incidents", "kinds=THREATS&happened.day=2&happened.month=11&happened.year=2026&by=none&told=POLICE");
        send(World.MINA, theCase + "/letters", "template=housing&toName=x&agreed=NAME&basis=AGREED&told=YES");
        String taken = send(World.MINA, theCase + "/outcomes", "set=how-things-are&stage=REVIEW&on.day=19&on.month=11&on.year=2026");
        send(World.MINA, taken, "then=done&revision=0&a.home=good");
        UUID call = UUID.randomUUID();
        send(World.JO, "/desk/calls/new/" + call, "do=referral&words=x&given-name=Often");
        send(World.TOM, "/desk/referrals/" + call + "/screening", "");
        send(World.JO, "/desk/calls/new/" + UUID.randomUUID(), "do=referral&words=x&given-name=Often");
    }

    private static final String NOW = "&on.day=20&on.month=11&on.year=2026&time=09:00";

    private String send(Actor.Worker worker, String path, String form) throws Exception {
        MockHttpServletRequestBuilder request = post(path).with(world.signedIn(worker));
        if (!form.contains("once=")) request.param("once", UUID.randomUUID().toString());
        for (String field : form.split("&")) if (!field.isEmpty()) request.param(field.substring(0, field.indexOf('=')), field.substring(field.indexOf('=') + 1));
        return String.valueOf(mvc.perform(request).andExpect(status().is3xxRedirection()).andReturn().getResponse().getRedirectedUrl());
    }

    private List<String> asks(String page, Actor.Worker worker) throws Exception {
        return sent(get(page).with(world.signedIn(worker)), 200);
    }

    private List<String> sent(MockHttpServletRequestBuilder request, int status) throws Exception {
        written.list.clear();
        mvc.perform(request).andExpect(status().is(status));
        return written.list.stream().map(ILoggingEvent::getFormattedMessage).filter(said -> said.startsWith("Executing prepared SQL statement") && !said.contains("spring_session")).toList();
    }
}
