package org.alongside.disclosure;

import org.alongside.shared.Worded;

/** Whether something that was found leaves. */
public enum ItemDecision implements Worded {
    UNDECIDED("Not decided"),
    LEAVES("Leaves"),
    PART("Leaves in part"),
    STAYS("Stays");

    private final String words;

    ItemDecision(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }
}
