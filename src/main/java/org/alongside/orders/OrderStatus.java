package org.alongside.orders;

import org.alongside.shared.Worded;

/** How it stands with an order. */
public enum OrderStatus implements Worded {
    ASKED("Asked for"),
    MADE("Made"),
    REFUSED("Refused"),
    ENDED("Ended early");

    private final String words;

    OrderStatus(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }
}
