package org.alongside.people.web;

import java.time.LocalDate;
import java.util.Optional;
import org.alongside.people.About;
import org.alongside.shared.Problems;
import org.alongside.shared.TypedDate;
import org.jspecify.annotations.Nullable;

record AboutForm(@Nullable String givenName, @Nullable String familyName, @Nullable String knownAs, @Nullable TypedDate born, @Nullable String pronouns, @Nullable String gender,
        @Nullable String languages, @Nullable String interpreter, @Nullable String accessNeeds, @Nullable String notes, int version) {
    private static final int LINE = 100;
    private static final int TEXT = 4000;

    AboutForm {
        givenName = text(givenName);
        familyName = text(familyName);
        knownAs = text(knownAs);
        born = born == null ? TypedDate.NONE : born;
        pronouns = text(pronouns);
        gender = text(gender);
        languages = text(languages);
        interpreter = text(interpreter);
        accessNeeds = text(accessNeeds);
        notes = text(notes);
    }

    static AboutForm of(About about, int version) {
        return new AboutForm(about.givenName(), about.familyName(), about.knownAs(), TypedDate.of(about.bornOn()), about.pronouns(), about.gender(), about.languages(),
                about.interpreterNeeded() ? "yes" : "", about.accessNeeds(), about.notes(), version);
    }

    AboutForm seen(int version) {
        return new AboutForm(givenName, familyName, knownAs, born, pronouns, gender, languages, interpreter, accessNeeds, notes, version);
    }

    Optional<About> read(LocalDate today, Problems problems) {
        if (givenName.isBlank() && familyName.isBlank() && knownAs.isBlank()) problems.add("givenName", "Enter a name of some kind, even one word");
        brief("givenName", givenName, problems);
        brief("familyName", familyName, problems);
        brief("knownAs", knownAs, problems);
        Optional<LocalDate> day = born.read("born", problems);
        day.filter(date -> date.isAfter(today) || date.isBefore(today.minusYears(120))).ifPresent(date -> problems.add("born", "Enter a birth date in the past"));
        brief("pronouns", pronouns, problems);
        brief("gender", gender, problems);
        brief("languages", languages, problems);
        if (accessNeeds.length() > TEXT) problems.add("accessNeeds", "Write no more than 4,000 characters");
        if (notes.length() > TEXT) problems.add("notes", "Write no more than 4,000 characters");
        if (!problems.isEmpty()) return Optional.empty();
        return Optional.of(new About(givenName, familyName, knownAs, day.orElse(null), pronouns.strip(), gender.strip(), languages.strip(), interpreter.equals("yes"), accessNeeds.strip(), notes.strip()));
    }

    private static void brief(String field, String text, Problems problems) {
        if (text.length() > LINE) problems.add(field, "Write no more than 100 characters");
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.replace("\u0000", "");
    }
}
