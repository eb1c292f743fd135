package org.alongside.supervision;

import org.alongside.shared.Worded;

/** What a manager says when asked. */
public enum Answer implements Worded {
    AGREED("Agreed", "green"),
    NOT_YET("Not yet", "orange");

    private final String words, colour;

    Answer(String words, String colour) {
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
}
