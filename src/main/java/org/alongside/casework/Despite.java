package org.alongside.casework;

/** Why a contact stands although the client's safe-contact answers did not allow it. */
public enum Despite {
    RISK_TO_LIFE("There is a risk to life"),
    ALREADY_HAPPENED("It had already happened when it was written down");

    private final String words;

    Despite(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
