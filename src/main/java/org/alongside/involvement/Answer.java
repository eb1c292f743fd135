package org.alongside.involvement;

import org.alongside.shared.Worded;

/** What a member said. Taken back counts as no from then on. */
public enum Answer implements Worded {
    GIVEN("Yes"),
    DECLINED("No"),
    TAKEN_BACK("Yes before, and no from now on");

    private final String words;

    Answer(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }
}
