package org.alongside.voices;

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
import org.alongside.TestDatabase;
import org.alongside.World;
import org.alongside.files.Pointer;
import org.alongside.access.Acting;
import org.alongside.access.ActingTransaction;
import org.alongside.access.Actor;
import org.alongside.access.DemoTown;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.TwelveDigits;
import org.alongside.voices.Voice.Agreed;
import org.alongside.voices.Voice.NewVoice;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** What survivors say stands beside its statement only after two people, only as long as they agree, and goes when they say so. */
@AlongsideTest
class VoicesTests {
    private static final String WORDS = "they asked me what I needed and then they waited";
    @Autowired World world;
    @Autowired Desk desk;
    @Autowired MockMvc mvc;
    @Autowired Voices voices;
    @Autowired SpokenRows spoken;
    @Autowired JdbcClient sql;
    @Autowired TransactionTemplate transaction;
    @Autowired ActingTransaction acting;
    @Autowired TestClock clock;

    @BeforeEach
    @AfterEach
    void onlyTheTownsOwn() {
        clock.back();
        TestDatabase.asOwner("delete from voices.voice where id not in ('" + DemoVoices.BELIEVED + "', '" + DemoVoices.PLAN + "')");
        spoken.lookAgain();
    }

    @Test
    void what_was_read_stays_readable_while_the_database_is_away() {
        boolean[] gone = {false};
        SpokenRows leftBehind = new SpokenRows(acting, sql, TestDatabase.SEAL, clock) {
            @Override
            protected String stamp() {
                if (gone[0]) throw new DataAccessResourceFailureException("away");
                return super.stamp();
            }
        };
        gone[0] = true;
        leftBehind.lookAgain();
        assertThat(leftBehind.of("supporting-men", "A5")).as("control: nothing before it was read").isEmpty();
        gone[0] = false;
        leftBehind.lookAgain();
        gone[0] = true;
        leftBehind.lookAgain();
        assertThat(leftBehind.of("supporting-men", "A5")).isNotEmpty();
    }

    @Test
    void words_that_were_sent_back_are_gone_a_month_later() {
        UUID back = taken("Words that point to somebody"), waiting = taken("Words that wait");
        Acting.as(World.SAL, () -> voices.sendBack(back, "The house is known", World.SAL));

        for (UUID one : List.of(back, waiting)) voices.forgetSentBack(World.SAL.organisation(), one);

        assertThatThrownBy(() -> Acting.as(World.SAL, () -> voices.one(back))).isInstanceOf(NotFound.class);
        assertThat(Acting.as(World.SAL, () -> voices.one(waiting)).state()).as("control").isEqualTo(Voice.State.WAITING);
    }

    @Test
    void whoever_works_on_neither_side_finds_no_words_of_anybody() throws Exception {
        assertThat(World.ALEX.side()).isNull();
        assertThat(desk.send(World.ALEX, get("/desk/standards/words")).getStatus()).isEqualTo(404);
        assertThat(Acting.as(World.ALEX, () -> voices.all())).isEmpty();
        assertThat(desk.page(World.MINA, get("/desk/standards/words")).text()).as("control").contains("Supporting men who are hurt at home");
    }

    private static NewVoice said(String words) {
        return new NewVoice("supporting-men", "L12", words, "a man in his fifties", false, Agreed.SIGNED, "Everything was read to him", LocalDate.of(2026, 11, 19), LocalDate.of(2027, 11, 19));
    }

    private UUID taken(String words) {
        UUID id = UUID.randomUUID();
        Acting.as(World.MINA, () -> voices.takeDown(id, said(words), World.MINA));
        return id;
    }

    private UUID shown(String words) {
        UUID id = taken(words);
        Acting.as(World.SAL, () -> voices.show(id, "", World.SAL));
        spoken.lookAgain();
        return id;
    }

    @Test
    void words_stand_beside_their_statement_in_every_edition_that_has_it() throws Exception {
        for (String edition : List.of("services", "starting", "survivors")) assertThat(page("/standards/supporting-men/" + edition).select("#A5 .spoken").text()).as(edition).contains("Nobody asked for it", "In the words of a man in his forties");
        assertThat(page("/standards/supporting-men/commissioners").text()).as("where the statement is not, the words are not").doesNotContain("Nobody asked for it");
        assertThat(page("/cy/standards/supporting-men/services").select("#A5 .spoken blockquote").attr("lang")).isEqualTo("en");
    }

