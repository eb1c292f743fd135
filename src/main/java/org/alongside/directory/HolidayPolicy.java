package org.alongside.directory;

/** What a service says about bank holidays. Saying nothing is an answer of its own, never a yes or a no. */
public enum HolidayPolicy {
    CLOSED,
    AS_USUAL,
    OWN_SESSIONS,
    NOT_STATED
}
