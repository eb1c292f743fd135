package org.alongside.casework;

/** Why a contact stands although the client's safe-contact answers did not allow it. */
public enum Despite {
    RISK_TO_LIFE("There is a risk to life"),
    WELFARE_CHECK("Police welfare check"),
    ALREADY_HAPPENED("It has already happened; I am recording it");

    private final String words;

    Despite(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
