package org.alongside.selfassessment;

import org.alongside.shared.Worded;

/** What an organisation says of one statement. */
public enum Answer implements Worded {
    MET("Met", "green"),
    PARTLY("Partly", "yellow"),
    NOT_YET("Not yet", "orange"),
    NOT_APPLICABLE("Does not apply", "grey");

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
