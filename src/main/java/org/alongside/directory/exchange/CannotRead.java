package org.alongside.directory.exchange;

/** A source that cannot be read at all, and why, in words for whoever chose it. */
public class CannotRead extends RuntimeException {
    CannotRead(String words) {
        super(words, null, false, false);
    }
}
