package org.alongside.referral;

import java.util.Optional;
import org.alongside.shared.Seal;
import org.alongside.shared.TwelveDigits;

/** The twelve random digits a person may keep instead of an account. Only their fingerprint is stored. */
public record Code(String digits) {
    static Code random() {
        return new Code(TwelveDigits.random());
    }

    /** As typed, with or without spaces; empty when it cannot be a code. */
    public static Optional<Code> read(String typed) {
        return TwelveDigits.read(typed).map(Code::new);
    }

    /** In three groups, as one reads out any reference number. */
    public String written() {
        return TwelveDigits.written(digits);
    }

    public String fingerprint(Seal seal) {
        return seal.fingerprint("referral.code", digits);
    }
}
