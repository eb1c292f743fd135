package org.alongside.safeguarding.web;

import java.util.Optional;
import java.util.UUID;
import org.alongside.people.PersonId;
import org.alongside.safeguarding.AtRisk;
import org.alongside.shared.Problems;
import org.alongside.shared.Typed;
import org.jspecify.annotations.Nullable;

/** A concern, as typed. */
record ConcernForm(@Nullable String once, @Nullable String about, @Nullable String person, @Nullable String words, @Nullable String urgent) {
    /** What was typed, understood. */
    record Read(AtRisk about, @Nullable PersonId person, String words, boolean urgent) {}

    static ConcernForm empty() {
        return new ConcernForm(UUID.randomUUID().toString(), null, null, null, null);
    }

    Optional<Read> read(Problems problems) {
        if (urgent == null || urgent.isBlank()) problems.add("urgent", "Say whether somebody is in danger now");
        AtRisk whom = Typed.oneNeeded(AtRisk.class, about, "about", "Choose whom it is about", problems);
        String what = Typed.wordsNeeded(words, "words", "Say what you saw or heard", problems);
        return whom == null || what == null || !problems.isEmpty() ? Optional.empty() : Optional.of(new Read(whom, person == null || person.isBlank() ? null : new PersonId(Typed.id(person)), what, "YES".equals(urgent)));
    }
}
