package org.alongside.letters;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.alongside.access.WorkerId;
import org.alongside.casework.CaseId;
import org.alongside.disclosure.Because;
import org.alongside.disclosure.Field;
import org.jspecify.annotations.Nullable;

/** A letter to an agency. @param toLines their address, line by line; may be empty @param finishedAt null while it is a draft */
public record Letter(UUID id, CaseId caseId, String template, String toName, String toLines, Set<Field> agreed, Because because, String body, int revision, WorkerId begunBy, Instant begunAt, @Nullable WorkerId finishedBy,
        @Nullable Instant finishedAt) {
    public boolean isDraft() {
        return finishedAt == null;
    }
}
