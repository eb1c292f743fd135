package org.alongside.shared;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Random words that nobody guesses: for links in mails, on walls and in cookies. */
public final class Secrets {
    private static final int BYTES = 20;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {
    }

    /** 40 hex digits: no mail program cuts one off at the end of a link. */
    public static String random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
