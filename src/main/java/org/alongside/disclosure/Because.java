package org.alongside.disclosure;

import org.alongside.shared.RuleBroken;

/** Why something may be shared: the basis, why it was needed, and whether the person was told, or why not. */
public record Because(Basis basis, String necessity, boolean told, String whyNotTold) {
    public static final Because THEY_AGREED = new Because(Basis.AGREED, "", true, "");

    public Because {
        necessity = necessity.strip();
        whyNotTold = whyNotTold.strip();
        // Safety: sharing without agreement is for somebody to answer for, in their own words.
        if (basis != Basis.AGREED && necessity.isEmpty()) throw new RuleBroken("disclosure.no-necessity", "Say why it has to be shared without agreement.");
        if (!told && whyNotTold.isEmpty()) throw new RuleBroken("disclosure.not-told", "Say why they were not told.");
    }
}
