package org.alongside.onward.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.alongside.onward.Way;
import org.alongside.shared.Problems;
import org.alongside.shared.Times;
import org.alongside.shared.Typed;
import org.alongside.shared.TypedDate;
import org.jspecify.annotations.Nullable;

/** Somebody was sent on, as typed. */
record OnwardForm(@Nullable String once, @Nullable String name, @Nullable String way, @Nullable TypedDate on) {
    OnwardForm {
        on = on == null ? TypedDate.NONE : on;
    }

    record Read(String name, Way way, LocalDate on) {}

    static OnwardForm empty(Clock clock) {
        return new OnwardForm(UUID.randomUUID().toString(), null, null, TypedDate.of(Times.day(clock.instant())));
    }

    Optional<Read> read(Problems problems) {
        String where = Typed.wordsNeeded(name, "name", "Say to which service", problems);
        if (where != null && where.length() > 200) problems.add("name", "Write no more than 200 characters");
        Way how = Typed.oneNeeded(Way.class, way, "way", "Choose how", problems);
        LocalDate day = on.needed("on", "Enter the day", problems).orElse(null);
        return where == null || how == null || day == null || !problems.isEmpty() ? Optional.empty() : Optional.of(new Read(where, how, day));
    }
}
