package org.alongside.commissioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Only whole quarters that are over can be asked about. */
class PeriodTests {
    private static final LocalDate NOVEMBER = LocalDate.of(2026, 11, 23);

    @Test
    void the_latest_quarter_that_is_over_stands_first_with_the_half_year_it_ends_behind_it() {
        assertThat(Period.over(NOVEMBER).stream().limit(4).map(Period::words).toList()).containsExactly("July 2026 to September 2026", "April 2026 to September 2026", "April 2026 to June 2026", "January 2026 to March 2026");
    }

    @Test
    void a_year_begins_in_april() {
        assertThat(Period.over(NOVEMBER)).contains(new Period(LocalDate.of(2025, 4, 1), LocalDate.of(2026, 3, 31))).doesNotContain(new Period(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31)));
    }

    @Test
    void no_time_is_moved_by_a_day_or_a_month() {
        for (LocalDate until : List.of(LocalDate.of(2026, 9, 29), LocalDate.of(2026, 8, 31), LocalDate.of(2027, 3, 31).minusMonths(3).plusMonths(1))) assertThatThrownBy(() -> new Period(LocalDate.of(2026, 7, 1), until)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Period(LocalDate.of(2026, 7, 2), LocalDate.of(2026, 9, 30))).isInstanceOf(IllegalArgumentException.class);
        assertThat(Period.of("2026-07-01/2026-09-29", NOVEMBER)).isEmpty();
    }

    @Test
    void whatever_day_it_is_all_of_them_are_over_and_the_latest_ended_within_a_quarter() {
        for (LocalDate today = LocalDate.of(2023, 12, 1); today.getYear() < 2029; today = today.plusDays(1)) {
            LocalDate day = today;
            List<Period> over = Period.over(day);

            assertThat(over).allMatch(one -> one.until().isBefore(day)).doesNotHaveDuplicates();
            assertThat(over.get(0).until()).isAfterOrEqualTo(day.minusDays(92));
            assertThat(over).allMatch(one -> Period.of(one.key(), day).orElseThrow().equals(one));
        }
    }
}
