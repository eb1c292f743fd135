package org.alongside.comments;

import java.util.Locale;
import org.alongside.shared.Worded;

/** Why words are not shown. Whoever wrote them reads it in their language. */
public enum Reason implements Worded {
    POINTS("Somebody could be recognised by it"),
    HURTS("It may hurt somebody who reads it"),
    OFF_TOPIC("It is about something else"),
    LINK("It holds a link or sells something"),
    TWICE("It is here already"),
    REPORTED("Somebody said that it should not stand here"),
    WORRIED("Somebody was worried about its writer");

    private final String words;

    Reason(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }

    /** Whether a moderator chooses it. */
    public boolean isChosen() {
        return this != REPORTED && this != WORRIED;
    }

    public String key() {
        return "comments.reason." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
