package org.alongside.organisations.web;

import org.alongside.shared.Problems;
import org.jspecify.annotations.Nullable;

/** One line somebody typed. */
final class TypedText {
    private TypedText() {
    }

    static String required(@Nullable String typed, String field, String missing, int most, Problems problems) {
        String text = typed == null ? "" : typed.strip();
        if (text.isEmpty()) problems.add(field, missing);
        else if (text.length() > most) problems.add(field, "Use at most " + most + " characters");
        else if (text.chars().anyMatch(Character::isISOControl)) problems.add(field, "Use letters, digits and signs only");
        return text;
    }
}
