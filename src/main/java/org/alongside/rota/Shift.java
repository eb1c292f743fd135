package org.alongside.rota;

import java.time.Instant;
import java.util.UUID;
import org.alongside.access.WorkerId;

/** Somebody is on duty from, inclusive, until, exclusive. */
public record Shift(UUID id, WorkerId worker, Instant from, Instant until) {
    public boolean isNow(Instant now) {
        return !now.isBefore(from) && now.isBefore(until);
    }
}
