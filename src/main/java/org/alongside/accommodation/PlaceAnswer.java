package org.alongside.accommodation;

import org.alongside.shared.Worded;

/** What a place said, or the client about it. */
public enum PlaceAnswer implements Worded {
    WAITING("No answer yet"),
    OFFERED("They have a space"),
    TURNED_AWAY("Turned away"),
    CLIENT_SAID_NO("The client said no");

    private final String words;

    PlaceAnswer(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }
}
