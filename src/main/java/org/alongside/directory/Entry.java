package org.alongside.directory;

import java.util.List;
import java.util.Set;
import java.util.UUID;
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
    public Entry {
        parts = List.copyOf(parts);
        ways = List.copyOf(ways);
        serves = Set.copyOf(serves);
        languages = languages.stream().distinct().sorted().toList();
        // Safety: a refuge is never a point on a map; what is not kept cannot be shown.
        offices = hasRefuge(parts) ? List.of() : offices.stream().distinct().sorted().toList();
    }

    static boolean hasRefuge(List<Part> parts) {
        return parts.stream().anyMatch(part -> part.kind() == Part.Kind.REFUGE);
    }
}
