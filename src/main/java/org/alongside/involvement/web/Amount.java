package org.alongside.involvement.web;

import java.math.BigDecimal;
import java.util.Optional;
import org.alongside.involvement.Expenses;
import org.alongside.shared.Problems;
import org.jspecify.annotations.Nullable;

/** An amount of money, as typed. */
final class Amount {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Amount() {
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
