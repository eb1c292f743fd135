package org.alongside.comments;

import java.util.Set;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Worded;

/** Where words are on their way: held until somebody has read them, and never shown before. The database keeps to the same order. */
public enum CommentState implements Worded {
    HELD("Waits", "blue"),
    PUBLISHED("Shown", "green"),
    RETURNED("Sent back", "yellow"),
    HIDDEN("Not shown", "orange"),
    SAFEGUARDING("With a safeguarding lead", "red"),
    WITHDRAWN("Taken back", "grey");

    private final String words, colour;

    CommentState(String words, String colour) {
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

    public boolean canBecome(CommentState next) {
        return (switch (this) {
            case HELD -> Set.of(PUBLISHED, RETURNED, HIDDEN, SAFEGUARDING, WITHDRAWN);
            case PUBLISHED -> Set.of(HELD, HIDDEN, SAFEGUARDING, WITHDRAWN);
            case RETURNED -> Set.of(HELD, SAFEGUARDING, WITHDRAWN);
            case HIDDEN -> Set.of(HELD, WITHDRAWN);
            case SAFEGUARDING -> Set.of(HELD, HIDDEN, WITHDRAWN);
            case WITHDRAWN -> Set.<CommentState>of();
        }).contains(next);
    }

    /** RuleBroken when that is no step from here. */
    CommentState to(CommentState next) {
        if (!canBecome(next)) throw new RuleBroken("comments.order", "Somebody else was quicker: this now says “" + words + "”. Look at it again.");
        return next;
    }
}
