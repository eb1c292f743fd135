package org.alongside.referral;

import static org.alongside.referral.GateRule.CONTACT_PUTS_NOBODY_IN_DANGER;
import static org.alongside.referral.GateRule.Found.DOES_NOT_HOLD;
import static org.alongside.referral.GateRule.Found.HOLDS;
import static org.alongside.referral.GateRule.Found.MISSING;
import static org.alongside.referral.GateRule.PARTNERS_ARE_KNOWN;
import static org.alongside.referral.GateRule.SUPPORT_FOR_PARTNERS_IS_KNOWN;
import static org.alongside.referral.GateRule.THEY_ARE_WILLING;
import static org.alongside.referral.GateRule.THEY_CAN_BE_REACHED;
import static org.alongside.referral.GateRule.THEY_KNOW_OF_THE_REFERRAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.alongside.access.OrganisationId;
import org.alongside.access.WorkerId;
import org.alongside.disclosure.Because;
import org.alongside.people.Channel;
import org.alongside.people.Safe;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Side;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QualityGateTests {
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final WorkerId KIT = new WorkerId(UUID.randomUUID());
    /** A police officer's referral with all that is asked. */
    private static final Map<Question, String> WHOLE = Map.of(Question.WORDS, "He broke the door.", Question.HOW_KNOWN, "POLICE,PARTNER_SAID", Question.CONSENT, "YES", Question.WILLING, "YES", Question.PARTNERS, "ONE", Question.CHILDREN, "YES",
            Question.PARTNERS_SUPPORT, "YES", Question.CHANNELS, "PHONE", Question.CONTACT_DANGER, "NO", Question.CONDITIONS, "BAIL");

    @Test
    void a_referral_with_all_that_is_asked_holds_and_an_empty_one_misses_everything() {
        assertThat(gate(WHOLE).holds()).isTrue();
        assertThat(gate(Map.of()).missing()).containsExactly(GateRule.values());
    }

    @Test
    void each_sentence_is_missing_when_its_own_answer_is_and_then_the_gate_does_not_hold() {
        Map<GateRule, Set<Question>> asks = Map.of(GateRule.WHAT_HAPPENED_IS_TOLD, Set.of(Question.WORDS), GateRule.HOW_IT_IS_KNOWN_IS_TOLD, Set.of(Question.HOW_KNOWN), THEY_KNOW_OF_THE_REFERRAL, Set.of(Question.CONSENT), THEY_ARE_WILLING, Set.of(Question.WILLING),
                PARTNERS_ARE_KNOWN, Set.of(Question.PARTNERS), GateRule.CHILDREN_ARE_KNOWN, Set.of(Question.CHILDREN), SUPPORT_FOR_PARTNERS_IS_KNOWN, Set.of(Question.PARTNERS_SUPPORT), THEY_CAN_BE_REACHED, Set.of(Question.CHANNELS),
                CONTACT_PUTS_NOBODY_IN_DANGER, Set.of(Question.CONTACT_DANGER), GateRule.COURT_AND_PROBATION_ARE_KNOWN, Set.of(Question.CONDITIONS));
        assertThat(asks).containsOnlyKeys(GateRule.values());
        asks.forEach((rule, questions) -> assertThat(QualityGate.of(new Answers(WHOLE).without(questions), false)).as(rule.name()).satisfies(gate -> assertThat(gate.missing()).containsExactly(rule), gate -> assertThat(gate.holds()).isFalse()));
    }

    @Test
    void the_questions_that_are_read_for_a_list_are_all_that_the_sentences_ask_about() {
        Set<Question> others = new HashSet<>(Set.of(Question.values()));
        GateRule.QUESTIONS.forEach(others::remove);

        assertThat(QualityGate.of(new Answers(WHOLE).without(others), false)).isEqualTo(gate(WHOLE));
        assertThat(GateRule.QUESTIONS).containsAll(WHOLE.keySet());
    }

    @ParameterizedTest
    @CsvSource({"YES,HOLDS", "NO,DOES_NOT_HOLD", "UNSURE,MISSING", "NOT_ASKED,MISSING"})
    void not_being_willing_is_said_and_not_being_sure_is_asked_about(String answer, GateRule.Found found) {
        assertThat(gate(with(Question.WILLING, answer)).of(THEY_ARE_WILLING)).isEqualTo(found);
    }

    // Safety: nobody rings somebody because a referrer was not sure.
    @ParameterizedTest
    @CsvSource({"NO,HOLDS", "YES,DOES_NOT_HOLD", "NOT_SURE,MISSING"})
    void only_a_plain_no_says_that_contact_puts_nobody_in_danger(String answer, GateRule.Found found) {
        assertThat(gate(with(Question.CONTACT_DANGER, answer)).of(CONTACT_PUTS_NOBODY_IN_DANGER)).isEqualTo(found);
    }

    @Test
    void not_knowing_how_many_partners_there_are_is_not_knowing_and_a_name_is_knowing_one() {
        assertThat(gate(with(Question.PARTNERS, "NOT_KNOWN")).of(PARTNERS_ARE_KNOWN)).isEqualTo(MISSING);
        assertThat(gate(Map.of(Question.OTHER_PERSON, "Ana")).of(PARTNERS_ARE_KNOWN)).isEqualTo(HOLDS);
        assertThat(gate(Map.of(Question.PARTNERS, "NONE")).of(SUPPORT_FOR_PARTNERS_IS_KNOWN)).as("nobody there to support").isEqualTo(HOLDS);
        assertThat(gate(with(Question.PARTNERS_SUPPORT, "NOT_KNOWN")).of(SUPPORT_FOR_PARTNERS_IS_KNOWN)).isEqualTo(MISSING);
    }

    @Test
    void whoever_must_not_be_contacted_cannot_be_reached_and_ask_first_is_to_be_asked() {
        assertThat(gate(with(Question.CHANNELS, "NONE")).of(THEY_CAN_BE_REACHED)).isEqualTo(DOES_NOT_HOLD);
        assertThat(gate(with(Question.CHANNELS, "ASK_FIRST")).of(THEY_CAN_BE_REACHED)).isEqualTo(MISSING);
    }

    @Test
    void whoever_asks_for_themself_is_willing_and_says_how_they_are_reached() {
        QualityGate own = QualityGate.of(new Answers(Map.of(Question.CHANNELS, "NONE")), true);

        assertThat(own.missing()).containsExactly(GateRule.WHAT_HAPPENED_IS_TOLD, PARTNERS_ARE_KNOWN, GateRule.CHILDREN_ARE_KNOWN);
        assertThat(own.failing()).isEmpty();
    }

    @Test
    void what_was_learned_later_counts_and_the_last_word_most() {
        QualityGate gate = gate(Map.of()).with(Map.of(THEY_ARE_WILLING, DOES_NOT_HOLD)).with(Map.of(THEY_ARE_WILLING, HOLDS));

        assertThat(gate.of(THEY_ARE_WILLING)).isEqualTo(HOLDS);
        assertThat(gate.missing()).doesNotContain(THEY_ARE_WILLING);
    }

    // Safety: the referrer's word about somebody else allows one live call after asking; a danger they named allows none.
    @Test
    void where_contact_could_put_somebody_in_danger_no_way_of_contact_is_open() {
        for (Channel channel : List.of(Channel.PHONE, Channel.TEXT, Channel.EMAIL, Channel.VOICEMAIL)) {
            assertThat(new Intake(new Answers(contact("YES")), false).contact(TODAY).answer(channel).safe()).as(channel.name()).isEqualTo(Safe.NO);
        }
        assertThat(new Intake(new Answers(contact("NO")), false).contact(TODAY).answer(Channel.PHONE).safe()).as("control").isEqualTo(Safe.UNKNOWN);
    }

    @Test
    void what_endangers_somebody_is_never_parted_from_the_number() {
        PassOn safeContact = new PassOn(new OrganisationId(UUID.randomUUID()), Set.of(Part.SAFE_CONTACT), Because.THEY_AGREED);

        assertThat(safeContact.questions(safeContact.fields())).contains(Question.PHONE, Question.CONTACT_DANGER, Question.CONTACT_DANGER_WORDS).doesNotContain(Question.PARTNERS_WORDS);
    }

    @Test
    void no_conditions_and_some_conditions_exclude_each_other() {
        assertThat(AnswerRules.problems(new Answers(Map.of(Question.CONDITIONS, "BAIL,NONE")), List.of(Question.CONDITIONS), TODAY).all()).hasSize(1);
        assertThat(AnswerRules.problems(new Answers(Map.of(Question.CONDITIONS, "BAIL,PROBATION")), List.of(Question.CONDITIONS), TODAY).all()).isEmpty();
        assertThat(AnswerRules.problems(new Answers(Map.of(Question.CONDITIONS, "NONE")), List.of(Question.CONDITIONS), TODAY).all()).isEmpty();
    }

    // Safety: somebody may be in danger from the person this referral is about.
    @Test
    void a_referral_about_how_somebody_behaves_is_not_put_down_before_it_is_said_who_goes_on_holding_the_risk() {
        assertThatThrownBy(() -> received(Side.CHANGE).decline(DeclineReason.THEY_SAID_NO, null, null, KIT, NOW)).isInstanceOf(RuleBroken.class).hasMessageContaining("holding the risk");
        assertThatThrownBy(() -> received(Side.CHANGE).withdraw(null, null, KIT, NOW)).isInstanceOf(RuleBroken.class);
        assertThat(received(Side.CHANGE).decline(DeclineReason.THEY_SAID_NO, null, RiskHolder.REFERRER, KIT, NOW).reason()).isEqualTo(DeclineReason.THEY_SAID_NO);
        assertThat(received(Side.SUPPORT).decline(DeclineReason.THEY_SAID_NO, null, null, KIT, NOW)).as("control").isNotNull();
    }

    private static Referral received(Side side) {
        return Referral.received(new ReferralId(UUID.randomUUID()), new OrganisationId(UUID.randomUUID()), side, Source.PROFESSIONAL, new Answers(Map.of()), false, false, "key", NOW, NOW);
    }

    private static Map<Question, String> contact(String danger) {
        return Map.of(Question.CHANNELS, "PHONE,TEXT,EMAIL", Question.SAFE_WHEN, "ANY_TIME", Question.PHONE, "07700 900123", Question.CONTACT_DANGER, danger);
    }

    private static Map<Question, String> with(Question question, String answer) {
        Map<Question, String> changed = new EnumMap<>(WHOLE);
        changed.put(question, answer);
        return changed;
    }

    private static QualityGate gate(Map<Question, String> given) {
        return QualityGate.of(new Answers(given), false);
    }
}
