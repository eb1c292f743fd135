package org.alongside.involvement.web;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.alongside.involvement.ClaimKind;
import org.alongside.shared.Problems;
import org.alongside.shared.Typed;
import org.alongside.shared.TypedDate;
import org.jspecify.annotations.Nullable;

/** Money, as typed. */
record ClaimForm(@Nullable String once, @Nullable String member, @Nullable String kind, @Nullable String amount, @Nullable TypedDate on, @Nullable String receipt) {
    record Read(UUID member, ClaimKind kind, int pence, LocalDate on, boolean receipt) {}

    ClaimForm {
        on = on == null ? TypedDate.NONE : on;
    }

    static ClaimForm empty(LocalDate today) {
        return new ClaimForm(UUID.randomUUID().toString(), null, null, null, TypedDate.of(today), null);
    }

    Optional<Read> read(Problems problems) {
        if (member == null || member.isBlank()) problems.add("member", "Choose for whom");
        ClaimKind its = Typed.oneNeeded(ClaimKind.class, kind, "kind", "Choose what it is for", problems);
        int pence = Amount.pence(amount, "amount", problems).orElse(0);
        LocalDate day = on.needed("on", "Enter the day", problems).orElse(null);
        if (!"yes".equals(receipt) && !"no".equals(receipt)) problems.add("receipt", "Say whether there is a receipt");
        return its == null || day == null || !problems.isEmpty() ? Optional.empty() : Optional.of(new Read(Typed.id(member), its, pence, day, "yes".equals(receipt)));
    }
}
