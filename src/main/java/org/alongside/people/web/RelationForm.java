package org.alongside.people.web;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.alongside.people.About;
import org.alongside.people.Certainty;
import org.alongside.people.HarmRole;
import org.alongside.people.LivesWith;
import org.alongside.people.Relation;
import org.alongside.people.RelationKind;
import org.alongside.people.Relations.Around;
import org.alongside.shared.Problems;
import org.alongside.shared.TypedDate;
import org.jspecify.annotations.Nullable;

/** Somebody around a person, as typed. {@code same} is the id of somebody already recorded, or NEW; blank while nobody was asked. */
record RelationForm(@Nullable String kind, @Nullable String givenName, @Nullable String familyName, @Nullable TypedDate born, @Nullable String lives, @Nullable String role, @Nullable String certainty,
        @Nullable String why, @Nullable String notes, @Nullable String same, @Nullable Integer version) {
    static final RelationForm EMPTY = new RelationForm(null, null, null, null, null, null, null, null, null, null, 0);
    static final String NEW = "NEW";
    private static final int LINE = 100, TEXT = 2000;

    RelationForm {
        kind = text(kind);
        givenName = text(givenName);
        familyName = text(familyName);
        born = born == null ? TypedDate.NONE : born;
        lives = text(lives);
        role = text(role);
        certainty = text(certainty);
        why = text(why);
        notes = text(notes);
        same = text(same);
        version = version == null ? 0 : version;
    }

    static RelationForm of(Relation relation) {
        return new RelationForm(relation.kind().name(), "", "", null, relation.livesWith().name(), relation.judged().role().name(), relation.judged().certainty().name(), relation.judged().why(), relation.notes(), "", relation.version());
    }

    RelationForm seen(int version) {
        return new RelationForm(kind, givenName, familyName, born, lives, role, certainty, why, notes, same, version);
    }

    Optional<About> about(LocalDate today, Problems problems) {
        if (givenName.isBlank() && familyName.isBlank()) problems.add("givenName", "Enter a name of some kind, even one word");
        if (givenName.length() > LINE) problems.add("givenName", "Write no more than 100 characters");
        if (familyName.length() > LINE) problems.add("familyName", "Write no more than 100 characters");
        Optional<LocalDate> day = born.read("born", problems);
        day.filter(date -> date.isAfter(today) || date.isBefore(today.minusYears(120))).ifPresent(date -> problems.add("born", "Enter a birth date in the past"));
        return problems.isEmpty() ? Optional.of(About.named(givenName, familyName).bornOn(day.orElse(null))) : Optional.empty();
    }

    Optional<Around> around(Problems problems) {
        Optional<RelationKind> what = one(RelationKind.values(), kind);
        if (what.isEmpty()) problems.add("kind", "Choose who they are to the person");
        HarmRole seen = one(HarmRole.values(), role).orElse(HarmRole.NOT_SAID);
        Optional<Certainty> sure = one(Certainty.values(), certainty);
        boolean harm = seen == HarmRole.CAUSING_HARM || seen == HarmRole.HARMED;
        if (harm && sure.isEmpty()) problems.add("certainty", "Say how sure this is");
        if (harm && why.isBlank()) problems.add("why", "Write what this rests on, in a sentence");
        if (why.length() > TEXT) problems.add("why", "Write no more than 2,000 characters");
        if (notes.length() > TEXT) problems.add("notes", "Write no more than 2,000 characters");
        if (!problems.isEmpty()) return Optional.empty();
        return what.map(known -> new Around(known, one(LivesWith.values(), lives).orElse(LivesWith.NOT_SAID), seen, sure.orElse(Certainty.SAID), why.strip(), notes.strip()));
    }

    private static <E extends Enum<E>> Optional<E> one(E[] values, String name) {
        return Stream.of(values).filter(value -> value.name().equals(name)).findFirst();
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.replace("\u0000", "");
    }
}
