package org.alongside.risk.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.alongside.risk.RiskLevel;
import org.alongside.risk.Triggers;
import org.jspecify.annotations.Nullable;

/** What is owed: second looks at a lower level, cases in which something changed, and assessments to look at again. */
record ReviewsPage(List<Row> owed, List<Changed> changed, List<Row> overdue) {
    /** A case in which something happened since it was assessed, the newest first. */
    record Changed(UUID caseId, String reference, String worker, List<Triggers.Open> what) {}

    /** @param worker who owes the look, or who made the assessment */
    record Row(UUID id, UUID caseId, String reference, RiskLevel level, LocalDate reviewOn, @Nullable Instant dueAt, String worker, long daysOver) {
        String path() {
            return "/desk/cases/" + caseId + "/assessment/" + id;
        }
    }
}
