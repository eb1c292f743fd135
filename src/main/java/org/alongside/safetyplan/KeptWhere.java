package org.alongside.safetyplan;

/** Where the client said their plan may be kept. */
public enum KeptWhere {
    PAPER("On paper, with them", true),
    PHONE("On a phone or device that only they use", false),
    TRUSTED("With someone they trust", true),
    ONLY_HERE("Only here, with us", false),
    NOWHERE("Nowhere else: they keep it in mind", false);

    private final String words;
    private final boolean onPaper;

    KeptWhere(String words, boolean onPaper) {
        this.words = words;
        this.onPaper = onPaper;
    }

    public String words() {
        return words;
    }

    /** Whether a printed copy is what they chose. */
    public boolean isOnPaper() {
        return onPaper;
    }
}
