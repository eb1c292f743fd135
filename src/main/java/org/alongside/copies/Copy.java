package org.alongside.copies;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.UUID;
import org.alongside.access.OrganisationId;
import org.alongside.shared.Times;
import org.alongside.standards.Edition;
import org.jspecify.annotations.Nullable;

/** Somebody asked for a copy of a standard. @param token the end of the link in their mail @param address null until their mail was asked for @param told the version they know of */
public record Copy(UUID id, OrganisationId organisation, String key, Edition edition, String email, String fingerprint, String token, @Nullable UUID address, boolean wantsNews, boolean welsh, String told, Instant askedAt, @Nullable Instant confirmedAt) {
    /** How long somebody has for the button in their mail. */
    static final Duration UNCONFIRMED = Duration.ofDays(14);
    /** How long it is kept who asked: their address only where they wish to be told of a new version. */
    static final Period KEPT = Period.ofYears(1), KEPT_FOR_NEWS = Period.ofYears(2);

    public boolean confirmed() {
        return confirmedAt != null;
    }

    /** When nothing of it is kept any longer. */
    Instant until() {
        return confirmedAt == null ? askedAt.plus(UNCONFIRMED) : Times.london(confirmedAt).plus(wantsNews ? KEPT_FOR_NEWS : KEPT).toInstant();
    }

    public String path() {
        return path(token);
    }

    static String path(String token) {
        return "/standards/copy/" + token;
    }
}
