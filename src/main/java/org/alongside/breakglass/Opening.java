package org.alongside.breakglass;

import java.time.Instant;
import java.util.UUID;
import org.alongside.access.WorkerId;
import org.alongside.casework.CaseId;
import org.jspecify.annotations.Nullable;

/**
 * One case, opened in an emergency.
 *
 * @param doneAt when the worker said that they were done; null when they did not
 * @param reviewed null while nobody has looked at it
 */
public record Opening(UUID id, WorkerId worker, CaseId caseId, Reason reason, String words, Instant openedAt, Instant endsAt, @Nullable Instant doneAt, @Nullable Reviewed reviewed, int version) {
    /** What somebody else found. */
    public record Reviewed(Finding finding, String words, WorkerId by, Instant at) {}

    /** Whether the case is open to the worker at this moment. */
    public boolean isRunning(Instant now) {
        // Safety: whoever looks and does not find it right closes it at once; and a clock that was put back does not open it before its time.
        return doneAt == null && reviewed == null && !now.isBefore(openedAt) && now.isBefore(endsAt);
    }

    /** Whether nobody needs to look at it any more, and the worker may open another. */
    public boolean isSettled() {
        return reviewed != null && reviewed.finding().settles();
    }
}
