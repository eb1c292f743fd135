package org.alongside.directory.gazetteer;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.alongside.directory.gazetteer.PlacesFile.Kind;

/** Where in a line of a table stands what is needed of it; -1 where it does not stand. {@code north} and {@code east} are degrees or metres, as the kind of table has them. */
record Columns(Kind kind, boolean headed, int postcode, int north, int east, int ended, int nation, int quality, int town, int district) {
    private static final Pattern UNIT = Pattern.compile("[A-Z]{1,2}[0-9][A-Z0-9]? *[0-9][A-Z]{2}"), NATION = Pattern.compile("ctry(\\d\\dcd)?"), METRES = Pattern.compile("\\d{1,7}"), COUNTRY = Pattern.compile("[EWS]92\\d{6}");

    /** @param first the first line of the table @return empty when it is none of the three kinds */
    static Optional<Columns> of(List<String> first) {
        List<String> headings = first.stream().map(cell -> cell.replace("\uFEFF", "").strip().toLowerCase(Locale.ROOT)).toList();
        int latitude = at(headings, "lat", "latitude"), longitude = at(headings, "long", "longitude", "lng", "lon"), unit = at(headings, "pcds", "pcd", "pcd7", "pcd8", "pcd2"), plain = at(headings, "outcode", "postcode", "outward");
        if (latitude >= 0 && longitude >= 0 && unit >= 0) {
            int nation = headings.stream().filter(heading -> NATION.matcher(heading).matches()).map(headings::indexOf).findFirst().orElse(-1);
            return Optional.of(new Columns(Kind.POSTCODE_DIRECTORY, true, unit, latitude, longitude, at(headings, "doterm"), nation, at(headings, "osgrdind", "gridind"), -1, -1));
        }
        if (latitude >= 0 && longitude >= 0 && plain >= 0) {
            // What others call a region may be anything; in a table that has both, it is the district.
            boolean namesDistricts = at(headings, "uk_region") >= 0;
            return Optional.of(new Columns(Kind.OUTCODES, true, plain, latitude, longitude, -1, at(headings, "country"), -1, namesDistricts ? at(headings, "town") : -1, namesDistricts ? at(headings, "region") : -1));
        }
        int north = at(headings, "northings", "northing"), east = at(headings, "eastings", "easting");
        if (plain >= 0 && north >= 0 && east >= 0) return Optional.of(new Columns(Kind.CODE_POINT, true, plain, north, east, -1, at(headings, "country_code"), at(headings, "positional_quality_indicator"), -1, -1));
        // Ordnance Survey's tables have no headings.
        boolean bare = first.size() >= 10 && UNIT.matcher(headings.get(0).toUpperCase(Locale.ROOT)).matches() && METRES.matcher(headings.get(2)).matches() && METRES.matcher(headings.get(3)).matches() && COUNTRY.matcher(headings.get(4).toUpperCase(Locale.ROOT)).matches();
        return bare ? Optional.of(new Columns(Kind.CODE_POINT, false, 0, 3, 2, -1, 4, 1, -1, -1)) : Optional.empty();
    }

    private static int at(List<String> headings, String... names) {
        for (String name : names) if (headings.contains(name)) return headings.indexOf(name);
        return -1;
    }
}
