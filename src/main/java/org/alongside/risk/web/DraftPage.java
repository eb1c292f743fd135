package org.alongside.risk.web;

import java.util.List;
import java.util.UUID;
import org.alongside.instruments.AnswerSheet;
import org.alongside.referral.DangerSaid;
import org.alongside.risk.DraftWords;
import org.alongside.risk.Pack;
import org.alongside.risk.RiskAssessments.Floor;
import org.alongside.risk.RiskLevel;
import org.alongside.risk.Standing;
import org.alongside.shared.Problems;
import org.alongside.ui.Option;
import org.jspecify.annotations.Nullable;

/**
 * The conversation, being written down.
 *
 * @param before the answers of the last finished assessment and {@code beforeSaid} its day, to show beside the new ones
 * @param standing the level that stands now, {@code floor} below which nobody goes alone, {@code levels} those that may be chosen
 * @param packs other sets asked in this assessment, {@code toAsk} those that may be asked too
 * @param theirs what a colleague saved while this was being written, with {@code theirWords}
 * @param referred what the referral said of danger, to read beside the questions; nothing of it is filled in
 */
record DraftPage(UUID caseId, String who, AnswerSheet sheet, AssessmentForm form, int revision, @Nullable AnswerSheet before, @Nullable String beforeSaid, @Nullable Standing standing,
        Floor floor, List<Pack> packs, List<Option> toAsk, List<Option> levels, List<Option> seconds, @Nullable AnswerSheet theirs, @Nullable DraftWords theirWords, @Nullable DangerSaid referred, Problems problems) {
    /** Whether a level could be chosen that needs a second person. */
    boolean maySecond() {
        return floor.isAbove(RiskLevel.STANDARD);
    }

    String path() {
        return "/desk/cases/" + caseId + "/assessment";
    }
}
