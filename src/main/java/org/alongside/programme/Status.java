package org.alongside.programme;

import java.util.Set;
import org.alongside.shared.Worded;

/** Where somebody is on their way through the programme. */
public enum Status implements Worded {
    WAITING("Waiting for a place", "orange"),
    NOT_READY("Not ready yet", "grey"),
    OFFERED("A place is offered", "yellow"),
    PLACED("Has a place", "blue"),
    STARTED("Taking part", "green"),
    SUSPENDED("Suspended", "red"),
    COMPLETED("Finished", "grey"),
    LEFT("Left before the end", "grey");

    private final String words, colour;

    Status(String words, String colour) {
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

    public boolean ended() {
        return this == COMPLETED || this == LEFT;
    }

    /** Whether they ever sat in a group. */
    public boolean started() {
        return this == STARTED || this == SUSPENDED || this == COMPLETED;
    }

    /** What may come next. */
    public Set<Status> next() {
        return switch (this) {
            case WAITING -> Set.of(NOT_READY, OFFERED, LEFT);
            case NOT_READY -> Set.of(WAITING, LEFT);
            case OFFERED -> Set.of(PLACED, WAITING, LEFT);
            case PLACED -> Set.of(STARTED, WAITING, LEFT);
            case STARTED -> Set.of(SUSPENDED, COMPLETED, LEFT);
            case SUSPENDED -> Set.of(STARTED, LEFT);
            case COMPLETED, LEFT -> Set.of();
        };
    }
}
