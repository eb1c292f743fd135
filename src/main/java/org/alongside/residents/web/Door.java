package org.alongside.residents.web;

import org.jspecify.annotations.Nullable;

/** Where somebody goes once they have signed in. */
final class Door {
    static final String ACCOUNT = "/have-your-say/account", SIGN_IN = ACCOUNT + "/sign-in";

    private Door() {
    }

    /** The path where it is surely one of the conversations, and the account otherwise. */
    static String after(@Nullable String to) {
        // Safety: only letters, digits, dashes and single slashes: no other site, no script.
        return to != null && to.length() <= 200 && to.matches("/have-your-say(/[A-Za-z0-9-]+)*") ? to : ACCOUNT;
    }
}
