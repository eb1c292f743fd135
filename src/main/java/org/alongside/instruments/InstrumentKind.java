package org.alongside.instruments;

import org.alongside.shared.Worded;

/** What a set of questions is for: it says where it is offered, and whether its answers may be added up. */
public enum InstrumentKind implements Worded {
    RISK("Danger", false),
    WHO_DOES_WHAT("Who does what to whom", false),
    OUTCOME("Needs and outcomes", false),
    FEEDBACK("A client’s view of us", false),
    PROGRAMME("Programmes about behaviour", false),
    CONFIDENCE("Confidence of professionals", true),
    KNOWLEDGE("Knowledge of professionals", true),
    STANDARD("Standards of a service", true),
    CONSULTATION("Consultation", true);

    private final String words;
    private final boolean ownMayScore;

    InstrumentKind(String words, boolean ownMayScore) {
        this.words = words;
        this.ownMayScore = ownMayScore;
    }

    @Override
    public String words() {
        return words;
    }

    /** Whether a set in our or a service's own words may be added up. */
    boolean ownMayScore() {
        return ownMayScore;
    }
}
