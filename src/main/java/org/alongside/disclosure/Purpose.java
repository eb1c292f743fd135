package org.alongside.disclosure;

/** Why something leaves. */
public enum Purpose {
    /** The person keeps their own plan, where they said it is safe. */
    CLIENT_KEEPS,
    /** A worker of the same organisation and side prints it for their work. */
    WORKER_COPY,
    /** Another organisation takes over, with the person's agreement. */
    PASS_ON
}
