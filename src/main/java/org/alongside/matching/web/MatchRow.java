package org.alongside.matching.web;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Two records, why they may be about one person, and who works them. Not a word of either record. @param holds the worker is kept apart from the record until somebody decided */
record MatchRow(UUID id, Half newer, Half known, String why, Instant foundAt, boolean holds) {
    /** @param what kind, role and side in words
     *  @param href where the reader may open it; null when it is behind the wall from them */
    record Half(String kind, String what, @Nullable String workedBy, @Nullable UUID worker, boolean mayBeKeptApart, @Nullable String href) {}
}
