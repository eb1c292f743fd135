package org.alongside.correction;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.alongside.access.WorkerId;
import org.alongside.people.Certainty;
import org.alongside.people.PersonId;
import org.alongside.shared.Side;
import org.jspecify.annotations.Nullable;

/** A move as the side knows it where they were written down. @param followed in the order of how much it can hurt @param newest whether none was made after it for the same two records */
public record Move(UUID id, Side from, PersonId person, UUID pair, Certainty certainty, String why, List<Followed> followed, WorkerId by, Instant at, State state, @Nullable RefusedBecause refused, @Nullable String undoWhy, @Nullable WorkerId undoneBy, boolean newest) {
    /** One thing that followed, in a sentence. @param comesBack whether undoing brings it back */
    public record Followed(String words, boolean comesBack) {}

    /** How long a move that was taken on can be undone. Afterwards the other side moves them back. */
    public static final Duration UNDONE_WITHIN = Duration.ofDays(30);

    public boolean mayBeUndone(Instant now) {
        // Safety: whoever nobody has taken on is never stuck; the days count only once the other side works with them.
        return newest && state.mayBeUndone() && (state != State.ACCEPTED || !now.isAfter(at.plus(UNDONE_WITHIN)));
    }

    /** Whether they are with nobody now, and somebody must see to it. */
    public boolean isOwed() {
        return newest && (state == State.WAITING || state == State.REFUSED);
    }
}
