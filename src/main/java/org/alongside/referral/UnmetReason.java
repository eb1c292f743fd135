package org.alongside.referral;

import org.alongside.shared.Worded;

/** Why there was no place for somebody: about what there is, never about the person. */
public enum UnmetReason implements Worded {
    NO_PLACE("Everything is full", DeclineReason.NO_CAPACITY),
    NOT_FOR_THEIR_GENDER("Nothing for their gender", DeclineReason.CANNOT_MEET_NEED),
    NOT_IN_THEIR_LANGUAGE("Nothing in their language", DeclineReason.CANNOT_MEET_NEED),
    NOT_IN_THEIR_AREA("Nothing in their area", DeclineReason.OUTSIDE_AREA),
    NOT_SUITABLE("What there is does not suit them", DeclineReason.CANNOT_MEET_NEED),
    OTHER("Another reason", DeclineReason.OTHER);

    private final String words;
    private final DeclineReason declined;

    UnmetReason(String words, DeclineReason declined) {
        this.words = words;
        this.declined = declined;
    }

    @Override
    public String words() {
        return words;
    }

    /** The reason as it stands among the decisions. */
    DeclineReason declined() {
        return declined;
    }
}
