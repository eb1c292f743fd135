package org.alongside.improvement;

import org.alongside.shared.Worded;

/** What a plan is for. */
public enum PlanKind implements Worded {
    IMPROVEMENT("To meet a standard"),
    DEVELOPMENT("To serve more men, and serve them better");

    private final String words;

    PlanKind(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }
}
