package org.alongside.risk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.alongside.access.WorkerId;
import org.alongside.casework.CaseId;
import org.alongside.instruments.Response;
import org.jspecify.annotations.Nullable;

/** A finished assessment, whole. @param corrected when a later one put something right in it */
public record Assessment(AssessmentId id, CaseId caseId, RiskLevel level, String reason, String fearsMost, LocalDate reviewOn, Instant completedAt, WorkerId completedBy,
        boolean corrected, Response answers, List<Pack> packs, @Nullable SecondLook secondLook) {
    /** Somebody else's look at a level that went down. @param threshold whether it is lower than a checklist's threshold asks for, not than it was @param agrees null while it is still owed */
    public record SecondLook(WorkerId asked, RiskLevel from, boolean threshold, Instant dueAt, @Nullable Boolean agrees, String words, @Nullable Instant lookedAt) {
        public boolean isOwed() {
            return agrees == null;
        }
    }
}
