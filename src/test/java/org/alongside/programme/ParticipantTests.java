package org.alongside.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.alongside.AlongsideTest;
import org.alongside.Desk;
import org.alongside.TestClock;
import org.alongside.World;
import org.alongside.access.Actor;
import org.alongside.casework.CaseId;
import org.alongside.casework.Cases;
import org.alongside.crossing.Crossing.Where;
import org.alongside.crossing.Crossing;
import org.alongside.instruments.Instrument;
import org.alongside.instruments.Instruments;
import org.alongside.partnersupport.Outcome;
import org.alongside.partnersupport.PartnerSupport;
import org.alongside.people.About;
import org.alongside.people.NewPerson;
import org.alongside.people.People;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Side;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** One participant: whether a programme suits them, what they agree to, when they do not keep to it, how they leave, and what a referrer may learn. */
@AlongsideTest
class ParticipantTests {
    @Autowired World world;
    @Autowired Desk desk;
    @Autowired ProgrammeFixture programme;
    @Autowired Cases cases;
    @Autowired People people;
    @Autowired Partners partners;
    @Autowired Cohorts cohorts;
    @Autowired Enrolments enrolments;
    @Autowired Suitabilities suitabilities;
    @Autowired Agreements agreements;
    @Autowired Breaches breaches;
    @Autowired Sheets sheets;
    @Autowired Instruments instruments;
    @Autowired PartnerSupport support;
    @Autowired JdbcClient sql;
    @Autowired TestClock clock;

    @AfterEach
    void back() {
        clock.back();
    }

    @Test
    void nobody_starts_before_somebody_decided_that_a_programme_suits_them_and_they_signed() throws Exception {
        CaseId id = placed();
        UUID pair = name(id);
        world.as(World.BEA, () -> support.tried(pair, UUID.randomUUID(), Outcome.DECLINED, "", World.BEA));
        assertThatThrownBy(() -> start(id)).isInstanceOf(RuleBroken.class).hasMessageContaining("Nobody has decided yet").hasMessageContaining("not signed");
        UUID first = programme.finished(id, Sheets.SUITABILITY, World.ROBIN);
        decide(id, first, Decision.SINGLE_FIRST);
        programme.sign(id, World.ROBIN);
        assertThatThrownBy(() -> start(id)).isInstanceOf(RuleBroken.class).hasMessageContaining("single talks come first").hasMessageNotContaining("signed");
        assertThatThrownBy(() -> decide(id, first, Decision.SUITABLE)).isInstanceOf(RuleBroken.class).hasMessageContaining("ask again");

        clock.pass(Duration.ofDays(1));
        decide(id, programme.finished(id, Sheets.SUITABILITY, World.ROBIN), Decision.SUITABLE);
        clock.pass(Duration.ofDays(200));
        assertThatThrownBy(() -> start(id)).isInstanceOf(RuleBroken.class).hasMessageContaining("older than six months");
        clock.back();
        clock.pass(Duration.ofDays(2));
        start(id);
        assertThat(world.as(World.ROBIN, () -> enrolments.current(id)).orElseThrow().agreedOn()).isEqualTo(ProgrammeFixture.TODAY);
    }

    @Test
    void an_urgent_answer_asks_for_a_second_person_who_did_not_decide() {
        CaseId id = placed();
        UUID calm = programme.finished(id, Sheets.SUITABILITY, World.KIT, "plans", "no", "threats", "earlier");
        decide(World.KIT, id, calm, Decision.SUITABLE);
        assertThat(newest(id).waitsForSecond()).as("control: nothing urgent").isFalse();

        clock.pass(Duration.ofMinutes(1));
        UUID urgent = programme.finished(id, Sheets.SUITABILITY, World.KIT, "plans", "yes");
        decide(World.KIT, id, urgent, Decision.SUITABLE);
        assertThat(newest(id).inTheWay(ProgrammeFixture.TODAY)).contains("manager or lead has to agree");
        assertThatThrownBy(() -> world.as(World.KIT, () -> suitabilities.agree(id, urgent, World.KIT))).isInstanceOf(RuleBroken.class).hasMessageContaining("somebody else agrees");
        assertThatThrownBy(() -> world.as(World.ROBIN, () -> suitabilities.agree(id, urgent, World.ROBIN))).as("a facilitator is no lead").isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> world.as(World.KIT, () -> sql.sql("update programme.suitability set agreed_by = decided_by, agreed_at = now() where sheet_id = :id").param("id", urgent).update())).as("the database refuses it too").isInstanceOf(DataAccessException.class);

