package org.alongside.orders.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.alongside.orders.ToldPolice;
import org.alongside.shared.Problems;
import org.alongside.shared.Times;
import org.alongside.shared.Typed;
import org.alongside.shared.TypedDate;
import org.jspecify.annotations.Nullable;

/** What was typed about an order that was broken. */
record BreachForm(@Nullable String once, @Nullable TypedDate happened, @Nullable String told, @Nullable String words) {
    /** What was typed, understood. */
    record Read(LocalDate on, ToldPolice told, String words) {}

    BreachForm {
        happened = happened == null ? TypedDate.NONE : happened;
    }

    static BreachForm empty() {
        return new BreachForm(UUID.randomUUID().toString(), null, null, null);
    }

    Optional<Read> read(Clock clock, Problems problems) {
        LocalDate on = happened.read("happened", problems).orElse(null);
        if (on == null && happened.isBlank() || on != null && on.isAfter(Times.day(clock.instant()))) problems.add("happened", "Enter the day it happened: today, or before");
        ToldPolice police = Typed.oneNeeded(ToldPolice.class, told, "told", "Say whether the police know", problems);
        String what = Typed.wordsNeeded(words, "words", "Say what happened, in a sentence", problems);
        return on == null || police == null || what == null || !problems.isEmpty() ? Optional.empty() : Optional.of(new Read(on, police, what));
    }
}
