package org.alongside.matching;

public enum RecordKind {
    CASE("Case"),
    REFERRAL("Referral"),
    WORKER("Worker");

    private final String words;

    RecordKind(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
