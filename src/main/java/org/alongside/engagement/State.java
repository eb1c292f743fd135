package org.alongside.engagement;

import java.util.Set;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Worded;

/** Where a post is on its way: only what is PUBLISHED is read by anybody else. */
public enum State implements Worded {
    DRAFT("Draft", "grey"),
    SCHEDULED("Waits for its time", "blue"),
    PUBLISHED("Everybody reads it", "green"),
    WITHDRAWN("Taken down", "orange");

    private final String words;
    private final String colour;

    State(String words, String colour) {
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

    /** RuleBroken where no way leads from here to there. */
    State to(State next) {
        boolean leads = switch (this) {
            case DRAFT -> Set.of(SCHEDULED, PUBLISHED, WITHDRAWN).contains(next);
            case SCHEDULED -> next != this;
            case PUBLISHED -> next == WITHDRAWN;
            case WITHDRAWN -> next == DRAFT;
        };
        if (!leads) throw new RuleBroken("engagement.state", "Somebody did something else with this post meanwhile. It now says: " + words + ".");
        return next;
    }
}
