package org.alongside.accommodation;

import java.time.Instant;
import java.util.UUID;
import org.alongside.access.WorkerId;
import org.alongside.casework.CaseId;
import org.jspecify.annotations.Nullable;

/** One search for a safe place. */
public record Request(UUID id, CaseId caseId, RequestStatus status, Household household, WorkerId askedBy, Instant askedAt, @Nullable Instant endedAt, int version) {
    public boolean isOpen() {
        return status == RequestStatus.OPEN;
    }
}
