package org.alongside.partnersupport;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alongside.access.WorkerId;
import org.alongside.casework.CaseId;
import org.alongside.crossing.Crossing.PartnerNamed;
import org.alongside.crossing.Told;
import org.jspecify.annotations.Nullable;

/**
 * A partner of a participant, as the side of those harmed knows them.
 *
 * @param told what the programme told, the oldest first: the first of it is always who it is
 * @param taken who stands beside them; null while nobody has taken them up
 * @param contacts each time we tried to be in touch, the oldest first
 * @param warned who was told that an answer is late
 */
public record Pair(UUID id, List<Told> told, @Nullable Taken taken, List<Contact> contacts, List<Warned> warned) {
    /** @param caseId their case with us, if there is one */
    public record Taken(WorkerId by, Instant at, @Nullable CaseId caseId) {}

    public record Contact(UUID id, Outcome outcome, String words, WorkerId by, Instant at) {}

    /** @param worker null: there was nobody to tell */
    public record Warned(UUID entry, String role, @Nullable WorkerId worker, Instant at) {}

    public PartnerNamed named() {
        return (PartnerNamed) told.stream().map(Told::what).filter(PartnerNamed.class::isInstance).findFirst().orElseThrow();
    }

    /** By when somebody must be in touch; empty when nothing waits. */
    public Optional<Instant> answerBy() {
        return told.stream().filter(Told::waits).map(Told::answerBy).min(Instant::compareTo);
    }
}
