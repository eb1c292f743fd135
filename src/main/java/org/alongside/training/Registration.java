package org.alongside.training;

import java.time.Instant;
import java.util.UUID;
import org.alongside.access.OrganisationId;
import org.alongside.shared.Sector;
import org.jspecify.annotations.Nullable;

/**
 * Somebody asked for a place in a cohort. Their names are empty once they were forgotten.
 *
 * @param number the order in which places were asked for; null until they confirmed
 * @param token of their own link; null once they were forgotten
 * @param workplace where they work, in their words, when it is not on the list
 */
public record Registration(UUID id, OrganisationId organisation, UUID cohort, Standing standing, @Nullable Integer number, String name, String email, @Nullable String token, @Nullable UUID address, Sector sector, @Nullable UUID agency, @Nullable UUID team,
        String workplace, boolean welsh, @Nullable Instant offeredUntil) {
    /** Where their own link leads. */
    public String path() {
        return path(String.valueOf(token));
    }

    static String path(String token) {
        return "/training/place/" + token;
    }

    /** The first letters of their names: enough to compare with a certificate in the hand, not enough to find somebody. */
    public String initials() {
        StringBuilder letters = new StringBuilder();
        for (String part : name.strip().split("\\s+")) if (!part.isEmpty() && letters.length() < 6) letters.append(letters.isEmpty() ? "" : " ").appendCodePoint(Character.toUpperCase(part.codePointAt(0)));
        return letters.toString();
    }
}
