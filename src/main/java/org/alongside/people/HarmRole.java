package org.alongside.people;

/** What somebody is in a relation where there is harm. Provisional: said by somebody, on a day, and reversible. */
public enum HarmRole {
    NOT_SAID("Nobody has said"),
    CAUSING_HARM("Named as causing harm"),
    HARMED("Named as harmed"),
    UNCLEAR("Harm, and unclear from whom"),
    HELPS("Helps and can be trusted");

    private final String words;

    HarmRole(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /** What the first is to the second, if the second is this to the first. */
    public HarmRole seenFromTheOther() {
        return this == CAUSING_HARM ? HARMED : this == HARMED ? CAUSING_HARM : this;
    }
}
