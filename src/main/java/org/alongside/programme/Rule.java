package org.alongside.programme;

import org.alongside.shared.Worded;

/** What is asked before somebody is offered a place of a group. */
public enum Rule implements Worded {
    GENDER("Whom it is for"),
    APART("Kept apart from"),
    TIME("When it meets"),
    LANGUAGE("Language"),
    WAY("Online or in a room"),
    AREA("Where it meets");

    private final String words;

    Rule(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }

    /** Safety: whom a group is for, and who is kept apart, is not for the facilitator alone to set aside; the database asks for the role too. */
    public boolean forLeadsOnly() {
        return this == GENDER || this == APART;
    }
}
