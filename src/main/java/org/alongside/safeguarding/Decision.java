package org.alongside.safeguarding;

import org.alongside.shared.Worded;

/** What the lead decided. */
public enum Decision implements Worded {
    REFER("Refer to the council"),
    WATCH("Do not refer now; look again"),
    NO_ACTION("No further action");

    private final String words;

    Decision(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }
}
