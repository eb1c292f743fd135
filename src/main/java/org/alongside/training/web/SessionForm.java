package org.alongside.training.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.alongside.shared.Problems;
import org.alongside.shared.Times;
import org.alongside.shared.Typed;
import org.alongside.shared.TypedDate;
import org.alongside.training.Session;
import org.jspecify.annotations.Nullable;

/** One time they meet, as typed. */
record SessionForm(@Nullable String once, @Nullable TypedDate on, @Nullable String from, @Nullable String until) {
    record Read(Instant from, Instant until) {}

    SessionForm {
        on = on == null ? TypedDate.NONE : on;
    }

    static SessionForm of(Session session) {
        return new SessionForm(null, TypedDate.of(Times.day(session.from())), Times.say(Times.london(session.from()).toLocalTime()), Times.say(Times.london(session.until()).toLocalTime()));
    }

    Optional<Read> read(Problems problems) {
        LocalDate day = on.needed("on", "Enter the day", problems).orElse(null);
        if (day == null) return Optional.empty();
        Instant starts = time(day, from, "from", problems), ends = time(day, until, "until", problems);
        return starts == null || ends == null ? Optional.empty() : Optional.of(new Read(starts, ends));
    }

    private static @Nullable Instant time(LocalDate day, @Nullable String typed, String field, Problems problems) {
        Instant at = Typed.at(TypedDate.of(day), typed == null ? null : typed.replace("midday", "12:00").replace("midnight", "00:00"), field, "", new Problems());
        if (at == null) problems.add(field, "Enter a time, such as 14:30 or 2:30pm");
        return at;
    }
}
