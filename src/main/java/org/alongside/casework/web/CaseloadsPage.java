package org.alongside.casework.web;

import java.time.Instant;
import java.util.List;
import org.alongside.shared.Problems;
import org.jspecify.annotations.Nullable;

/** How much each worker carries, and what waits. */
record CaseloadsPage(List<Load> loads, Waits waits, boolean change, List<Weight> weights, Problems problems) {
    /** @param left the worker has left, so these cases need somebody else */
    record Load(String worker, boolean left, int open, int screening, int weight, int reviewsOverdue, int actionsOverdue, int withoutContact) {}

    /** @param field of the form @param typed a number, or what was typed instead */
    record Weight(String field, String cases, String typed) {}

    /** @param withoutWorker cases nobody has @param withoutContact cases in which nothing was said to the client yet */
    record Waits(int withoutWorker, @Nullable Instant withoutWorkerSince, int withoutContact, @Nullable Instant withoutContactSince, int crisesWithoutDetails, int outsideSafeContact) {}

    int most() {
        return loads.stream().mapToInt(Load::weight).max().orElse(0);
    }

    /** The bar of this worker in hundredths of the longest. */
    int width(int weight) {
        return most() == 0 ? 0 : Math.round(weight * 100f / most());
    }
}
