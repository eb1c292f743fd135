package org.alongside.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.alongside.World;
import org.junit.jupiter.api.Test;

class RuleTests {
    private final Rule rule = new Rule(KeptKind.CASE, 12, "x", LocalDate.of(2026, 12, 1), World.PRIYA.worker(), Instant.EPOCH);

    @Test
    void its_time_is_up_so_many_months_after_the_day_it_ended_in_london() {
        assertThat(rule.dueOn(Instant.parse("2026-06-30T23:30:00Z"))).isEqualTo(LocalDate.of(2027, 7, 1));
        assertThat(rule.dueOn(Instant.parse("2028-02-29T12:00:00Z"))).isEqualTo(LocalDate.of(2029, 2, 28));
    }

    @Test
    void nothing_goes_before_the_first_day_of_the_rule() {
        assertThat(rule.dueOn(Instant.parse("2001-01-01T12:00:00Z"))).isEqualTo(LocalDate.of(2026, 12, 1));
        assertThat(rule.isInForce(LocalDate.of(2026, 11, 30))).isFalse();
        assertThat(rule.isInForce(LocalDate.of(2026, 12, 1))).isTrue();
    }

    @Test
    void what_the_rooms_are_asked_for_is_what_is_due_that_day() {
        Instant lastOfTheDay = Instant.parse("2026-01-05T23:59:59Z"), firstOfTheNext = Instant.parse("2026-01-06T00:00:00Z");
        LocalDate day = LocalDate.of(2027, 1, 5);

        assertThat(rule.dueOn(lastOfTheDay)).isEqualTo(day);
        assertThat(lastOfTheDay).isBefore(rule.endedBefore(day));
        assertThat(rule.dueOn(firstOfTheNext)).isAfter(day);
        assertThat(firstOfTheNext).isAfterOrEqualTo(rule.endedBefore(day));
    }
}
