package org.alongside.risk.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.alongside.risk.Trigger;
import org.alongside.shared.Problems;
import org.alongside.shared.Times;
import org.alongside.shared.Typed;
import org.alongside.shared.TypedDate;
import org.jspecify.annotations.Nullable;

/** Something that changed, as typed. */
record ChangeForm(@Nullable String once, @Nullable String trigger, @Nullable TypedDate happened, @Nullable String what) {
    /** What was typed, understood. */
    record Read(Trigger trigger, LocalDate on, String words) {}

    ChangeForm {
        happened = happened == null ? TypedDate.NONE : happened;
    }

    static ChangeForm empty(Clock clock) {
        return new ChangeForm(UUID.randomUUID().toString(), null, TypedDate.of(Times.day(clock.instant())), null);
    }

    Optional<Read> read(Clock clock, Problems problems) {
        Trigger kind = Typed.oneNeeded(Trigger.class, trigger, "trigger", "Choose what changed", problems);
        LocalDate on = happened.read("happened", problems).orElse(null);
        if (on == null && happened.isBlank() || on != null && on.isAfter(Times.day(clock.instant()).plusYears(1))) problems.add("happened", "Enter the day, within the next year at most");
        String words = Typed.words(what, "what", problems);
        return kind == null || on == null || !problems.isEmpty() ? Optional.empty() : Optional.of(new Read(kind, on, words == null ? "" : words));
    }
}
