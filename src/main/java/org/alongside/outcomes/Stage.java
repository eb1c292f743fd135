package org.alongside.outcomes;

import org.alongside.shared.Worded;

/** When in a client's time with a service. */
public enum Stage implements Worded {
    INTAKE("Intake"),
    REVIEW("Review"),
    EXIT("Exit");

    private final String words;

    Stage(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }
}
