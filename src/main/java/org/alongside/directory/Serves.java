package org.alongside.directory;

import java.util.Locale;
import java.util.Set;

/**
 * Where a service works: {@code UK}, a nation ({@code WALES}), the letters of a postcode area ({@code BD}), an outward code
 * ({@code BD1}), or a town or district by name ({@code Bradford}).
 */
public record Serves(Set<String> areas) {

    public static final Serves UK = new Serves(Set.of("UK"));

    public Serves {
        areas = Set.copyOf(areas);
    }

    public boolean includes(Place place) {
        return areas.stream().anyMatch(area -> isIn(place, area));
    }

    /** True when it serves a town or an area rather than a whole nation. */
    public boolean isLocal() {
        return areas.stream().noneMatch(Serves::isNational);
    }

    private static boolean isNational(String area) {
        return area.equals("UK") || isNation(area);
    }

    private static boolean isNation(String area) {
        for (Nation nation : Nation.values()) {
            if (nation.name().equals(area)) return true;
        }
        return false;
    }

    private static boolean isIn(Place place, String area) {
        if (area.equals("UK")) return true;
        if (isNation(area)) return place.nation().name().equals(area);
        if (area.equals(area.toUpperCase(Locale.ROOT))) {
            return place.outcodes().stream().anyMatch(code -> code.equals(area) || code.replaceAll("\\d.*", "").equals(area));
        }
        String name = Places.fold(area);
        return name.equals(Places.fold(place.name())) || (place.district() != null && name.equals(Places.fold(place.district())));
    }
}
