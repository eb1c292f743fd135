package org.alongside.casework;

import org.alongside.shared.Worded;

/** A client's answer about our support. */
public enum FeedbackAnswer implements Worded {
    YES("Yes"),
    PARTLY("Partly"),
    NO("No");

    private final String words;

    FeedbackAnswer(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }
}
