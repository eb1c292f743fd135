package org.alongside.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.alongside.people.Decision.Reason;
import org.alongside.people.Decision.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The gate to the letter of promise S3. */
class SafeContactTests {
    static final Instant FRIDAY_10AM = Instant.parse("2026-11-20T10:00:00Z");
    static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    static final Window WEEKDAY_MORNINGS = new Window(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), LocalTime.of(9, 0), LocalTime.NOON);
    static final Circumstances WITH_LETTERS = new Circumstances(false, Set.of(), true, null);

    @ParameterizedTest
    @EnumSource(value = Channel.class, names = "PHONE", mode = EnumSource.Mode.EXCLUDE)
    void while_nobody_knows_no_message_letter_or_voicemail_leaves(Channel channel) {
        Decision decision = answers(Map.of()).ask(channel, FRIDAY_10AM, WITH_LETTERS);

        assertThat(decision.verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(decision.reason()).isEqualTo(Reason.UNKNOWN);
    }

    @Test
    void while_nobody_knows_one_live_call_may_be_made_after_asking_the_referrer_number_withheld_stopping_if_anyone_else_answers() {
        Decision decision = answers(Map.of()).ask(Channel.PHONE, FRIDAY_10AM);

        assertThat(decision.verdict()).isEqualTo(Verdict.ASK_FIRST);
        assertThat(decision.mayContact()).isTrue();
        assertThat(decision.maySend()).isFalse();
        assertThat(String.join(" ", decision.how())).contains("ask whoever referred them", "141", "anyone else answers", "stop", "Leave no voicemail", "Record what happened");
    }

    @Test
    void there_is_no_second_call_while_nobody_knows() {
        Decision decision = answers(Map.of()).ask(Channel.PHONE, FRIDAY_10AM, new Circumstances(true, Set.of(), false, null));

        assertThat(decision.verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(decision.reason()).isEqualTo(Reason.CALLED_ONCE);
    }

    @ParameterizedTest
    @EnumSource(Channel.class)
    void never_holds_at_every_hour_and_after_the_answers_have_run_out(Channel channel) {
        SafeContact contact = answers(all(ChannelAnswer.of(Safe.NEVER)));

        for (int hour = 0; hour < 24 * 400; hour += 13) {
            Decision decision = contact.ask(channel, FRIDAY_10AM.plusSeconds(hour * 3600L), WITH_LETTERS);
            assertThat(decision.verdict()).isEqualTo(Verdict.REFUSED);
            assertThat(decision.reason()).isEqualTo(Reason.NEVER);
        }
    }

    @Test
    void never_gives_way_to_a_risk_to_life_and_only_on_the_way_the_manager_named() {
        SafeContact contact = answers(all(ChannelAnswer.of(Safe.NEVER)));
        Circumstances risk = new Circumstances(false, Set.of(Channel.PHONE), true, null);

        assertThat(contact.ask(Channel.PHONE, FRIDAY_10AM, risk).reason()).isEqualTo(Reason.RISK_TO_LIFE);
        assertThat(contact.ask(Channel.PHONE, FRIDAY_10AM, risk).mayContact()).isTrue();
        assertThat(contact.ask(Channel.TEXT, FRIDAY_10AM, risk).reason()).isEqualTo(Reason.NEVER);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-20T08:59:59Z,false", "2026-11-20T09:00:00Z,true", "2026-11-20T11:59:59Z,true", "2026-11-20T12:00:00Z,false", "2026-11-21T10:00:00Z,false",
            "2026-06-19T08:00:00Z,true", "2026-06-19T07:59:59Z,false"})
    void a_yes_holds_inside_its_hours_in_London_and_not_a_second_outside(Instant at, boolean may) {
        Decision decision = answers(Map.of(Channel.PHONE, yes(WEEKDAY_MORNINGS))).ask(Channel.PHONE, at);

        assertThat(decision.mayContact()).isEqualTo(may);
    }

    @Test
    void outside_its_hours_the_gate_says_when_the_next_ones_begin() {
        Decision decision = answers(Map.of(Channel.TEXT, yes(WEEKDAY_MORNINGS))).ask(Channel.TEXT, Instant.parse("2026-11-20T12:00:00Z"));

        assertThat(decision.reason()).isEqualTo(Reason.OUTSIDE_TIMES);
        assertThat(decision.notBefore()).isEqualTo(Instant.parse("2026-11-23T09:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({"2026-11-20T21:59:00Z,false", "2026-11-20T22:00:00Z,true", "2026-11-21T05:59:00Z,true", "2026-11-21T06:00:00Z,false", "2026-11-22T02:00:00Z,false"})
    void hours_over_midnight_belong_to_the_day_they_begin_on(Instant at, boolean may) {
        Window fridayNight = new Window(Set.of(DayOfWeek.FRIDAY), LocalTime.of(22, 0), LocalTime.of(6, 0));

        assertThat(answers(Map.of(Channel.PHONE, yes(fridayNight))).ask(Channel.PHONE, at).mayContact()).isEqualTo(may);
    }

    @Test
    void an_answer_that_ran_out_allows_a_live_call_to_check_it_and_nothing_that_others_could_find() {
        SafeContact contact = answers(all(ChannelAnswer.of(Safe.YES))).checkedOn(TODAY.minusDays(91));

        assertThat(contact.ask(Channel.PHONE, FRIDAY_10AM, WITH_LETTERS).verdict()).isEqualTo(Verdict.RECHECK);
        assertThat(contact.ask(Channel.PHONE, FRIDAY_10AM, WITH_LETTERS).maySend()).isFalse();
        for (Channel channel : List.of(Channel.TEXT, Channel.VOICEMAIL, Channel.EMAIL, Channel.LETTER)) {
            assertThat(contact.ask(channel, FRIDAY_10AM, WITH_LETTERS).reason()).as(channel.name()).isEqualTo(Reason.EXPIRED);
            assertThat(contact.ask(channel, FRIDAY_10AM, WITH_LETTERS).mayContact()).as(channel.name()).isFalse();
        }
    }

    @Test
    void an_answer_holds_on_its_ninetieth_day_and_has_run_out_on_the_next() {
        SafeContact contact = answers(all(ChannelAnswer.of(Safe.YES)));

        assertThat(contact.checkedOn(TODAY.minusDays(90)).ask(Channel.EMAIL, FRIDAY_10AM).maySend()).isTrue();
        assertThat(contact.checkedOn(TODAY.minusDays(91)).ask(Channel.EMAIL, FRIDAY_10AM).maySend()).isFalse();
    }

    @Test
    void somebody_who_can_only_be_texted_is_not_cut_off_when_their_answer_runs_out() {
        SafeContact contact = answers(Map.of(Channel.PHONE, ChannelAnswer.of(Safe.NO), Channel.TEXT, ChannelAnswer.of(Safe.YES))).checkedOn(TODAY.minusDays(200));

        Decision decision = contact.ask(Channel.TEXT, FRIDAY_10AM);

        assertThat(decision.verdict()).isEqualTo(Verdict.RECHECK);
        assertThat(decision.maySend()).isFalse();
        assertThat(decision.how().get(0)).contains("neutral", "nothing else");
        assertThat(contact.ask(Channel.PHONE, FRIDAY_10AM).reason()).isEqualTo(Reason.NOT_SAFE);
    }

    @Test
    void a_voicemail_is_never_safer_than_the_call() {
        assertThat(answers(Map.of(Channel.VOICEMAIL, ChannelAnswer.of(Safe.YES))).ask(Channel.VOICEMAIL, FRIDAY_10AM).mayContact()).isFalse();
        assertThat(answers(Map.of(Channel.VOICEMAIL, ChannelAnswer.of(Safe.YES), Channel.PHONE, ChannelAnswer.of(Safe.YES))).ask(Channel.VOICEMAIL, FRIDAY_10AM).mayContact()).isTrue();
    }

    @Test
    void letters_wait_while_a_new_protected_address_settles_and_go_nowhere_without_a_safe_one() {
        SafeContact contact = answers(all(ChannelAnswer.of(Safe.YES)));
        Instant until = FRIDAY_10AM.plusSeconds(3600);

        assertThat(contact.ask(Channel.LETTER, FRIDAY_10AM, new Circumstances(false, Set.of(), true, until)).reason()).isEqualTo(Reason.LETTERS_HELD);
        assertThat(contact.ask(Channel.LETTER, until, new Circumstances(false, Set.of(), true, until)).maySend()).isTrue();
        assertThat(contact.ask(Channel.LETTER, FRIDAY_10AM, Circumstances.NONE).reason()).isEqualTo(Reason.NOTHING_TO_USE);
    }

    @Test
    void the_gate_says_how_to_call_in_the_persons_own_words() {
        SafeContact contact = new SafeContact("+441632960001", null, Map.of(Channel.PHONE, new ChannelAnswer(Safe.YES, List.of(), "ring twice")), "Mum", "the dentist", "blue door", true, "", null, null);

        assertThat(contact.ask(Channel.PHONE, FRIDAY_10AM).how()).containsExactly("Withhold our number: dial 141 first.", "May answer: Mum", "If someone else answers, say: the dentist", "Code word: blue door", "In their words: ring twice");
    }

    private static SafeContact answers(Map<Channel, ChannelAnswer> channels) {
        return new SafeContact("+441632960001", "a@example.org", channels, "", "", "", true, "", TODAY, TODAY.plusDays(90));
    }

    private static Map<Channel, ChannelAnswer> all(ChannelAnswer answer) {
        Map<Channel, ChannelAnswer> all = new EnumMap<>(Channel.class);
        for (Channel channel : Channel.values()) all.put(channel, answer);
        return all;
    }

    private static ChannelAnswer yes(Window window) {
        return new ChannelAnswer(Safe.YES, List.of(window), "");
    }
}
