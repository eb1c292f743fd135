package org.alongside.training;

import java.util.EnumSet;
import java.util.Set;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Worded;

/** How a registration stands, and where it may go from there. */
public enum Standing implements Worded {
    ASKED("Has not confirmed yet"),
    WAITING("Waiting"),
    OFFERED("Offered a place"),
    PLACED("Has a place"),
    WITHDRAWN("Withdrew"),
    REFUSED("Did not want the place"),
    LAPSED("Let the offer pass");

    private final String words;

    Standing(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }

    /** Where it may go from here. */
    Set<Standing> next() {
        return switch (this) {
            case ASKED -> EnumSet.of(PLACED, WAITING);
            case WAITING -> EnumSet.of(OFFERED, WITHDRAWN);
            case OFFERED -> EnumSet.of(PLACED, REFUSED, LAPSED, WITHDRAWN);
            case PLACED -> EnumSet.of(WITHDRAWN);
            case WITHDRAWN, REFUSED, LAPSED -> EnumSet.noneOf(Standing.class);
        };
    }

    Standing to(Standing next) {
        if (!next().contains(next)) throw new RuleBroken("training.step", "This has already changed. Look at how it stands now.");
        return next;
    }

    /** Whether a place is taken or kept for them. */
    public boolean holdsAPlace() {
        return this == PLACED || this == OFFERED;
    }

    /** Whether it is still about a place: had, kept or waited for. */
    public boolean isLive() {
        return holdsAPlace() || this == WAITING;
    }
}
