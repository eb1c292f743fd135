package org.alongside.evaluation;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.UUID;
import org.alongside.shared.Seal;

/** A card with a random number by which one person's answers find each other. Nobody keeps a list of cards; the last digit tells a typing mistake. */
public record Card(String digits) {
    private static final int LENGTH = 12;
    private static final SecureRandom RANDOM = new SecureRandom();

    public static Card random() {
        String number = String.format("%011d", RANDOM.nextLong(100_000_000_000L));
        return new Card(number + check(number));
    }

    /** As typed, in groups or not; empty when a digit is wrong, missing or swapped with the next. */
    public static Optional<Card> read(String typed) {
        String digits = typed.replaceAll("[\\s.\\-–]", "");
        return digits.matches("[0-9]{12}") && check(digits.substring(0, LENGTH - 1)) == digits.charAt(LENGTH - 1) - '0' ? Optional.of(new Card(digits)) : Optional.empty();
    }

    /** Luhn's check digit. */
    private static int check(String number) {
        int sum = 0;
        for (int at = 0; at < number.length(); at++) {
            int digit = number.charAt(number.length() - 1 - at) - '0';
            int twice = digit * 2;
            sum += at % 2 == 1 ? digit : twice > 9 ? twice - 9 : twice;
        }
        return (10 - sum % 10) % 10;
    }

    /** In three groups, as one reads it out. */
    public String written() {
        return digits.substring(0, 4) + " " + digits.substring(4, 8) + " " + digits.substring(8);
    }

    /** What is stored of it, in one evaluation: another in the next, so that nobody is followed from course to course. */
    UUID pair(EvaluationId evaluation, Seal seal) {
        String fingerprint = seal.fingerprint("evaluation.ticket/" + evaluation.id(), digits);
        return new UUID(Long.parseUnsignedLong(fingerprint.substring(0, 16), 16), Long.parseUnsignedLong(fingerprint.substring(16, 32), 16));
    }
}
