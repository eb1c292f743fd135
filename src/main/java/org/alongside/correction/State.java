package org.alongside.correction;

/** Where a move across the wall stands. */
public enum State {
    WAITING("Waits to be taken on", "yellow"),
    ACCEPTED("Taken on", "green"),
    REFUSED("They said no", "red"),
    /** The side it came from takes it back; the other side is being closed. */
    UNDOING("Being undone", "orange"),
    /** Closed on the other side, and about to open here. */
    PARTED("Being undone", "orange"),
    UNDONE("Undone", "grey");

    private final String words;
    private final String colour;

    State(String words, String colour) {
        this.words = words;
        this.colour = colour;
    }

    public String words() {
        return words;
    }

    public String colour() {
        return colour;
    }

    /** Whether the side it came from may take it back. */
    public boolean mayBeUndone() {
        return this == WAITING || this == ACCEPTED || this == REFUSED;
    }
}
