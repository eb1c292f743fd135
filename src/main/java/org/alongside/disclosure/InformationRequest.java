package org.alongside.disclosure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.alongside.access.WorkerId;
import org.alongside.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody asks for what we hold about a person.
 *
 * @param askedBy who asks and how they are reached
 * @param checked how it was made sure who asks, and that the answer is safe to send; empty while nobody did
 * @param extendedWhy why it takes longer; empty when it does not
 * @param outcome what was answered, or why not
 */
public record InformationRequest(UUID id, PersonId person, RequestKind kind, RequestStatus status, String askedBy, String scope, String checked, LocalDate receivedOn, LocalDate dueOn, String extendedWhy, String outcome,
        @Nullable WorkerId readyBy, @Nullable WorkerId endedBy, @Nullable Instant endedAt, int version) {
    public boolean isOverdue(LocalDate today) {
        return !status.hasEnded() && dueOn.isBefore(today);
    }
}
