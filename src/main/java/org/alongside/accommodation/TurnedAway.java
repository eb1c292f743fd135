package org.alongside.accommodation;

import org.alongside.shared.Worded;

/** Why a place did not take a household: what the yearly return and every commissioner ask. */
public enum TurnedAway implements Worded {
    NO_SPACE("No space"),
    TOO_MANY("Too many people for the space"),
    SONS_AGE("A son is over their age limit"),
    GENDER("Not for their gender"),
    FUNDS("No way to pay"),
    MENTAL_HEALTH("Mental health support they cannot give"),
    SUBSTANCES("Alcohol or drug support they cannot give"),
    ACCESS("Not accessible for them"),
    LANGUAGE("No one who speaks their language"),
    PETS("Pets"),
    TOO_NEAR("Too near to the danger"),
    CONNECTION("They ask for a local connection"),
    RISK("Their assessment of risk"),
    OTHER("Another reason");

    private final String words;

    TurnedAway(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }
}
