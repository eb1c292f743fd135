package org.alongside.directory.gazetteer;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.alongside.directory.Nation;
import org.alongside.directory.Place;
import org.alongside.directory.Places;
import org.jspecify.annotations.Nullable;

/**
 * Where one outward code lies, and what people call it.
 *
 * @param latitude degrees, to about a kilometre, and so is the longitude
 * @param town empty when it is called as its district; null, as the district, when nobody said
 */
public record Outcode(String code, double latitude, double longitude, @Nullable String town, @Nullable String district, Nation nation) {
    private static final Pattern DISTRICT = Pattern.compile("^(?:the )?(?:(?:city|county|isle) of |greater |county )?(.+?)(?: city| borough)?$");

    public Outcode {
        latitude = rough(latitude);
        longitude = rough(longitude);
    }

    private static double rough(double degrees) {
        // Zero has no sign here: what was read from a table equals what was read from a file.
        return Math.round(degrees * 100) / 100.0 + 0.0;
    }

    String letters() {
        return code.replaceAll("\\d.*", "");
    }

    Place place() {
        return new Place(code, district, Set.of(code), nation, latitude, longitude, false);
    }

    double kilometresTo(Outcode other) {
        return place().milesTo(other.place()) * 1.609344;
    }

    /** This one, called so. */
    Outcode named(@Nullable String town, @Nullable String district) {
        return new Outcode(code, latitude, longitude, town, district, nation);
    }

    /** This one, where that one lies. */
    Outcode at(Outcode other) {
        return new Outcode(code, other.latitude, other.longitude, town, district, nation);
    }

    private List<String> names() {
        return district == null ? List.of() : town == null || town.isEmpty() ? List.of(district) : List.of(town.split("/| and ", -1));
    }

    Set<String> foldedNames() {
        if (district == null) return Set.of();
        Set<String> names = new LinkedHashSet<>(List.of(Places.fold(district), plain(district)));
        names().forEach(name -> names.add(Places.fold(name)));
        return names;
    }

    String nameLike(String folded) {
        return names().stream().filter(name -> Places.fold(name).equals(folded)).findFirst().orElse(district == null ? code : district);
    }

    /** "City of Bristol" is Bristol; the City of London is not London. */
    private static String plain(String district) {
        String folded = Places.fold(district);
        if (district.equals("City of London")) return folded;
        Matcher match = DISTRICT.matcher(folded);
        return match.matches() ? match.group(1) : folded;
    }
}
