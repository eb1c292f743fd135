package org.alongside.referral;

import java.security.SecureRandom;
import java.util.Optional;
import org.alongside.shared.Seal;

/** The twelve random digits a person may keep instead of an account. Only their fingerprint is stored. */
public record Code(String digits) {
    private static final SecureRandom RANDOM = new SecureRandom();

    static Code random() {
        return new Code(String.format("%012d", RANDOM.nextLong(1_000_000_000_000L)));
    }

    /** As typed, with or without spaces; empty when it cannot be a code. */
    public static Optional<Code> read(String typed) {
        String digits = typed.replaceAll("[\\s-]", "");
        return digits.matches("[0-9]{12}") ? Optional.of(new Code(digits)) : Optional.empty();
    }

    /** In three groups, as one reads out any reference number. */
    public String written() {
        return digits.substring(0, 4) + " " + digits.substring(4, 8) + " " + digits.substring(8);
    }

    public String fingerprint(Seal seal) {
        return seal.fingerprint("referral.code", digits);
    }
}
