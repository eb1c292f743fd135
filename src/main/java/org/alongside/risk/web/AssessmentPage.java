package org.alongside.risk.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.alongside.instruments.Instrument;
import org.alongside.instruments.Signal;
import org.alongside.risk.Assessment;
import org.alongside.risk.Pack;
import org.alongside.risk.RiskLevel;
import org.alongside.risk.Standing;
import org.alongside.risk.Triggers;
import org.alongside.shared.Problems;
import org.alongside.ui.Option;
import org.jspecify.annotations.Nullable;

/**
 * One finished assessment and what stands beside it.
 *
 * @param standing the level that stands, {@code stoodBy} by whom; {@code higher} those it can be raised to, {@code raise} what was typed to raise it
 * @param shown null when none was ever finished @param since what happened and is not assessed yet
 */
record AssessmentPage(UUID caseId, UUID person, String who, boolean closed, boolean draftOpen, String about, @Nullable Standing standing, String stoodBy, List<Option> higher, Map<String, String> raise, @Nullable Shown shown, List<Since> since, ChangeForm form, List<Line> others, Problems problems) {
    /**
     * @param latest whether nothing newer stands; {@code overdue} whether its day to look again has passed
     * @param mayLookAgain whether the reader owes, or may give, the second look
     */
    record Shown(Assessment assessment, String by, String age, boolean latest, boolean overdue, @Nullable Change change, @Nullable String secondAsked, boolean mayLookAgain) {
        /** What the answers asked for at once, of every set. */
        List<Signal> signals() {
            return Stream.concat(Stream.of(assessment.answers()), assessment.packs().stream().map(Pack::answers)).flatMap(answers -> answers.sheet().signals().stream()).toList();
        }

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
