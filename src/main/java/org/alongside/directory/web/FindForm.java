package org.alongside.directory.web;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.alongside.directory.Audience;
import org.alongside.directory.Need;
import org.alongside.directory.Place;
import org.alongside.directory.Places;
import org.alongside.directory.Seeker;
import org.alongside.shared.Problems;
import org.jspecify.annotations.Nullable;

/** What somebody typed and chose in search of help, exactly as they did. It lives in a sealed cookie of theirs and nowhere else. */
record FindForm(
        @Nullable String words,
        @Nullable String why,
        @Nullable String gender,
        @Nullable List<String> also,
        @Nullable List<String> need,
        @Nullable String where,
        @Nullable String which,
        @Nullable String within,
        @Nullable String language,
        @Nullable String self,
        @Nullable String open) {

    /** How far somebody may say they can go, in miles. */
    static final List<Integer> DISTANCES = List.of(5, 10, 20, 50);
    private static final int LONGEST_PLACE = 60, LONGEST_WORDS = 120;
    private static final int MOST_CHOICES = 12;
    static final FindForm EMPTY = new FindForm(null, null, null, null, null, null, null, null, null, null, null);

    FindForm {
        words = cut(words, LONGEST_WORDS);
        why = known(why);
        gender = known(gender);
        also = few(also);
        need = few(need);
        where = cut(where, LONGEST_PLACE);
        which = cut(which, LONGEST_PLACE);
        within = DISTANCES.stream().map(String::valueOf).filter(String.valueOf(within)::equals).findFirst().orElse(null);
        language = language != null && language.matches("[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}") ? language : null;
        self = "yes".equals(self) ? "yes" : null;
        open = "yes".equals(open) ? "yes" : null;
    }

    Seeker read(Places places, Problems problems) {
        return new Seeker(audiences(), needs(), words, place(places, problems), within == null ? null : Integer.valueOf(within), language, self != null, open != null);
    }

    /** The places that the typed name can mean, when there are several and none was picked yet. */
    List<Place> choices(Places places) {
        List<Place> found = places.find(where);
        return found.size() > 1 ? found : List.of();
    }

    FindForm without(String filter) {
        return switch (filter) {
            case "words" -> new FindForm(null, why, gender, also, need, where, which, within, language, self, open);
            case "need" -> new FindForm(words, why, gender, also, null, where, which, within, language, self, open);
            case "where" -> new FindForm(words, why, gender, also, need, null, null, null, language, self, open);
            case "language" -> new FindForm(words, why, gender, also, need, where, which, within, null, self, open);
            case "self" -> new FindForm(words, why, gender, also, need, where, which, within, language, null, open);
            case "open" -> new FindForm(words, why, gender, also, need, where, which, within, language, self, null);
            default -> this;
        };
    }

    Set<Audience> audiences() {
        Set<Audience> audiences = EnumSet.noneOf(Audience.class);
        List<String> named = new ArrayList<>(also);
        if (why != null) named.add(why);
        if (gender != null) named.add(gender);
        for (Audience audience : Audience.values()) {
            if (named.contains(audience.name())) audiences.add(audience);
        }
        return audiences;
    }

    Set<Need> needs() {
        Set<Need> needs = EnumSet.noneOf(Need.class);
        for (Need each : Need.values()) {
            if (need.contains(each.name())) needs.add(each);
        }
        return needs;
    }

    private @Nullable Place place(Places places, Problems problems) {
        if (where == null) return null;
        List<Place> found = places.find(where);
        if (found.isEmpty()) {
            problems.add("where", "directory.find.where-unknown");
            return null;
        }
        if (found.size() == 1) return found.get(0);
        return found.stream().filter(place -> place.label().equals(which)).findFirst().orElseGet(() -> {
            problems.add("which", "directory.find.which-place", where);
            return null;
        });
    }

    private static @Nullable String known(@Nullable String name) {
        for (Audience audience : Audience.values()) {
            if (audience.name().equals(name)) return name;
        }
        return null;
    }

    private static List<String> few(@Nullable List<String> names) {
        return names == null ? List.of() : names.stream().filter(name -> name.length() < 20).limit(MOST_CHOICES).toList();
    }

    private static @Nullable String cut(@Nullable String text, int most) {
        if (text == null || text.isBlank()) return null;
        String typed = text.strip();
        return typed.substring(0, typed.offsetByCodePoints(0, Math.min(most, typed.codePointCount(0, typed.length()))));
    }
}
