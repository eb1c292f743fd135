package org.alongside.programme;

import org.alongside.shared.Worded;

/** From whom the programme knows of harm. Safety: never from a partner; what partners say stays on the other side. */
public enum WhoSaid implements Worded {
    POLICE("The police"),
    COURT("A court"),
    REFERRER("Whoever referred them"),
    PARTNER_ORGANISATION("Another organisation, in its referral"),
    PARTICIPANT("The participant");

    private final String words;

    WhoSaid(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }
}
