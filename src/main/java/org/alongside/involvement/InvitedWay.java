package org.alongside.involvement;

import org.alongside.shared.Worded;

/** How somebody was asked to join a steering group. */
public enum InvitedWay implements Worded {
    IN_PERSON("Face to face"),
    CALL("By phone"),
    LETTER("By letter"),
    MAIL("By e-mail"),
    THROUGH_OTHERS("Through somebody they trust");

    private final String words;

    InvitedWay(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }
}
