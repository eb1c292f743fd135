package org.alongside.residents;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.UUID;
import org.alongside.access.OrganisationId;
import org.alongside.shared.Times;
import org.jspecify.annotations.Nullable;

/** An account of a resident. @param token by which its address is forgotten in the room of messages @param toldOn when its owner was last told that it ends because nobody uses it */
record Account(UUID id, OrganisationId organisation, String holder, String email, String fingerprint, UUID address, String token, String hash, boolean wantsNews, boolean welsh, boolean demo, LocalDate madeOn, LocalDate usedOn,
        @Nullable LocalDate toldOn, @Nullable Instant newsAt) {
    /** An account that nobody uses is told of its end after the first, and ends a month after it was told. */
    static final Period IDLE = Period.ofMonths(23), NOTICE = Period.ofMonths(1);
    /** How long its address is kept in the room of messages after it was last used, should nobody look. */
    private static final Period ADDRESS_KEPT = Period.ofMonths(27);

    Resident resident() {
        return new Resident(id, holder);
    }

    /** When its owner is to be told that it ends. */
    Instant tellAt() {
        return Times.morning(usedOn.plus(IDLE));
    }

    /** When it ends unless somebody uses it before; null when nobody was told yet. */
    @Nullable Instant endAt() {
        return toldOn == null ? null : Times.morning(toldOn.plus(NOTICE));
    }

    Instant addressUntil() {
        return Times.morning(usedOn.plus(ADDRESS_KEPT));
    }
}
