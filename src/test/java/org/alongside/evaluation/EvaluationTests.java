package org.alongside.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.alongside.AlongsideTest;
import org.alongside.TestClock;
import org.alongside.TestDatabase;
import org.alongside.World;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.access.DemoTown;
import org.alongside.evaluation.Counted.Compared;
import org.alongside.evaluation.Counted.Question;
import org.alongside.evaluation.Sheets.Entered;
import org.alongside.evaluation.Sheets.Sent;
import org.alongside.evaluation.Sheets.Sheet;
import org.alongside.evaluation.Sheets.Taken;
import org.alongside.instruments.Instruments;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Side;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@AlongsideTest
class EvaluationTests {
    private static final LocalDate LAST = LocalDate.of(2026, 11, 20);
    @Autowired World world;
    @Autowired Evaluations evaluations;
    @Autowired Instruments instruments;
    @Autowired Sheets sheets;
    @Autowired JdbcClient sql;
    @Autowired TestClock clock;
    @Autowired CommentKeeping keeping;

    @AfterEach
    void back() {
        clock.back();
    }

    @Test
    void the_cut_the_questions_and_the_promise_stay_once_somebody_answered() {
        Evaluation one = plan(IdentityMode.TICKET);
        change(one, draft("very", IdentityMode.NAMED, 3, "knowledge"));
        change(one, draft("fairly", IdentityMode.TICKET, 3));
        send(one, Wave.BEFORE, Card.random(), "a-little");

        for (Plan other : List.of(draft("very", IdentityMode.TICKET, 3), draft("fairly", IdentityMode.NAMED, 3), draft("fairly", IdentityMode.UNLINKED, 3), draft("fairly", IdentityMode.TICKET, 3, "knowledge"))) {
            assertThatThrownBy(() -> change(one, other)).isInstanceOf(RuleBroken.class);
        }
        change(one, draft("fairly", IdentityMode.TICKET, null));
        assertThat(again(one).waves()).as("what nobody answered yet may go").doesNotContainKey(Wave.FOLLOW_UP);
        change(one, draft("fairly", IdentityMode.TICKET, 6));
        assertThat(again(one).followUpMonths()).isEqualTo(6);
        assertThat(again(one).closesOn()).isEqualTo(LAST.plusMonths(6).plusWeeks(6));
    }

