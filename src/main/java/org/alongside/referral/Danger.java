package org.alongside.referral;

/** What was said about danger at this moment, most pressing first: the order of the inbox. It is what was said, never a score. */
public enum Danger {
    NOW("In danger now"),
    NOT_SURE("Not sure they are safe"),
    NOT_SAID("Safety not said"),
    SAFE_FOR_NOW("Safe for now");

    private final String words;

    Danger(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /** Whether the short clock runs. */
    public boolean isUrgent() {
        // Safety: somebody who is not sure is treated as somebody in danger.
        return this == NOW || this == NOT_SURE;
    }
}
