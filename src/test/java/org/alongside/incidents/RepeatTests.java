package org.alongside.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.alongside.access.WorkerId;
import org.alongside.casework.CaseId;
import org.alongside.incidents.Incident.Source;
import org.alongside.people.PersonId;
import org.junit.jupiter.api.Test;

/** When something is a repeat by the same person, and when an escalation. */
class RepeatTests {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    static final PersonId ONE = new PersonId(UUID.randomUUID()), OTHER = new PersonId(UUID.randomUUID());

    @Test
    void any_abuse_by_the_same_person_within_twelve_months_after_it_was_judged_high_is_a_repeat_whoever_was_told() {
        LocalDate high = TODAY.minusMonths(6);

        Repeat repeat = repeats(List.of(high), told(ONE, high.plusDays(1), false)).get(0);
        assertThat(repeat.isRepeat()).isTrue();
        assertThat(repeat.after()).isEqualTo(high);
        assertThat(repeat.repeated()).isEqualTo(high.plusDays(1));
        assertThat(repeat.rule().version()).isZero();
    }

    @Test
    void what_led_to_the_judgement_is_not_its_own_repeat() {
        LocalDate high = TODAY.minusMonths(1);

        assertThat(repeats(List.of(high), told(ONE, high, true), told(ONE, high.minusDays(1), true))).noneMatch(Repeat::isRepeat);
    }

    @Test
    void the_day_on_which_the_months_end_still_counts_and_the_next_does_not() {
        LocalDate high = TODAY.minusMonths(14);

        assertThat(repeats(List.of(high), told(ONE, high.plusMonths(12), false))).allMatch(Repeat::isRepeat);
        assertThat(repeats(List.of(high), told(ONE, high.plusMonths(12).plusDays(1), false))).noneMatch(Repeat::isRepeat);
    }

    @Test
    void two_people_are_two_pairs_and_nobody_is_blamed_for_what_nobody_is_named_for() {
        LocalDate high = TODAY.minusMonths(3);
        List<Repeat> repeats = repeats(List.of(high), told(ONE, TODAY.minusDays(2), true), told(OTHER, TODAY.minusDays(3), true), told(null, TODAY.minusDays(4), true));

        assertThat(repeats).extracting(Repeat::by).containsExactly(ONE, OTHER, null);
        assertThat(repeats).extracting(Repeat::isRepeat).containsExactly(true, true, false);
        assertThat(repeats).extracting(Repeat::incidents).containsExactly(1, 1, 1);
    }

    @Test
    void three_reports_to_the_police_are_an_escalation_and_two_are_not() {
        assertThat(repeats(List.of(), told(ONE, TODAY, true), told(ONE, TODAY.minusMonths(11), true))).noneMatch(Repeat::isEscalation);
        assertThat(repeats(List.of(), told(ONE, TODAY, true), told(ONE, TODAY.minusDays(9), false), told(ONE, TODAY.minusMonths(5), true), told(ONE, TODAY.minusMonths(12), true))).allMatch(Repeat::isEscalation);
        assertThat(repeats(List.of(), told(ONE, TODAY, true), told(ONE, TODAY.minusMonths(5), true), told(ONE, TODAY.minusMonths(12).minusDays(1), true))).as("the third was too long ago").noneMatch(Repeat::isEscalation);
    }

    @Test
    void another_rule_counts_by_its_own_numbers_and_says_its_version() {
        RepeatRule rule = new RepeatRule(4, 6, 2, "Agreed");
        LocalDate high = TODAY.minusMonths(8);
        List<Repeat> repeats = Repeat.of(List.of(told(ONE, TODAY, true), told(ONE, TODAY.minusMonths(1), true)), List.of(high), rule, TODAY);

        assertThat(repeats).noneMatch(Repeat::isRepeat).allMatch(Repeat::isEscalation).allMatch(repeat -> repeat.rule().version() == 4);
    }

    @Test
    void what_was_taken_back_counts_no_more() {
        Incident mistake = told(ONE, TODAY, true);
        Incident back = new Incident(mistake.id(), mistake.caseId(), ONE, mistake.on(), false, mistake.kinds(), Known.NO, Known.NO, mistake.told(), "", Source.WRITTEN, null, mistake.recordedBy(), mistake.recordedAt(), "A mistake");

        assertThat(repeats(List.of(TODAY.minusDays(9)), back)).isEmpty();
    }

    @Test
    void ten_thousand_families_agree_with_somebody_who_counts_day_by_day() {
        Random random = new Random(20261120);
        for (int family = 0; family < 10_000; family++) {
            List<LocalDate> high = new ArrayList<>();
            for (int i = random.nextInt(4); i > 0; i--) high.add(TODAY.minusDays(random.nextInt(900)));
            List<Incident> incidents = new ArrayList<>();
            for (int i = random.nextInt(8); i > 0; i--) incidents.add(told(random.nextInt(4) == 0 ? null : random.nextBoolean() ? ONE : OTHER, TODAY.minusDays(random.nextInt(900)), random.nextBoolean()));
            RepeatRule rule = new RepeatRule(1, 1 + random.nextInt(24), 2 + random.nextInt(3), "");
            for (PersonId by : new PersonId[] {ONE, OTHER}) {
                boolean repeat = false;
                for (Incident one : incidents) {
                    if (!by.equals(one.by()) || one.on().isBefore(TODAY.minusMonths(rule.months()))) continue;
                    for (LocalDate day : high) for (LocalDate next = day.plusDays(1); !next.isAfter(day.plusMonths(rule.months())); next = next.plusDays(1)) repeat |= next.equals(one.on());
                }
                boolean said = Repeat.of(incidents, high, rule, TODAY).stream().filter(one -> by.equals(one.by())).anyMatch(Repeat::isRepeat);
                assertThat(said).as("family %d", family).isEqualTo(repeat);
            }
        }
    }

    private static List<Repeat> repeats(List<LocalDate> high, Incident... incidents) {
        return Repeat.of(List.of(incidents), high, new RepeatRule(0, 12, 3, ""), TODAY);
    }

    private static Incident told(PersonId by, LocalDate on, boolean police) {
        return new Incident(UUID.randomUUID(), new CaseId(UUID.randomUUID()), by, on, false, Set.of(IncidentKind.CONTACT), Known.NO, Known.NO, police ? Set.of(ToldWhom.POLICE) : Set.of(ToldWhom.SCHOOL), "", Source.WRITTEN, null,
                new WorkerId(UUID.randomUUID()), Instant.EPOCH, null);
    }
}
