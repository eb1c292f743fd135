package org.alongside.involvement;

import org.alongside.shared.Worded;

/** What money is for. */
public enum ClaimKind implements Worded {
    TRAVEL("Travel"),
    CARE("Care for a child or somebody else"),
    TIME("Their time"),
    FOOD("Food"),
    PHONE("Phone or internet"),
    OTHER("Something else");

    private final String words;

    ClaimKind(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }
}
