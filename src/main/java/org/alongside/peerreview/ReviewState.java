package org.alongside.peerreview;

/** How far a review is. */
public enum ReviewState {
    ASKED("Asked for", "yellow"),
    TAKEN("Somebody looks at it", "blue"),
    DECLINED("Declined", "grey"),
    WITHDRAWN("Withdrawn", "grey"),
    SHOWN("Shown, to be answered", "purple"),
    REPLIED("Answered", "green");

    private final String words, colour;

    ReviewState(String words, String colour) {
        this.words = words;
        this.colour = colour;
    }

    public String words() {
        return words;
    }

    public String colour() {
        return colour;
    }

    public boolean isUnderWay() {
        return this != DECLINED && this != WITHDRAWN;
    }
}
