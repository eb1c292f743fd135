package org.alongside.commissioning;

import org.alongside.shared.Worded;

/** What is counted. Each is of people, not of contacts, and of those who come because of what was done to them. */
public enum Measure implements Worded {
    ASKED("Asked for help", "People who came or were referred for the first time in these months, whatever became of it."),
    SUPPORTED("Were supported", "People whose support was under way on at least one day of these months."),
    WAITING("Were waiting", "People who had been taken on by the last day and whom nobody supported yet."),
    NO_PLACE("Found no place", "People who asked in these months and were not taken on because there was no place for them.");

    private final String words, hint;

    Measure(String words, String hint) {
        this.words = words;
        this.hint = hint;
    }

    @Override
    public String words() {
        return words;
    }

    /** What exactly is counted. */
    public String hint() {
        return hint;
    }
}
