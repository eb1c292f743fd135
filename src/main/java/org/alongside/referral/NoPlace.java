package org.alongside.referral;

import org.alongside.shared.Worded;
import org.jspecify.annotations.Nullable;

/**
 * There is no place for somebody, here or anywhere a worker knows of.
 *
 * @param signpost where else they can turn
 * @param heldBy as for any referral that is put down
 */
public record NoPlace(UnmetReason why, String signpost, ToldBy toldBy, @Nullable RiskHolder heldBy) {
    /** How they learn of it, and where else to turn. */
    public enum ToldBy implements Worded {
        EMAIL("A neutral e-mail, now"),
        CALL("I ring them"),
        REFERRER("Whoever referred them tells them"),
        THEY_RING("They ring us with their number"),
        NOBODY("Nobody: no way is safe");

        private final String words;

        ToldBy(String words) {
            this.words = words;
        }

        @Override
        public String words() {
            return words;
        }
    }
}
