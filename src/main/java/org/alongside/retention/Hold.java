package org.alongside.retention;

import java.time.Instant;
import java.util.UUID;
import org.alongside.access.WorkerId;
import org.alongside.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A file that must stay.
 *
 * @param secondBy who looked at it after {@code placedBy}; null while that is owed
 * @param liftAskedBy who thinks it may go; somebody else lets it go
 */
public record Hold(UUID id, PersonId person, HoldReason reason, String words, WorkerId placedBy, Instant placedAt, @Nullable WorkerId secondBy, @Nullable WorkerId liftAskedBy, @Nullable WorkerId liftedBy, @Nullable Instant liftedAt) {
    public boolean isOpen() {
        return liftedAt == null;
    }
}
