package org.alongside.casework.web;

import java.util.Optional;
import java.util.UUID;
import org.alongside.shared.Problems;
import org.alongside.shared.Typed;
import org.jspecify.annotations.Nullable;

record CrisisDetailsForm(@Nullable String once, @Nullable String words) {
    static CrisisDetailsForm empty() {
        return new CrisisDetailsForm(UUID.randomUUID().toString(), null);
    }

    Optional<String> read(Problems problems) {
        String told = Typed.wordsNeeded(words, "words", "Write what you know now", problems);
        return problems.isEmpty() ? Optional.ofNullable(told) : Optional.empty();
    }
}
