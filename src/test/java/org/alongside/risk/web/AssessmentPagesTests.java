package org.alongside.risk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.alongside.AlongsideTest;
import org.alongside.Desk;
import org.alongside.TestClock;
import org.alongside.TestDatabase;
import org.alongside.World;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.access.DemoTown;
import org.alongside.casework.CaseId;
import org.alongside.casework.Cases;
import org.alongside.people.About;
import org.alongside.people.NewPerson;
import org.alongside.people.People;
import org.alongside.people.PersonId;
import org.alongside.referral.Asking;
import org.alongside.referral.Drafts;
import org.alongside.referral.Question;
import org.alongside.referral.ReferralId;
import org.alongside.referral.Referrals;
import org.alongside.shared.Side;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@AlongsideTest
class AssessmentPagesTests {
    static final String ODD = "👩‍👩‍👧 \u202Eodd <script>alert(1)</script>\nsecond line";
    @Autowired Cases cases;
    @Autowired People people;
    @Autowired TestClock clock;
    @Autowired World world;
    @Autowired Desk desk;
    @Autowired Drafts drafts;
    @Autowired Referrals referrals;
    @Autowired JdbcClient sql;
    String path;

    @BeforeEach
    void open() {
        CaseId id = world.as(World.MINA, () -> cases.open(people.record(new NewPerson(Side.SUPPORT, About.named("Robin", "Ashdown")), World.MINA), null, World.MINA));
        path = "/desk/cases/" + id.id() + "/assessment";
    }

    @AfterEach
    void back() {
        clock.back();
    }

    @Test
    void a_case_without_an_assessment_offers_to_start_one() throws Exception {
        Document page = desk.page(World.MINA, get(path));

        assertThat(page.text()).contains("No safety assessment yet", "Start an assessment");
        assertThat(page.title()).doesNotContain("Robin");
    }

    @Test
    void the_draft_asks_about_safety_first_and_says_what_it_is_not() throws Exception {
        desk.send(World.MINA, post(path));
        Document page = desk.page(World.MINA, get(path + "/draft"));

        assertThat(page.select("h2").eachText()).startsWith("Safe right now").endsWith("Your judgement");
        assertThat(page.selectFirst("fieldset legend").text()).isEqualTo("Is it safe to talk right now?");
        assertThat(page.text()).contains("A conversation aid, not validated, not a MARAC threshold", "Example, not yet reviewed", "999");
        assertThat(page.select("label[for=\"a.injuries\"], legend").eachText()).contains("If yes: What is hurt?");
        assertEachFieldHasALabel(page);
    }

    @Test
    void a_level_without_a_reason_is_refused_beside_the_field_and_everything_typed_stays() throws Exception {
        desk.send(World.MINA, post(path));
        Document page = desk.page(World.MINA, post(path + "/draft").param("then", "done").param("revision", "0").param("level", "HIGH").param("fearsMost", ODD).param("a.weapon", "yes").param("a.children", "lots").param("n.weapon", ODD));

        assertThat(page.selectFirst("#reason-error").text()).contains("Say why you chose this level");
        assertThat(page.selectFirst("[id=\"a.children-error\"]").text()).contains("whole number");
        assertThat(page.selectFirst("#fearsMost").wholeText().strip()).isEqualTo(ODD);
        assertThat(page.selectFirst("[name=\"n.weapon\"]").wholeText().strip()).isEqualTo(ODD);
        assertThat(page.selectFirst("[name=\"a.weapon\"][value=yes]").hasAttr("checked")).isTrue();
        assertThat(page.selectFirst("[name=\"review.day\"]").val()).isEqualTo("27");
        assertThat(desk.page(World.TOM, get(path + "/draft")).selectFirst("#fearsMost").wholeText().strip()).isEqualTo(ODD);
    }

    @Test
    void a_finished_assessment_shows_level_reason_age_answers_and_no_sum_of_anything() throws Exception {
        finish("HIGH", "");
        clock.pass(Duration.ofDays(12));
        Document page = desk.page(World.MINA, get(path));

        assertThat(page.text()).contains("Level: High", "Because", "12 days old", "Review overdue", "not validated, not a MARAC threshold", "Is there a weapon");
        assertThat(page.text()).doesNotContainPattern("(?i)\\b(score|total|points?|out of|sum)\\b").doesNotContainPattern("\\d+ (yes|answers|questions)").doesNotContainPattern("\\d+ ?/ ?\\d+").doesNotContain("%");
    }

