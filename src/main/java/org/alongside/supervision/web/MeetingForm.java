package org.alongside.supervision.web;

import java.time.LocalDate;
import java.util.Optional;
import org.alongside.shared.Problems;
import org.alongside.shared.Typed;
import org.alongside.shared.TypedDate;
import org.alongside.supervision.Meeting;
import org.jspecify.annotations.Nullable;

/** Notes of a meeting, as typed. */
record MeetingForm(@Nullable String notes, @Nullable String agreed, @Nullable TypedDate next) {
    MeetingForm {
        next = next == null ? TypedDate.NONE : next;
    }

    static MeetingForm of(Meeting.Words words) {
        return new MeetingForm(words.notes(), words.agreed(), TypedDate.of(words.nextOn()));
    }

    Optional<Meeting.Words> read(Problems problems) {
        String said = Typed.words(notes, "notes", problems), done = Typed.words(agreed, "agreed", problems);
        LocalDate day = next.read("next", problems).orElse(null);
        return problems.isEmpty() ? Optional.of(new Meeting.Words(said == null ? "" : said, done == null ? "" : done, day)) : Optional.empty();
    }
}
