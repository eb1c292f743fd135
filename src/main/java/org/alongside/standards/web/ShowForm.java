package org.alongside.standards.web;

import java.util.Optional;
import org.alongside.shared.Problems;
import org.alongside.shared.Typed;
import org.alongside.standards.Versions;
import org.jspecify.annotations.Nullable;

/** Showing a version to everybody, as typed. @param may "yes" where they say that its words may be used */
record ShowForm(@Nullable String may, @Nullable String licence) {
    Optional<String> read(Problems problems) {
        if (!"yes".equals(may)) problems.add("may", "Say that you may use these words. Without that nobody else may read them here");
        String words = Typed.wordsNeeded(licence, "licence", Versions.LONGEST_LICENCE, "Say under which licence or agreement", problems);
        return problems.isEmpty() ? Optional.ofNullable(words) : Optional.empty();
    }
}
