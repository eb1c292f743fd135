package org.alongside.people;

/** Why somebody may be reached in spite of their answers. Nothing but a risk to life is a ground. */
public enum Ground {
    /** A manager answers for it, with a reason. */
    MANAGERS_REASON,
    /** The police were asked to look after them; we ourselves do not call or write. */
    POLICE_WELFARE_CHECK
}
