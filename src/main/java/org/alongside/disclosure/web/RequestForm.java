package org.alongside.disclosure.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.alongside.disclosure.InformationRequests.Asked;
import org.alongside.disclosure.RequestKind;
import org.alongside.shared.Problems;
import org.alongside.shared.Times;
import org.alongside.shared.Typed;
import org.alongside.shared.TypedDate;
import org.jspecify.annotations.Nullable;

/** A request for what we hold, as typed. */
record RequestForm(@Nullable String once, @Nullable String kind, @Nullable String askedBy, @Nullable String scope, @Nullable TypedDate received, @Nullable TypedDate due) {
    RequestForm {
        received = received == null ? TypedDate.NONE : received;
        due = due == null ? TypedDate.NONE : due;
    }

    static RequestForm empty(Clock clock) {
        return new RequestForm(UUID.randomUUID().toString(), null, null, null, TypedDate.of(Times.day(clock.instant())), null);
    }

    Optional<Asked> read(Clock clock, Problems problems) {
        RequestKind who = Typed.oneNeeded(RequestKind.class, kind, "kind", "Choose who asks", problems);
        String by = Typed.wordsNeeded(askedBy, "askedBy", "Say who asks, and how they are reached", problems), what = Typed.wordsNeeded(scope, "scope", "Say what they ask for", problems);
        LocalDate on = received.read("received", problems).orElse(null), until = due.read("due", problems).orElse(null);
        if (on == null && received.isBlank() || on != null && on.isAfter(Times.day(clock.instant()))) problems.add("received", "Enter the day it came: today, or before");
        if (on != null && until != null && until.isBefore(on)) problems.add("due", "Enter a day after it came");
        return who == null || by == null || what == null || on == null || !problems.isEmpty() ? Optional.empty() : Optional.of(new Asked(who, by, what, on, until));
    }
}
