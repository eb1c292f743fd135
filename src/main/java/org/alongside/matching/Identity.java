package org.alongside.matching;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * By what somebody is recognised, as typed. It is turned into fingerprints at once and kept nowhere; any part may be missing.
 *
 * @param addressKeys fingerprints of addresses already kept ({@code people.Addresses.keys})
 */
public record Identity(@Nullable String givenName, @Nullable String familyName, @Nullable String knownAs, @Nullable LocalDate bornOn,
        @Nullable String phone, @Nullable String address, @Nullable String postcode, Set<String> addressKeys) {
    public static Identity of(@Nullable String givenName, @Nullable String familyName, @Nullable LocalDate bornOn, @Nullable String phone,
            @Nullable String address, @Nullable String postcode) {
        return new Identity(givenName, familyName, null, bornOn, phone, address, postcode, Set.of());
    }
}
