package org.alongside.referral;

import java.util.UUID;

/** A referral, and the draft it was typed in: the same id, so that a second press finds the first. */
public record ReferralId(UUID id) {
    public static ReferralId of(String text) {
        return new ReferralId(UUID.fromString(text));
    }
}
