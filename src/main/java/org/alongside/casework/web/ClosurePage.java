package org.alongside.casework.web;

import java.time.Instant;
import java.util.List;
import org.alongside.casework.ClosureReason;
import org.alongside.casework.NeedDomain;
import org.alongside.casework.NeedStatus;
import org.alongside.casework.UnmetBecause;
import org.alongside.instruments.AnswerSheet;
import org.alongside.shared.Problems;
import org.jspecify.annotations.Nullable;

/** @param needs what has to be given an end @param asked what the client is asked, with the answers typed so far; null where nothing is asked @param closures how the case ended, each time, newest first */
record ClosurePage(CaseBar bar, ClosureForm form, Problems problems, List<NeedsPage.Need> needs, @Nullable AnswerSheet asked, List<Closed> closures) {
    /** @param said what the client answered when it closed @param since whether some of that was put right since */
    record Closed(ClosureReason reason, @Nullable String words, Instant at, String by, @Nullable AnswerSheet said, boolean since, @Nullable String clientWords, List<End> ends) {}

    record End(NeedDomain domain, NeedStatus outcome, @Nullable UnmetBecause because) {}
}
