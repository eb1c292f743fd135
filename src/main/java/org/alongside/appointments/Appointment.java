package org.alongside.appointments;

import java.time.Instant;
import java.util.UUID;
import org.alongside.casework.CaseId;
import org.jspecify.annotations.Nullable;

/** An appointment as it stands. @param backBy when a worker who goes alone is to be back @param safeAt when they said that they are @param alertedAt when somebody was told that they did not */
public record Appointment(UUID id, CaseId caseId, Plan plan, AppointmentStatus status, @Nullable Instant backBy, @Nullable Instant safeAt, @Nullable Instant alertedAt, int version) {
    /** Whether the worker is out by themself now, as far as anybody knows. */
    public boolean isOut(Instant now) {
        return plan.alone() && status == AppointmentStatus.PLANNED && safeAt == null && !plan.startsAt().isAfter(now);
    }

    /** Whether they should be back and have not said so. */
    public boolean isMissing(Instant now) {
        return isOut(now) && backBy != null && backBy.isBefore(now);
    }
}
