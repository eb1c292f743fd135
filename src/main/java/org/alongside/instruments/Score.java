package org.alongside.instruments;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What a scale came to. Kept when the answers are finished, never worked out anew. @param value null when too few were answered */
public record Score(String scale, int engine, @Nullable BigDecimal value, int answered, int missing, boolean prorated, @Nullable String band) {
    public String inWords() {
        return value == null ? "Too few answers" : value.toPlainString() + (prorated ? " (raised in proportion)" : "");
    }
}
