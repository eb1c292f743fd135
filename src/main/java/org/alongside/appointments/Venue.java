package org.alongside.appointments;

import org.alongside.shared.Worded;

/** Where they meet. */
public enum Venue implements Worded {
    OUR_OFFICE("Our office"),
    SAFE_PLACE("A place they said is safe"),
    AGENCY("With another agency"),
    COURT("Court"),
    THEIR_HOME("Their home"),
    PHONE("By phone"),
    VIDEO("By video");

    private final String words;

    Venue(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }
}
