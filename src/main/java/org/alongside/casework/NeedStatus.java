package org.alongside.casework;

/** How far a need has been met. */
public enum NeedStatus {
    OPEN("Not started"),
    WORKING("Working on it"),
    MET("Met"),
    PARTLY("Partly met"),
    UNMET("Not met"),
    NOT_WANTED("Help not wanted");

    private final String words;

    NeedStatus(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
