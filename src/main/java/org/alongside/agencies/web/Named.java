package org.alongside.agencies.web;

import org.alongside.shared.Problems;
import org.alongside.shared.Typed;
import org.jspecify.annotations.Nullable;

/** What an agency or a team is called. */
final class Named {
    private static final int LONGEST = 120;

    private Named() {
    }

    static @Nullable String read(@Nullable String typed, String field, Problems problems) {
        return Typed.wordsNeeded(typed, field, LONGEST, "Enter what it is called", problems);
    }
}
