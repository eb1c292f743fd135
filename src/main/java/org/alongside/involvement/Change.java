package org.alongside.involvement;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a group asked for and what became of it, in nobody's name.
 *
 * @param decision null while nobody has decided @param why needed for all but what is done @param changed what is different now @param standard key of the standard, and {@code statement} the id in it, to which it belongs; both or neither
 * @param heard and {@code did}: what anybody may read of it once it is public
 */
public record Change(UUID id, UUID group, LocalDate askedOn, String proposal, @Nullable Decision decision, String why, @Nullable LocalDate decidedOn, String changed, @Nullable LocalDate changedOn, @Nullable String standard, @Nullable String statement, String heard,
                     String did, boolean isPublic, int revision) {
    /** As it is to stand. */
    public record Words(LocalDate askedOn, String proposal, @Nullable Decision decision, String why, @Nullable LocalDate decidedOn, String changed, @Nullable LocalDate changedOn, @Nullable String standard, @Nullable String statement, String heard, String did) {}

    /** Whether something is different now because of them. */
    public boolean isDone() {
        return decision == Decision.DID;
    }
}
