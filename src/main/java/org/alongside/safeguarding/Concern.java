package org.alongside.safeguarding;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.alongside.access.WorkerId;
import org.alongside.casework.CaseId;
import org.alongside.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A concern as it stands.
 *
 * @param person the child or adult, of the people around the client or the client; null when nobody is written down for it
 * @param urgent whether somebody was in danger then, and help was called before a lead was asked
 * @param decided null while no lead has decided
 * @param referred null while nobody has referred it
 * @param outcome what came of it; empty while it goes on
 */
public record Concern(UUID id, CaseId caseId, AtRisk about, @Nullable PersonId person, String words, WorkerId raisedBy, Instant raisedAt, boolean urgent, @Nullable Decided decided, @Nullable Referred referred,
        String outcome, @Nullable Instant endedAt, int version) {
    public record Decided(Decision decision, String why, WorkerId by, Instant at) {}

    public record Referred(String to, LocalDate on, WorkerId by, Told told) {}

    public boolean isOpen() {
        return endedAt == null;
    }

    /** What is owed next, in words; empty when it has ended. */
    public String next() {
        if (!isOpen()) return "";
        if (referred == null && (decided == null || decided.decision() == Decision.REFER)) return decided == null ? "A lead decides" : "It is referred";
        return decided == null ? "A lead looks at what was done" : "What came of it";
    }
}
