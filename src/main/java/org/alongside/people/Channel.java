package org.alongside.people;

/** A way to reach somebody. A voicemail is left during a call; a letter goes to the address the person chose for letters. */
public enum Channel {
    PHONE("Phone call"),
    TEXT("Text message"),
    VOICEMAIL("Voicemail"),
    EMAIL("E-mail"),
    LETTER("Letter");

    private final String words;

    Channel(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
