package org.alongside.people.web;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.alongside.people.Sounds;
import org.alongside.shared.Names;
import org.alongside.shared.Phone;
import org.alongside.shared.Problems;
import org.alongside.shared.TypedDate;
import org.jspecify.annotations.Nullable;

/**
 * @param after the last person of the page before, when asking for more
 * @param sounding "yes" when that person was among those who only sound like it
 */
record SearchForm(@Nullable String given, @Nullable String family, @Nullable String phone, @Nullable TypedDate born, @Nullable String after, @Nullable String sounding) {
    static final SearchForm EMPTY = new SearchForm("", "", "", TypedDate.NONE, "", "");

    SearchForm {
        given = given == null ? "" : given.strip();
        family = family == null ? "" : family.strip();
        phone = phone == null ? "" : phone.strip();
        born = born == null ? TypedDate.NONE : born;
    }

    /** The sounds are empty where there is no name, or one that is written in another script. */
    record Asked(@Nullable String givenKey, @Nullable String familyKey, Set<String> givenSounds, Set<String> familySounds, @Nullable Phone phone, @Nullable LocalDate bornOn) {
        boolean hasSounds() {
            return !givenSounds.isEmpty() && !familySounds.isEmpty();
        }
    }

    /** The last person of the page before; null on the first page. */
    @Nullable UUID last() {
        return id(after);
    }

    /** Whether the page before ended among those who only sound like it. */
    boolean goesOnSounding() {
        return "yes".equals(sounding) && last() != null;
    }

    private static @Nullable UUID id(@Nullable String typed) {
        try {
            return typed == null || typed.isEmpty() ? null : UUID.fromString(typed);
        } catch (IllegalArgumentException odd) {
            return null;
        }
    }

    Optional<Asked> read(Problems problems) {
        Optional<Phone> number = phone.isEmpty() ? Optional.empty() : Phone.read(phone);
        if (!phone.isEmpty() && number.isEmpty()) problems.add("phone", "Enter a whole telephone number, like 01632 960001");
        Optional<LocalDate> day = born.read("born", problems);
        if (given.isEmpty() != family.isEmpty()) problems.add(given.isEmpty() ? "given" : "family", "Enter both names, or neither");
        if (problems.isEmpty() && family.isEmpty() && number.isEmpty() && day.isEmpty()) problems.add("given", "Enter both names, a telephone number or a birth date");
        if (!problems.isEmpty()) return Optional.empty();
        return Optional.of(new Asked(given.isEmpty() ? null : Names.key(given), family.isEmpty() ? null : Names.key(family), Sounds.ofGiven(given), Sounds.of(family), number.orElse(null), day.orElse(null)));
    }
}
