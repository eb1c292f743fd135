package org.alongside.incidents;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.alongside.access.WorkerId;
import org.alongside.casework.CaseId;
import org.alongside.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * One time something was done to a client.
 *
 * @param by who did it, of the people around them; null when nobody is written down for it
 * @param about whether the day is a guess
 * @param source where it was written first; {@code sourceId} is null for what was written here
 * @param withdrawn why it does not count any more; null while it does
 */
public record Incident(UUID id, CaseId caseId, @Nullable PersonId by, LocalDate on, boolean about, Set<IncidentKind> kinds, Known injured, Known children, Set<ToldWhom> told, String words, Source source, @Nullable UUID sourceId,
        WorkerId recordedBy, Instant recordedAt, @Nullable String withdrawn) {
    public enum Source { WRITTEN, CRISIS, BREACH }

    public boolean counts() {
        return withdrawn == null;
    }
}
