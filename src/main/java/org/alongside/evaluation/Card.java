package org.alongside.evaluation;

import java.util.Optional;
import java.util.UUID;
import org.alongside.shared.Seal;
import org.alongside.shared.TwelveDigits;

/** A card with a random number by which one person's answers find each other. Nobody keeps a list of cards; the last digit tells a typing mistake. */
public record Card(String digits) {
    private static final int NUMBER = 11;

    public static Card random() {
        String number = TwelveDigits.random(NUMBER);
        return new Card(number + check(number));
    }

    /** As typed, in groups or not; empty when a digit is wrong, missing or swapped with the next. */
    public static Optional<Card> read(String typed) {
        return TwelveDigits.read(typed).filter(digits -> check(digits.substring(0, NUMBER)) == digits.charAt(NUMBER) - '0').map(Card::new);
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
        return TwelveDigits.written(digits);
    }

    /** What is stored of it, in one evaluation: another in the next, so that nobody is followed from course to course. */
    UUID pair(EvaluationId evaluation, Seal seal) {
        String fingerprint = seal.fingerprint("evaluation.ticket/" + evaluation.id(), digits);
        return new UUID(Long.parseUnsignedLong(fingerprint.substring(0, 16), 16), Long.parseUnsignedLong(fingerprint.substring(16, 32), 16));
    }
}