    @Test
    void nobody_outside_reads_them_before_somebody_else_has_looked() throws Exception {
        UUID id = taken(WORDS);
        spoken.lookAgain();
        assertThat(page("/standards/supporting-men/services").text()).doesNotContain(WORDS);
        assertThatThrownBy(() -> Acting.as(World.MINA, () -> voices.show(id, "", World.MINA))).isInstanceOf(RuleBroken.class).hasMessageContaining("Ask somebody else");
        assertThatThrownBy(() -> world.as(World.MINA, () -> sql.sql("update voices.voice set state = 'SHOWN', looked_at_by = access.worker() where id = :id").param("id", id).update())).as("the database itself refuses").hasMessageContaining("violates check constraint");
        assertThatThrownBy(() -> world.as(World.MINA, () -> sql.sql("insert into voices.spoken (voice_id, key, statement, words, who, welsh, until) values (:id, 'x', 'x', 'x', 'x', false, '2027-01-01')").param("id", id).update())).rootCause().hasMessageContaining("row-level security");

        desk.done(World.SAL, post("/desk/standards/words/" + id + "/look").param("then", "show"));
        assertThat(page("/standards/supporting-men/services").select("#L12 .spoken").text()).contains(WORDS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ring me on 01632 960 123", "write to me@home.example", "I live at WM1 2AB"})
    void a_number_or_an_address_is_never_shown_whatever_anybody_writes(String words) {
        UUID id = taken(words);
        assertThatThrownBy(() -> Acting.as(World.SAL, () -> voices.show(id, "It is fine", World.SAL))).isInstanceOf(RuleBroken.class).hasMessageContaining("has to go first");
    }

    @ParameterizedTest
    @ValueSource(strings = {"my friend Dave told me", "we met in Westermouth", "it was on a Tuesday in March", "back in 2019 it began", "I was 34 years old then", "they came to my school", "I played for a club", "with my three kids", "born 12/03/1980", "room 4711 it was"})
    void what_could_point_to_somebody_needs_a_reason(String words) {
        UUID id = taken(words);
        assertThatThrownBy(() -> Acting.as(World.SAL, () -> voices.show(id, " ", World.SAL))).isInstanceOf(RuleBroken.class);
    }

    @Test
    void ordinary_words_are_not_flagged() {
        assertThat(Pointer.in("I was believed. Nobody laughed! My mum came with me, and the worker said: You choose. I did.")).isEmpty();
        assertThat(Pointer.in("a man in his forties")).isEmpty();
    }

    @Test
    void what_is_sent_back_says_why_and_stays_inside() throws Exception {
        UUID id = taken(WORDS);
        assertThat(desk.page(World.SAL, post("/desk/standards/words/" + id + "/look").param("then", "back")).select(".govuk-error-summary").text()).contains("Say what could point to somebody");
        desk.done(World.SAL, post("/desk/standards/words/" + id + "/look").param("then", "back").param("why", "His brother would know"));

        assertThat(desk.page(World.MINA, get("/desk/standards/words/" + id)).text()).contains("Not yet", "His brother would know");
        assertThatThrownBy(() -> Acting.as(World.SAL, () -> voices.show(id, "x", World.SAL))).isInstanceOf(RuleBroken.class).hasMessageContaining("has looked at these words already");
        assertThat(page("/standards/supporting-men/services").text()).doesNotContain(WORDS);
    }

    @Test
    void whoever_said_them_takes_them_back_with_the_number_that_is_shown_once_and_they_are_gone_at_once() throws Exception {
        MockHttpServletResponse answer = desk.send(World.MINA, post("/desk/standards/words").param("standard", "supporting-men").param("statement", "L12").param("words", WORDS).param("who", "a man").param("agreed", "SPOKEN").param("agreedWords", "All of it")
                .param("agreedOn.day", "19").param("agreedOn.month", "11").param("agreedOn.year", "2026").param("until.day", "19").param("until.month", "11").param("until.year", "2027"));
        assertThat(answer.getStatus()).isEqualTo(302);
        String there = String.valueOf(answer.getRedirectedUrl());
        String number = desk.page(World.MINA, get(there)).select(".notice h2").text().replace("Their number: ", "");
        assertThat(TwelveDigits.read(number)).isPresent();
        assertThat(desk.page(World.MINA, get(there)).text()).doesNotContain("Their number").contains(WORDS);
        desk.done(World.SAL, post(there + "/look").param("then", "show"));
        UUID other = shown(WORDS + " twice");
        assertThat(page("/standards/supporting-men/services").select("#L12 .spoken")).hasSize(2);

        assertThat(takeBack("0000 0000 0000")).isEqualTo("/standards/words/done");
        assertThat(takeBack("0000 0000 000")).as("a digit is missing: nothing is said to be gone").isEqualTo("/standards/words?again");
        assertThat(page("/standards/words?again").select("#number-error").text()).contains("Enter all twelve digits");
        assertThat(page("/standards/supporting-men/services").select("#L12 .spoken")).as("control: another number is not theirs").hasSize(2);
        assertThat(takeBack(number)).as("the same answer").isEqualTo("/standards/words/done");
        assertThat(page("/standards/supporting-men/services").select("#L12 .spoken").eachText()).singleElement().asString().contains(WORDS + " twice");
        assertThat(world.as(World.SAL, () -> sql.sql("select id from voices.voice where statement = 'L12'").query(UUID.class).list())).as("nothing of it is kept").containsExactly(other);
    }

    @Test
    void a_second_press_finds_the_first_and_tells_no_number() {
        UUID id = taken(WORDS);
        assertThat(Acting.as(World.MINA, () -> voices.takeDown(id, said(WORDS), World.MINA))).isEmpty();
    }

    private String takeBack(String number) throws Exception {
        return mvc.perform(post("/standards/words").param("number", number).with(World.sameSite())).andReturn().getResponse().getRedirectedUrl();
    }

    @Test
    void a_worker_takes_them_back_and_they_are_gone_for_everybody() throws Exception {
        UUID id = shown(WORDS);
        assertThat(page("/standards/supporting-men/services").text()).contains(WORDS);

        desk.done(World.SAL, post("/desk/standards/words/" + id + "/removal"));
        assertThat(page("/standards/supporting-men/services").text()).doesNotContain(WORDS);
        assertThatThrownBy(() -> Acting.as(World.SAL, () -> voices.one(id))).isInstanceOf(NotFound.class);
    }

    @Test
    void they_go_with_the_last_day_that_was_agreed() throws Exception {
        UUID id = shown(WORDS);
        clock.moveTo(LocalDate.of(2027, 11, 19).atTime(23, 0).atZone(org.alongside.shared.Times.LONDON).toInstant());
        assertThat(spoken.of("supporting-men", "L12")).as("on the last day").hasSize(1);
        assertThat(voices.look(DemoTown.HARBOUR_HOUSE, id)).isPresent();

        clock.pass(Duration.ofHours(2));
        assertThat(spoken.of("supporting-men", "L12")).as("from memory, before any job has come").isEmpty();
        assertThat(voices.look(DemoTown.HARBOUR_HOUSE, id)).isEmpty();
        assertThat(world.as(World.SAL, () -> sql.sql("select count(*) from voices.voice where id = :id").param("id", id).query(Integer.class).single())).isZero();
    }

    @Test
    void the_other_side_of_the_wall_and_other_organisations_find_nothing() {
        UUID id = taken(WORDS);
        for (Actor.Worker other : List.of(World.ROBIN, World.KIT, World.ALEX, World.ASH, World.INES)) {
            assertThatThrownBy(() -> Acting.as(other, () -> voices.one(id))).as(other.toString()).isInstanceOf(NotFound.class);
            assertThat(Acting.as(other, voices::all)).as(other.toString()).extracting(Voice::id).doesNotContain(id);
        }
        assertThat(Acting.as(World.SAL, () -> voices.one(id)).said().words()).as("control").isEqualTo(WORDS);
    }

    @Test
    void what_is_missing_is_said_beside_its_field_and_what_was_typed_stays() throws Exception {
        Document page = desk.page(World.MINA, post("/desk/standards/words").param("standard", "supporting-men").param("words", WORDS).param("until.day", "1").param("until.month", "1").param("until.year", "2035").param("agreedOn.day", "1").param("agreedOn.month", "11").param("agreedOn.year", "2026"));
        assertThat(page.select(".govuk-error-summary a").eachText()).contains("Choose the statement they speak about", "Say how they agreed", "Nobody agrees for more than 3 years at a time");
        assertThat(page.select("#words").text()).isEqualTo(WORDS);
    }

    private Document page(String path) throws Exception {
        return Jsoup.parse(mvc.perform(get(path)).andReturn().getResponse().getContentAsString());
    }
}
