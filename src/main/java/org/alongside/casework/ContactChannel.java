package org.alongside.casework;

import org.alongside.shared.Worded;

/** How a contact was made. */
public enum ContactChannel implements Worded {
    CALL("Call"),
    TEXT("Text"),
    EMAIL("E-mail"),
    LETTER("Letter"),
    VISIT("Visit or meeting"),
    VIDEO("Video"),
    DROP_IN("Drop-in");

    private final String words;

    ContactChannel(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }
}