    @Test
    void what_the_referrer_ticked_stands_beside_the_questions_and_fills_none_of_them_in() throws Exception {
        String theCase = referred(Asking.FOR_SOMEONE, Map.of(Question.SAFE_NOW, "NOT_SURE", Question.RISKS, "WEAPON,CHOKING", Question.RISK_WORDS, ODD, Question.REFERRER_NAME, "Kim Marker", Question.REFERRER_ORGANISATION, "Westshire Police", Question.REFERRER_PHONE, "01632 960733", Question.ADDRESS, "9 Hidden Row"));
        desk.send(World.MINA, post(theCase + "/assessment"));
        int looks = looks();
        Document page = desk.page(World.MINA, get(theCase + "/assessment/draft"));

        Element card = page.selectFirst("aside #in-the-referral");
        assertThat(card.text()).contains("In the referral", "A referrer’s tick is not the client’s answer: ask again", "Kim Marker, Westshire Police", "20 November 2026", "Not sure", "A weapon, used or threatened", "Choking or strangling", "second line");
        assertThat(card.wholeText()).contains(ODD.substring(ODD.indexOf("odd")));
        assertThat(card.text()).as("no number, no door").doesNotContain("960733", "Hidden Row");
        assertThat(page.select("main form input[checked]").eachAttr("value")).as("nothing is filled in").containsOnly("~NOT_ASKED");
        assertThat(page.select("main form [name^=\"n.\"], main form [name=fearsMost], main form [name=reason]").eachText()).allMatch(String::isBlank);
        assertThat(looks()).as("the look at the referral is in the trail").isEqualTo(looks + 1);
        assertThat(desk.page(World.MINA, post(theCase + "/assessment/draft").param("then", "done").param("revision", "0").param("level", "HIGH")).select("#in-the-referral")).as("also beside what is wrong").hasSize(1);
    }

    @Test
    void where_nothing_was_ticked_it_says_that_this_is_no_answer_and_whose_words_they_are() throws Exception {
        String theCase = referred(Asking.MYSELF, Map.of(Question.WORDS, "It got worse"));
        desk.send(World.MINA, post(theCase + "/assessment"));

        assertThat(desk.page(World.MINA, get(theCase + "/assessment/draft")).selectFirst("#in-the-referral").text()).contains("The client themselves", "Ask again: this was said then.", "Not said", "None ticked. That does not mean there are none.", "It got worse");
    }

    @Test
    void without_a_referral_there_is_no_card_and_one_kept_apart_or_of_others_is_not_there() throws Exception {
        desk.send(World.MINA, post(path));
        assertThat(desk.page(World.MINA, get(path + "/draft")).select("#in-the-referral, aside")).isEmpty();
        String theCase = referred(Asking.FOR_SOMEONE, Map.of(Question.RISKS, "WEAPON"));
        desk.send(World.MINA, post(theCase + "/assessment"));
        ReferralId referral = new ReferralId(world.as(World.MINA, () -> sql.sql("select referral_id from casework.client_case where id = :id").param("id", UUID.fromString(theCase.replaceAll(".*/", ""))).query(UUID.class).single()));

        assertThat(world.as(World.MINA, () -> referrals.saidOfDanger(referral, World.MINA))).as("Control").isPresent();
        for (Actor.Worker other : List.of(World.ROBIN, World.KIT, World.ASH, World.NIA, World.ALEX)) assertThat(world.as(other, () -> referrals.saidOfDanger(referral, other))).as("" + other.worker()).isEmpty();
        keepApart(referral, World.MINA);
        assertThat(desk.page(World.MINA, get(theCase + "/assessment/draft")).select("#in-the-referral")).as("kept apart").isEmpty();
        assertThat(desk.page(World.TOM, get(theCase + "/assessment/draft")).select("#in-the-referral")).as("Control: from her alone").hasSize(1);
    }

    private String referred(Asking asking, Map<Question, String> said) {
        Actor.Holder holder = new Actor.Holder(TestDatabase.SEAL.fingerprint("referral.draft", UUID.randomUUID().toString()));
        ReferralId id = Acting.as(holder, () -> {
            ReferralId draft = drafts.begin(asking, holder).id();
            Map<Question, String> all = new EnumMap<>(Map.of(Question.CHANNELS, "NONE", Question.GIVEN_NAME, "Robin", Question.FAMILY_NAME, "Ashdown", Question.RECEIVER, DemoTown.HARBOUR_HOUSE.id().toString()));
            all.putAll(said);
            drafts.answer(any -> all);
            referrals.receive(draft);
            return draft;
        });
        PersonId made = Acting.as(World.MINA, () -> referrals.screen(id, World.MINA));
        return "/desk/cases/" + world.as(World.MINA, () -> sql.sql("select id from casework.client_case where person_id = :id").param("id", made.id()).query(UUID.class).single());
    }

