package org.alongside.casework;

import java.time.Instant;
import java.time.LocalDate;
import org.alongside.access.WorkerId;
import org.jspecify.annotations.Nullable;

/**
 * What another room tells a case's timeline.
 *
 * @param headline at most 300 characters, in the field's words; no free text and no address, since it is not sealed
 * @param path where the whole of it can be read, under /desk; null when there is nothing more
 * @param reviewOn when it is to be looked at again; null leaves the date as it was
 */
public record TimelineEntry(MomentKind kind, Instant at, WorkerId by, String headline, @Nullable String path, @Nullable LocalDate reviewOn) {
    public TimelineEntry(MomentKind kind, Instant at, WorkerId by, String headline, @Nullable String path) {
        this(kind, at, by, headline, path, null);
    }
}
