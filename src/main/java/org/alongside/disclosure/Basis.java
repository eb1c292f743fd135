package org.alongside.disclosure;

import org.alongside.shared.Worded;

/** On what ground something about a person is shared. Source: the lawful grounds agencies use when adults or children are at risk. */
public enum Basis implements Worded {
    AGREED("They agreed"),
    RISK_TO_LIFE("A life is at risk"),
    SAFEGUARDING("A child or an adult must be protected"),
    LEGAL("A court or the law requires it");

    private final String words;

    Basis(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }
}
