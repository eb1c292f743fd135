package org.alongside.casework.web;

import java.time.Instant;
import java.util.List;
import org.alongside.casework.ClosureReason;
import org.alongside.casework.FeedbackAnswer;
import org.alongside.casework.NeedDomain;
import org.alongside.casework.NeedStatus;
import org.alongside.casework.UnmetBecause;
import org.alongside.shared.Problems;
import org.jspecify.annotations.Nullable;

/** @param needs what has to be given an end @param closures how the case ended, each time, newest first */
record ClosurePage(CaseBar bar, ClosureForm form, Problems problems, List<NeedsPage.Need> needs, List<Closed> closures) {
    record Closed(ClosureReason reason, @Nullable String words, Instant at, String by, @Nullable FeedbackAnswer believed, @Nullable FeedbackAnswer inControl, @Nullable FeedbackAnswer safer,
            @Nullable String clientWords, List<End> ends) {
        boolean hasFeedback() {
            return believed != null || inControl != null || safer != null || clientWords != null;
        }
    }

    record End(NeedDomain domain, NeedStatus outcome, @Nullable UnmetBecause because) {}
}