    private void keepApart(ReferralId id, Actor.Worker worker) {
        UUID hit = UUID.randomUUID();
        world.as(new Actor.Job(worker.organisation(), "intake-check"), () -> sql.sql("""
                insert into matching.hit (id, organisation_id, new_kind, new_record_id, new_role, known_kind, known_record_id, known_role, reasons, for_managers, found_at, version)
                values (:id, :organisation, 'REFERRAL', :referral, 'CLIENT', 'WORKER', :worker, 'WORKER', '{NAME}', false, now(), 0)
                """).param("id", hit).param("organisation", worker.organisation().id()).param("referral", id.id()).param("worker", worker.worker().id()).update());
        world.as(World.PRIYA, () -> sql.sql("insert into matching.apart (organisation_id, kind, record_id, worker_id, hit_id, decided_by, decided_at) values (:organisation, 'REFERRAL', :referral, :worker, :hit, :lead, now())")
                .param("organisation", worker.organisation().id()).param("referral", id.id()).param("worker", worker.worker().id()).param("hit", hit).param("lead", World.PRIYA.worker().id()).update());
    }

    private int looks() {
        return world.as(World.PRIYA, () -> sql.sql("select count(*) from audit.entry where act = 'LOOKED' and kind = 'referral' and worker_id = :mina").param("mina", World.MINA.worker().id()).query(Integer.class).single());
    }

    @Test
    void the_draft_shows_no_sum_of_anything_either() throws Exception {
        desk.send(World.MINA, post(path));

        assertThat(desk.page(World.MINA, get(path + "/draft")).text()).doesNotContainPattern("(?i)\\b(score|total|points?|out of)\\b").doesNotContain("%");
    }

    @Test
    void lowering_the_level_asks_for_a_colleague_beside_the_field_and_what_changed_is_shown() throws Exception {
        finish("HIGH", "");
        clock.pass(Duration.ofDays(1));
        desk.send(World.MINA, post(path));
        Document refused = desk.page(World.MINA, judgement("STANDARD", "").param("a.weapon", "no"));
        assertThat(refused.selectFirst("#second-error").text()).contains("choose a colleague");
        String tom = refused.select("#second option").stream().filter(option -> option.text().startsWith("Tom")).findFirst().orElseThrow().val();
        String revision = refused.selectFirst("[name=revision]").val();
        MockHttpServletResponse done = desk.send(World.MINA, judgement("STANDARD", tom).param("a.weapon", "no").param("revision", revision));

        Document page = desk.page(World.TOM, get(String.valueOf(done.getRedirectedUrl())));
        assertThat(page.text()).contains("What changed since 20 November 2026", "Level: High → Standard", "Yes → No", "The level went down from high", "Do you agree with the lower level?");
        assertThat(desk.page(World.SAL, get("/desk/reviews")).text()).contains("A second look at a lower level", "Tom");
        assertThat(desk.page(World.TOM, post(done.getRedirectedUrl() + "/second-look").param("agrees", "no")).selectFirst("#words-error").text()).contains("Say what you see differently");
        desk.send(World.TOM, post(done.getRedirectedUrl() + "/second-look").param("agrees", "no").param("words", "Court on Monday"));
        assertThat(desk.page(World.MINA, get(path)).text()).contains("Two workers see this differently", "Court on Monday");
    }

    @Test
    void a_saved_draft_is_gone_on_with_and_saves_itself() throws Exception {
        desk.send(World.MINA, post(path));
        MockHttpServletResponse saved = desk.send(World.MINA, post(path + "/draft/autosave").param("revision", "0").param("a.wants", "quiet"));
        assertThat(saved.getStatus()).isEqualTo(204);
        assertThat(saved.getHeader("X-Revision")).isEqualTo("revision=1");
        assertThat(desk.send(World.TOM, post(path + "/draft/autosave").param("revision", "0").param("a.wants", "other")).getStatus()).isEqualTo(409);

        Document page = desk.page(World.TOM, post(path + "/draft").param("revision", "0").param("a.wants", "other"));
        assertThat(page.text()).contains("A colleague saved this while you were writing", "A colleague saved here: quiet");
        assertThat(page.selectFirst("[name=\"a.wants\"]").wholeText().strip()).isEqualTo("other");
        assertThat(desk.page(World.MINA, get(path)).text()).contains("Go on with the draft");
    }

