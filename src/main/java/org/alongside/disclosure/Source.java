package org.alongside.disclosure;

import org.alongside.shared.Worded;

/** Where something we hold comes from, which decides whose it is to give away. */
public enum Source implements Worded {
    THEMSELVES("They told us"),
    OTHERS("Somebody else told us, or it is about somebody else"),
    AGENCY("Another agency gave it to us"),
    OURS("Our own note or view");

    private final String words;

    Source(String words) {
        this.words = words;
    }

    /** Whether it takes a reason to give it away: it is not theirs alone. */
    public boolean isOthers() {
        return this == OTHERS || this == AGENCY;
    }

    @Override
    public String words() {
        return words;
    }
}
