package org.alongside.directory.exchange;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.alongside.directory.Nation;
import org.alongside.directory.Places;
import org.springframework.stereotype.Component;

/** The areas that others name, as the directory names them. */
@Component
class Areas {
    private static final Set<String> NATIONS = Set.of("ENGLAND", "WALES", "SCOTLAND", "NORTHERN IRELAND");
    private final Places places;

    Areas(Places places) {
        this.places = places;
    }

    /** Empty when there is none of this name. */
    Optional<String> find(String typed) {
        String words = typed.strip();
        String big = words.toUpperCase(Locale.ROOT).replace('_', ' ');
        if (big.matches("UK|GB|UNITED KINGDOM|THE UNITED KINGDOM|GREAT BRITAIN|UK[- ]?WIDE|NATIONAL|NATIONWIDE")) return Optional.of("UK");
        if (NATIONS.contains(big)) return Optional.of(big.replace(' ', '_'));
        if (words.matches("[A-Z]{1,2}") && places.ofOutcode(words + "1") != null) return Optional.of(words);
        String half = Places.outcode(words);
        if (half != null) return places.ofOutcode(half) == null ? Optional.empty() : Optional.of(half);
        return places.find(words).isEmpty() ? Optional.empty() : Optional.of(words);
    }

    /** The first half of a postcode there is; of what is none nothing. */
    Optional<String> outcode(String typed) {
        String half = typed.isBlank() ? null : Places.outcode(typed);
        return half == null || !half.matches("[A-Z]{1,2}[0-9][A-Z0-9]?") || places.ofOutcode(half) == null ? Optional.empty() : Optional.of(half);
    }

    /** The nation whose bank holidays somebody keeps who works in these areas, where they lie in one alone. */
    Set<Nation> nations(Set<String> serves) {
        Set<Nation> nations = EnumSet.noneOf(Nation.class);
        for (String area : serves) {
            if (area.equals("UK")) return Set.of();
            Stream.of(Nation.values()).filter(nation -> nation.name().equals(area)).forEach(nations::add);
            places.find(area).forEach(place -> nations.add(place.nation()));
        }
        return nations.size() == 1 ? nations : Set.of();
    }
}
