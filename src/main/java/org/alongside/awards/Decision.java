package org.alongside.awards;

import java.time.Instant;
import java.util.UUID;
import org.alongside.access.OrganisationId;
import org.alongside.access.WorkerId;
import org.alongside.selfassessment.SelfAssessmentId;
import org.jspecify.annotations.Nullable;

/** What was decided on a review. @param annulledAt when an appeal was right, and it had to be decided again */
public record Decision(UUID id, UUID review, SelfAssessmentId assessment, OrganisationId owner, OrganisationId organisation, WorkerId reviewer, WorkerId by, String deciderName, boolean isAwarded, String reason, Instant at, @Nullable Instant annulledAt) {
    /** Whether this worker had a hand in it. */
    public boolean involves(WorkerId worker) {
        return worker.equals(by) || worker.equals(reviewer);
    }
}
