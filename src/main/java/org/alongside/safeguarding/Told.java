package org.alongside.safeguarding;

import org.alongside.shared.Worded;

/** Whether the parent or the adult was told of a referral. */
public enum Told implements Worded {
    YES("Yes"),
    NOT_SAFE("No: telling them would put somebody at risk"),
    NOT_YET("Not yet");

    private final String words;

    Told(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }
}
