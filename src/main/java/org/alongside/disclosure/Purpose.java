package org.alongside.disclosure;

/** Why something leaves. */
public enum Purpose {
    /** The person keeps their own plan, where they said it is safe. */
    CLIENT_KEEPS("For their own keeping"),
    /** A worker of the same organisation and side prints it for their work. */
    WORKER_COPY("For a worker’s own work"),
    /** Another organisation takes over. */
    PASS_ON("Passed on"),
    /** A letter to an agency on a client's behalf. */
    LETTER("A letter on their behalf"),
    /** A copy of a document for an agency. */
    DOCUMENT("A copy of a document"),
    /** Somebody asked for what we hold, and was answered. */
    ANSWER("Answer to a request");

    private final String words;

    Purpose(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
