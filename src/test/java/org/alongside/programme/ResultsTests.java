package org.alongside.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.alongside.AlongsideTest;
import org.alongside.Desk;
import org.alongside.TestDatabase;
import org.alongside.World;
import org.alongside.access.Actor;
import org.alongside.casework.CaseId;
import org.alongside.casework.Cases;
import org.alongside.crossing.Crossing;
import org.alongside.instruments.AnswerSheet;
import org.alongside.outcomes.Numbers;
import org.alongside.outcomes.Outcomes;
import org.alongside.outcomes.Stage;
import org.alongside.partnersupport.PartnerSupport;
import org.alongside.people.About;
import org.alongside.people.NewPerson;
import org.alongside.people.People;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Side;
import org.alongside.shared.Times;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whether a programme helps: what partners say, what participants say, who finished; and harm that was known before. */
@AlongsideTest
class ResultsTests {
    private static final String BESIDE = "/desk/partners/outcomes", PROGRAMME = "/desk/groups/outcomes";
    @Autowired World world;
    @Autowired Desk desk;
    @Autowired Outcomes outcomes;
    @Autowired Numbers numbers;
    @Autowired Cases cases;
    @Autowired People people;
    @Autowired Partners partners;
    @Autowired PartnerSupport support;
    @Autowired Enrolments enrolments;
    @Autowired JdbcClient sql;
    @Autowired Clock clock;

    /** Numbers are of everybody, so each test begins with what nobody said; what the town had is put away and comes back. */
    @BeforeEach
    void nobody_said_anything() {
        TestDatabase.asOwner("delete from outcomes.handed");
        aside("update outcomes.snapshot set key = key || '-aside' where key in ('what-i-do-now', 'how-it-is-with-them')");
    }

    @AfterEach
    void as_it_was() {
        TestDatabase.asOwner("delete from outcomes.handed");
        aside("delete from outcomes.snapshot where key in ('what-i-do-now', 'how-it-is-with-them'); update outcomes.snapshot set key = replace(key, '-aside', '') where key like '%-aside'");
    }

    private static void aside(String statements) {
        TestDatabase.asOwner("alter table outcomes.snapshot disable trigger keep_finished; " + statements + "; alter table outcomes.snapshot enable trigger keep_finished");
    }

    @Test
    void before_anything_is_handed_over_the_programme_reads_that_nothing_says_whether_anybody_is_safer() throws Exception {
        Document page = desk.page(World.ROBIN, get(PROGRAMME));
        assertThat(page.text()).contains("Nothing was handed over yet: nothing here says whether anybody is safer", "No participant was asked yet");
        assertThat(desk.page(World.SAL, get(BESIDE)).text()).contains("No partner was asked yet", "Nothing was handed over yet");
    }

    @Test
    void who_finished_stands_last_beside_who_left_and_never_alone() throws Exception {
        String text = desk.page(World.ROBIN, get(PROGRAMME)).text();
        assertThat(text).containsSubsequence("What partners say", "nothing here says whether anybody is safer", "What participants say of themselves", "Harm known before", "Finishing says nothing about safety", "Left before the end", "Suspended", "Waits", "Takes part", "Finished");
        assertThat(text.indexOf("Finished")).as("no number of those who finished stands anywhere else").isEqualTo(text.lastIndexOf("Finished"));
    }

    @Test
    void numbers_of_partners_are_protected_and_those_of_the_same_people_stand_beside_each_other() throws Exception {
        List<CaseId> hers = partnerCases(14);
        for (int who = 0; who < 14; who++) said(World.BEA, hers.get(who), Numbers.PARTNERS, Stage.START, 100, "fear", who < 8 ? "very" : who < 13 ? "quite" : "not", "hurt", "often");
        for (int who = 0; who < 12; who++) said(World.BEA, hers.get(who), Numbers.PARTNERS, Stage.MIDDLE, 10, "fear", who < 6 ? "not" : "little");
        said(World.BEA, hers.get(12), Numbers.PARTNERS, Stage.MIDDLE, 10);
        Document page = desk.page(World.BEA, get(BESIDE));

        assertThat(row(page, "How afraid of them are you these days?", "Very")).containsExactly("about 10", "none");
        assertThat(row(page, "How afraid of them are you these days?", "Quite")).as("one is hidden, so the smallest of the others is too").containsExactly("not shown", "none");
        assertThat(row(page, "How afraid of them are you these days?", "Not afraid")).containsExactly("not shown", "about 5");
        assertThat(row(page, "In the past three months, did they hurt you, threaten you or force you to anything?", "Never")).as("all said the same: none of it is shown").containsExactly("not shown");
        assertThat(row(page, "The same people: How afraid of them are you these days?", "Very")).containsExactly("not shown", "none");
        assertThat(row(page, "The same people: How afraid of them are you these days?", "A little")).containsExactly("none", "about 5");
        assertThat(row(page, "Who was asked", "Asked")).as("a whole is to the nearest ten").containsExactly("about 10", "about 10");
        assertThat(row(page, "Who was asked", "Left it open")).containsExactly("none", "not shown");
        assertThat(page.select("caption").get(0).text()).as("safety first").contains("hurt you");
    }

