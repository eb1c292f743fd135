package org.alongside.risk.web;

import java.util.List;
import java.util.UUID;
import org.alongside.instruments.AnswerSheet;
import org.alongside.risk.DraftWords;
import org.alongside.risk.RiskLevel;
import org.alongside.shared.Problems;
import org.alongside.ui.Option;
import org.jspecify.annotations.Nullable;

/**
 * The conversation, being written down.
 *
 * @param before the answers of the last finished assessment and {@code beforeSaid} its day, to show beside the new ones
 * @param standing the level that stands now, {@code levels} those that may be chosen
 * @param theirs what a colleague saved while this was being written, with {@code theirWords}
 */
record DraftPage(UUID caseId, String who, AnswerSheet sheet, AssessmentForm form, int revision, @Nullable AnswerSheet before, @Nullable String beforeSaid, @Nullable RiskLevel standing,
        List<Option> levels, List<Option> seconds, @Nullable AnswerSheet theirs, @Nullable DraftWords theirWords, Problems problems) {
    String path() {
        return "/desk/cases/" + caseId + "/assessment";
    }
}
