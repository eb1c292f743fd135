package org.alongside.casework;

import org.alongside.shared.Worded;

/** What the client decided about an option. Declining is a choice like any other. */
public enum OfferAnswer implements Worded {
    THINKING("Thinking about it"),
    CHOSEN("Chosen"),
    DECLINED("Declined");

    private final String words;

    OfferAnswer(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }
}
