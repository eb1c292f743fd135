package org.alongside.people;

/** How the one live call ended. */
public enum CallResult {
    SPOKE("We spoke to the person"),
    NO_ANSWER("No answer"),
    SOMEONE_ELSE("Someone else answered: we stopped"),
    NOT_CALLED("We did not call: the referrer said it is not safe");

    private final String words;

    CallResult(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
