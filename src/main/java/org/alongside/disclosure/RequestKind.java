package org.alongside.disclosure;

import java.time.LocalDate;
import org.alongside.shared.Worded;

/** Who asks for what we hold. */
public enum RequestKind implements Worded {
    SUBJECT_ACCESS("The person themself"),
    COURT("A court"),
    POLICE("The police"),
    AGENCY("Another agency, or a solicitor");

    private final String words;

    RequestKind(String words) {
        this.words = words;
    }

    /**
     * By when it is to be answered when nobody set a day. The person's own right: one calendar month. Source: UK GDPR, article 12(3).
     * Anyone else says by when; without a day it is four weeks, so that it comes up.
     */
    public LocalDate due(LocalDate receivedOn) {
        return this == SUBJECT_ACCESS ? receivedOn.plusMonths(1) : receivedOn.plusWeeks(4);
    }

    @Override
    public String words() {
        return words;
    }
}
