package org.alongside.casework.web;

import java.time.Instant;
import java.util.List;
import org.alongside.shared.Problems;
import org.alongside.ui.Option;
import org.jspecify.annotations.Nullable;

/** @param may whether the reader may give this case to anybody, or only take it themselves @param before who had the case, newest first */
record AllocationPage(CaseBar bar, AllocationForm form, Problems problems, List<Option> colleagues, boolean may, List<Before> before) {
    /** Whether there is anybody this reader may give the case to. */
    boolean mayChoose() {
        return !bar.closed() && !colleagues.isEmpty() && (may || bar.workerId() == null);
    }

    record Before(String to, String by, Instant at, @Nullable String wish, @Nullable Boolean met, @Nullable String words) {}
}
