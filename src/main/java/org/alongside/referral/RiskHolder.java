package org.alongside.referral;

import org.alongside.shared.Worded;

/** Who goes on holding the risk when a referral about how somebody behaves is put down. */
public enum RiskHolder implements Worded {
    REFERRER("Whoever referred them, and they know that they do"),
    OTHER_SERVICE("Another service, and it knows that it does"),
    NOBODY_AT_RISK("Nobody is known to be at risk");

    private final String words;

    RiskHolder(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }
}
