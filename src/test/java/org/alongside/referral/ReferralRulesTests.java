package org.alongside.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.alongside.access.OrganisationId;
import org.alongside.disclosure.Because;
import org.alongside.access.WorkerId;
import org.alongside.disclosure.Basis;
import org.alongside.disclosure.Field;
import org.alongside.people.Channel;
import org.alongside.people.Safe;
import org.alongside.people.SafeContact;
import org.alongside.shared.Problems;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Side;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReferralRulesTests {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    static final WorkerId TOM = new WorkerId(UUID.randomUUID());

    @Test
    void a_declined_referral_cannot_be_accepted() {
        Referral referral = received();
        referral.startScreening(UUID.randomUUID(), TOM, NOW);
        referral.decline(DeclineReason.NO_CAPACITY, null, null, TOM, NOW);

        assertThatThrownBy(() -> referral.accept(null, TOM, NOW)).isInstanceOf(RuleBroken.class);
    }

    @Test
    void nobody_is_accepted_before_screening() {
        assertThatThrownBy(() -> received().accept(null, TOM, NOW)).isInstanceOf(RuleBroken.class);
    }

    @Test
    void what_was_accepted_or_passed_on_cannot_be_undone_and_what_was_declined_or_withdrawn_can() {
        assertThat(ReferralStatus.NEXT.get(ReferralStatus.ACCEPTED)).isEmpty();
        assertThat(ReferralStatus.NEXT.get(ReferralStatus.PASSED_ON)).isEmpty();

        Referral referral = received();
        referral.withdraw(null, null, TOM, NOW);
        assertThat(referral.reopen(TOM, NOW).status()).isEqualTo(ReferralStatus.RECEIVED);
    }

    @Test
    void a_referral_is_not_passed_on_to_the_organisation_that_has_it() {
        Referral referral = received();

        assertThatThrownBy(() -> referral.passOn(referral.organisation(), new ReferralId(UUID.randomUUID()), TOM, NOW)).isInstanceOf(RuleBroken.class);
    }

    @Test
    void passing_on_without_agreement_needs_a_reason() {
        assertThatThrownBy(() -> new Because(Basis.SAFEGUARDING, " ", true, "")).isInstanceOf(RuleBroken.class);
        assertThatThrownBy(() -> new Because(Basis.RISK_TO_LIFE, "A child is in the house", false, " ")).isInstanceOf(RuleBroken.class).hasMessageContaining("not told");
        assertThat(new Because(Basis.RISK_TO_LIFE, " A child is in the house ", false, "Their phone is watched").necessity()).isEqualTo("A child is in the house");
    }

    @Test
    void passing_on_copies_the_chosen_parts_only_and_of_them_what_may_leave() {
        PassOn everything = new PassOn(new OrganisationId(UUID.randomUUID()), Set.of(Part.values()), Because.THEY_AGREED);
        PassOn situation = new PassOn(new OrganisationId(UUID.randomUUID()), Set.of(Part.SITUATION), Because.THEY_AGREED);

        assertThat(everything.questions(everything.fields())).contains(Question.PHONE, Question.WORDS, Question.ADDRESS).doesNotContain(Question.RECEIVER);
        assertThat(everything.questions(Set.of(Field.CONCERN))).contains(Question.WORDS).doesNotContain(Question.PHONE, Question.GIVEN_NAME, Question.ADDRESS);
        assertThat(situation.fields()).containsExactly(Field.CONCERN);
        assertThat(situation.questions(situation.fields())).contains(Question.WORDS).doesNotContain(Question.PHONE, Question.GIVEN_NAME, Question.CHANNELS);
    }

    @Test
    void only_how_contact_is_safe_must_be_answered() {
        assertThat(problems(Map.of())).containsExactly("channels");
        assertThat(problems(Map.of(Question.CHANNELS, "NONE"))).isEmpty();
    }

    @Test
    void no_contact_and_a_way_of_contact_exclude_each_other() {
        assertThat(problems(Map.of(Question.CHANNELS, "PHONE,NONE"))).contains("channels");
    }

    @Test
    void ringing_needs_to_know_when_and_a_number() {
        assertThat(problems(Map.of(Question.CHANNELS, "PHONE"))).containsExactlyInAnyOrder("safe-when", "phone");
        assertThat(problems(Map.of(Question.CHANNELS, "PHONE", Question.SAFE_WHEN, "ONLY_THEN", Question.PHONE, "07700 900123"))).containsExactly("safe-days");
        assertThat(problems(Map.of(Question.CHANNELS, "PHONE", Question.SAFE_WHEN, "ONLY_THEN", Question.SAFE_HOURS, "MORNING", Question.PHONE, "07700 900123"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"12", "call me", "077", "☎️", "<script>alert(1)</script>", "رقم"})
    void a_number_that_cannot_ring_is_named(String typed) {
        assertThat(problems(Map.of(Question.CHANNELS, "PHONE", Question.SAFE_WHEN, "ANY_TIME", Question.PHONE, typed))).containsExactly("phone");
    }

    @ParameterizedTest
    @ValueSource(strings = {"31\n2\n1990", "1\n13\n1990", "aa\nbb\ncccc", "1\n1\n90", "1\n1\n2030", "1\n1\n1800", "1\n\n1990"})
    void a_birth_date_that_cannot_be_is_named(String typed) {
        assertThat(problems(Map.of(Question.CHANNELS, "NONE", Question.BORN, typed))).containsExactly("born");
    }

    @ParameterizedTest
    @ValueSource(strings = {"LA1 4YW", "la1", "SW1A 1AA", "Lancaster", "Llanfair­pwll", "الخرطوم"})
    void a_town_or_a_postcode_is_a_place(String typed) {
        assertThat(problems(Map.of(Question.CHANNELS, "NONE", Question.AREA, typed))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"LA11 4Y", "12345", "LA1 4YWX", "5"})
    void half_a_postcode_that_is_none_is_named(String typed) {
        assertThat(problems(Map.of(Question.CHANNELS, "NONE", Question.AREA, typed))).containsExactly("area");
    }

    @Test
    void too_many_words_are_named_and_an_emoji_counts_once() {
        assertThat(problems(Map.of(Question.CHANNELS, "NONE", Question.WORDS, "x".repeat(4001)))).containsExactly("words");
        assertThat(problems(Map.of(Question.CHANNELS, "NONE", Question.WORDS, "😟".repeat(4000)))).isEmpty();
    }

    @Test
    void sharing_without_agreement_needs_a_reason() {
        assertThat(problems(Map.of(Question.CHANNELS, "NONE", Question.CONSENT, "NO"))).containsExactly("consent-why");
    }

    @Test
    void an_option_nobody_offered_is_no_answer() {
        assertThat(new Answers(Map.of(Question.CHANNELS, "PIGEON,PHONE", Question.SAFE_NOW, "MAYBE")).all(Question.CHANNELS)).containsExactly("PHONE");
        assertThat(new Answers(Map.of(Question.SAFE_NOW, "MAYBE")).has(Question.SAFE_NOW)).isFalse();
    }

    @Test
    void not_being_sure_runs_the_short_clock() {
        assertThat(Danger.NOT_SURE.isUrgent()).isTrue();
        assertThat(Danger.SAFE_FOR_NOW.isUrgent()).isFalse();
    }

    @Test
    void somebody_is_a_child_until_their_sixteenth_birthday() {
        assertThat(born("21\n11\n2010").areAboutAChild(Asking.MYSELF, TODAY)).isTrue();
        assertThat(born("20\n11\n2010").areAboutAChild(Asking.MYSELF, TODAY)).isFalse();
        assertThat(new Answers(Map.of()).areAboutAChild(Asking.CHILD, TODAY)).isTrue();
    }

    @Test
    void their_own_yes_is_a_yes_at_the_times_they_said() {
        SafeContact contact = intake(true, Map.of(Question.CHANNELS, "PHONE", Question.SAFE_WHEN, "ONLY_THEN", Question.SAFE_DAYS, "MONDAY", Question.SAFE_HOURS, "MORNING", Question.PHONE, "07700 900123")).contact(TODAY);

        assertThat(contact.answer(Channel.PHONE).safe()).isEqualTo(Safe.YES);
        assertThat(contact.answer(Channel.PHONE).windows()).singleElement().satisfies(window -> assertThat(window.days()).containsExactly(DayOfWeek.MONDAY));
        assertThat(contact.answer(Channel.TEXT).safe()).isEqualTo(Safe.NO);
        assertThat(contact.answer(Channel.VOICEMAIL).safe()).isEqualTo(Safe.NO);
        assertThat(contact.checkedOn()).isEqualTo(TODAY);
    }

    @Test
    void times_only_a_person_can_read_are_not_a_yes_for_a_machine() {
        assertThat(intake(true, Map.of(Question.CHANNELS, "PHONE", Question.SAFE_WHEN, "ONLY_THEN", Question.SAFE_TIMES, "after school")).contact(TODAY).answer(Channel.PHONE).safe()).isEqualTo(Safe.UNKNOWN);
    }

    @Test
    void somebody_elses_yes_is_not_known_yet() {
        SafeContact contact = intake(false, Map.of(Question.CHANNELS, "PHONE", Question.SAFE_WHEN, "ANY_TIME", Question.VOICEMAIL, "YES", Question.PHONE, "07700 900123")).contact(TODAY);

        assertThat(contact.answer(Channel.PHONE).safe()).isEqualTo(Safe.UNKNOWN);
        assertThat(contact.answer(Channel.VOICEMAIL).safe()).isEqualTo(Safe.NO);
        assertThat(contact.checkedOn()).isNull();
    }

    @Test
    void a_code_is_twelve_digits_however_it_is_typed() {
        assertThat(Code.read(" 1234-5678 9012 ")).contains(new Code("123456789012"));
        assertThat(Code.read("1234")).isEmpty();
        assertThat(Code.random().digits()).hasSize(12);
        assertThat(new Code("123456789012").written()).isEqualTo("1234 5678 9012");
    }

    private static Intake intake(boolean own, Map<Question, String> given) {
        return new Intake(new Answers(given), own);
    }

    private static Answers born(String typed) {
        return new Answers(Map.of(Question.BORN, typed));
    }

    private static List<String> problems(Map<Question, String> given) {
        return AnswerRules.problems(new Answers(new EnumMap<>(given.isEmpty() ? Map.of(Question.WORDS, "") : given)), List.of(Question.values()), TODAY).all().stream().map(Problems.Problem::field).toList();
    }

    private static Referral received() {
        return Referral.received(new ReferralId(UUID.randomUUID()), new OrganisationId(UUID.randomUUID()), Side.SUPPORT, Source.SELF, new Answers(Map.of()), false, true, "key", NOW, NOW);
    }
}
