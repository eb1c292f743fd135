package org.alongside.onward;

import org.alongside.shared.Worded;

/** How a client came to another service. */
public enum Way implements Worded {
    TOLD("We told them about it"),
    REFERRED("We referred them"),
    TOGETHER("We went, or rang, together");

    private final String words;

    Way(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }
}
