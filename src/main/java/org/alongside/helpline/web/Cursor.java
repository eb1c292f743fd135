package org.alongside.helpline.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a list goes on: the last row that was shown. */
record Cursor(Instant at, UUID id) {
    static @Nullable Cursor read(@Nullable String typed) {
        try {
            String[] parts = typed == null ? new String[0] : typed.split("_");
            return parts.length == 2 ? new Cursor(Instant.parse(parts[0]), UUID.fromString(parts[1])) : null;
        } catch (DateTimeException | IllegalArgumentException nonsense) {
            return null;
        }
    }

    String written() {
        return at + "_" + id;
    }
}
