package org.alongside.incidents;

import org.alongside.shared.Worded;

public enum Known implements Worded {
    YES("Yes"),
    NO("No"),
    NOT_KNOWN("Not known");

    private final String words;

    Known(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }
}
