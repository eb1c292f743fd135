package org.alongside.programme;

import java.time.Instant;
import java.util.UUID;
import org.alongside.access.WorkerId;
import org.alongside.instruments.Instrument;
import org.alongside.instruments.Response;
import org.jspecify.annotations.Nullable;

/** One question set as it was asked of a participant. @param doneAt null while it is a draft */
public record Sheet(UUID id, String key, Response answers, WorkerId by, Instant begunAt, @Nullable Instant doneAt) {
    public Instrument instrument() {
        return answers.sheet().instrument();
    }

    public boolean isDraft() {
        return doneAt == null;
    }
}
