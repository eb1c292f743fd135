package org.alongside.casework;

import org.alongside.shared.Worded;

/** Where a client is during a crisis, never an address. */
public enum Whereabouts implements Worded {
    SAFE_PLACE("Somewhere safe"),
    HOME_ALONE("At home, alone or with children"),
    HOME_NOT_ALONE("At home, with the person they fear"),
    HOSPITAL("In hospital"),
    POLICE("With the police"),
    ON_THE_WAY("On the way somewhere"),
    UNKNOWN("We do not know");

    private final String words;

    Whereabouts(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }
}
