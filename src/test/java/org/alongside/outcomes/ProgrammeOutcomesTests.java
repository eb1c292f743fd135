package org.alongside.outcomes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.alongside.AlongsideTest;
import org.alongside.Desk;
import org.alongside.World;
import org.alongside.access.Actor;
import org.alongside.casework.CaseId;
import org.alongside.casework.Cases;
import org.alongside.casework.ClosureReason;
import org.alongside.casework.Closures;
import org.alongside.crossing.Crossing;
import org.alongside.instruments.AnswerSheet;
import org.alongside.partnersupport.PartnerSupport;
import org.alongside.people.About;
import org.alongside.people.NewPerson;
import org.alongside.people.People;
import org.alongside.programme.Partners;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Side;
import org.alongside.shared.Times;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A participant and, apart from them, a partner are asked how things are in a programme. */
@AlongsideTest
class ProgrammeOutcomesTests {
    static final String HIS = "what-i-do-now", HERS = "how-it-is-with-them";
    @Autowired World world;
    @Autowired Desk desk;
    @Autowired Outcomes outcomes;
    @Autowired Cases cases;
    @Autowired Closures closures;
    @Autowired People people;
    @Autowired Partners partners;
    @Autowired PartnerSupport support;
    @Autowired JdbcClient sql;
    @Autowired Clock clock;
    CaseId his, hers;

    @BeforeEach
    void a_couple() {
        his = world.as(World.ROBIN, () -> {
            CaseId opened = cases.open(people.record(new NewPerson(Side.CHANGE, About.named("Corin", "Vane")), World.ROBIN), null, World.ROBIN);
            cases.accept(opened, World.ROBIN);
            return opened;
        });
        UUID pair = UUID.randomUUID();
        world.as(World.ROBIN, () -> partners.name(his, new Partners.Named(pair, null, "Wren", "Aldous", Crossing.Kind.PARTNER, "Before three"), World.ROBIN));
        hers = world.as(World.BEA, () -> support.open(pair, World.BEA));
    }

    @Test
    void a_participant_is_asked_on_their_side_and_a_partner_in_their_own_case_and_nobody_anywhere_else() throws Exception {
        CaseId client = world.as(World.MINA, () -> cases.open(people.record(new NewPerson(Side.SUPPORT, About.named("Robin", "Ashdown")), World.MINA), null, World.MINA));

        assertThat(sets(World.ROBIN, his)).contains(HIS, "client-feedback").doesNotContain(HERS);
        assertThat(sets(World.BEA, hers)).contains(HERS, "how-things-are").doesNotContain(HIS);
        assertThat(sets(World.MINA, client)).contains("how-things-are").doesNotContain(HIS, HERS);
        assertThatThrownBy(() -> begin(World.ROBIN, his, HERS, Stage.START, 0)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> begin(World.BEA, hers, HIS, Stage.START, 0)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> begin(World.MINA, client, HERS, Stage.START, 0)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> insert(World.ROBIN, his, "PARTNER", "START")).as("the database refuses a partner's view there too").isInstanceOf(DataAccessException.class).hasMessageContaining("snapshot_side_of_view");
        assertThatThrownBy(() -> insert(World.BEA, hers, "PARTICIPANT", "START")).isInstanceOf(DataAccessException.class).hasMessageContaining("snapshot_side_of_view");
    }

    @Test
    void each_set_is_asked_at_its_own_stages() throws Exception {
        Document refused = desk.page(World.BEA, post(Outcomes.path(hers)).param("set", HERS).param("stage", "REVIEW").param("on.day", "20").param("on.month", "11").param("on.year", "2026"));
        assertThat(refused.selectFirst("#stage-error").text()).contains("six and twelve months after");
        assertThatThrownBy(() -> begin(World.BEA, hers, "how-things-are", Stage.START, 0)).isInstanceOf(RuleBroken.class);
        assertThatThrownBy(() -> insert(World.BEA, hers, "PARTNER", "INTAKE")).isInstanceOf(DataAccessException.class).hasMessageContaining("snapshot_stage_of_view");
        assertThatThrownBy(() -> insert(World.BEA, hers, "WORKER", "SIX_MONTHS")).isInstanceOf(DataAccessException.class).hasMessageContaining("snapshot_stage_of_view");
        begin(World.BEA, hers, HERS, Stage.SIX_MONTHS, 0);
    }

    @Test
    void it_is_asked_again_after_twelve_weeks_and_six_months_and_not_after_a_year() {
        take(World.BEA, hers, HERS, Stage.START, 30);
        assertThat(again(World.BEA, hers)).isEqualTo(today().minusDays(30).plusWeeks(12));
        take(World.BEA, hers, HERS, Stage.MIDDLE, 20);
        assertThat(again(World.BEA, hers)).isEqualTo(today().minusDays(20).plusWeeks(12));
        take(World.BEA, hers, HERS, Stage.END, 10);
        assertThat(again(World.BEA, hers)).isEqualTo(today().minusDays(10).plusMonths(6));
        take(World.BEA, hers, "how-things-are", Stage.INTAKE, 9, "home", "good");
        assertThat(again(World.BEA, hers)).as("their case asks again on its own, earlier day").isEqualTo(today().minusDays(9).plusWeeks(12));
        take(World.BEA, hers, "how-things-are", Stage.EXIT, 5, "home", "good");
        take(World.BEA, hers, HERS, Stage.SIX_MONTHS, 2);
        assertThat(again(World.BEA, hers)).isEqualTo(today().minusDays(2).plusMonths(6));
        take(World.BEA, hers, HERS, Stage.TWELVE_MONTHS, 0);
        assertThat(again(World.BEA, hers)).isNull();
    }

