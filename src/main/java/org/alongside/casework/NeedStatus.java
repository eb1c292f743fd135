package org.alongside.casework;

import org.alongside.shared.Worded;

/** How far a need has been met. */
public enum NeedStatus implements Worded {
    OPEN("Not started", "grey"),
    WORKING("Working on it", "blue"),
    MET("Met", "green"),
    PARTLY("Partly met", "yellow"),
    UNMET("Not met", "orange"),
    NOT_WANTED("Help not wanted", "grey");

    private final String words;
    private final String colour;

    NeedStatus(String words, String colour) {
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
