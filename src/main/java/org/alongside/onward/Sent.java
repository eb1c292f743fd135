package org.alongside.onward;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.UUID;
import org.alongside.access.WorkerId;
import org.jspecify.annotations.Nullable;

/**
 * A client was sent on.
 *
 * @param service in the directory; null when it is not there
 * @param told what the client said of it; null while nobody asked
 */
public record Sent(UUID id, @Nullable UUID service, String name, Way way, LocalDate on, WorkerId by, @Nullable Told told) {
    /** How soon somebody asks how it went. */
    public static final Period ASK_AFTER = Period.ofWeeks(2);

    public record Told(Account account, String words, WorkerId by, Instant at) {}

    public LocalDate askOn() {
        return on.plus(ASK_AFTER);
    }
}
