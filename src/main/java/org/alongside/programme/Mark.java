package org.alongside.programme;

import org.alongside.shared.Worded;

/** How somebody was at a session. */
public enum Mark implements Worded {
    ATTENDED("Came"),
    LATE("Came late"),
    LEFT_EARLY("Left early"),
    ACCEPTABLE("Away, for a reason we accept"),
    UNACCEPTABLE("Away");

    private final String words;

    Mark(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }

    /** Safety: whoever left early or stayed away with a good reason was not here either, so somebody asks how the partner is. */
    public boolean missed() {
        return this == LEFT_EARLY || this == ACCEPTABLE || this == UNACCEPTABLE;
    }
}
