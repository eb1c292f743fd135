package org.alongside.casework;

import org.alongside.shared.Worded;

/** What a client wishes about the gender of whoever works with them. Everyone is asked. */
public enum GenderWish implements Worded {
    NONE("No wish"),
    WOMAN("A woman"),
    MAN("A man"),
    OTHER("Something else, in their words");

    private final String words;

    GenderWish(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }
}
