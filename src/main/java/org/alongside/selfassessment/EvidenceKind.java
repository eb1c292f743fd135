package org.alongside.selfassessment;

import org.alongside.shared.Worded;

/** How something is shown. */
public enum EvidenceKind implements Worded {
    FILE("A file"),
    LINK("A page on the web"),
    SEEN("Seen on site"),
    LISTENED("Heard from survivors");

    private final String words;

    EvidenceKind(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }
}
