package org.alongside.casework;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;

/** Numbers by which a case is named on the phone and on paper. */
final class CaseReference {
    // No vowels, so that no word is ever formed; nothing that is misheard or misread for another.
    private static final String SIGNS = "23456789CDFGHJKMPQRTVWXY";
    private static final SecureRandom RANDOM = new SecureRandom();

    private CaseReference() {
    }

    /** The number as it is written, however it was typed or read out; empty when it cannot be one. */
    static Optional<String> read(String typed) {
        String signs = typed.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        return signs.length() == 8 && signs.chars().allMatch(sign -> SIGNS.indexOf(sign) >= 0) ? Optional.of(signs.substring(0, 4) + "-" + signs.substring(4)) : Optional.empty();
    }

    // Safety: drawn at random, so it tells neither who, nor when, nor how many others.
    static String draw() {
        StringBuilder drawn = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            if (i == 4) drawn.append('-');
            drawn.append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
        }
        return drawn.toString();
    }
}
