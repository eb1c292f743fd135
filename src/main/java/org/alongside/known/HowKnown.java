package org.alongside.known;

import org.alongside.shared.Worded;

/** How a worker knows somebody. */
public enum HowKnown implements Worded {
    RELATIVE("A relative"),
    PARTNER("My partner, or a relative of theirs"),
    EX_PARTNER("A former partner"),
    FRIEND("A friend"),
    NEIGHBOUR("A neighbour"),
    COLLEAGUE("Somebody I work or worked with"),
    OTHER("Another way");

    private final String words;

    HowKnown(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }
}
