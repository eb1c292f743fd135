package org.alongside.orders;

import org.alongside.shared.Worded;

/** Whether the police know that an order was broken. */
public enum ToldPolice implements Worded {
    YES("Yes"),
    CLIENT_SAID_NO("No: the client does not want it"),
    NOT_YET("Not yet");

    private final String words;

    ToldPolice(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }
}
