package org.alongside.breakglass;

import org.alongside.shared.Worded;

/** What whoever looked at an opening found. */
public enum Finding implements Worded {
    JUSTIFIED("It was right", "green"),
    NOT_JUSTIFIED("It was not right", "red"),
    LOOK_INTO("To be looked into", "orange");

    private final String words;
    private final String colour;

    Finding(String words, String colour) {
        this.words = words;
        this.colour = colour;
    }

    @Override
    public String words() {
        return words;
    }

    public String colour() {
        return colour;
    }

    /** Whether nothing is left to be looked into. */
    public boolean settles() {
        return this != LOOK_INTO;
    }
}
