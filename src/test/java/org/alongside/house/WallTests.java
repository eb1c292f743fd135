package org.alongside.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.alongside.AlongsideTest;
import org.alongside.TestDatabase;
import org.alongside.World;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.casework.CaseId;
import org.alongside.casework.Cases;
import org.alongside.correction.Arrivals;
import org.alongside.correction.Corrections;
import org.alongside.crossing.Crossing;
import org.alongside.instruments.AnswerSheet;
import org.alongside.outcomes.Numbers;
import org.alongside.outcomes.Outcomes;
import org.alongside.outcomes.Stage;
import org.alongside.partnersupport.Outcome;
import org.alongside.partnersupport.PartnerSupport;
import org.alongside.people.About;
import org.alongside.people.Certainty;
import org.alongside.people.NewPerson;
import org.alongside.people.People;
import org.alongside.people.PersonId;
import org.alongside.programme.Breach;
import org.alongside.programme.Breaches;
import org.alongside.programme.Decision;
import org.alongside.programme.KnownHarms;
import org.alongside.programme.Partners;
import org.alongside.programme.ProgrammeFixture;
import org.alongside.programme.Sheets;
import org.alongside.programme.Suitabilities;
import org.alongside.programme.WhoSaid;
import org.alongside.shared.Side;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** A couple, one on each side. Whatever a worker of one side opens, nothing of the other side stands there, except what crosses. */
@AlongsideTest
class WallTests {
    /** What only those beside the partner know. */
    private static final List<String> HERS = List.of("Marked-Zephyrine", "MARKED-she-is-at-her-sisters", "MARKED-note-of-hers", "MARKED-she-wants-support", "MARKED-how-it-is-with-her", "MARKED-letter-of-hers");
    /** What only those who work with the participant know. */
    private static final List<String> HIS = List.of("MARKED-he-blames-the-boss", "MARKED-why-he-was-late", "MARKED-what-he-does-now", "MARKED-what-the-police-said", "MARKED-letter-of-his", "MARKED-why-a-programme-suits", "MARKED-how-it-was-not-kept");
    private static final List<String> WALLED = List.of("people.person", "casework.client_case", "casework.moment", "casework.contact", "letters.letter", "outcomes.snapshot", "programme.breach", "programme.suitability", "programme.known_harm", "instruments.response");
    private final Everything everything = new Everything();
    @Autowired World world;
    @Autowired MockMvc mvc;
    @Autowired Cases cases;
    @Autowired People people;
    @Autowired Partners partners;
    @Autowired PartnerSupport support;
    @Autowired Outcomes outcomes;
    @Autowired KnownHarms harms;
    @Autowired ProgrammeFixture programme;
    @Autowired Suitabilities suitabilities;
    @Autowired Breaches breaches;
    @Autowired Corrections corrections;
    @Autowired Arrivals arrivals;

    @Test
    void whatever_a_worker_of_one_side_opens_nothing_of_the_other_side_stands_there() throws Exception {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        root.addAppender(log);
        try {
            List<String> from = aCouple();

            for (Actor.Worker other : List.of(World.ROBIN, World.KIT)) assertThat(found(other, HERS, from)).as(other.toString()).isEmpty();
            for (Actor.Worker other : List.of(World.BEA, World.MINA, World.SAL)) assertThat(found(other, HIS, from)).as(other.toString()).isEmpty();
            // Control: each side finds its own by the same walk, so what is not found was looked for, in print too.
            assertThat(found(World.BEA, HERS, from)).containsExactlyInAnyOrderElementsOf(HERS);
            assertThat(found(World.ROBIN, HIS, from)).containsExactlyInAnyOrderElementsOf(HIS);
        } finally {
            root.detachAppender(log);
        }
        assertThat(mails()).isNotEmpty().noneMatch(mail -> mail.contains("MARKED") || mail.contains("Marked-") || mail.contains("Marchbank"));
        assertThat(log.list.stream().filter(line -> line.getLevel().isGreaterOrEqual(Level.INFO)).map(ILoggingEvent::getFormattedMessage)).noneMatch(line -> line.contains("MARKED") || line.contains("Marked-"));
    }

