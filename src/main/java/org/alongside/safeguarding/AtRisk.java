package org.alongside.safeguarding;

import org.alongside.shared.Worded;

/** Whom a concern is about. */
public enum AtRisk implements Worded {
    CHILD("A child"),
    ADULT("An adult who cannot protect themself");

    private final String words;

    AtRisk(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }
}
