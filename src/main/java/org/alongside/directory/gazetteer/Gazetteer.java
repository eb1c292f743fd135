package org.alongside.directory.gazetteer;

import static java.util.stream.Collectors.averagingDouble;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.alongside.directory.Nation;
import org.alongside.directory.Place;
import org.jspecify.annotations.Nullable;

/** One version of the table of outward codes. It never changes; another takes its place. */
public final class Gazetteer {
    private static final Gazetteer SHIPPED = new Gazetteer(read());
    private final SortedMap<String, Outcode> outcodes = new TreeMap<>();
    private final Map<String, Set<Outcode>> named = new HashMap<>();

    private Gazetteer(Collection<Outcode> all) {
        for (Outcode one : all) {
            outcodes.put(one.code(), one);
            one.foldedNames().forEach(name -> named.computeIfAbsent(name, any -> new LinkedHashSet<>()).add(one));
        }
    }

    /** The table that comes with the software. Source: see bin/make-places. */
    public static Gazetteer shipped() {
        return SHIPPED;
    }

    /** The shipped table with these laid over it; where they have no names, its own names stay. */
    public static Gazetteer shippedUnder(Collection<Outcode> loaded) {
        SortedMap<String, Outcode> all = new TreeMap<>(SHIPPED.outcodes);
        for (Outcode one : loaded) {
            Outcode known = all.get(one.code());
            all.put(one.code(), one.district() == null && known != null ? one.named(known.town(), known.district()) : one);
        }
        return new Gazetteer(all.values());
    }

    SortedMap<String, Outcode> outcodes() {
        return Collections.unmodifiableSortedMap(outcodes);
    }

    public List<Place> byOutcode(String letters, String code) {
        Outcode known = outcodes.get(code);
        if (known != null) return List.of(known.place());
        List<Outcode> area = area(letters);
        return area.isEmpty() ? List.of() : List.of(middle(letters, null, area, true));
    }

    /** @param name folded */
    public List<Place> byName(String name) {
        Map<String, List<Outcode>> byDistrict = named.getOrDefault(name, Set.of()).stream().collect(groupingBy(one -> Objects.requireNonNull(one.district()), TreeMap::new, toList()));
        return byDistrict.values().stream().map(called -> middle(called.get(0).nameLike(name), called.get(0).district(), called, false)).toList();
    }

    /** The nation an outward code lies in, by itself or by its area. */
    Optional<Nation> nation(String letters, String code) {
        Outcode known = outcodes.get(code);
        return known != null ? Optional.of(known.nation()) : area(letters).stream().map(Outcode::nation).findFirst();
    }

    private List<Outcode> area(String letters) {
        return outcodes.tailMap(letters).values().stream().takeWhile(one -> one.code().startsWith(letters)).filter(one -> one.letters().equals(letters)).toList();
    }

    private static Place middle(String name, @Nullable String district, Collection<Outcode> all, boolean rough) {
        return new Place(name, district, all.stream().map(Outcode::code).collect(toUnmodifiableSet()), all.iterator().next().nation(),
                all.stream().collect(averagingDouble(Outcode::latitude)), all.stream().collect(averagingDouble(Outcode::longitude)), rough);
    }

    private static List<Outcode> read() {
        try (BufferedReader table = new BufferedReader(new InputStreamReader(Objects.requireNonNull(Gazetteer.class.getResourceAsStream("/directory/places.csv")), StandardCharsets.UTF_8))) {
            return table.lines().map(Gazetteer::read).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Outcode read(String line) {
        String[] cells = line.split(",", -1);
        Nation nation = switch (cells[5]) {
            case "W" -> Nation.WALES;
            case "S" -> Nation.SCOTLAND;
            case "N" -> Nation.NORTHERN_IRELAND;
            default -> Nation.ENGLAND;
        };
        return new Outcode(cells[0], Double.parseDouble(cells[1]), Double.parseDouble(cells[2]), cells[3], cells[4], nation);
    }
}
