package org.alongside.programme;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whether what is known is harm to different partners, to the same partner again, both or neither. It is no score and adds up to nothing. Source: the terms of the Drive project, kept apart.
 *
 * @param partners to how many different partners harm is known
 * @param after for each partner who was harmed again: the harm before it
 */
record SerialOrRepeat(int partners, Map<UUID, Span> after) {
    static final int VERSION = 1;
    static final String RULE = "Serial is harm to two or more different partners. Repeat is harm to the same partner again, on a later day: two entries that may be the same day, or have no day, are one. Both can hold.";

    /** A day, or a month, from its first day to its last. */
    record Span(LocalDate from, LocalDate to) {
        static Span day(LocalDate day) {
            return new Span(day, day);
        }

        static Span month(LocalDate within) {
            return new Span(within.withDayOfMonth(1), within.withDayOfMonth(within.lengthOfMonth()));
        }
    }

    /** @param on null when nobody knows when */
    record Harm(UUID partner, @Nullable Span on) {}

    static SerialOrRepeat of(Collection<Harm> known) {
        Map<UUID, List<Harm>> byPartner = known.stream().collect(Collectors.groupingBy(Harm::partner));
        return new SerialOrRepeat(byPartner.size(), byPartner.entrySet().stream().map(entry -> Map.entry(entry.getKey(), before(entry.getValue()))).filter(entry -> entry.getValue().isPresent())
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().orElseThrow())));
    }

    private static Optional<Span> before(List<Harm> harms) {
        List<Span> dated = harms.stream().map(Harm::on).filter(Objects::nonNull).toList();
        Optional<Span> first = dated.stream().min(Comparator.comparing(Span::to).thenComparing(Span::from));
        return first.filter(one -> dated.stream().anyMatch(other -> other.from().isAfter(one.to())));
    }

    boolean isSerial() {
        return partners >= 2;
    }

    boolean isRepeat() {
        return !after.isEmpty();
    }
}
