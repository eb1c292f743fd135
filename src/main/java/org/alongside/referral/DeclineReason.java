package org.alongside.referral;

/** Why a service does not take a referral: about the service, never about the person. */
public enum DeclineReason {
    OUTSIDE_AREA("They live outside our area"),
    NO_CAPACITY("We have no room at the moment"),
    OTHER_SERVICE_FITS("Another service fits better"),
    NOT_OUR_WORK("This is not work we do"),
    CANNOT_MEET_NEED("We cannot meet a need they have"),
    ALREADY_SUPPORTED("They already have support from us or from others"),
    COULD_NOT_REACH("We could not reach them safely"),
    THEY_SAID_NO("They do not want this support now"),
    SENT_TWICE("The same referral was sent twice"),
    OTHER("Another reason, in the note");

    private final String words;

    DeclineReason(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
