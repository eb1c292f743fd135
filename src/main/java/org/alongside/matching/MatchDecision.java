package org.alongside.matching;

/** What a safeguarding lead decides about two records that may be about one person. */
public enum MatchDecision {
    DIFFERENT_PEOPLE("Different people"),
    SAME_PERSON("The same person, and nobody is put at risk by it"),
    CONFLICT("Conflict: keep these records apart");

    private final String words;

    MatchDecision(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