    @Test
    void people_come_back_to_tell_when_the_case_is_closed() throws Exception {
        world.as(World.BEA, () -> closures.close(hers, new Closures.Closure(UUID.randomUUID(), ClosureReason.FINISHED, null, List.of(), Closures.Feedback.NONE), World.BEA));

        assertThat(desk.page(World.BEA, get(Outcomes.path(hers))).select("input[name=stage]").eachAttr("value")).containsExactly("EXIT", "START", "MIDDLE", "END", "SIX_MONTHS", "TWELVE_MONTHS");
        take(World.BEA, hers, HERS, Stage.TWELVE_MONTHS, 0, "fear", "not");
    }

    @Test
    void whoever_is_to_be_asked_again_stands_on_the_list_of_their_side_also_when_their_case_is_closed_until_somebody_asked() throws Exception {
        take(World.BEA, hers, HERS, Stage.END, 190);
        take(World.ROBIN, his, HIS, Stage.START, 10);
        world.as(World.BEA, () -> closures.close(hers, new Closures.Closure(UUID.randomUUID(), ClosureReason.FINISHED, null, List.of(), Closures.Feedback.NONE), World.BEA));

        assertThat(toBeAsked(World.BEA)).anyMatch(line -> line.startsWith("Wren Aldous") && line.contains("Closed"));
        assertThat(links(World.BEA)).contains(Outcomes.path(hers)).doesNotContain(Outcomes.path(his));
        assertThat(links(World.ROBIN)).as("twelve weeks are not over").doesNotContain(Outcomes.path(his));

        take(World.BEA, hers, HERS, Stage.SIX_MONTHS, 0);
        assertThat(links(World.BEA)).doesNotContain(Outcomes.path(hers));
        take(World.ROBIN, his, HIS, Stage.MIDDLE, 90);
        assertThat(links(World.ROBIN)).as("the newest counts, not the last written").doesNotContain(Outcomes.path(his));
    }

    @Test
    void whoever_died_or_chose_to_stop_or_could_not_be_reached_safely_is_not_asked_again() throws Exception {
        for (ClosureReason ended : List.of(ClosureReason.FINISHED, ClosureReason.DIED, ClosureReason.CLIENTS_CHOICE, ClosureReason.LOST_TOUCH)) {
            a_couple();
            take(World.BEA, hers, HERS, Stage.END, 190);
            world.as(World.BEA, () -> closures.close(hers, new Closures.Closure(UUID.randomUUID(), ended, null, List.of(), Closures.Feedback.NONE), World.BEA));
            assertThat(links(World.BEA).contains(Outcomes.path(hers))).as(ended.words()).isEqualTo(ended == ClosureReason.FINISHED);
        }
    }

    @Test
    void once_a_case_is_closed_only_a_programme_asks_again() throws Exception {
        take(World.BEA, hers, "how-things-are", Stage.INTAKE, 100, "home", "good");
        assertThat(links(World.BEA)).contains(Outcomes.path(hers));

        world.as(World.BEA, () -> closures.close(hers, new Closures.Closure(UUID.randomUUID(), ClosureReason.FINISHED, null, List.of(), Closures.Feedback.NONE), World.BEA));
        assertThat(links(World.BEA)).doesNotContain(Outcomes.path(hers));
        world.as(World.BEA, () -> closures.reopen(hers, "Again", World.BEA));
        assertThat(links(World.BEA)).contains(Outcomes.path(hers));
    }

    private List<String> links(Actor.Worker who) throws Exception {
        return desk.page(who, get("/desk/outcomes")).select("main ul.lines a").eachAttr("href");
    }

    private List<String> toBeAsked(Actor.Worker who) throws Exception {
        return desk.page(who, get("/desk/outcomes")).select("main ul.lines li").eachText();
    }

    @Test
    void safety_comes_first_and_what_asks_for_something_at_once_says_so() throws Exception {
        UUID draft = begin(World.BEA, hers, HERS, Stage.START, 0);
        Document asked = desk.page(World.BEA, get(Outcomes.path(hers) + "/" + draft));
        assertThat(asked.select("h2").eachText().get(0)).isEqualTo("Safe now");
        assertThat(asked.text()).contains("A conversation aid, not validated", "Every question may be left open", "Nothing of it goes to the programme");
        finish(World.BEA, hers, draft, "hurt", "more", "neck", "yes", "fear", "very");

        assertThat(desk.page(World.BEA, get(Outcomes.path(hers) + "/" + draft)).select(".signal.urgent").eachText()).anyMatch(say -> say.contains("neck")).anyMatch(say -> say.contains("Assess again today"));
    }

