package org.alongside.casework;

import java.security.SecureRandom;

/** Numbers by which a case is named on the phone and on paper. */
final class CaseReference {
    // No vowels, so that no word is ever formed; nothing that is misheard or misread for another.
    private static final String SIGNS = "23456789CDFGHJKMPQRTVWXY";
    private static final SecureRandom RANDOM = new SecureRandom();

    private CaseReference() {
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
