package org.alongside.casework.web;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a page of a long list begins: after this one, going back in time. */
record Place(Instant at, UUID id) {
    static final Place NEWEST = new Place(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1));

    /** As an earlier page said; the newest when it is missing or makes no sense. */
    static Place of(@Nullable String typed) {
        if (typed == null || !typed.contains("_")) return NEWEST;
        try {
            return new Place(Instant.parse(typed.substring(0, typed.indexOf('_'))), UUID.fromString(typed.substring(typed.indexOf('_') + 1)));
        } catch (DateTimeParseException | IllegalArgumentException nonsense) {
            return NEWEST;
        }
    }

    String typed() {
        return at + "_" + id;
    }
}
