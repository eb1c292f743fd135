package org.alongside.supervision.web;

import java.util.List;
import java.util.UUID;
import org.alongside.shared.Problems;
import org.alongside.supervision.About;
import org.alongside.supervision.Approval;
import org.alongside.supervision.Oversight;
import org.jspecify.annotations.Nullable;

/** What managers decided about a case, and what they were asked. @param decides whether whoever asks may decide and answer @param about what was chosen, {@code words} and {@code decided} what was typed in a form that was refused */
record OversightPage(UUID caseId, String who, boolean closed, boolean decides, List<Asked> approvals, List<Decided> decisions, List<About> abouts, String once, @Nullable String about, @Nullable String words, @Nullable String decided, Problems problems) {
    /** @param own whether whoever looks asked it @param answeredBy null until somebody answered */
    record Asked(Approval approval, String by, boolean own, @Nullable String answeredBy) {}

    record Decided(Oversight.Decision decision, String by) {}

    String path() {
        return "/desk/cases/" + caseId + "/oversight";
    }
}
