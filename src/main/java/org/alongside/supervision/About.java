package org.alongside.supervision;

import org.alongside.shared.Worded;

/** What a worker asks a manager to look at. */
public enum About implements Worded {
    ASSESSMENT("The safety assessment"),
    PLAN("The safety plan"),
    CLOSURE("Closing the case"),
    LETTER("A letter or a report"),
    OTHER("Something else");

    private final String words;

    About(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }
}
