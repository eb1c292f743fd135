package org.alongside.organisations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;

class ReadingTimesTests {
    private final ReadingTimes weekdays = ReadingTimes.of(new Integer[] {1, 2, 3, 4, 5}, LocalTime.of(9, 30));

    @Test
    void an_inbox_is_read_the_same_morning_or_the_next_one() {
        assertThat(weekdays.next(Instant.parse("2026-11-20T09:29:00Z"))).isEqualTo("2026-11-20T09:30:00Z");
        assertThat(weekdays.next(Instant.parse("2026-11-19T09:30:00Z"))).isEqualTo("2026-11-20T09:30:00Z");
    }

    @Test
    void over_a_weekend_and_a_change_of_the_clocks_it_keeps_london_time() {
        assertThat(weekdays.next(Instant.parse("2026-11-20T10:00:00Z"))).isEqualTo("2026-11-23T09:30:00Z");
        assertThat(weekdays.next(Instant.parse("2026-03-27T10:00:00Z"))).isEqualTo("2026-03-30T08:30:00Z");
    }

    @Test
    void on_a_bank_holiday_nobody_reads_it() {
        assertThat(weekdays.next(Instant.parse("2026-12-24T10:00:00Z"))).isEqualTo("2026-12-29T09:30:00Z");
    }
}
