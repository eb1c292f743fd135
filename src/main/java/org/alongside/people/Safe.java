package org.alongside.people;

/** Whether a way to reach somebody is safe, as they said it. */
public enum Safe {
    YES("Safe"),
    NO("Not safe"),
    /** Nobody has asked yet, or somebody else answered for them. */
    UNKNOWN("Not known"),
    /** Not now and not later, unless a life is at risk. */
    NEVER("Never");

    private final String words;

    Safe(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
