package org.alongside.casework;

import org.alongside.shared.Worded;

/** Where a client's own goal stands. */
public enum GoalStatus implements Worded {
    ACTIVE("Working towards it"),
    REACHED("Reached"),
    SET_ASIDE("Set aside for now");

    private final String words;

    GoalStatus(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }
}
