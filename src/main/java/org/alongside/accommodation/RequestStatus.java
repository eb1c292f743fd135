package org.alongside.accommodation;

import org.alongside.shared.Worded;

/** Where the search stands. */
public enum RequestStatus implements Worded {
    OPEN("Looking"),
    PLACED("Moved in"),
    NOT_FOUND("Nothing was found"),
    NO_LONGER("No longer needed"),
    /** By the house, when the client moves across the wall. */
    STOPPED("Stopped, who harms whom was corrected");

    private final String words;

    RequestStatus(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }
}
