package org.alongside.accommodation;

import org.alongside.shared.Worded;

/** Where the search stands. */
public enum RequestStatus implements Worded {
    OPEN("Looking"),
    PLACED("Moved in"),
    NOT_FOUND("Nothing was found"),
    NO_LONGER("No longer needed");

    private final String words;

    RequestStatus(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }
}
