package org.alongside.disclosure;

import org.alongside.shared.Worded;

/** Where a request stands. */
public enum RequestStatus implements Worded {
    OPEN("Open"),
    READY("Waits for a second person"),
    ANSWERED("Answered"),
    REFUSED("Refused"),
    WITHDRAWN("Withdrawn");

    private final String words;

    RequestStatus(String words) {
        this.words = words;
    }

    public boolean hasEnded() {
        return this == ANSWERED || this == REFUSED || this == WITHDRAWN;
    }

    @Override
    public String words() {
        return words;
    }
}
