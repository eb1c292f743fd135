package org.alongside.access;

/** The database may not be used as it is; the message is the one line that tells the operator why. */
public class WrongDatabase extends RuntimeException {
    WrongDatabase(String line) {
        super(line, null, false, false);
    }
}
