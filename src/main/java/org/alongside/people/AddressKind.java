package org.alongside.people;

public enum AddressKind {
    HOME("Home"),
    STAYING_AT("Staying at"),
    REFUGE("Refuge (area only)");

    private final String words;

    AddressKind(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
