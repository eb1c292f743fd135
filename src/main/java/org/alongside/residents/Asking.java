package org.alongside.residents;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.alongside.access.OrganisationId;
import org.jspecify.annotations.Nullable;

/** Somebody typed an address. @param account whose address it shall be, for ADDRESS @param token the end of the link in the mail @param address in the room of messages, once it was asked there whose it is */
record Asking(UUID id, OrganisationId organisation, AskingKind kind, @Nullable UUID account, String email, String fingerprint, String token, @Nullable UUID address, boolean welsh, Instant askedAt, @Nullable Instant mailedAt, boolean over) {
    /** How long a link can be used. */
    static final Duration LASTS = Duration.ofHours(24);
    /** How soon the same address gets another mail, and how many it gets in how long. */
    static final Duration BETWEEN = Duration.ofMinutes(2), WHILE = Duration.ofHours(1);
    static final int MOST = 5;

    Instant until() {
        return askedAt.plus(LASTS);
    }

    boolean isOpen(Instant now) {
        return mailedAt != null && !over && now.isBefore(until());
    }

    String path() {
        return "/have-your-say/account/" + (kind == AskingKind.ADDRESS ? "address/" : "link/") + token;
    }
}