        clock.pass(Duration.ofMinutes(1));
        UUID again = programme.finished(id, Sheets.SUITABILITY, World.ROBIN, "plans", "yes");
        decide(World.ROBIN, id, again, Decision.SUITABLE);
        world.as(World.KIT, () -> suitabilities.agree(id, again, World.KIT));
        assertThat(newest(id).inTheWay(ProgrammeFixture.TODAY)).isEmpty();
    }

    @Test
    void each_rule_of_the_talk_is_a_sentence_that_stands_when_its_answers_are_given_and_adds_up_to_nothing() throws Exception {
        Instrument talk = instruments.current(Sheets.SUITABILITY);
        assertThat(talk.scales()).isEmpty();
        assertThat(talk.signals()).hasSizeGreaterThan(8).allSatisfy(rule -> assertThat(rule.say()).endsWith("."));
        CaseId id = placed();
        Document page = desk.page(World.ROBIN, get(sheet(id, programme.finished(id, Sheets.SUITABILITY, World.ROBIN, "apart", "yes", "follows", "yes", "afraid", "partly"))));
        assertThat(page.text()).contains("Most deaths come then", "They may be the one who is harmed", "The answers decide nothing").doesNotContain("A child is being hurt", "score", "points");
        clock.pass(Duration.ofMinutes(1));
        assertThat(desk.page(World.ROBIN, get(sheet(id, programme.finished(id, Sheets.SUITABILITY, World.ROBIN, "apart", "yes")))).text()).as("control: half a rule is no rule").doesNotContain("Most deaths");
    }

    @Test
    void the_talk_is_had_decided_and_signed_by_its_pages() throws Exception {
        CaseId id = placed();
        String path = "/desk/cases/" + id.id() + "/programme";
        String begun = desk.send(World.ROBIN, post(path + "/sheets").param("set", Sheets.SUITABILITY)).getRedirectedUrl();
        assertThat(desk.send(World.ROBIN, post(path + "/sheets").param("set", Sheets.SUITABILITY)).getRedirectedUrl()).as("a second press finds the first").isEqualTo(begun);
        assertThat(desk.page(World.ROBIN, get(begun)).text()).contains("Danger to others", "What they tell is their account");
        desk.done(World.ROBIN, post(begun).param("revision", "0").param("a.owns", "partly").param("then", "later"));
        assertThat(desk.page(World.KIT, post(begun).param("revision", "0").param("a.owns", "no").param("then", "later")).text()).as("two at once").contains("A colleague saved this while you were writing", "A colleague saved here: Partly");
        assertThat(desk.send(World.ROBIN, post(begun + "/autosave").param("revision", "1").param("a.owns", "partly").param("a.wants", "yes")).getStatus()).isEqualTo(204);
        desk.done(World.ROBIN, post(begun).param("revision", "2").param("a.owns", "partly").param("a.wants", "yes").param("then", "done"));

        Document empty = desk.page(World.ROBIN, post(begun + "/decision").param("why", "Wants to stop"));
        assertThat(empty.selectFirst("#decision-error").text()).contains("Choose what you decide");
        assertThat(empty.selectFirst("#why").val()).isEqualTo("Wants to stop");
        desk.done(World.ROBIN, post(begun + "/decision").param("decision", "SUITABLE").param("why", "Wants to stop"));
        assertThat(desk.page(World.ROBIN, get(begun)).text()).contains("A programme suits them", "Wants to stop", "Robin Hale").doesNotContain("What do you decide?");

        Document unsigned = desk.page(World.ROBIN, post(path + "/agreement").param("on.day", "19").param("on.month", "11").param("on.year", "2026").param("followed", "READ_OUT").param("words", "Asked about the court"));
        assertThat(unsigned.selectFirst("#limits-error").text()).contains("Explain first what does not stay between them and you");
        assertThat(unsigned.selectFirst("#words").val()).isEqualTo("Asked about the court");
        assertThat(desk.page(World.ROBIN, post(path + "/agreement").param("on.day", "25").param("on.month", "11").param("on.year", "2026").param("followed", "READ").param("limits", "yes")).selectFirst("#on-error").text()).contains("today, or before");
        desk.done(World.ROBIN, post(path + "/agreement").param("on.day", "19").param("on.month", "11").param("on.year", "2026").param("followed", "READ_OUT").param("words", "Asked about the court").param("limits", "yes"));
        assertThat(desk.page(World.ROBIN, get(path)).text()).contains("Signed on 19 November 2026", "Name the partners first").doesNotContain("They have not signed");
        assertThat(desk.page(World.ROBIN, get(path + "/agreement")).text()).contains("Asked about the court", "What does not stay between us", "not yet reviewed");
        assertThat(text(desk.send(World.ROBIN, get(path + "/agreement/paper")))).contains("What does not stay between us", "Signed:").doesNotContain("Corin", "Vane");
    }

    @Test
    void harm_is_never_written_down_as_a_breach_without_telling_those_beside_the_partner() throws Exception {
        CaseId id = placed();
        UUID pair = name(id);
        assertThatThrownBy(() -> breach(id, Breach.Kind.HARM, Breach.Follows.TALK, "")).isInstanceOf(RuleBroken.class).hasMessageContaining("Write what partner support has to know");
        assertThat(world.as(World.ROBIN, () -> breaches.of(id))).isEmpty();
        breach(id, Breach.Kind.HARM, Breach.Follows.TALK, "Shouted at her in the street");
        breach(id, Breach.Kind.SUBSTANCES, Breach.Follows.WARNING, "");
        assertThat(world.as(World.BEA, () -> support.one(pair, World.BEA)).told().stream().map(told -> told.what()).toList()).contains(new Crossing.RiskChanged(pair, Crossing.Direction.UP, "Shouted at her in the street"));

        String path = "/desk/cases/" + id.id() + "/programme/breaches", once = UUID.randomUUID().toString();
        MockHttpServletRequestBuilder form = post(path).param("once", once).param("on.day", "20").param("on.month", "11").param("on.year", "2026").param("kind", "CONTACT").param("words", "Rang her at work").param("follows", "WARNING");
        Document refused = desk.page(World.ROBIN, form);
        assertThat(refused.selectFirst("#danger-error").text()).contains("partner support");
        assertThat(refused.selectFirst("#words").val()).isEqualTo("Rang her at work");
        desk.done(World.ROBIN, form.param("danger", "Rings her at work"));
        desk.done(World.ROBIN, post(path).param("once", once).param("on.day", "20").param("on.month", "11").param("on.year", "2026").param("kind", "CONTACT").param("words", "Rang her at work").param("follows", "WARNING").param("danger", "Rings her at work"));
        assertThat(world.as(World.ROBIN, () -> breaches.of(id))).as("a double press").hasSize(3);
        assertThat(desk.page(World.BEA, get("/desk/partners/" + pair)).text()).contains("Rings her at work").doesNotContain("Rang her at work");
    }

    @Test
    void where_nobody_is_named_harm_can_be_written_down_and_the_page_says_that_there_is_nobody_to_tell() throws Exception {
        CaseId id = placed();
        assertThat(desk.page(World.ROBIN, get("/desk/cases/" + id.id() + "/programme/breaches")).text()).contains("No partner is named, so there is nobody to tell", "999");
        breach(id, Breach.Kind.HARM, Breach.Follows.TALK, "");
        assertThat(world.as(World.ROBIN, () -> breaches.of(id))).hasSize(1);
    }

    @Test
    void a_breach_suspends_or_ends_in_the_same_moment_or_nothing_is_written() {
        CaseId id = taking();
        breach(id, Breach.Kind.GROUP, Breach.Follows.SUSPENDED, "");
        assertThat(status(id)).isEqualTo(Status.SUSPENDED);
        assertThatThrownBy(() -> breach(id, Breach.Kind.GROUP, Breach.Follows.SUSPENDED, "")).isInstanceOf(RuleBroken.class);
        assertThat(world.as(World.ROBIN, () -> breaches.of(id))).hasSize(1);
        breach(id, Breach.Kind.MISSED, Breach.Follows.ENDED, "");
        assertThat(world.as(World.ROBIN, () -> enrolments.of(id)).get(0).status()).isEqualTo(Status.LEFT);
        UUID pair = world.as(World.ROBIN, () -> partners.of(id)).get(0).pair();
        assertThat(world.as(World.BEA, () -> support.one(pair, World.BEA)).told().stream().map(told -> told.what()).toList()).extracting(what -> what instanceof Crossing.Standing standing ? standing.where() : null).contains(Where.SUSPENDED, Where.LEFT);
    }

    @Test
    void nobody_finishes_without_a_plan_for_when_it_is_hard_again_unless_they_do_not_want_one() {
        CaseId id = taking(), other = taking();
        assertThatThrownBy(() -> complete(id, false)).isInstanceOf(RuleBroken.class).hasMessageContaining("Make the plan for when it is hard again");
        programme.finished(id, Sheets.LEAVING, World.ROBIN, "who", "My brother");
        complete(id, false);
        complete(other, true);
        assertThat(List.of(newestStatus(id), newestStatus(other))).containsOnly(Status.COMPLETED);
    }

    @Test
    void a_report_to_the_referrer_holds_what_was_agreed_to_be_told_and_never_a_partner() throws Exception {
        CaseId id = taking();
        breach(id, Breach.Kind.GROUP, Breach.Follows.WARNING, "");
        String letters = "/desk/cases/" + id.id() + "/letters";
        assertThat(desk.page(World.ROBIN, get(letters)).text()).contains("To the referrer of a participant", "how often they came");
        String told = desk.send(World.ROBIN, letter(letters).param("agreed", "NAME").param("agreed", "PROGRAMME")).getRedirectedUrl();
        String draft = desk.page(World.ROBIN, get(told)).selectFirst("#body").val();
        assertThat(draft).contains("Corin Vane", "Taking part, began on 20 November 2026", "Not kept once, on 20 November 2026: a warning", "says nothing about whether anybody is safer").doesNotContain("Wren", "Shouted down the group");
        String withheld = desk.send(World.ROBIN, letter(letters).param("agreed", "NAME")).getRedirectedUrl();
        assertThat(desk.page(World.ROBIN, get(withheld)).selectFirst("#body").val()).as("what they did not agree to is not told").contains("Corin Vane").doesNotContain("Taking part", "Not kept");

        assertThat(desk.page(World.ROBIN, post(told).param("then", "done").param("revision", "0").param("body", draft + "\n\nHe is worried about wren aldous.")).selectFirst("#body-error").text()).contains("A partner is named in this letter");
        desk.done(World.ROBIN, post(told).param("then", "done").param("revision", "0").param("body", draft));
        assertThat(text(desk.send(World.ROBIN, get(told + "/paper")))).contains("Taking part").doesNotContain("Wren");
        assertThat(desk.page(World.ROBIN, get("/desk/people/" + world.as(World.ROBIN, () -> cases.facts(id)).person().id() + "/shared")).text()).contains("programme");
        CaseId hers = world.as(World.MINA, () -> {
            CaseId opened = cases.open(people.record(new NewPerson(Side.SUPPORT, About.named("Letters", "Testcase")), World.MINA), null, World.MINA);
            cases.accept(opened, World.MINA);
            return opened;
        });
        assertThat(desk.page(World.MINA, get("/desk/cases/" + hers.id() + "/letters")).text()).as("only where there are participants").contains("To the police").doesNotContain("To the referrer of a participant");
    }

    @Test
    void nobody_of_the_other_side_or_of_another_service_finds_a_talk_an_agreement_or_a_breach() throws Exception {
        CaseId id = taking();
        breach(id, Breach.Kind.GROUP, Breach.Follows.TALK, "");
        UUID sheet = world.as(World.ROBIN, () -> sheets.of(id)).get(0).id();
        String path = "/desk/cases/" + id.id() + "/programme";
        for (Actor.Worker other : List.of(World.MINA, World.SAL, World.PRIYA, World.BEA, World.JO, World.ALEX, World.ASH, World.NIA)) {
            for (String page : List.of(path + "/agreement", path + "/agreement/paper", path + "/breaches", path + "/sheets/" + sheet)) assertThat(desk.send(other, get(page)).getStatus()).as(other + " " + page).isEqualTo(404);
            assertThat(world.as(other, () -> sql.sql("select (select count(*) from programme.sheet) + (select count(*) from programme.suitability) + (select count(*) from programme.agreement) + (select count(*) from programme.breach)").query(Integer.class).single())).as(other.toString()).isZero();
        }
        assertThat(desk.send(World.KIT, get(path + "/sheets/" + sheet)).getStatus()).as("control").isEqualTo(200);
    }

    private static MockHttpServletRequestBuilder letter(String letters) {
        return post(letters).param("once", UUID.randomUUID().toString()).param("template", "programme").param("toName", "The probation officer").param("basis", "AGREED").param("told", "YES");
    }

    private CaseId placed() {
        return world.as(World.ROBIN, () -> {
            CaseId id = cases.open(people.record(new NewPerson(Side.CHANGE, About.named("Corin", "Vane")), World.ROBIN), null, World.ROBIN);
            cases.accept(id, World.ROBIN);
            UUID group = UUID.randomUUID();
            cohorts.make(new Cohorts.NewCohort(group, "Thursday", ForGender.ANYONE, "English", "Library", TestClock.START.plus(Duration.ofDays(7)), 120, 1, World.ROBIN.worker(), World.KIT.worker(), List.of("One", "Two")), World.ROBIN);
            enrolments.wait(id, false, World.ROBIN);
            enrolments.offer(id, group, TestClock.START.plus(Duration.ofDays(7)), World.ROBIN);
            enrolments.accept(id, World.ROBIN);
            return id;
        });
    }

    private CaseId taking() {
        CaseId id = placed();
        UUID pair = name(id);
        world.as(World.BEA, () -> support.tried(pair, UUID.randomUUID(), Outcome.DECLINED, "", World.BEA));
        programme.ready(id, World.ROBIN);
        start(id);
        return id;
    }

    private UUID name(CaseId id) {
        UUID pair = UUID.randomUUID();
        world.as(World.ROBIN, () -> partners.name(id, new Partners.Named(pair, null, "Wren", "Aldous", Crossing.Kind.PARTNER, ""), World.ROBIN));
        return pair;
    }

    private void start(CaseId id) {
        world.as(World.ROBIN, () -> enrolments.start(id, World.ROBIN));
    }

    private void complete(CaseId id, boolean withoutPlan) {
        world.as(World.ROBIN, () -> enrolments.complete(id, "All sessions", withoutPlan, World.ROBIN));
    }

    private void decide(CaseId id, UUID sheet, Decision decision) {
        decide(World.ROBIN, id, sheet, decision);
    }

    private void decide(Actor.Worker me, CaseId id, UUID sheet, Decision decision) {
        world.as(me, () -> suitabilities.decide(id, sheet, decision, "Because", me));
    }

    private void breach(CaseId id, Breach.Kind kind, Breach.Follows follows, String danger) {
        world.as(World.ROBIN, () -> breaches.write(id, new Breaches.NewBreach(UUID.randomUUID(), LocalDate.of(2026, 11, 20), kind, follows, "Shouted down the group", danger), World.ROBIN));
    }

    private Suitability newest(CaseId id) {
        return world.as(World.ROBIN, () -> suitabilities.newest(id)).orElseThrow();
    }

    private Status status(CaseId id) {
        return world.as(World.ROBIN, () -> enrolments.current(id)).orElseThrow().status();
    }

    private Status newestStatus(CaseId id) {
        return world.as(World.ROBIN, () -> enrolments.of(id)).get(0).status();
    }

    private static String sheet(CaseId id, UUID sheet) {
        return "/desk/cases/" + id.id() + "/programme/sheets/" + sheet;
    }

    private static String text(MockHttpServletResponse pdf) throws Exception {
        assertThat(pdf.getStatus()).isEqualTo(200);
        try (PDDocument read = Loader.loadPDF(pdf.getContentAsByteArray())) {
            return new PDFTextStripper().getText(read);
        }
    }
}
