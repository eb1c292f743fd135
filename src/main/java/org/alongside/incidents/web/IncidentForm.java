package org.alongside.incidents.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.alongside.incidents.IncidentKind;
import org.alongside.incidents.Incidents.NewIncident;
import org.alongside.incidents.Known;
import org.alongside.incidents.ToldWhom;
import org.alongside.people.PersonId;
import org.alongside.shared.Problems;
import org.alongside.shared.Typed;
import org.alongside.shared.TypedDate;
import org.jspecify.annotations.Nullable;

/** Something that happened, as typed. */
record IncidentForm(@Nullable String once, @Nullable String by, @Nullable TypedDate happened, @Nullable String about, @Nullable List<String> kinds, @Nullable String injured, @Nullable String children, @Nullable List<String> told,
        @Nullable String words) {
    IncidentForm {
        happened = happened == null ? TypedDate.NONE : happened;
        kinds = kinds == null ? List.of() : kinds;
        told = told == null ? List.of() : told;
    }

    /** @param likely who it was most likely: filled in, and the worker may change it */
    static IncidentForm empty(@Nullable PersonId likely) {
        return new IncidentForm(UUID.randomUUID().toString(), likely == null ? null : likely.id().toString(), TypedDate.NONE, null, List.of(), Known.NOT_KNOWN.name(), Known.NOT_KNOWN.name(), List.of(), null);
    }

    Optional<NewIncident> read(Problems problems) {
        LocalDate on = happened.needed("happened", "Enter the day; a guess is fine", problems).orElse(null);
        Set<IncidentKind> what = Typed.any(IncidentKind.class, kinds);
        if (what.isEmpty()) problems.add("kinds", "Choose what was done");
        String said = Typed.words(words, "words", problems);
        Known hurt = Typed.one(Known.class, injured), there = Typed.one(Known.class, children);
        return on == null || !problems.isEmpty() ? Optional.empty()
                : Optional.of(new NewIncident(Typed.id(once), person(by), on, "yes".equals(about), what, hurt == null ? Known.NOT_KNOWN : hurt, there == null ? Known.NOT_KNOWN : there, Typed.any(ToldWhom.class, told), said == null ? "" : said));
    }

    /** Null for "somebody who is not written down"; an id that cannot be read is nobody's. */
    static @Nullable PersonId person(@Nullable String typed) {
        return typed == null || typed.isBlank() || typed.equals("none") ? null : new PersonId(Typed.id(typed));
    }
}
