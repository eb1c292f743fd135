package org.alongside.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class JobsTests {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void a_job_is_done_again_when_it_asked_to_be_and_never_over_and_over() {
        assertThat(Jobs.next(NOW.plusSeconds(5), NOW)).isEqualTo(NOW.plusSeconds(5));
        assertThat(Jobs.next(NOW, NOW)).isEqualTo(NOW.plusSeconds(60));
        assertThat(Jobs.next(NOW.minusSeconds(86_400), NOW)).isEqualTo(NOW.plusSeconds(60));
    }
}
