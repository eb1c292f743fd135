package org.alongside.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The organisation that offers a service, as anyone may see it.
 *
 * @param identifiers as org-id.guide writes them: {@code GB-CHC-1234567}
 */
public record Offerer(UUID id, String name, @Nullable String website, @Nullable String description, List<String> identifiers, List<QualityMark> marks) {
    public Offerer {
        identifiers = List.copyOf(identifiers);
        marks = List.copyOf(marks);
    }

    /** The standards it is known to keep on this day. */
    public Stream<QualityMark> marksOn(LocalDate day) {
        return marks.stream().filter(mark -> mark.holdsOn(day));
    }

    public static Offerer named(UUID id, String name) {
        return new Offerer(id, name, null, null, List.of(), List.of());
    }
}
