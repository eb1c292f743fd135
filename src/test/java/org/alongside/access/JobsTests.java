package org.alongside.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class JobsTests {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void what_is_due_is_done_now_also_where_a_later_day_is_pretended() {
        Instant pretended = NOW.plusSeconds(7_000_000);

        assertThat(Jobs.due(pretended, pretended, NOW)).isEqualTo(NOW);
        assertThat(Jobs.due(pretended.plusSeconds(60), pretended, NOW)).as("what is to come stays as it is").isEqualTo(pretended.plusSeconds(60));
        assertThat(Jobs.due(NOW.minusSeconds(9), NOW, NOW)).isEqualTo(NOW.minusSeconds(9));
    }

    @Test
    void a_job_is_done_again_when_it_asked_to_be_and_never_over_and_over() {
        assertThat(Jobs.next(NOW.plusSeconds(5), NOW)).isEqualTo(NOW.plusSeconds(5));
        assertThat(Jobs.next(NOW, NOW)).isEqualTo(NOW.plusSeconds(60));
        assertThat(Jobs.next(NOW.minusSeconds(86_400), NOW)).isEqualTo(NOW.plusSeconds(60));
    }
}
