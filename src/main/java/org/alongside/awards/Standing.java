package org.alongside.awards;

import java.util.Locale;

/** How an entry in the register stands on a day. */
public enum Standing {
    STANDS("green"),
    /** Something that showed it has run out or was taken away, or the check in between is overdue. It stands again once that is mended. */
    PAUSED("orange"),
    SUSPENDED("red"),
    ENDED("grey"),
    WITHDRAWN("grey");

    private final String colour;

    Standing(String colour) {
        this.colour = colour;
    }

    public String colour() {
        return colour;
    }

    /** As it stands in bundles. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
