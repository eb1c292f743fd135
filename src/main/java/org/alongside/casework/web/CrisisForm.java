package org.alongside.casework.web;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.alongside.casework.Called;
import org.alongside.casework.Crises;
import org.alongside.casework.CrisisKind;
import org.alongside.casework.Whereabouts;
import org.alongside.shared.Problems;
import org.alongside.shared.Typed;
import org.jspecify.annotations.Nullable;

record CrisisForm(@Nullable String once, @Nullable String what, @Nullable List<String> called, @Nullable String whereabouts, @Nullable String words) {
    static CrisisForm empty() {
        return new CrisisForm(UUID.randomUUID().toString(), null, null, null, null);
    }

    // Safety: only one answer is needed. Whoever is on the phone with somebody in danger is not held up by a form.
    Optional<Crises.NewCrisis> read(Problems problems) {
        CrisisKind kind = Typed.oneNeeded(CrisisKind.class, what, "what", "Press the one that fits best", problems);
        String few = Typed.words(words, "words", problems);
        if (kind == null || !problems.isEmpty()) return Optional.empty();
        Whereabouts where = Optional.ofNullable(Typed.one(Whereabouts.class, whereabouts)).orElse(Whereabouts.UNKNOWN);
        Set<Called> who = Typed.any(Called.class, called);
        return Optional.of(new Crises.NewCrisis(Typed.id(once), kind, who, where, few));
    }
}
