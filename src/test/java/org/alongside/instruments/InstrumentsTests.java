package org.alongside.instruments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.alongside.AlongsideTest;
import org.alongside.TestDatabase;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.access.OrganisationId;
import org.alongside.access.Role;
import org.alongside.access.WorkerId;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Side;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@AlongsideTest
class InstrumentsTests {
    static final String ODD = "Ünïcode 👩‍👩‍👧 \u202Eright-to-left <script>alert(1)</script> '; drop table\n\n\0 end";
    @Autowired Instruments instruments;
    @Autowired Answers answers;
    @Autowired Shelf shelf;
    @Autowired JdbcClient sql;
    @Autowired Clock clock;
    @Autowired TransactionTemplate transaction;

    final OrganisationId ours = new OrganisationId(UUID.randomUUID());
    final Actor.Worker worker = worker(ours, Side.SUPPORT);
    final UUID subject = UUID.randomUUID();

    @Test
    void answers_come_back_exactly_as_given_odd_and_huge_text_too() {
        String huge = "a".repeat(200_000);
        ResponseId id = begin();
        save(id, 0, Map.of("safe-to-talk", "yes", "stop-how", ODD, "what-happened", huge, "n.safe-to-talk", ODD, "a.last-time.day", "31", "a.last-time.month", "feb", "a.last-time.year", "2026"));

        AnswerSheet sheet = read(id).sheet();
        assertThat(sheet.of("safe-to-talk")).isEqualTo(new Answer(List.of("yes"), "", Missing.NOT_ASKED, ODD));
        assertThat(sheet.of("stop-how").typed()).isEqualTo(ODD);
        assertThat(sheet.of("what-happened").typed()).isEqualTo(huge);
        assertThat(sheet.of("last-time").typed()).isEqualTo("31/feb/2026");
    }

    @Test
    void what_was_typed_is_sealed_in_the_database() {
        ResponseId id = begin();
        save(id, 0, Map.of("stop-how", "Marker-Words", "n.injured", "Marker-Words"));

        assertThat(as(worker, () -> sql.sql("select encode(coalesce(typed, '') || coalesce(note, ''), 'escape') || array_to_string(chosen, ' ') from instruments.answer where response_id = :id")
                .param("id", id.id()).query(String.class).list())).hasSize(2).noneMatch(text -> text.contains("Marker"));
    }

    @Test
    void each_reason_for_no_answer_is_kept_and_an_answer_may_be_taken_back() {
        ResponseId id = begin();
        save(id, 0, Map.of("injured", "~NOT_SAFE_TO_ASK", "m.wants", "DECLINED", "weapon", "no"));
        save(id, 1, Map.of("injured", "~NOT_SAFE_TO_ASK", "m.wants", "DECLINED", "weapon", "~NOT_ASKED"));

        AnswerSheet sheet = read(id).sheet();
        assertThat(sheet.of("injured").missing()).isEqualTo(Missing.NOT_SAFE_TO_ASK);
        assertThat(sheet.of("wants").missing()).isEqualTo(Missing.DECLINED);
        assertThat(sheet.of("weapon")).isEqualTo(Answer.NOT_ASKED);
    }

    @Test
    void an_option_the_question_does_not_have_is_not_an_answer() {
        ResponseId id = begin();
        save(id, 0, Map.of("injured", "perhaps", "injuries", "head"));

        assertThat(read(id).sheet().of("injured").isGiven()).isFalse();
        assertThat(read(id).sheet().of("injuries").chosen()).containsExactly("head");
    }

    @Test
    void of_two_people_saving_at_once_the_second_is_told_and_nothing_is_overwritten() {
        ResponseId id = begin();
        save(id, 0, Map.of("wants", "first"));

        assertThatThrownBy(() -> save(id, 0, Map.of("wants", "second"))).isInstanceOfSatisfying(SavedMeanwhile.class,
                told -> assertThat(told.saved().sheet().of("wants").typed()).isEqualTo("first"));
        assertThat(read(id).sheet().of("wants").typed()).isEqualTo("first");
    }

    @Test
    void finished_answers_do_not_change_not_even_past_the_application() {
        ResponseId id = begin();
        save(id, 0, Map.of("wants", "to stay"));
        as(worker, () -> instruments.finish(id));

        assertThatThrownBy(() -> save(id, 1, Map.of("wants", "to go"))).isInstanceOf(RuleBroken.class);
        assertThat(as(worker, () -> sql.sql("update instruments.answer set chosen = '{}'").update())).isZero();
        assertThatThrownBy(() -> as(worker, () -> sql.sql("insert into instruments.answer (response_id, item, chosen, missing) values (:id, 'x', '{}', 'DECLINED')").param("id", id.id()).update()))
                .rootCause().hasMessageContaining("row-level security");
        assertThatThrownBy(() -> as(worker, () -> sql.sql("update instruments.response set status = 'DRAFT' where id = :id").param("id", id.id()).update())).rootCause().hasMessageContaining("do not change");
        assertThat(as(worker, () -> sql.sql("delete from instruments.answer").update())).as("only the eraser removes").isZero();
        assertThatThrownBy(() -> as(worker, () -> sql.sql("update instruments.instrument_version set definition = ''").update())).rootCause().hasMessageContaining("permission denied");
    }

