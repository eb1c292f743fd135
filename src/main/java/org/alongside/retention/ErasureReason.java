package org.alongside.retention;

import org.alongside.shared.Worded;

/** Why a file is erased before its time. */
public enum ErasureReason implements Worded {
    THEY_ASKED("The person asks for it"),
    MISTAKE("It should not be here: a double, a test, the wrong person"),
    NOT_NEEDED("We no longer need it");

    private final String words;

    ErasureReason(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }
}
