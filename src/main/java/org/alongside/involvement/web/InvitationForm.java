package org.alongside.involvement.web;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.alongside.involvement.InvitedWay;
import org.alongside.shared.Problems;
import org.alongside.shared.Typed;
import org.alongside.shared.TypedDate;
import org.jspecify.annotations.Nullable;

/** An invitation, as typed. */
record InvitationForm(@Nullable String once, @Nullable String called, @Nullable String contact, @Nullable TypedDate on, @Nullable String way) {
    static final int CALLED = 100, CONTACT = 1000;

    record Read(String called, String contact, LocalDate on, InvitedWay way) {}

    InvitationForm {
        on = on == null ? TypedDate.NONE : on;
    }

    static InvitationForm empty(LocalDate today) {
        return new InvitationForm(UUID.randomUUID().toString(), null, null, TypedDate.of(today), null);
    }

    Optional<Read> read(Problems problems) {
        String name = Typed.wordsNeeded(called, "called", CALLED, "Enter what they want to be called", problems), safe = Typed.fitting(contact, "contact", CONTACT, problems);
        InvitedWay how = Typed.oneNeeded(InvitedWay.class, way, "way", "Choose how they were asked", problems);
        LocalDate day = on.needed("on", "Enter the day they were asked", problems).orElse(null);
        return name == null || how == null || day == null || !problems.isEmpty() ? Optional.empty() : Optional.of(new Read(name, safe, day, how));
    }
}
