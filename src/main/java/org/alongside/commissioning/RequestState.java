package org.alongside.commissioning;

/** How far a request is. */
public enum RequestState {
    ASKED("Asked", "yellow"),
    ANSWERED("Answered", "green"),
    DECLINED("Declined", "grey"),
    WITHDRAWN("Withdrawn", "grey");

    private final String words, colour;

    RequestState(String words, String colour) {
        this.words = words;
        this.colour = colour;
    }

    public String words() {
        return words;
    }

    public String colour() {
        return colour;
    }
}