    /** Control: with the wall of the database down, and all that the application asks for still standing, the same walk finds what it must not. */
    @Test
    void were_the_wall_of_the_database_down_the_other_side_would_be_found() throws Exception {
        List<String> from = aCouple();
        for (String table : WALLED) TestDatabase.asOwner("create policy down on " + table + " for select using (access.actor_kind() = 'WORKER' and organisation_id = access.organisation())");
        try {
            assertThat(found(World.ROBIN, HERS, from)).isNotEmpty();
            assertThat(found(World.BEA, HIS, from)).isNotEmpty();
        } finally {
            for (String table : WALLED) TestDatabase.asOwner("drop policy down on " + table);
        }
        assertThat(found(World.ROBIN, HERS, from)).isEmpty();
    }

    @Test
    void after_somebody_moved_across_nothing_of_the_old_record_stands_on_the_new_side_or_the_other_way_round() throws Exception {
        List<String> old = List.of("MARKED-old-needs", "MARKED-old-note", "MARKED-old-contact", "MARKED-why-moved"), fresh = List.of("MARKED-new-note", "MARKED-new-contact");
        CaseId hers = world.as(World.MINA, () -> {
            CaseId opened = cases.open(people.record(new NewPerson(Side.SUPPORT, About.named("Oriel", "Marchbank").needing(old.get(0))), World.MINA), null, World.MINA);
            cases.accept(opened, World.MINA);
            return opened;
        });
        note(World.MINA, hers, old.get(1));
        contact(World.MINA, hers, old.get(2));
        PersonId person = world.as(World.MINA, () -> cases.facts(hers).person());
        UUID move = UUID.randomUUID();
        Acting.as(World.PRIYA, () -> corrections.move(person, move, new Corrections.Said(Certainty.CLEAR, old.get(3), "goes-over-danger", ""), World.PRIYA));
        CaseId his = Acting.as(World.KIT, () -> arrivals.accept(move, World.ROBIN.worker(), UUID.randomUUID(), World.KIT));
        note(World.ROBIN, his, fresh.get(0));
        contact(World.ROBIN, his, fresh.get(1));
        List<String> from = new ArrayList<>(start(his, UUID.randomUUID(), hers));
        from.addAll(List.of("/desk/corrections", "/desk/corrections/" + move, "/desk/people/" + person.id(), "/desk/people/" + person.id() + "/correction"));

        for (Actor.Worker other : List.of(World.ROBIN, World.KIT)) assertThat(found(other, old, from)).as(other.toString()).isEmpty();
        for (Actor.Worker other : List.of(World.MINA, World.SAL, World.PRIYA)) assertThat(found(other, fresh, from)).as(other.toString()).isEmpty();
        // Control: each side finds its own by the same walk, and what was agreed did go over.
        assertThat(found(World.PRIYA, old, from)).containsExactlyInAnyOrderElementsOf(old);
        assertThat(found(World.ROBIN, fresh, from)).containsExactlyInAnyOrderElementsOf(fresh);
        assertThat(found(World.ROBIN, List.of("goes-over-danger"), from)).hasSize(1);
        assertThat(found(World.MINA, old.subList(1, 4), from)).as("and whoever worked with them does not open it any more").isEmpty();
    }

