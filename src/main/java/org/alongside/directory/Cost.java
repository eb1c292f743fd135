package org.alongside.directory;

/** Whether the person who is helped pays for it. */
public enum Cost {
    FREE,
    CHARGED,
    NOT_STATED
}
