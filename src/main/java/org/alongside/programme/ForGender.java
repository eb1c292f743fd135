package org.alongside.programme;

import org.alongside.shared.Worded;

/** Whom a group is for. */
public enum ForGender implements Worded {
    ANYONE("Anyone"),
    MEN("Men"),
    WOMEN("Women");

    private final String words;

    ForGender(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }
}
