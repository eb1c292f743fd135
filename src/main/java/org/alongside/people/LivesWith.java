package org.alongside.people;

public enum LivesWith {
    NOT_SAID("Not said"),
    YES("Yes"),
    SOMETIMES("Sometimes"),
    NO("No");

    private final String words;

    LivesWith(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
