package org.alongside.casework;

import org.alongside.shared.Worded;

/** How much help is needed. */
public enum NeedLevel implements Worded {
    LOW("Some", "grey"),
    MEDIUM("A lot", "yellow"),
    HIGH("Urgent", "orange");

    private final String words;
    private final String colour;

    NeedLevel(String words, String colour) {
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
}
