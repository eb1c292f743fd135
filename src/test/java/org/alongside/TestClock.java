package org.alongside;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** The time in tests: Friday 20 November 2026, 10:00 in London, until a test moves it. Tests that move it put it back. */
public class TestClock extends Clock {
    public static final Instant START = Instant.parse("2026-11-20T10:00:00Z");
    private volatile Instant now = START;

    @TestConfiguration(proxyBeanMethods = false)
    static class Fixed {
        @Bean
        @Primary
        TestClock testClock() {
            return new TestClock();
        }
    }

    public void moveTo(Instant instant) {
        now = instant;
    }

    public void pass(Duration duration) {
        now = now.plus(duration);
    }

    public void back() {
        now = START;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
