package org.alongside.supervision;

import java.time.Instant;
import java.util.UUID;
import org.alongside.access.WorkerId;
import org.alongside.casework.CaseId;
import org.jspecify.annotations.Nullable;

/** Something about a case that a worker asked a manager to look at. @param said null until somebody answered */
public record Approval(UUID id, CaseId caseId, About about, String words, WorkerId askedBy, Instant askedAt, @Nullable Said said) {
    /** @param words empty for none */
    public record Said(Answer answer, String words, WorkerId by, Instant at) {}
}