    @Test
    void a_mistake_is_put_right_by_a_new_response_and_the_old_one_stays_readable() {
        ResponseId first = begin();
        save(first, 0, Map.of("wants", "to stay", "weapon", "no"));
        as(worker, () -> instruments.finish(first));
        ResponseId second = as(worker, () -> instruments.amend(first));
        save(second, 0, Map.of("wants", "to stay", "weapon", "yes"));
        assertThat(read(first).status()).isEqualTo(Response.Status.DONE);
        as(worker, () -> instruments.finish(second));

        assertThat(read(first).status()).isEqualTo(Response.Status.AMENDED);
        assertThat(read(first).sheet().said("weapon")).contains("No");
        assertThat(read(second).sheet().said("weapon")).contains("Yes");
        assertThat(read(second).sheet().changedSince(read(first).sheet())).extracting(Item::key).containsExactly("weapon");
    }

    @Test
    void a_changed_file_is_a_new_version_and_old_answers_keep_the_questions_they_were_given_to() {
        ResponseId old = begin();
        save(old, 0, Map.of("safe-to-talk", "yes"));
        Instrument changed = InstrumentFile.read("safety-assessment.yaml", instruments.current("safety-assessment").definition().replace("Is it safe to talk right now?", "May we talk?").replace("version: \"2\"", "version: \"3\""));
        Instruments afterwards = new Instruments(sql, answers, shelf, clock, Map.of(changed.key(), changed));
        ResponseId young = as(worker, () -> afterwards.begin("safety-assessment", subject));

        assertThat(as(worker, () -> afterwards.response(old)).sheet().instrument().item("safe-to-talk").orElseThrow().ask()).isEqualTo("Is it safe to talk right now?");
        assertThat(as(worker, () -> afterwards.response(young)).sheet().instrument().item("safe-to-talk").orElseThrow().ask()).isEqualTo("May we talk?");
    }

    @Test
    void answers_are_not_read_with_questions_that_somebody_changed_behind_our_back() {
        Instrument own = InstrumentFile.read("safety-assessment.yaml", instruments.current("safety-assessment").definition().replace("version: \"2\"", "version: \"tampered\""));
        ResponseId id = as(worker, () -> new Instruments(sql, answers, shelf, clock, Map.of(own.key(), own)).begin("safety-assessment", subject));
        assertThat(as(worker, () -> new Instruments(sql, answers, shelf, clock, Map.of()).response(id)).sheet().instrument().hash()).isEqualTo(own.hash());

        TestDatabase.asOwner("update instruments.instrument_version set definition = replace(definition, 'Is it safe to talk right now?', 'All well?') where hash = '" + own.hash() + "'");

        assertThatThrownBy(() -> as(worker, () -> new Instruments(sql, answers, shelf, clock, Map.of()).response(id))).isInstanceOf(IllegalStateException.class).hasMessageContaining("was changed");
    }

    @Test
    void only_the_same_side_of_the_same_organisation_finds_a_response() {
        ResponseId id = begin();
        save(id, 0, Map.of("wants", "privacy"));

        for (Actor other : List.of(worker(ours, Side.CHANGE), worker(new OrganisationId(UUID.randomUUID()), Side.SUPPORT), worker(ours, null), new Actor.Public(), new Actor.Job(ours, "other"))) {
            assertThatThrownBy(() -> as(other, () -> instruments.response(id))).as(other.kind()).isInstanceOf(NotFound.class);
            assertThat(as(other, () -> sql.sql("select count(*) from instruments.answer").query(Integer.class).single())).as(other.kind()).isZero();
            assertThatThrownBy(() -> as(other, () -> instruments.save(id, 1, new AnswerSheet(instruments.current("safety-assessment"), Map.of())))).isInstanceOf(NotFound.class);
        }
    }

    @Test
    void a_number_or_a_date_that_cannot_be_read_is_kept_in_a_draft_and_refused_only_at_the_end() {
        ResponseId id = begin();
        save(id, 0, Map.of("children", "two"));

        assertThat(read(id).sheet().of("children").typed()).isEqualTo("two");
        assertThatThrownBy(() -> as(worker, () -> instruments.finish(id))).isInstanceOf(RuleBroken.class);
    }

    private ResponseId begin() {
        return as(worker, () -> instruments.begin("safety-assessment", subject));
    }

    private Response read(ResponseId id) {
        return as(worker, () -> instruments.response(id));
    }

    private void save(ResponseId id, int revision, Map<String, String> typed) {
        Map<String, String[]> sent = new HashMap<>();
        typed.forEach((name, value) -> sent.put(name.contains(".") ? name : "a." + name, new String[] {value}));
        as(worker, () -> instruments.save(id, revision, AnswerSheet.read(instruments.current("safety-assessment"), sent::get)));
    }

    private static Actor.Worker worker(OrganisationId organisation, Side side) {
        return new Actor.Worker(new WorkerId(UUID.randomUUID()), organisation, side, Set.of(Role.SUPPORT_WORKER));
    }

    private void as(Actor actor, Runnable work) {
        Acting.as(actor, () -> transaction.executeWithoutResult(status -> work.run()));
    }

    private <T> T as(Actor actor, Supplier<T> work) {
        return Acting.as(actor, () -> transaction.execute(status -> work.get()));
    }
}
