package org.alongside.risk;

import java.time.Instant;
import java.time.LocalDate;
import org.alongside.access.WorkerId;
import org.alongside.casework.CaseId;
import org.alongside.instruments.Response;
import org.jspecify.annotations.Nullable;

/** A finished assessment, whole. @param corrected when a later one put something right in it */
public record Assessment(AssessmentId id, CaseId caseId, RiskLevel level, String reason, String fearsMost, LocalDate reviewOn, Instant completedAt, WorkerId completedBy,
        boolean corrected, Response answers, @Nullable SecondLook secondLook) {
    /** Somebody else's look at a level that went down. @param agrees null while it is still owed */
    public record SecondLook(WorkerId asked, RiskLevel from, Instant dueAt, @Nullable Boolean agrees, String words, @Nullable Instant lookedAt) {
        public boolean isOwed() {
            return agrees == null;
        }
    }
}
