package org.alongside.risk.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.alongside.instruments.Instrument;
import org.alongside.risk.Assessment;
import org.alongside.risk.RiskLevel;
import org.alongside.risk.Triggers;
import org.alongside.shared.Problems;
import org.jspecify.annotations.Nullable;

/** One finished assessment and what stands beside it. @param shown null when none was ever finished @param since what happened and is not assessed yet */
record AssessmentPage(UUID caseId, String who, boolean closed, boolean draftOpen, String about, @Nullable Shown shown, List<Since> since, ChangeForm form, List<Line> others, Problems problems) {
    /**
     * @param latest whether nothing newer stands; {@code overdue} whether its day to look again has passed
     * @param mayLookAgain whether the reader owes, or may give, the second look
     */
    record Shown(Assessment assessment, String by, String age, boolean latest, boolean overdue, @Nullable Change change, @Nullable String secondAsked, boolean mayLookAgain) {
        Instrument instrument() {
            return assessment.answers().sheet().instrument();
        }
    }

    /** What is not as it was in the assessment before. */
    record Change(LocalDate since, RiskLevel levelBefore, List<Changed> answers) {}

    record Changed(String ask, String was, String is) {}

    /** Something that happened and is not assessed yet. */
    record Since(Triggers.Open what, String by) {}

    record Line(UUID id, Instant at, RiskLevel level, String by, boolean corrected) {}

    String path() {
        return "/desk/cases/" + caseId + "/assessment";
    }
}
