package org.alongside.directory;

/** One of the four nations: each has its own bank holidays and some of its own helplines. */
public enum Nation {
    ENGLAND,
    WALES,
    SCOTLAND,
    NORTHERN_IRELAND
}
