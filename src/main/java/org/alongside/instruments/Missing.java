package org.alongside.instruments;

/** Why a question has no answer. Each is fine; each means something else. */
public enum Missing {
    NOT_ASKED("Not asked"),
    DECLINED("Would rather not say"),
    DONT_KNOW("Don’t know"),
    NOT_SAFE_TO_ASK("Not safe to ask"),
    NOT_APPLICABLE("Does not apply");

    private final String words;

    Missing(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
