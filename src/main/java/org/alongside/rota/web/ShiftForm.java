package org.alongside.rota.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.UUID;
import org.alongside.access.WorkerId;
import org.alongside.shared.Problems;
import org.alongside.shared.Times;
import org.alongside.shared.Typed;
import org.alongside.shared.TypedDate;
import org.jspecify.annotations.Nullable;

/** A shift, as typed. */
record ShiftForm(@Nullable String once, @Nullable String worker, @Nullable TypedDate on, @Nullable String from, @Nullable String until, @Nullable String weeks) {
    record Read(WorkerId worker, LocalDate on, LocalTime from, LocalTime until, int weeks) {}

    ShiftForm {
        on = on == null ? TypedDate.NONE : on;
    }

    static ShiftForm empty(LocalDate day) {
        return new ShiftForm(UUID.randomUUID().toString(), null, TypedDate.of(day), "9:00", "17:00", "1");
    }

    Optional<Read> read(Problems problems) {
        if (worker == null || worker.isBlank()) problems.add("worker", "Choose who");
        LocalDate day = on.needed("on", "Enter the day", problems).orElse(null);
        LocalTime starts = time(from, "from", problems), ends = time(until, "until", problems);
        String times = weeks == null ? "" : weeks.strip();
        if (!times.matches("\\d{1,2}")) problems.add("weeks", "Enter a number of weeks from 1 to 12");
        return worker == null || day == null || starts == null || ends == null || !problems.isEmpty() ? Optional.empty() : Optional.of(new Read(new WorkerId(Typed.id(worker)), day, starts, ends, Integer.parseInt(times)));
    }

    private static @Nullable LocalTime time(@Nullable String typed, String field, Problems problems) {
        Instant at = Typed.at(TypedDate.of(LocalDate.of(2026, 1, 1)), typed, field, "", new Problems());
        if (at == null) problems.add(field, "Enter a time, such as 14:30 or 2:30pm");
        return at == null ? null : Times.london(at).toLocalTime();
    }
}
