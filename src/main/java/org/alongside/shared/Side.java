package org.alongside.shared;

/** The two sides of the wall: support for people harmed, and work with people about their own behaviour. */
public enum Side {
    SUPPORT, CHANGE;

    public Side other() {
        return this == SUPPORT ? CHANGE : SUPPORT;
    }
}
