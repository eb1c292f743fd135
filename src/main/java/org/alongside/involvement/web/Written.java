package org.alongside.involvement.web;

import java.math.BigDecimal;
import java.util.Optional;
import org.alongside.involvement.Expenses;
import org.alongside.shared.Problems;
import org.alongside.shared.Typed;
import org.jspecify.annotations.Nullable;

/** Reads what was typed on the forms of this room. */
final class Written {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Written() {
    }

    /** Words that have to be there and fit. */
    static @Nullable String needed(@Nullable String typed, String field, int most, String missing, Problems problems) {
        String words = Typed.wordsNeeded(typed, field, missing, problems);
        if (words != null && words.length() > most) problems.add(field, "Use at most " + most + " letters");
        return words;
    }

    /** Words that may be blank and have to fit. */
    static String fitting(@Nullable String typed, String field, int most, Problems problems) {
        String words = typed == null ? "" : typed.strip();
        if (words.length() > most) problems.add(field, "Use at most " + most + " letters");
        return words;
    }

    /** Pence of an amount such as 12, 12.5, £12.50 or 1,200. */
    static Optional<Integer> pence(@Nullable String typed, String field, Problems problems) {
        String plain = typed == null ? "" : typed.strip().replaceFirst("^£\\s*", "").replaceAll("(?<=\\d),(?=\\d{3}(?:\\D|$))", "");
        if (plain.matches("\\d{1,7}(?:\\.\\d{1,2})?")) {
            int pence = new BigDecimal(plain).multiply(HUNDRED).intValueExact();
            if (pence >= 1 && pence <= Expenses.MOST_PENCE) return Optional.of(pence);
        }
        problems.add(field, "Enter an amount, such as 12.50");
        return Optional.empty();
    }
}
