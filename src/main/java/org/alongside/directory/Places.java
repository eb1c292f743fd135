package org.alongside.directory;

import static java.util.stream.Collectors.averagingDouble;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Knows roughly where an outward code or a town is, from a table of our own: nobody else is ever told what a visitor typed.
 * Source of the table: see bin/make-places.
 */
@Component
public class Places {

    private static final Pattern POSTCODE =
            Pattern.compile("([A-Z]{1,2})(\\d[A-Z\\d]?)(?:\\d[A-Z]{2})?");
    private static final Pattern DISTRICT = Pattern.compile("^(?:the )?(?:(?:city|county|isle) of |greater |county )?(.+?)(?: city| borough)?$");

    private final Map<String, Row> rows = new TreeMap<>();
    private final Map<String, Set<Row>> named = new HashMap<>();

    public Places() {
        try (BufferedReader table = new BufferedReader(new InputStreamReader(
                Places.class.getResourceAsStream("/directory/places.csv"), StandardCharsets.UTF_8))) {
            table.lines().map(Row::read).forEach(this::learn);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void learn(Row row) {
        rows.put(row.outcode, row);
        row.foldedNames().forEach(name -> named.computeIfAbsent(name, n -> new LinkedHashSet<>()).add(row));
    }

    /** Every place that what was typed can mean: none when it is unknown, several when the person must be asked which. */
    public List<Place> find(@Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return List.of();
        }
        // Safety: of a full postcode only the first half is read; the rest is dropped here and goes nowhere.
        Matcher postcode = POSTCODE.matcher(typed.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", ""));
        if (postcode.matches()) {
            return byOutcode(postcode.group(1), postcode.group(1) + postcode.group(2));
        }
        return byName(fold(typed));
    }

    /** The place of one outward code, as services state it; null when there is no such code or area. */
    public @Nullable Place ofOutcode(@Nullable String outcode) {
        List<Place> found = find(outcode);
        return found.size() == 1 ? found.get(0) : null;
    }

    /** The first half of a postcode, whole or half; null when it is none. */
    public static @Nullable String outcode(String typed) {
        Matcher postcode = POSTCODE.matcher(typed.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", ""));
        return postcode.matches() ? postcode.group(1) + postcode.group(2) : null;
    }

    private List<Place> byOutcode(String letters, String outcode) {
        Row row = rows.get(outcode);
        if (row != null) {
            return List.of(new Place(outcode, row.district, Set.of(outcode), row.nation, row.latitude, row.longitude, false));
        }
        List<Row> area = rows.values().stream().filter(r -> r.letters().equals(letters)).toList();
        return area.isEmpty() ? List.of() : List.of(middle(letters, null, area, true));
    }

    private List<Place> byName(String name) {
        Map<String, List<Row>> byDistrict = named.getOrDefault(name, Set.of()).stream()
                .collect(groupingBy(row -> row.district, TreeMap::new, toList()));
        return byDistrict.values().stream()
                .map(called -> middle(called.get(0).nameLike(name), called.get(0).district, called, false))
                .toList();
    }

    private static Place middle(String name, @Nullable String district, Collection<Row> rows, boolean rough) {
        return new Place(
                name,
                district,
                rows.stream().map(row -> row.outcode).collect(toUnmodifiableSet()),
                rows.iterator().next().nation,
                rows.stream().collect(averagingDouble(row -> row.latitude)),
                rows.stream().collect(averagingDouble(row -> row.longitude)),
                rough);
    }

    /** Letters and digits only, without case or accents: "Ynys Môn" and "ynys mon" are one place. */
    static String fold(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        return plain.toLowerCase(Locale.ROOT).replaceAll("\\bst\\b\\.?", "saint").replaceAll("[^a-z0-9]+", " ").strip();
    }

    private record Row(
            String outcode, double latitude, double longitude, String town, String district, Nation nation) {

        static Row read(String line) {
            String[] cells = line.split(",", -1);
            Nation nation = switch (cells[5]) {
                case "W" -> Nation.WALES;
                case "S" -> Nation.SCOTLAND;
                case "N" -> Nation.NORTHERN_IRELAND;
                default -> Nation.ENGLAND;
            };
            return new Row(cells[0], Double.parseDouble(cells[1]), Double.parseDouble(cells[2]), cells[3], cells[4], nation);
        }

        String letters() {
            return outcode.replaceAll("\\d.*", "");
        }

        List<String> names() {
            return town.isEmpty() ? List.of(district) : List.of(town.split("/| and ", -1));
        }

        Set<String> foldedNames() {
            Set<String> names = new LinkedHashSet<>(List.of(fold(district), plainDistrict()));
            names().forEach(name -> names.add(fold(name)));
            return names;
        }

        String nameLike(String folded) {
            return names().stream().filter(name -> fold(name).equals(folded)).findFirst().orElse(district);
        }

        /** "City of Bristol" is Bristol; the City of London is not London. */
        private String plainDistrict() {
            if (district.equals("City of London")) {
                return fold(district);
            }
            Matcher match = DISTRICT.matcher(fold(district));
            return match.matches() ? match.group(1) : fold(district);
        }
    }
}
