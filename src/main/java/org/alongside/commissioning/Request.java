package org.alongside.commissioning;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.alongside.access.OrganisationId;
import org.jspecify.annotations.Nullable;

/**
 * A commissioner asks a service.
 *
 * @param organisation who asks @param owner who is asked
 * @param words why, and what to take into account
 * @param said what the service says to its numbers, or why it declines
 * @param numbers empty until it is answered; so is {@code plan}
 */
public record Request(UUID id, OrganisationId organisation, String organisationName, OrganisationId owner, String ownerName, Period period, boolean wantsPlan, String words, LocalDate due, RequestState state, Instant askedAt, String said, @Nullable Instant answeredAt,
        @Nullable Instant correctedAt, List<Counted> numbers, @Nullable PlanShown plan) {
    public Request {
        numbers = List.copyOf(numbers);
    }

    public Counted of(Measure measure) {
        return numbers.stream().filter(one -> one.measure() == measure).findFirst().orElse(new Counted(measure, null, null));
    }

    public boolean isLate(LocalDate today) {
        return state == RequestState.ASKED && due.isBefore(today);
    }

    public boolean isOpen() {
        return state == RequestState.ASKED || state == RequestState.ANSWERED;
    }
}
