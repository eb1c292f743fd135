package org.alongside.commissioning.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.alongside.access.OrganisationId;
import org.alongside.commissioning.Commissioning.Asked;
import org.alongside.commissioning.Period;
import org.alongside.organisations.Organisations.Elsewhere;
import org.alongside.shared.NamedId;
import org.alongside.shared.Problems;
import org.alongside.shared.Typed;
import org.alongside.shared.TypedDate;
import org.jspecify.annotations.Nullable;

/** A request, as typed: one form asks several services. */
record AskForm(@Nullable String once, @Nullable List<String> services, @Nullable String period, @Nullable String plan, @Nullable String words, @Nullable TypedDate due) {
    AskForm {
        due = due == null ? TypedDate.NONE : due;
        services = services == null ? List.of() : List.copyOf(services);
    }

    static AskForm empty(LocalDate today) {
        return new AskForm(UUID.randomUUID().toString(), null, null, "yes", null, TypedDate.of(today.plusWeeks(4)));
    }

    Optional<Asked> read(List<Elsewhere> others, LocalDate today, Problems problems) {
        Map<OrganisationId, UUID> whom = new LinkedHashMap<>();
        UUID form = Typed.id(once);
        others.stream().filter(one -> services.contains(one.id().id().toString())).forEach(one -> whom.put(one.id(), NamedId.of(form + "/" + one.id().id())));
        if (whom.isEmpty()) problems.add("services", "Choose whom you ask");
        Period its = Period.of(period == null ? "" : period, today).orElse(null);
        if (its == null) problems.add("period", "Choose the months");
        String why = Typed.words(words, "words", problems);
        LocalDate day = due.needed("due", "Enter until when they answer", problems).orElse(null);
        if (its == null || day == null || !problems.isEmpty()) return Optional.empty();
        return Optional.of(new Asked(whom, its, "yes".equals(plan), why == null ? "" : why, day));
    }
}
