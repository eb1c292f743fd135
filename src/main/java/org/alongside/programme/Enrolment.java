package org.alongside.programme;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.alongside.casework.CaseId;
import org.alongside.shared.RuleBroken;
import org.jspecify.annotations.Nullable;

/** Somebody's way through the programme. @param offeredUntil until when the place is kept for them @param agreedOn when they signed the agreement, with its limits of confidentiality @param why the last change, in words */
public record Enrolment(UUID id, CaseId caseId, Status status, boolean priority, @Nullable UUID cohort, @Nullable Instant offeredUntil, @Nullable LocalDate agreedOn, @Nullable Instant startedAt, Instant waitingSince, String why, int version) {
    void mustLeadTo(Status next) {
        if (!status.next().contains(next)) throw new RuleBroken("programme.step", "This is not possible now: " + status.words().toLowerCase() + ".");
    }
}
