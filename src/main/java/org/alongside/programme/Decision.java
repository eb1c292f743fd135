package org.alongside.programme;

import org.alongside.shared.Worded;

/** What was decided about a programme for somebody. */
public enum Decision implements Worded {
    SUITABLE("A programme suits them"),
    SINGLE_FIRST("Single talks come first"),
    NOT_NOW("Not now: something else comes first"),
    NOT_HERE("Not with us: they need another way");

    private final String words;

    Decision(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }
}
