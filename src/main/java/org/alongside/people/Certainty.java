package org.alongside.people;

/** How sure somebody is of a role. */
public enum Certainty {
    SAID("Somebody said so"),
    LIKELY("Likely"),
    CLEAR("Clear");

    private final String words;

    Certainty(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