    @Test
    void past_the_application_the_database_keeps_the_plan_and_the_answers_too() {
        Evaluation one = plan(IdentityMode.TICKET);
        UUID id = one.id().id();
        assertThat(change(one, "update evaluation.evaluation set identity = 'NAMED' where id = :id")).as("the control: nobody has answered yet").isOne();
        change(one, "update evaluation.evaluation set identity = 'TICKET' where id = :id");
        send(one, Wave.BEFORE, Card.random(), "a-little");

        for (String past : List.of("update evaluation.evaluation set identity = 'NAMED' where id = :id", "delete from evaluation.question_set where evaluation_id = :id",
                "insert into evaluation.question_set (evaluation_id, organisation_id, position, instrument_hash) select :id, access.organisation(), 7, instrument_hash from evaluation.question_set where evaluation_id = :id",
                "update evaluation.sheet set pair = gen_random_uuid() where evaluation_id = :id")) {
            assertThatThrownBy(() -> change(one, past)).as(past).isInstanceOf(DataAccessException.class);
        }
        assertThatThrownBy(() -> change(one, "update evaluation.sheet set day = '2020-01-01' where evaluation_id = :id")).as("nobody may write it").isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> TestDatabase.asOwner("update evaluation.question_set set cut = 'very' where evaluation_id = '" + id + "'")).as("not even the owner").hasStackTraceContaining("somebody has answered");
        TestDatabase.asOwner("alter table evaluation.question_set disable trigger keep_the_plan");
        try {
            TestDatabase.asOwner("update evaluation.question_set set cut = 'fairly' where evaluation_id = '" + id + "'");
        } finally {
            TestDatabase.asOwner("alter table evaluation.question_set enable trigger keep_the_plan");
        }
    }

    @Test
    void whoever_answers_adds_a_sheet_to_what_is_open_and_reads_nothing() {
        Evaluation one = plan(IdentityMode.TICKET);
        Card card = Card.random();

        assertThat(send(one, Wave.BEFORE, card, "a-little")).isEqualTo(Sent.TAKEN);
        assertThat(send(one, Wave.BEFORE, card, "very")).as("the first answer stays").isEqualTo(Sent.ALREADY);
        assertThat(send(one, Wave.AFTER, card, "very")).isEqualTo(Sent.TAKEN);
        for (Actor stranger : List.of(World.anyone(), new Actor.Holder("x"), World.MINA, World.CAM, World.ASH, World.NIA, new Actor.Job(DemoTown.HARBOUR_HOUSE, "erase"))) {
            assertThat(world.as(stranger, () -> sql.sql("select count(*) from evaluation.sheet").query(Integer.class).single())).as("" + stranger).isZero();
            // What was written is found by whoever erases it.
            if (!(stranger instanceof Actor.Job)) assertThat(world.as(stranger, () -> sql.sql("select count(*) from evaluation.comment").query(Integer.class).single())).as("" + stranger).isZero();
        }
        assertThat(world.as(World.LEE, () -> sql.sql("select count(*) from evaluation.sheet where evaluation_id = :id").param("id", one.id().id()).query(Integer.class).single())).as("the control").isEqualTo(2);

        world.as(World.LEE, () -> evaluations.take(one.id(), Wave.AFTER, false, World.LEE));
        assertThat(send(again(one), Wave.AFTER, Card.random(), "very")).isEqualTo(Sent.NOT_TAKEN);
        assertThatThrownBy(() -> insert(one, "AFTER", UUID.randomUUID())).as("past the application").isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> insert(one, "BEFORE", null)).as("without what was promised").isInstanceOf(DataAccessException.class);
        insert(one, "BEFORE", UUID.randomUUID());
    }

    private void insert(Evaluation one, String wave, @Nullable UUID pair) {
        world.as(World.anyone(), () -> sql.sql("insert into evaluation.sheet (id, organisation_id, evaluation_id, pair, day, wave, entered, answers) values (:id, :house, :evaluation, :pair, '2026-11-20', :wave, 'SELF', '{1}')")
                .param("id", UUID.randomUUID()).param("house", one.organisation().id()).param("evaluation", one.id().id()).param("pair", pair).param("wave", wave).update());
    }

    @Test
    void a_second_press_finds_the_first() {
        for (IdentityMode identity : IdentityMode.values()) {
            Evaluation one = plan(identity);
            UUID once = UUID.randomUUID(), learner = UUID.randomUUID();
            Card card = Card.random();
            Map<String, String> sent = Map.of("confidence.identify", "very");
            for (int press = 0; press < 2; press++) {
                Sheet sheet = new Sheet(once, sheets.pair(one, card, learner).orElse(null), sheets.today(), Answered.read(one, Wave.BEFORE, "", sent::get), null);
                assertThat(Acting.as(World.anyone(), () -> sheets.send(one, sheet))).isEqualTo(Sent.TAKEN);
            }
            assertThat(counted(one).sheets()).containsEntry(Wave.BEFORE, 1);
        }
    }

    @Test
    void of_an_answer_the_day_is_kept_and_nothing_that_says_when_or_by_whom() {
        Evaluation one = plan(IdentityMode.TICKET);
        Card card = Card.random();
        send(one, Wave.BEFORE, card, "a-little");

        assertThat(sql.sql("select column_name || ' ' || data_type from information_schema.columns where table_schema = 'evaluation' and table_name in ('sheet', 'comment')").query(String.class).list())
                .doesNotContain("id bigint").noneMatch(column -> column.matches(".*(timestamp|time |serial|integer|bigint|inet).*"));
        assertThat(world.as(World.LEE, () -> sql.sql("select day::text from evaluation.sheet where evaluation_id = :id").param("id", one.id().id()).query(String.class).single())).isEqualTo(sheets.today().toString());
        assertThat(everywhere(card.digits())).as("the number itself stands nowhere").isEmpty();
    }

    @Test
    void what_was_written_is_sealed_and_leads_to_no_answers() {
        Evaluation one = plan(IdentityMode.UNLINKED, "event-feedback");
        Map<String, String> sent = Map.of("event-feedback.change", "Marker of a writer", "confidence.identify", "very");
        Sheet sheet = new Sheet(UUID.randomUUID(), null, sheets.today(), Answered.read(one, Wave.AFTER, "", sent::get), null);
        Acting.as(World.anyone(), () -> sheets.send(one, sheet));

        assertThat(Acting.as(World.LEE, () -> sheets.comments(one.id()))).extracting(Sheets.Comment::words).containsExactly("Marker of a writer");
        assertThat(everywhere("Marker of a writer")).isEmpty();
        assertThat(everywhere(sheet.id().toString())).as("the id of the sheet stands on the sheet alone").containsExactly("evaluation.sheet");
    }

    @Test
    void after_the_closing_no_card_and_no_key_can_be_tried_against_the_answers() {
        for (IdentityMode identity : List.of(IdentityMode.TICKET, IdentityMode.NAMED)) {
            Evaluation one = plan(identity);
            Card card = Card.random();
            UUID learner = UUID.randomUUID(), key = sheets.pair(one, card, learner).orElseThrow();
            send(one, Wave.BEFORE, card, learner, "a-little");
            send(one, Wave.AFTER, card, learner, "very");
            assertThat(everywhere(key.toString())).as("the control: it is found while it is there").containsExactly("evaluation.sheet");

            world.as(World.LEE, () -> evaluations.close(one.id(), World.LEE));

            assertThat(everywhere(key.toString())).isEmpty();
            assertThat(counted(one).pairs()).as("the answers of one person still find each other").containsEntry(Compared.BEFORE_AFTER, 1);
            assertThat(send(again(one), Wave.FOLLOW_UP, card, learner, "very")).isEqualTo(Sent.NOT_TAKEN);
            assertThatThrownBy(() -> change(one, draft("fairly", identity, 3))).isInstanceOf(RuleBroken.class);
            assertThatThrownBy(() -> change(one, "update evaluation.evaluation set closed_at = null where id = :id")).as("past the application").isInstanceOf(DataAccessException.class);
            assertThatThrownBy(() -> insert(one, "BEFORE", UUID.randomUUID())).isInstanceOf(DataAccessException.class);
        }
    }

    /** In which tables of the whole house a value stands, in any column. */
    private List<String> everywhere(String value) {
        String look = """
                do $$ declare one text; there boolean; found text := ''; begin
                  for one in select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema', 'public') and n.nspname !~ '^pg_' loop
                    execute format('select exists (select from %s t where strpos(t::text, %L) > 0)', one, '%value') into there;
                    if there then found := found || one || ' '; end if;
                  end loop;
                  raise exception 'found: %', found;
                end $$""".replace("%value", value);
        try {
            TestDatabase.asOwner(look);
            throw new IllegalStateException("looked nowhere");
        } catch (IllegalStateException told) {
            String words = String.valueOf(told.getCause() == null ? told.getMessage() : told.getCause().getMessage());
            assertThat(words).contains("found: ");
            return Stream.of(words.lines().findFirst().orElse("").replaceFirst(".*found: ", "").split(" ")).filter(table -> !table.isBlank()).toList();
        }
    }

    @Test
    void an_evaluation_closes_by_itself_when_its_last_day_is_over() {
        Evaluation one = plan(IdentityMode.TICKET);
        Card card = Card.random();
        send(one, Wave.BEFORE, card, "a-little");
        Actor.Job job = new Actor.Job(DemoTown.HARBOUR_HOUSE, Evaluations.CLOSING);

        clock.moveTo(one.closesOn().atTime(12, 0).toInstant(java.time.ZoneOffset.UTC));
        assertThat(Acting.as(job, () -> evaluations.closeByClock(one.id()))).as("not yet: it looks again").isPresent();
        clock.moveTo(one.closesOn().plusDays(1).atTime(12, 0).toInstant(java.time.ZoneOffset.UTC));
        assertThat(Acting.as(job, () -> evaluations.closeByClock(one.id()))).isEqualTo(Optional.empty());

        assertThat(again(one).isClosed()).isTrue();
        assertThat(everywhere(sheets.pair(one, card, null).orElseThrow().toString())).isEmpty();
    }

    @Test
    void what_was_written_goes_when_its_time_is_up_and_the_numbers_stay() {
        Evaluation one = plan(IdentityMode.UNLINKED, "event-feedback"), open = plan(IdentityMode.UNLINKED, "event-feedback");
        for (Evaluation each : List.of(one, open)) {
            Map<String, String> sent = Map.of("event-feedback.change", "More time", "confidence.identify", "very");
            Acting.as(World.anyone(), () -> sheets.send(each, new Sheet(UUID.randomUUID(), null, sheets.today(), Answered.read(each, Wave.AFTER, "", sent::get), null)));
        }
        // Closed before the demo's own was, whose words are everybody's.
        clock.moveTo(TestClock.START.minusSeconds(86_400));
        world.as(World.LEE, () -> evaluations.close(one.id(), World.LEE));
        Actor.Job erase = new Actor.Job(DemoTown.HARBOUR_HOUSE, "erase", Side.SUPPORT);

        assertThat(erasedBefore(erase, clock.instant().minusSeconds(1), one)).as("not yet").hasSize(1);
        assertThat(erasedBefore(erase, clock.instant().plusSeconds(1), one)).isEmpty();
        assertThat(Acting.as(World.LEE, () -> sheets.comments(open.id()))).as("what is open stays").hasSize(1);
        assertThat(counted(one).sheets()).containsEntry(Wave.AFTER, 1);
    }

    private List<Sheets.Comment> erasedBefore(Actor.Job erase, Instant moment, Evaluation one) {
        world.as(erase, () -> { keeping.eraseBefore(moment); });
        return Acting.as(World.LEE, () -> sheets.comments(one.id()));
    }

    @Test
    void a_typing_mistake_in_the_number_of_a_card_is_told() {
        for (int times = 0; times < 200; times++) {
            Card card = Card.random();
            assertThat(Card.read(card.written())).contains(card);
            int at = times % 12;
            char wrong = (char) ('0' + (card.digits().charAt(at) - '0' + 1 + times % 9) % 10);
            assertThat(Card.read(card.digits().substring(0, at) + wrong + card.digits().substring(at + 1))).as("one digit wrong").isEmpty();
        }
        assertThat(Card.read("1234 5678 901")).isEmpty();
    }

    @Test
    void a_card_joins_answers_in_one_evaluation_and_nobody_is_followed_into_the_next() {
        Card card = Card.random();
        assertThat(sheets.pair(plan(IdentityMode.TICKET), card, null)).isNotEqualTo(sheets.pair(plan(IdentityMode.TICKET), card, null));
        assertThat(sheets.pair(plan(IdentityMode.UNLINKED), card, UUID.randomUUID())).as("no link means none, whatever somebody brings").isEmpty();
    }

    @Test
    void only_trainers_and_managers_plan_close_and_count() {
        Evaluation one = plan(IdentityMode.TICKET);
        send(one, Wave.BEFORE, Card.random(), "a-little");
        for (Actor.Worker other : List.of(World.MINA, World.ALEX, World.CAM, World.NIA)) {
            assertThatThrownBy(() -> world.as(other, () -> evaluations.plan(UUID.randomUUID(), draft("fairly", IdentityMode.TICKET, 3), other.equals(World.NIA) ? World.MINA : other))).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> world.as(other, () -> evaluations.close(one.id(), other))).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> {
                if (world.as(other, () -> evaluations.counted(one.id())).sheets().get(Wave.BEFORE) == 0) throw new NotFound();
            }).as("nothing to count").isInstanceOf(NotFound.class);
        }
        assertThat(world.as(World.MINA, () -> evaluations.open())).as("a colleague knows what there is").extracting(Evaluation::id).contains(one.id());
        assertThat(world.as(World.NIA, () -> evaluations.open())).extracting(Evaluation::id).doesNotContain(one.id());
    }

    @Test
    void where_people_answer_is_told_to_workers_jobs_and_whoever_registers() {
        Evaluation named = plan(IdentityMode.NAMED), byCard = plan(IdentityMode.TICKET);
        UUID learner = UUID.randomUUID();
        for (Actor who : List.of(World.MINA, new Actor.Job(DemoTown.HARBOUR_HOUSE, "remind"), World.anyone(), new Actor.Holder("x"))) {
            assertThat(world.as(who, () -> evaluations.one(named.id()).questionsPath(Wave.BEFORE))).matches("/training/questions/[b-z]{10}");
            assertThat(world.as(who, () -> evaluations.one(named.id()).questionsPath(Wave.AFTER, learner))).endsWith("/" + learner);
            assertThat(world.as(who, () -> evaluations.one(byCard.id()).questionsPath(Wave.AFTER, learner))).as("no name was promised").doesNotContain(learner.toString());
            assertThat(world.as(who, () -> evaluations.one(named.id()).questionsPath(Wave.LOOKING_BACK))).isEqualTo(world.as(who, () -> evaluations.one(named.id()).questionsPath(Wave.AFTER)));
        }
        assertThatThrownBy(() -> world.as(World.NIA, () -> evaluations.one(named.id()).questionsPath(Wave.BEFORE))).isInstanceOf(NotFound.class);
    }

    @Test
    void what_was_typed_in_last_is_taken_back_whole() {
        Evaluation one = plan(IdentityMode.TICKET, "event-feedback");
        Map<String, String> sent = Map.of("a.event-feedback.change", "More time", "a.confidence.identify", "4", "l.confidence.identify", "2");
        Answered after = Answered.typed(one, Wave.AFTER, "a.", sent::get, (field, item) -> {}), back = Answered.typed(one, Wave.LOOKING_BACK, "l.", sent::get, (field, item) -> {});
        Sheet sheet = new Sheet(UUID.randomUUID(), UUID.randomUUID(), LAST, after, back);

        Entered entered = Acting.as(World.LEE, () -> sheets.enter(one, sheet, World.LEE));
        assertThat(counted(one).sheets()).containsEntry(Wave.AFTER, 1).containsEntry(Wave.LOOKING_BACK, 1);
        Acting.as(World.LEE, () -> sheets.takeBack(one, entered, World.LEE));

        assertThat(counted(one).sheets()).containsEntry(Wave.AFTER, 0).containsEntry(Wave.LOOKING_BACK, 0);
        assertThat(Acting.as(World.LEE, () -> sheets.comments(one.id()))).isEmpty();
        UUID own = UUID.randomUUID();
        Acting.as(World.anyone(), () -> sheets.send(one, new Sheet(own, UUID.randomUUID(), LAST, after, null)));
        assertThatThrownBy(() -> Acting.as(World.LEE, () -> sheets.takeBack(one, new Entered(List.of(own)), World.LEE))).as("what somebody sent themself stays").isInstanceOf(NotFound.class);
    }

    @Test
    void a_file_is_taken_whole_or_not_at_all_and_the_same_one_finds_itself() {
        Evaluation one = plan(IdentityMode.TICKET);
        Card card = Card.random();
        String heading = String.join(",", SheetFile.headings(one)), rest = ",".repeat(6);
        String good = heading + "\nbefore,2026-11-19," + card.written() + ",Housing,2" + rest + "\nafter,20/11/2026," + card.digits() + ",housing,Very" + rest + "\nlooking-back,2026-11-20," + card.digits() + ",,a-little" + rest + "\nbefore,2026-11-19,,Police,6" + rest + "\n";
        String wrong = heading + "\nbefore,tomorrow," + card.written() + ",Nowhere,9" + rest + "\nsometimes,2026-11-20,1234 5678 9012,,1" + rest + "\n";

        Taken refused = take(one, wrong, false);
        assertThat(refused.wrong()).extracting(each -> each.line() + " " + each.column()).containsExactly("2 day", "2 sector", "2 confidence.identify", "3 time", "3 card");
        assertThat(take(one, good, true).sheets()).isEqualTo(Map.of(Wave.BEFORE, 2, Wave.AFTER, 1, Wave.LOOKING_BACK, 1));
        assertThat(counted(one).sheets()).as("only looked at").containsEntry(Wave.BEFORE, 0);
        assertThat(take(one, good, false).before()).isFalse();
        assertThat(take(one, good, false).before()).isTrue();
        assertThat(take(one, good + "\n", false).wrong()).extracting(SheetFile.Wrong::words).singleElement().asString().startsWith("3 of these people");

        Counted counted = counted(one);
        assertThat(counted.sheets()).containsEntry(Wave.BEFORE, 2).containsEntry(Wave.AFTER, 1);
        assertThat(counted.questions().get(0).both().get(Compared.BEFORE_AFTER)[2][5]).isEqualTo(1);
        assertThat(counted.questions().get(0).both().get(Compared.LOOKING_BACK_AFTER)[2][5]).isEqualTo(1);
        assertThat(take(one, "time,day\n", false).wrong()).singleElement().asString().contains("no line");
        assertThat(take(one, "time,day\nx,y\n", false).wrong()).singleElement().asString().contains("lacks these headings: card");
    }

    private Taken take(Evaluation one, String text, boolean onlyLook) {
        return Acting.as(World.LEE, () -> sheets.take(one, text.getBytes(java.nio.charset.StandardCharsets.UTF_8), onlyLook, World.LEE));
    }

    @Test
    void the_illustration_has_the_margins_that_it_says() {
        Counted counted = world.as(World.LEE, () -> evaluations.counted(DemoEvaluations.CLOSED));

        assertThat(margins(counted, "identify")).containsExactly(25, 5, 18);
        assertThat(margins(counted, "respond")).containsExactly(31, 13, 31);
        assertThat(margins(counted, "engage")).containsExactly(31, 6, 31);
        assertThat(counted.pairs()).containsEntry(Compared.BEFORE_AFTER, 31);
        assertThat(counted.unmatched(Compared.BEFORE_AFTER, Wave.BEFORE)).isEqualTo(4);
        assertThat(counted.unmatched(Compared.BEFORE_AFTER, Wave.AFTER)).isEqualTo(3);
        assertThat(counted.pairs().get(Compared.BEFORE_FOLLOW_UP)).isBetween(10, 25);
        assertThat(counted.pairs().get(Compared.LOOKING_BACK_AFTER)).isPositive();
        assertThat(world.as(World.LEE, () -> evaluations.one(DemoEvaluations.CLOSED)).isClosed()).isTrue();
    }

    /** Of those on the scale both times: how many, how many counted before, how many after. */
    private static List<Integer> margins(Counted counted, String key) {
        Question question = counted.questions().stream().filter(one -> one.key().equals(key)).findFirst().orElseThrow();
        int[][] both = question.both().get(Compared.BEFORE_AFTER);
        int all = 0, before = 0, after = 0;
        for (int first = 0; first < both.length; first++) {
            for (int second = 0; second < both.length; second++) {
                if (!question.isOnScale(first) || !question.isOnScale(second)) continue;
                all += both[first][second];
                before += question.counts(first) ? both[first][second] : 0;
                after += question.counts(second) ? both[first][second] : 0;
            }
        }
        return List.of(all, before, after);
    }

    private Plan draft(String cut, IdentityMode identity, @Nullable Integer months, String... more) {
        List<QuestionSet> sets = new ArrayList<>(List.of(new QuestionSet(instruments.current("confidence"), cut)));
        for (String key : more) sets.add(new QuestionSet(instruments.current(key), null));
        return new Plan("Testing", "A course.", sets, identity, months, true, LAST);
    }

    private Evaluation plan(IdentityMode identity, String... more) {
        EvaluationId id = world.as(World.LEE, () -> evaluations.plan(UUID.randomUUID(), draft("fairly", identity, 3, more), World.LEE));
        return world.as(World.LEE, () -> evaluations.one(id));
    }

    private Evaluation again(Evaluation one) {
        return world.as(World.LEE, () -> evaluations.one(one.id()));
    }

    private Counted counted(Evaluation one) {
        return world.as(World.LEE, () -> evaluations.counted(one.id()));
    }

    private void change(Evaluation one, Plan plan) {
        world.as(World.LEE, () -> evaluations.change(one.id(), plan, World.LEE));
    }

    private int change(Evaluation one, String statement) {
        return world.as(World.LEE, () -> sql.sql(statement).param("id", one.id().id()).update());
    }

    private Sent send(Evaluation one, Wave wave, Card card, String chosen) {
        return send(one, wave, card, null, chosen);
    }

    private Sent send(Evaluation one, Wave wave, Card card, @Nullable UUID learner, String chosen) {
        Map<String, String> sent = new HashMap<>(Map.of("confidence.identify", chosen, "sector", "HOUSING"));
        Sheet sheet = new Sheet(UUID.randomUUID(), sheets.pair(one, card, learner).orElse(null), sheets.today(), Answered.read(one, wave, "", sent::get), null);
        return Acting.as(World.anyone(), () -> sheets.send(one, sheet));
    }
}
