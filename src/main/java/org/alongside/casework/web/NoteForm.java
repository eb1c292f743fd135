package org.alongside.casework.web;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.alongside.shared.Problems;
import org.alongside.shared.Times;
import org.alongside.shared.Typed;
import org.alongside.shared.TypedDate;
import org.jspecify.annotations.Nullable;

record NoteForm(@Nullable String once, @Nullable TypedDate on, @Nullable String time, @Nullable String words) {
    static NoteForm empty(Clock clock) {
        Instant now = clock.instant();
        return new NoteForm(UUID.randomUUID().toString(), TypedDate.of(Times.day(now)), Times.london(now).toLocalTime().toString().substring(0, 5), null);
    }

    TypedDate day() {
        return on == null ? TypedDate.NONE : on;
    }

    record Note(UUID id, Instant at, String words) {}

    Optional<Note> read(Clock clock, Problems problems) {
        Instant at = Typed.happened(day(), time, "on", clock, problems);
        String note = Typed.wordsNeeded(words, "words", "Write the note", problems);
        return at == null || note == null || !problems.isEmpty() ? Optional.empty() : Optional.of(new Note(Typed.id(once), at, note));
    }
}