    @Test
    void who_was_not_asked_when_it_was_time_is_lost_to_follow_up() throws Exception {
        List<CaseId> hers = partnerCases(6);
        for (CaseId one : hers) said(World.BEA, one, Numbers.PARTNERS, Stage.START, 150, "fear", "very");
        assertThat(row(desk.page(World.BEA, get(BESIDE)), "Who was asked", "Not reached when it was time")).containsExactly("none", "about 10");
        for (CaseId one : hers) said(World.BEA, one, Numbers.PARTNERS, Stage.MIDDLE, 1, "fear", "very");
        assertThat(row(desk.page(World.BEA, get(BESIDE)), "Who was asked", "Not reached when it was time")).as("late is not lost").containsExactly("none", "none");
    }

    @Test
    void what_is_handed_over_holds_no_small_number_nobody_and_no_question_all_answered_alike() throws Exception {
        List<CaseId> hers = partnerCases(14);
        for (int who = 0; who < 14; who++) said(World.BEA, hers.get(who), Numbers.PARTNERS, Stage.START, 20, "fear", who < 6 ? "very" : who < 12 ? "little" : who < 13 ? "quite" : "not", "hurt", "often", "say-no", who < 9 ? "no" : "yes", "different", "MARKED-her-words");
        assertThat(desk.send(World.BEA, post(BESIDE + "/handing-over")).getStatus()).as("a manager or a lead hands over").isEqualTo(404);
        assertThat(desk.page(World.BEA, get(BESIDE)).select("button:contains(Hand these numbers)")).isEmpty();
        assertThat(desk.send(World.SAL, post(BESIDE + "/handing-over")).getStatus()).isEqualTo(302);

        List<String> kept = world.as(World.ROBIN, () -> sql.sql("select stage || ' ' || measure || ' ' || answer || ' ' || people from outcomes.handed order by 1").query(String.class).list());
        assertThat(kept).containsExactly("START fear little 5", "START fear very 5", "START say-no no 10", "START say-no yes 5");
        Document page = desk.page(World.ROBIN, get(PROGRAMME));
        assertThat(page.text()).contains("As handed over by partner support on 20 November 2026").doesNotContain("MARKED", "nothing here says");
        assertThat(row(page, "How afraid of them are you these days?", "Very")).containsExactly("about 5");
        assertThat(row(page, "How afraid of them are you these days?", "Not afraid")).as("what is hidden never looks like none").containsExactly("not shown");
        assertThat(page.select("caption").eachText()).as("neither who was asked nor what all answered alike").noneMatch(title -> title.contains("hurt you") || title.equals("Who was asked"));

        assertThat(desk.page(World.PRIYA, post(BESIDE + "/handing-over")).select(".govuk-error-summary").text()).as("soon again, the difference would be what one of them said").contains("from 12 February 2027 on");
    }

