package org.alongside.correction.web;

import java.util.Optional;
import java.util.UUID;
import org.alongside.correction.Corrections;
import org.alongside.people.Certainty;
import org.alongside.shared.Problems;
import org.alongside.shared.Typed;
import org.jspecify.annotations.Nullable;

record MoveForm(@Nullable String once, @Nullable String certainty, @Nullable String why, @Nullable String danger, @Nullable String cameFrom, @Nullable String seen) {
    private static final int SHORT = 500;

    static MoveForm empty() {
        return new MoveForm(UUID.randomUUID().toString(), null, null, null, null, null);
    }

    Optional<Corrections.Said> read(Problems problems) {
        Certainty sure = Typed.oneNeeded(Certainty.class, certainty, "certainty", "Choose how sure you are", problems);
        String reason = Typed.wordsNeeded(why, "why", "Say why", problems);
        String known = Typed.words(danger, "danger", problems), from = Typed.words(cameFrom, "cameFrom", problems);
        if (from != null && from.length() > SHORT) problems.add("cameFrom", "Write no more than 500 characters");
        if (!"yes".equals(seen)) problems.add("seen", "Read what follows, then tick the box");
        return problems.isEmpty() ? Optional.of(new Corrections.Said(sure, reason, known == null ? "" : known, from == null ? "" : from)) : Optional.empty();
    }
}
