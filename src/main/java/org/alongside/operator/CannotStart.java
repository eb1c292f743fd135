package org.alongside.operator;

/** Alongside cannot start, and the message is the one line that tells the operator why and what to do. */
public class CannotStart extends RuntimeException {
    public CannotStart(String line) {
        super(line, null, false, false);
    }
}