    @Test
    void too_few_answers_are_not_handed_over_at_all() {
        List<CaseId> hers = partnerCases(4);
        for (CaseId one : hers) said(World.BEA, one, Numbers.PARTNERS, Stage.START, 20, "fear", "very");
        assertThatThrownBy(() -> world.as(World.SAL, () -> numbers.hand(World.SAL))).isInstanceOf(RuleBroken.class).hasMessageContaining("Nothing was handed over");
        assertThat(world.as(World.SAL, () -> sql.sql("select count(*) from outcomes.handed").query(Integer.class).single())).isZero();
        assertThatThrownBy(() -> insert(World.SAL, 4)).as("the database keeps no small number").isInstanceOf(DataAccessException.class).hasMessageContaining("check");
        assertThatThrownBy(() -> insert(World.SAL, 7)).isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> insert(World.KIT, 10)).as("nobody of the programme writes there").isInstanceOf(DataAccessException.class);
        insert(World.SAL, 10);
    }

    @Test
    void what_participants_say_of_themselves_and_what_partners_say_never_stand_in_one_number_or_page() throws Exception {
        List<CaseId> hers = partnerCases(6), his = new ArrayList<>();
        for (CaseId one : hers) said(World.BEA, one, Numbers.PARTNERS, Stage.START, 20, "fear", "very");
        for (int who = 0; who < 12; who++) his.add(participant());
        for (int who = 0; who < 12; who++) said(World.ROBIN, his.get(who), Numbers.PARTICIPANTS, Stage.START, 20, "fear", who < 6 ? "not" : "little");

        Document programme = desk.page(World.ROBIN, get(PROGRAMME)), beside = desk.page(World.BEA, get(BESIDE));
        assertThat(row(programme, "How afraid of you are they, do you think?", "Not afraid")).as("control: their own numbers are there").containsExactly("about 5");
        assertThat(row(programme, "Who was asked", "Asked")).containsExactly("about 10");
        assertThat(programme.text()).doesNotContain("How afraid of them are you");
        assertThat(row(beside, "Who was asked", "Asked")).containsExactly("about 10");
        assertThat(beside.text()).doesNotContain("How afraid of you are they");
        assertThatThrownBy(() -> world.as(World.BEA, () -> numbers.participants(World.BEA))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> world.as(World.ROBIN, () -> numbers.partners(World.ROBIN))).isInstanceOf(NotFound.class);
        for (Actor.Worker wrong : List.of(World.SAL, World.BEA, World.MINA, World.NIA)) assertThat(desk.send(wrong, get(PROGRAMME)).getStatus()).as(wrong.toString()).isEqualTo(404);
        for (Actor.Worker wrong : List.of(World.ROBIN, World.KIT, World.MINA, World.TOM)) assertThat(desk.send(wrong, get(BESIDE)).getStatus()).as(wrong.toString()).isEqualTo(404);
    }

    @Test
    void harm_to_different_partners_and_to_the_same_one_again_are_told_apart_in_words() throws Exception {
        CaseId id = participant();
        UUID wren = name(id, "Wren"), iris = name(id, "Iris");
        String path = KnownHarms.path(id);
        assertThat(desk.page(World.ROBIN, get(path)).text()).contains("Neither serial nor repeat by what is written down", "Never write here what a partner said");
        assertThat(desk.page(World.ROBIN, post(path).param("words", "Kept")).select(".govuk-error-message").eachText()).anyMatch(line -> line.contains("Choose the partner")).anyMatch(line -> line.contains("Choose who said so"));
        assertThat(desk.page(World.ROBIN, get(path)).select("input[name=whoSaid]").eachAttr("value")).as("a partner is nobody to ask").containsExactly("POLICE", "COURT", "REFERRER", "PARTNER_ORGANISATION", "PARTICIPANT");

        known(id, wren, "", "3", "2024");
        known(id, wren, "2", "5", "2025");
        assertThat(desk.page(World.ROBIN, get("/desk/cases/" + id.id() + "/programme")).text()).contains("Repeat: harm to the same partner again after March 2024").doesNotContain("Serial:");
        String once = known(id, iris, "", "", "");
        assertThat(desk.page(World.ROBIN, get(path)).text()).contains("Serial: harm to 2 different partners", "Repeat: harm to the same partner, Wren Aldous, again after March 2024", "Rule 1", "no score");
        assertThat(desk.page(World.ROBIN, get(path)).text()).contains("Nobody knows when");
        desk.done(World.ROBIN, post(path).param("once", once).param("partner", iris.toString()).param("whoSaid", "COURT"));
        assertThat(desk.page(World.ROBIN, get(path)).select("ul.lines > li")).as("pressed twice").hasSize(3);

        desk.done(World.ROBIN, post(path + "/judgement").param("judgement", "NOT_KNOWN").param("why", "Two reports name the wrong person"));
        assertThat(desk.page(World.ROBIN, get("/desk/cases/" + id.id() + "/programme")).text()).contains("judged as not known").doesNotContain("Serial:", "Repeat:");
        assertThat(desk.page(World.ROBIN, get(path)).text()).contains("Judged as not known. Two reports name the wrong person");
        desk.done(World.ROBIN, post(path + "/judgement").param("judgement", "RULE"));
        desk.done(World.ROBIN, post(path + "/" + once + "/taking-back"));
        assertThat(desk.page(World.ROBIN, get(path)).text()).contains("Repeat:", "Taken back").doesNotContain("Serial: harm");
        assertThatThrownBy(() -> world.as(World.ROBIN, () -> sql.sql("insert into programme.known_harm (id, case_id, pair_id, who_said, written_by, written_at) values (gen_random_uuid(), :case, :pair, 'PARTNER', :me, now())").param("case", id.id()).param("pair", wren).param("me", World.ROBIN.worker().id()).update()))
                .as("a partner is no source").isInstanceOf(DataAccessException.class);
    }

    @Test
    void harm_is_written_down_only_for_a_partner_of_this_participant_and_not_for_a_day_to_come() throws Exception {
        CaseId id = participant(), another = participant();
        UUID theirs = name(another, "Wren"), own = name(id, "Iris");
        assertThat(desk.send(World.ROBIN, post(KnownHarms.path(id)).param("partner", theirs.toString()).param("whoSaid", "POLICE")).getStatus()).isEqualTo(404);
        Document refused = desk.page(World.ROBIN, post(KnownHarms.path(id)).param("partner", own.toString()).param("whoSaid", "POLICE").param("on.month", "12").param("on.year", "2026").param("words", "Kept"));
        assertThat(refused.selectFirst("#on-error").text()).contains("not to come");
        assertThat(refused.selectFirst("#words").val()).isEqualTo("Kept");
        for (Actor.Worker wrong : List.of(World.BEA, World.SAL, World.MINA, World.NIA, World.ALEX)) assertThat(desk.send(wrong, get(KnownHarms.path(id))).getStatus()).as(wrong.toString()).isEqualTo(404);
    }

    private void insert(Actor.Worker me, int people) {
        world.as(me, () -> sql.sql("insert into outcomes.handed (handed_on, stage, part, measure, answer, people) values ('2020-01-01', 'START', 'ALL', 'fear', 'very', :people)").param("people", people).update());
    }

    private String known(CaseId id, UUID partner, String day, String month, String year) throws Exception {
        String once = UUID.randomUUID().toString();
        desk.done(World.ROBIN, post(KnownHarms.path(id)).param("once", once).param("partner", partner.toString()).param("whoSaid", "POLICE").param("on.day", day).param("on.month", month).param("on.year", year));
        return once;
    }

    private CaseId participant() {
        return world.as(World.ROBIN, () -> {
            CaseId opened = cases.open(people.record(new NewPerson(Side.CHANGE, About.named("Corin", "Vane")), World.ROBIN), null, World.ROBIN);
            cases.accept(opened, World.ROBIN);
            return opened;
        });
    }

    private UUID name(CaseId of, String given) {
        UUID pair = UUID.randomUUID();
        world.as(World.ROBIN, () -> partners.name(of, new Partners.Named(pair, null, given, "Aldous", Crossing.Kind.PARTNER, "Before three"), World.ROBIN));
        return pair;
    }

    private List<CaseId> partnerCases(int many) {
        List<CaseId> hers = new ArrayList<>();
        for (int one = 0; one < many; one++) {
            UUID pair = name(participant(), "Wren");
            hers.add(world.as(World.BEA, () -> support.open(pair, World.BEA)));
        }
        return hers;
    }

    private void said(Actor.Worker me, CaseId id, String set, Stage stage, int daysAgo, String... answers) {
        Map<String, String[]> sent = new HashMap<>();
        for (int i = 0; i < answers.length; i += 2) sent.put("a." + answers[i], new String[] {answers[i + 1]});
        world.as(me, () -> {
            UUID begun = outcomes.begin(id, set, stage, Times.day(clock.instant()).minusDays(daysAgo), me);
            outcomes.finish(id, begun, 0, AnswerSheet.read(outcomes.one(id, begun).instrument(), sent::get), me);
        });
    }

    private static List<String> row(Document page, String table, String answer) {
        return page.select("table").stream().filter(one -> one.selectFirst("caption").text().equals(table)).findFirst().orElseThrow(() -> new AssertionError("no table " + table)).select("tbody tr").stream()
                .filter(row -> row.selectFirst("th").text().equals(answer)).findFirst().orElseThrow().select("td").eachText();
    }
}