    /** A couple, one on each side, with everything said of them that only one side may know. @return where their pages begin */
    private List<String> aCouple() throws Exception {
        CaseId his = participant();
        UUID pair = UUID.randomUUID();
        world.as(World.ROBIN, () -> partners.name(his, new Partners.Named(pair, null, "Oriel", "Marchbank", Crossing.Kind.PARTNER, "Ring before noon"), World.ROBIN));
        CaseId hers = world.as(World.BEA, () -> support.open(pair, World.BEA));
        world.as(World.BEA, () -> support.tried(pair, UUID.randomUUID(), Outcome.ACCEPTED, HERS.get(3), World.BEA));
        note(World.BEA, hers, HERS.get(2));
        contact(World.BEA, hers, HERS.get(1));
        world.as(World.BEA, () -> people.change(cases.facts(hers).person(), About.named("Oriel", "Marchbank").knownAs(HERS.get(0)), 1, World.BEA));
        note(World.ROBIN, his, HIS.get(0));
        contact(World.ROBIN, his, HIS.get(1));

        said(World.BEA, hers, Numbers.PARTNERS, HERS.get(4));
        said(World.ROBIN, his, Numbers.PARTICIPANTS, HIS.get(2));
        world.as(World.ROBIN, () -> harms.add(his, new KnownHarms.NewHarm(UUID.randomUUID(), pair, WhoSaid.POLICE, null, true, HIS.get(3)), World.ROBIN));

        List<String> from = new ArrayList<>(start(his, pair, hers));
        from.add(letter(World.BEA, hers, "housing", HERS.get(5)));
        from.add(letter(World.ROBIN, his, "programme", HIS.get(4)));
        UUID talk = programme.finished(his, Sheets.SUITABILITY, World.ROBIN);
        world.as(World.ROBIN, () -> suitabilities.decide(his, talk, Decision.NOT_NOW, HIS.get(5), World.ROBIN));
        world.as(World.ROBIN, () -> breaches.write(his, new Breaches.NewBreach(UUID.randomUUID(), LocalDate.of(2026, 11, 20), Breach.Kind.GROUP, Breach.Follows.TALK, HIS.get(6), ""), World.ROBIN));
        from.addAll(List.of("/desk/cases/" + his.id() + "/programme/sheets/" + talk, "/desk/cases/" + his.id() + "/programme/breaches", "/desk/cases/" + his.id() + "/programme/agreement/paper"));
        return from;
    }

    /** What waits to be sent, to whomever, as it would be sent. */
    private List<String> mails() {
        return everything.see(all -> all.sql("select id, subject, body from messages.outbox where body is not null").query((row, number) -> row.getString("subject") + "\n" + TestDatabase.SEAL.open(row.getBytes("body"), "messages.outbox.body", row.getObject("id", UUID.class))).list());
    }

    private CaseId participant() {
        return world.as(World.ROBIN, () -> {
            CaseId opened = cases.open(people.record(new NewPerson(Side.CHANGE, About.named("Alaric", "Marchbank")), World.ROBIN), null, World.ROBIN);
            cases.accept(opened, World.ROBIN);
            return opened;
        });
    }

    private static List<String> start(CaseId his, UUID pair, CaseId hers) {
        return List.of("/desk", "/desk/cases/" + his.id(), "/desk/cases/" + hers.id(), "/desk/cases/" + his.id() + "/partners", "/desk/cases/" + his.id() + "/programme", "/desk/cases/" + his.id() + "/timeline", "/desk/cases/" + hers.id() + "/timeline",
                "/desk/cases/" + his.id() + "/contacts", "/desk/cases/" + hers.id() + "/contacts", "/desk/partners/" + pair, "/desk/groups", "/desk/groups/outcomes", "/desk/partners/outcomes", "/desk/cases/" + his.id() + "/outcomes", "/desk/cases/" + hers.id() + "/outcomes", "/desk/cases/" + his.id() + "/known-harm", "/desk/cases?list=team");
    }

