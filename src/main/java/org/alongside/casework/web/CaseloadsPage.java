package org.alongside.casework.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How much each worker carries, and what waits. */
record CaseloadsPage(List<Load> loads, Waits waits, boolean change) {
    /** @param left the worker has left, so these cases need somebody else */
    record Load(String worker, boolean left, int open, int screening, int reviewsOverdue, int actionsOverdue, int withoutContact) {
        int cases() {
            return open + screening;
        }
    }

    /** @param withoutWorker cases nobody has @param withoutContact cases in which nothing was said to the client yet */
    record Waits(int withoutWorker, @Nullable Instant withoutWorkerSince, int withoutContact, @Nullable Instant withoutContactSince, int crisesWithoutDetails, int outsideSafeContact) {}

    int most() {
        return loads.stream().mapToInt(Load::cases).max().orElse(0);
    }

    /** The bar of this worker in hundredths of the longest. */
    int width(int cases) {
        return most() == 0 ? 0 : Math.round(cases * 100f / most());
    }
}
