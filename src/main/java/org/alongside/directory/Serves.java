package org.alongside.directory;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Where a service works: {@code UK}, a nation ({@code WALES}), the letters of a postcode area ({@code BD}), an outward code
 * ({@code BD1}), or a town or district by name ({@code Bradford}).
 */
public record Serves(Set<String> areas) {
    private static final String EVERYWHERE = "UK";
    public static final Serves UK = new Serves(Set.of(EVERYWHERE));

    public Serves {
        areas = Set.copyOf(areas);
    }

    public boolean includes(Place place) {
        Set<String> keys = keys(place);
        return areas.stream().map(Serves::key).anyMatch(keys::contains);
    }

    /** True when it serves a town or an area rather than a whole nation. */
    public boolean isLocal() {
        return areas.stream().noneMatch(Serves::isNational);
    }

    private static boolean isNational(String area) {
        return area.equals(EVERYWHERE) || Arrays.stream(Nation.values()).anyMatch(nation -> nation.name().equals(area));
    }

    /** An area as it is compared: codes and nations in capitals, names without case and accents. */
    static String key(String area) {
        return area.equals(area.toUpperCase(Locale.ROOT)) ? area : Places.fold(area);
    }

    /** Every area, as it is compared, that includes this place. */
    static Set<String> keys(Place place) {
        Set<String> keys = new HashSet<>(Set.of(EVERYWHERE, place.nation().name(), Places.fold(place.name())));
        if (place.district() != null) keys.add(Places.fold(place.district()));
        place.outcodes().forEach(code -> {
            keys.add(code);
            keys.add(code.replaceAll("\\d.*", ""));
        });
        return keys;
    }
}
