package org.alongside.casework;

/** How much help is needed. */
public enum NeedLevel {
    LOW("Some"),
    MEDIUM("A lot"),
    HIGH("Urgent");

    private final String words;

    NeedLevel(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
