package org.alongside.programme;

import org.alongside.shared.Worded;

/** How somebody took part, as the facilitators saw it. It is no sign of how safe a partner is. */
public enum Engagement implements Worded {
    TAKES_PART("Takes part"),
    LISTENS("Listens"),
    RESISTS("Resists");

    private final String words;

    Engagement(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }
}
