package org.alongside.instruments;

import java.time.Instant;
import java.util.List;
import org.alongside.access.WorkerId;
import org.jspecify.annotations.Nullable;

/** One filling-in of an instrument. @param revision counts the savings; a form sends back the one it was made from @param scores as they were when it was finished; empty before */
public record Response(ResponseId id, Status status, int revision, Instant savedAt, WorkerId savedBy, @Nullable ResponseId supersedes, AnswerSheet sheet, List<Score> scores) {
    /** AMENDED: a later response put something right; this one stays to be read. */
    public enum Status { DRAFT, DONE, AMENDED }
}