    /** Which of these words stand on any page that this worker comes to by links, from these pages on. */
    private Set<String> found(Actor.Worker who, List<String> words, List<String> from) throws Exception {
        Deque<String> ahead = new ArrayDeque<>(from);
        Set<String> walked = new TreeSet<>(), kinds = new TreeSet<>(), found = new TreeSet<>();
        while (!ahead.isEmpty() && walked.size() < 150) {
            String path = ahead.remove();
            String kind = path.replaceAll("\\?.*", "").replaceAll("/([0-9a-f-]{36}|\\d+)(?=/|$)", "/*");
            if (!walked.add(path) || !from.contains(path) && !kinds.add(kind)) continue;
            MockHttpServletResponse response = mvc.perform(get(path).with(world.signedIn(who))).andReturn().getResponse();
            String body = words(response) + response.getHeaderNames().stream().map(response::getHeaders).toList();
            words.stream().filter(body::contains).forEach(found::add);
            for (Element link : Jsoup.parse(body).select("a[href^=/desk]")) if (!link.attr("href").matches("/desk/(leave|sign).*")) ahead.add(link.attr("href").replaceAll("#.*", ""));
        }
        assertThat(walked).hasSizeGreaterThan(20);
        List<String> searched = new ArrayList<>();
        for (String name : List.of("Marchbank", "Zephyrine", "Oriel")) {
            searched.add(mvc.perform(post("/desk/people").param("family", name).param("given", "Oriel").with(world.signedIn(who))).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8));
        }
        words.stream().filter(word -> searched.stream().anyMatch(page -> page.contains(word))).forEach(found::add);
        return found;
    }

    /** What somebody reads of an answer: a page as it is, a PDF by its text. */
    private static String words(MockHttpServletResponse response) throws Exception {
        if (!MediaType.APPLICATION_PDF_VALUE.equals(response.getContentType())) return response.getContentAsString(StandardCharsets.UTF_8);
        try (PDDocument pdf = Loader.loadPDF(response.getContentAsByteArray())) {
            return new PDFTextStripper().getText(pdf);
        }
    }

    /** A finished letter. @return where its PDF is */
    private String letter(Actor.Worker me, CaseId id, String template, String words) throws Exception {
        String path = mvc.perform(post("/desk/cases/" + id.id() + "/letters").param("once", UUID.randomUUID().toString()).param("template", template).param("toName", "The duty officer").param("agreed", "NAME").param("basis", "AGREED").param("told", "YES").with(world.signedIn(me)))
                .andReturn().getResponse().getRedirectedUrl();
        assertThat(mvc.perform(post(path).param("then", "done").param("revision", "0").param("body", words).with(world.signedIn(me))).andReturn().getResponse().getStatus()).isEqualTo(302);
        return path + "/paper";
    }

    private void said(Actor.Worker me, CaseId id, String set, String words) {
        world.as(me, () -> {
            UUID begun = outcomes.begin(id, set, Stage.START, LocalDate.of(2026, 11, 20), me);
            outcomes.finish(id, begun, 0, AnswerSheet.read(outcomes.one(id, begun).instrument(), field -> field.equals("a.different") ? new String[] {words} : null), me);
        });
    }

    private void note(Actor.Worker me, CaseId id, String words) throws Exception {
        assertThat(mvc.perform(post("/desk/cases/" + id.id() + "/notes").param("once", UUID.randomUUID().toString()).param("on.day", "20").param("on.month", "11").param("on.year", "2026").param("time", "09:00").param("words", words).with(world.signedIn(me)))
                .andReturn().getResponse().getStatus()).isEqualTo(302);
    }

    private void contact(Actor.Worker me, CaseId id, String words) throws Exception {
        assertThat(mvc.perform(post("/desk/cases/" + id.id() + "/contacts").param("once", UUID.randomUUID().toString()).param("channel", "CALL").param("by", "CLIENT").param("purposes", "EMOTIONAL_SUPPORT").param("outcome", "SPOKE").param("answered", "CLIENT")
                .param("on.day", "20").param("on.month", "11").param("on.year", "2026").param("time", "09:00").param("words", words).with(world.signedIn(me))).andReturn().getResponse().getStatus()).isEqualTo(302);
    }
}
