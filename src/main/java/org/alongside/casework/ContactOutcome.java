package org.alongside.casework;

import org.alongside.shared.Worded;

/** How a contact ended. */
public enum ContactOutcome implements Worded {
    SPOKE("We spoke"),
    MET("We met"),
    SENT("Sent"),
    NO_ANSWER("Tried, no answer"),
    VOICEMAIL("Left a voicemail"),
    STOPPED("Someone else answered, so we stopped"),
    NOT_THERE("They were not there");

    private final String words;

    ContactOutcome(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }
}
