package org.alongside.referral;

/** How a referral came. */
public enum Source {
    SELF("Came to us themselves"),
    PROFESSIONAL("A professional"),
    CALL("A call"),
    PASSED_ON("Passed on by another organisation");

    private final String words;

    Source(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
