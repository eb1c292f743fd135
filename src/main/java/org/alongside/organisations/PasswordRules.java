package org.alongside.organisations;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.alongside.shared.Names;

/** Which passwords are good enough: long, and not what anyone would try first. No rules about capitals or signs. Source: NIST SP 800-63B, 3.1.1.2. */
final class PasswordRules {
    static final int LEAST = 12;
    private static final int MOST = 200;
    private static final List<String> TRIED_FIRST = List.of("password", "passphrase", "passwort", "qwertyuiop", "qwerty", "asdfghjkl", "asdfgh", "zxcvbnm", "letmein", "iloveyou", "welcome",
            "administrator", "admin", "football", "liverpool", "chelsea", "arsenal", "manchester", "london", "monkey", "dragon", "sunshine", "princess", "superman", "batman", "pokemon",
            "january", "february", "march", "april", "june", "july", "august", "september", "october", "november", "december", "monday", "friday", "spring", "summer", "autumn", "winter",
            "secret", "changeme", "charlie", "master", "shadow", "computer", "internet", "alongside", "westermouth", "refuge", "support", "helpline", "abc", "123");

    private PasswordRules() {
    }

    /** What is wrong with a password, in plain words. @param known what somebody who knows the worker would try: address, names */
    static Optional<String> problem(String password, List<String> known) {
        return weakness(password, known).map(weakness -> switch (weakness) {
            case TOO_SHORT -> "Use at least " + LEAST + " characters. Three words you remember make a good password";
            case TOO_LONG -> "Use at most " + MOST + " characters";
            case ABOUT_YOU -> "Choose a password without your e-mail address, your name or the name of your organisation";
            case EASY_TO_GUESS -> "This password is too easy to guess. Choose something less common";
        });
    }

    static Optional<Weakness> weakness(String password, List<String> known) {
        int length = password.codePointCount(0, password.length());
        if (length < LEAST) return Optional.of(Weakness.TOO_SHORT);
        if (length > MOST) return Optional.of(Weakness.TOO_LONG);
        String bare = bare(password);
        if (known.stream().flatMap(PasswordRules::parts).anyMatch(part -> bare.replace(part, "").length() < 6)) return Optional.of(Weakness.ABOUT_YOU);
        return isTriedFirst(password, bare) ? Optional.of(Weakness.EASY_TO_GUESS) : Optional.empty();
    }

    private static Stream<String> parts(String known) {
        return Stream.of(known, known.replaceAll("@.*", ""), known.replaceAll(".*@", "")).map(PasswordRules::bare).filter(part -> part.length() >= 4);
    }

    private static boolean isTriedFirst(String password, String bare) {
        String rest = bare;
        for (String word : TRIED_FIRST) rest = rest.replace(word, "");
        // What is left of "Password1234!" is nothing; of "aaaaaaaaaaaa" or "abcabcabcabc" very few different letters.
        return rest.replaceAll("[0-9]", "").length() < 4 && rest.length() < 8 || bare.chars().distinct().count() < 5 || isARow(Names.key(password));
    }

    private static boolean isARow(String text) {
        long steps = IntStream.range(1, text.length()).filter(i -> Math.abs(text.charAt(i) - text.charAt(i - 1)) <= 1).count();
        return steps >= text.length() - 2;
    }

    private static String bare(String text) {
        return Names.key(text).replace(" ", "").toLowerCase(Locale.ROOT)
                .replace('0', 'o').replace('3', 'e').replace('4', 'a').replace('5', 's').replace('$', 's').replace('@', 'a');
    }
}
