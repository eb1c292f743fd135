package org.alongside.directory;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A service as whoever keeps it writes it: everything that is theirs to say, and nothing that is worked out. Drafts, editions and exports hold it whole.
 *
 * @param offeredBy the id of the organisation's entry
 * @param serves see {@link Serves}
 * @param offices outward codes of public offices; none when it has a refuge
 * @param languages by BCP 47
 * @param source the address of the page where these facts were found, or who said so
 */
public record Entry(UUID id, UUID offeredBy, String name, String summary, List<Part> parts, List<WayIn> ways, Set<String> serves, List<String> offices, List<String> languages, Welcome referSelf, Conditions conditions, String source) {
    /** A whole postcode, degrees as maps write them, a reference of the grid, or three words of what3words. */
    private static final Pattern PLACES = Pattern.compile("(?i)\\b[a-z]{1,2}\\d[a-z\\d]?\\s{0,3}\\d[a-z]{2}\\b|-?\\b\\d{1,2}\\.\\d{3,}°?(?:\\s*[NS])?[\\s,;/]+-?\\d{1,3}\\.\\d{3,}|\\b[hjnost][a-z]\\s?\\d{3,5}\\s?\\d{3,5}\\b|///?[a-z]+\\.[a-z]+\\.[a-z]+");

    public Entry {
        parts = List.copyOf(parts);
        ways = List.copyOf(ways);
        serves = Set.copyOf(serves);
        languages = languages.stream().distinct().sorted().toList();
        // Safety: a refuge is never a point on a map; what is not kept cannot be shown. Nor may somebody who meant well write it into the words.
        if (hasRefuge(parts)) {
            offices = List.of();
            name = withoutPlace(name);
            summary = withoutPlace(summary);
            source = withoutPlace(source);
            conditions = conditions.map(Entry::withoutPlace);
            ways = ways.stream().map(way -> way.label() == null ? way : new WayIn(way.way(), way.value(), withoutPlace(way.label()), way.free(), way.hours(), way.hoursOf())).toList();
        } else offices = offices.stream().distinct().sorted().toList();
    }

    private static String withoutPlace(String words) {
        return PLACES.matcher(words).replaceAll("…");
    }

    static boolean hasRefuge(List<Part> parts) {
        return parts.stream().anyMatch(part -> part.kind() == Part.Kind.REFUGE);
    }
}
