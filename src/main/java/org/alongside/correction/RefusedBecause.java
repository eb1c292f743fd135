package org.alongside.correction;

import org.alongside.shared.Worded;
import org.jspecify.annotations.Nullable;

/** Why the other side does not take somebody on. Safety: this word goes back over the wall, so it says nothing of what that side knows. */
public enum RefusedBecause implements Worded {
    TOO_LITTLE_KNOWN("Too little is known to work with them"),
    NOT_OUR_WORK("It is no work of this side"),
    LOOK_AGAIN("Look again at who harms whom");

    private final String words;

    RefusedBecause(String words) {
        this.words = words;
    }

    static @Nullable RefusedBecause of(@Nullable String name) {
        return name == null ? null : valueOf(name);
    }

    @Override
    public String words() {
        return words;
    }
}
