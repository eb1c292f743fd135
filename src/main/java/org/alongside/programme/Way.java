package org.alongside.programme;

import org.alongside.shared.Worded;

/** How somebody can take part. */
public enum Way implements Worded {
    EITHER("Either"),
    ROOM("Only in a room"),
    ONLINE("Only online");

    private final String words;

    Way(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }
}
