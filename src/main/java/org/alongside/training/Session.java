package org.alongside.training;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** One time a cohort meets. */
public record Session(UUID id, Instant from, Instant until) {
    /** How long before the beginning the door of the room is open. */
    public static final Duration DOOR_OPENS = Duration.ofMinutes(15);

    public boolean isOpenAt(Instant now) {
        return !now.isBefore(from.minus(DOOR_OPENS)) && now.isBefore(until);
    }

    public int minutes() {
        return (int) Duration.between(from, until).toMinutes();
    }
}
