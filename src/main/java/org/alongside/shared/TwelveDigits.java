package org.alongside.shared;

import java.security.SecureRandom;
import java.util.Optional;

/** Random numbers that people keep on paper, read out and type: twelve digits in three groups. */
public final class TwelveDigits {
    private static final int LENGTH = 12;
    private static final SecureRandom RANDOM = new SecureRandom();

    private TwelveDigits() {
    }

    /** So many random digits. */
    public static String random(int digits) {
        StringBuilder number = new StringBuilder(digits);
        RANDOM.ints(digits, 0, 10).forEach(number::append);
        return number.toString();
    }

    public static String random() {
        return random(LENGTH);
    }

    /** As typed, in groups or not; empty when these are not twelve digits. */
    public static Optional<String> read(String typed) {
        return Optional.of(typed.replaceAll("[\\s.\\-–]", "")).filter(digits -> digits.matches("[0-9]{12}"));
    }

    /** In three groups, as one reads out any reference number. */
    public static String written(String digits) {
        return digits.substring(0, 4) + " " + digits.substring(4, 8) + " " + digits.substring(8);
    }
}