    @Test
    void what_a_participant_says_of_danger_leads_to_the_press_that_tells_partner_support_and_tells_nothing_by_itself() throws Exception {
        UUID calm = take(World.ROBIN, his, HIS, Stage.START, 20, "hurt", "never"), danger = take(World.ROBIN, his, HIS, Stage.MIDDLE, 1, "hurt", "once");
        String link = "main a[href=" + Partners.path(his) + "]";

        assertThat(desk.page(World.ROBIN, get(Outcomes.path(his) + "/" + danger)).select(link)).isNotEmpty();
        assertThat(desk.page(World.ROBIN, get(Outcomes.path(his) + "/" + calm)).select(link)).as("control").isEmpty();
        assertThat(desk.page(World.ROBIN, get(Outcomes.path(his) + "/" + begin(World.ROBIN, his, HIS, Stage.END, 0))).text()).contains("answers about danger go to partner support");
        assertThat(world.as(World.BEA, () -> sql.sql("select count(*) from crossing.entry e join partnersupport.partner p using (pair_id) where p.case_id = :case and e.kind = 'RISK'").param("case", hers.id()).query(Integer.class).single())).as("no words cross by themselves").isZero();
    }

    @Test
    void what_the_two_say_never_stands_in_one_table_or_on_one_page() throws Exception {
        take(World.ROBIN, his, HIS, Stage.START, 20, "fear", "little");
        take(World.ROBIN, his, HIS, Stage.END, 1, "fear", "not");
        take(World.BEA, hers, HERS, Stage.START, 20, "fear", "very");
        take(World.BEA, hers, "how-things-are", Stage.INTAKE, 20, "home", "good");

        Document one = desk.page(World.ROBIN, get(Outcomes.path(his))), other = desk.page(World.BEA, get(Outcomes.path(hers)));
        assertThat(one.select("h2").eachText()).contains("What the participant says, over time").doesNotContain("What the partner says, over time", "Side by side");
        assertThat(one.select(".outcomes").text()).containsSubsequence("How afraid of you are they", "A little", "At the start", "then", "Not afraid", "At the end").doesNotContain("Very");
        assertThat(other.select("h2").eachText()).contains("What the partner says, over time", "Side by side");
        assertThat(other.select(".outcomes").get(0).text()).as("their own view as a client stands in a table of its own").contains("Where you live").doesNotContain("afraid");
        assertThat(other.select(".outcomes").get(1).text()).contains("How afraid of them are you", "Very").doesNotContain("The participant");

        for (Actor.Worker wrong : List.of(World.BEA, World.SAL, World.MINA)) assertThat(desk.send(wrong, get(Outcomes.path(his))).getStatus()).isEqualTo(404);
        for (Actor.Worker wrong : List.of(World.ROBIN, World.KIT)) assertThat(desk.send(wrong, get(Outcomes.path(hers))).getStatus()).isEqualTo(404);
    }

    private List<String> sets(Actor.Worker me, CaseId id) throws Exception {
        return desk.page(me, get(Outcomes.path(id))).select("input[name=set]").eachAttr("value");
    }

    private void insert(Actor.Worker me, CaseId id, String view, String stage) {
        world.as(me, () -> sql.sql("insert into outcomes.snapshot (id, case_id, response_id, key, stage, view, status, taken_on, begun_by, begun_at) values (gen_random_uuid(), :case, gen_random_uuid(), 'x', :stage, :view, 'DRAFT', current_date, :me, now())")
                .param("case", id.id()).param("stage", stage).param("view", view).param("me", me.worker().id()).update());
    }

    private UUID take(Actor.Worker me, CaseId id, String set, Stage stage, int daysAgo, String... answers) {
        UUID begun = begin(me, id, set, stage, daysAgo);
        finish(me, id, begun, answers);
        return begun;
    }

    private UUID begin(Actor.Worker me, CaseId id, String set, Stage stage, int daysAgo) {
        return world.as(me, () -> outcomes.begin(id, set, stage, today().minusDays(daysAgo), me));
    }

    private void finish(Actor.Worker me, CaseId id, UUID draft, String... answers) {
        Map<String, String[]> sent = new HashMap<>();
        for (int i = 0; i < answers.length; i += 2) sent.put("a." + answers[i], new String[] {answers[i + 1]});
        world.as(me, () -> outcomes.finish(id, draft, 0, AnswerSheet.read(outcomes.one(id, draft).instrument(), sent::get), me));
    }

    private LocalDate again(Actor.Worker me, CaseId id) {
        return world.as(me, () -> sql.sql("select review_on from casework.review where case_id = :id and kind = 'OUTCOME'").param("id", id.id()).query(LocalDate.class).optional().orElse(null));
    }

    private LocalDate today() {
        return Times.day(clock.instant());
    }
}
