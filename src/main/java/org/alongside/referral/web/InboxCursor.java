package org.alongside.referral.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where the inbox goes on: the danger, time and id of the last row that was shown. */
record InboxCursor(int danger, Instant at, UUID id) {
    static @Nullable InboxCursor read(@Nullable String typed) {
        try {
            String[] parts = typed == null ? new String[0] : typed.split("_");
            return parts.length == 3 ? new InboxCursor(Integer.parseInt(parts[0]), Instant.parse(parts[1]), UUID.fromString(parts[2])) : null;
        } catch (DateTimeException | IllegalArgumentException nonsense) {
            return null;
        }
    }

    String written() {
        return danger + "_" + at + "_" + id;
    }
}
