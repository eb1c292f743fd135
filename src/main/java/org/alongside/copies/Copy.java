package org.alongside.copies;

import java.util.UUID;
import org.alongside.access.OrganisationId;
import org.alongside.standards.Edition;
import org.jspecify.annotations.Nullable;

/** Somebody asked for a copy of a standard. @param token the end of the link in their mail @param address null until their mail was asked for @param told the version they know of */
public record Copy(UUID id, OrganisationId organisation, String key, Edition edition, boolean confirmed, String email, String fingerprint, String token, @Nullable UUID address, boolean wantsNews, boolean welsh, String told) {
    public String path() {
        return path(token);
    }

    static String path(String token) {
        return "/standards/copy/" + token;
    }
}
