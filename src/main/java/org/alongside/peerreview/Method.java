package org.alongside.peerreview;

import org.alongside.shared.Worded;

/** How something was looked at. Source: NIST, OSCAL 1.1.3, assessment results, and two of our own: what survivors said, and what was watched. */
public enum Method implements Worded {
    EXAMINE("Read what was shown"),
    INTERVIEW("Talked with staff"),
    TEST("Tried it"),
    LISTEN("Heard from survivors"),
    OBSERVE("Watched it on site");

    private final String words;

    Method(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }
}
