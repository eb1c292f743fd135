package org.alongside.letters.web;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.alongside.disclosure.Because;
import org.alongside.disclosure.Field;
import org.alongside.letters.Letters.NewLetter;
import org.alongside.letters.Told;
import org.alongside.shared.Problems;
import org.alongside.shared.Typed;
import org.jspecify.annotations.Nullable;

/** A letter to be begun, as typed. */
record LetterForm(@Nullable String once, @Nullable String template, @Nullable String toName, @Nullable String toLines, @Nullable List<String> agreed, @Nullable String basis, @Nullable String necessity, @Nullable String told,
        @Nullable String whyNot) {
    LetterForm {
        agreed = agreed == null ? List.of() : agreed;
    }

    static LetterForm empty() {
        return new LetterForm(UUID.randomUUID().toString(), null, null, null, List.of(Told.NAME.name(), Told.SERVICE.name()), null, null, null, null);
    }

    Optional<NewLetter> read(Problems problems) {
        String chosen = Typed.wordsNeeded(template, "template", "Choose to whom", problems);
        String name = Typed.wordsNeeded(toName, "toName", "Say to whom by name, or “The duty officer”", problems);
        if (name != null && name.length() > 200) problems.add("toName", "Write no more than 200 characters");
        String lines = Typed.words(toLines, "toLines", problems);
        Set<Field> fields = Typed.any(Told.class, agreed).stream().map(Told::field).collect(Collectors.toCollection(() -> EnumSet.noneOf(Field.class)));
        if (fields.isEmpty()) problems.add("agreed", "Choose what may be told");
        Because because = Because.read(basis, necessity, told, whyNot, problems).orElse(null);
        return chosen == null || name == null || because == null || !problems.isEmpty() ? Optional.empty() : Optional.of(new NewLetter(Typed.id(once), chosen, name, lines == null ? "" : lines, fields, because));
    }
}
