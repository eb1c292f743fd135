package org.alongside.people;

/** Why a worker opens an address. The trail keeps which; immediate danger also opens it to a worker who does not work with the person. */
public enum RevealReason {
    VISIT("To visit or meet them"),
    LETTER("To write a letter they asked for"),
    ADVOCACY("For housing, court, police or school, with their agreement"),
    CHECK("To check it with them"),
    IMMEDIATE_DANGER("Somebody is in danger now");

    private final String words;

    RevealReason(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
