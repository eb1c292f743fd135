package org.alongside.standards.web;

import java.util.Optional;
import org.alongside.shared.Problems;
import org.alongside.shared.Typed;
import org.jspecify.annotations.Nullable;

/** Showing a version to everybody, as typed. @param may "yes" where they say that its words may be used */
record ShowForm(@Nullable String may, @Nullable String licence) {
    private static final int LONGEST = 200;

    Optional<String> read(Problems problems) {
        if (!"yes".equals(may)) problems.add("may", "Say that you may use these words. Without that nobody else may read them here");
        String words = Typed.wordsNeeded(licence, "licence", "Say under which licence or agreement", problems);
        if (words != null && words.length() > LONGEST) problems.add("licence", "Write no more than 200 characters");
        return problems.isEmpty() ? Optional.ofNullable(words) : Optional.empty();
    }
}
