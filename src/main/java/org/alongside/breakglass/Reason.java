package org.alongside.breakglass;

import org.alongside.shared.Worded;

/** Why a case had to be opened at once. */
public enum Reason implements Worded {
    DANGER_NOW("Somebody is in danger now"),
    CHILD_IN_DANGER("A child is in danger now"),
    SELF_HARM("They may hurt themself"),
    MUST_REACH("Somebody must reach them safely, now");

    private final String words;

    Reason(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }
}
