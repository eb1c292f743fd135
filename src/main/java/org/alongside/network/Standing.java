package org.alongside.network;

import java.util.Set;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Worded;

/** Where words are on their way: held until a moderator has read them, and never shown before. The database keeps to the same order. */
public enum Standing implements Worded {
    HELD("Waits for a moderator", "blue"),
    PUBLISHED("Shown", "green"),
    RETURNED("Came back to you", "yellow"),
    HIDDEN("Hidden", "orange"),
    WITHDRAWN("Taken back", "grey");

    private final String words, colour;

    Standing(String words, String colour) {
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

    public boolean canBecome(Standing next) {
        return (switch (this) {
            case HELD -> Set.of(HELD, PUBLISHED, RETURNED, WITHDRAWN);
            case RETURNED -> Set.of(HELD, WITHDRAWN);
            case PUBLISHED -> Set.of(HIDDEN, WITHDRAWN);
            case HIDDEN -> Set.of(PUBLISHED, WITHDRAWN);
            case WITHDRAWN -> Set.<Standing>of();
        }).contains(next);
    }

    /** RuleBroken when that is no step from here. */
    Standing to(Standing next) {
        if (!canBecome(next)) throw new RuleBroken("network.order", "Somebody else was quicker: this now says “" + words + "”. Look at it again.");
        return next;
    }
}
