package org.alongside.matching;

/** Why two records may be about one person. */
enum Reason {
    NAME_AND_BIRTH_DATE("same name and birth date"),
    PHONE("same telephone number"),
    ADDRESS("same address"),
    /** Looked at only when one of the two is a worker, of whom we hold no birth date unless they gave it. */
    NAME("same name as a worker");

    private final String words;

    Reason(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
