package org.alongside.comments;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.alongside.access.OrganisationId;
import org.alongside.access.WorkerId;
import org.alongside.helpline.Topic;
import org.jspecify.annotations.Nullable;

/**
 * A comment as whoever wrote it, or whoever moderates, sees it.
 *
 * @param title of the conversation, {@code path} where that is read
 * @param written empty once it was taken back
 * @param due until when it is read, as promised
 * @param takenBy who reads it just now; null for nobody
 * @param firstBy the first of two who would show it, {@code proposed} how
 * @param answer what its writer is told; empty for nothing
 */
public record Comment(UUID id, OrganisationId organisation, UUID conversation, String title, String path, Topic topic, @Nullable UUID replyTo, CommentState state, Written written, int revision, boolean welsh, boolean mayQuote, Set<Flag> flags,
        boolean isHard, boolean isSpam, boolean isResidents, Instant writtenAt, Instant due, @Nullable WorkerId takenBy, @Nullable Instant takenUntil, @Nullable WorkerId firstBy, @Nullable Written proposed, @Nullable WorkerId decidedBy,
        @Nullable Instant decidedAt, @Nullable Reason reason, String answer, boolean wantsGone) {

    /** Whether somebody else reads it at this moment. */
    public boolean isTaken(WorkerId me, Instant now) {
        return takenBy != null && !takenBy.equals(me) && takenUntil != null && takenUntil.isAfter(now);
    }

    /** Whether this moderator looked at it first and a second one is asked for. */
    public boolean waitsForAnother(WorkerId me) {
        return me.equals(firstBy) && state == CommentState.HELD;
    }
}