    @Test
    void the_level_is_raised_in_two_presses_and_everybody_sees_it() throws Exception {
        finish("STANDARD", "");
        clock.pass(Duration.ofHours(1));
        Document refused = desk.page(World.TOM, post(path + "/level").param("to", "HIGH"));
        assertThat(refused.selectFirst("#raiseWhy-error").text()).contains("Say why you see more danger");
        assertThat(refused.selectFirst("main details:contains(I see more danger)").hasAttr("open")).isTrue();
        assertThat(refused.selectFirst("input[name=to][value=HIGH]").hasAttr("checked")).isTrue();

        assertThat(desk.send(World.TOM, post(path + "/level").param("to", "HIGH").param("raiseWhy", ODD)).getStatus()).isEqualTo(302);
        Document raised = desk.page(World.MINA, get(path));
        assertThat(raised.text()).contains("The level stands higher than the last assessment", "By Tom", "odd <script>").doesNotContain("I see more danger now");
        assertThat(desk.page(World.MINA, get(path.replace("/assessment", ""))).select(".who-it-is .govuk-tag").eachText()).contains("High danger");
    }

    @Test
    void another_set_is_asked_beside_the_assessment_and_what_was_typed_is_saved_first() throws Exception {
        desk.send(World.MINA, post(path));
        String there = desk.send(World.MINA, post(path + "/draft").param("then", "ask:severity-grid").param("revision", "0").param("a.wants", ODD)).getRedirectedUrl();
        Document set = desk.page(World.MINA, get(there));
        assertThat(set.text()).contains("How heavy, and which way it goes", "Every question may be left open");
        assertEachFieldHasALabel(set);
        assertThat(desk.send(World.MINA, post(there + "/autosave").param("revision", "0").param("a.body", "some")).getHeader("X-Revision")).isEqualTo("revision=1");
        assertThat(desk.page(World.TOM, post(there).param("revision", "0").param("a.body", "heavy")).text()).contains("A colleague saved this while you were writing", "A colleague saved here: It happens and it weighs on them");
        assertThat(desk.send(World.MINA, post(there).param("revision", "1").param("a.body", "severe").param("a.body-way", "more")).getRedirectedUrl()).isEqualTo(path + "/draft");

        Document draft = desk.page(World.MINA, get(path + "/draft"));
        assertThat(draft.selectFirst("[name=\"a.wants\"]").wholeText().strip()).isEqualTo(ODD);
        assertThat(draft.text()).contains("How heavy, and which way it goes begun", "Ask too: Who does what to whom").doesNotContain("Ask too: How heavy");
        assertThat(desk.send(World.MINA, judgement("HIGH", "").param("revision", "1")).getStatus()).isEqualTo(302);
        Document done = desk.page(World.MINA, get(path));
        assertThat(done.text()).contains("What the answers asked for", "Severe and getting worse", "How heavy, and which way it goes", "It could injure or break them");
        assertThat(desk.send(World.MINA, get(there)).getStatus()).as("finished, it is not written in any more").isEqualTo(404);
    }

    @Test
    void an_answer_that_needs_somebody_at_once_says_so_also_without_javascript() throws Exception {
        desk.send(World.MINA, post(path));
        Document before = desk.page(World.MINA, get(path + "/draft"));
        assertThat(before.select(".signal:not([hidden])")).isEmpty();
        desk.send(World.MINA, post(path + "/draft/autosave").param("revision", "0").param("a.happening-now", "yes"));

        assertThat(desk.page(World.MINA, get(path + "/draft")).select(".signal:not([hidden])").eachText()).containsExactly("At once: Call 999 now. On a mobile, stay on the line and press 55 if it is not safe to speak.");
    }

    @Test
    void nobody_else_finds_any_of_these_pages() throws Exception {
        desk.send(World.MINA, post(path));
        for (Actor.Worker other : List.of(World.ROBIN, World.KIT, World.ALEX, World.ASH)) {
            for (MockHttpServletRequestBuilder asked : List.of(get(path), get(path + "/draft"), post(path), post(path + "/draft"), post(path + "/draft/autosave"), post(path + "/level").param("to", "HIGH").param("raiseWhy", "x"))) {
                assertThat(desk.send(other, asked).getStatus()).as("" + other.worker()).isEqualTo(404);
            }
        }
    }

    private void finish(String level, String second) throws Exception {
        desk.send(World.MINA, post(path));
        MockHttpServletResponse done = desk.send(World.MINA, judgement(level, second).param("a.weapon", "yes"));
        assertThat(done.getStatus()).as(done.getContentAsString()).isEqualTo(302);
    }

    private MockHttpServletRequestBuilder judgement(String level, String second) {
        return post(path + "/draft").param("then", "done").param("level", level).param("reason", "Because").param("second", second)
                .param("review.day", "27").param("review.month", "11").param("review.year", "2026");
    }

    private static void assertEachFieldHasALabel(Document page) {
        for (Element field : page.select("main input:not([type=hidden]), main textarea, main select")) {
            assertThat(page.select("label[for=\"" + field.id() + "\"]")).as(field.id()).hasSize(1);
        }
    }
}
