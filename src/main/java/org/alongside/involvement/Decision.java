package org.alongside.involvement;

import org.alongside.shared.Worded;

/** What was decided about something a group asked for. */
public enum Decision implements Worded {
    WILL_DO("We will do it"),
    DID("We did it"),
    WILL_NOT("We will not");

    private final String words;

    Decision(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }
}
