package org.alongside.risk.web;

import java.util.UUID;
import org.alongside.instruments.AnswerSheet;
import org.alongside.shared.Problems;
import org.jspecify.annotations.Nullable;

/**
 * Another set of questions of the draft, being answered.
 *
 * @param before its answers in the last finished assessment and {@code beforeSaid} its day, to show beside the new ones
 * @param theirs what a colleague saved while this was being written
 */
record PackPage(UUID caseId, UUID pack, String who, AnswerSheet sheet, int revision, @Nullable AnswerSheet before, @Nullable String beforeSaid, @Nullable AnswerSheet theirs, Problems problems) {
    String draft() {
        return "/desk/cases/" + caseId + "/assessment/draft";
    }

    String path() {
        return draft() + "/packs/" + pack;
    }
}
