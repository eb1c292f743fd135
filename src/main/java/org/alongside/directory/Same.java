package org.alongside.directory;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Keeps of equal things one, for as long as many services are read: thousands keep the same few hours, serve the same towns and welcome the same people. */
final class Same {
    private final Map<Object, Object> known = new HashMap<>();
    private final Map<Hours, OpeningHours> hours = new HashMap<>();
    private final Map<String, @Nullable Place> places = new HashMap<>();

    private record Hours(@Nullable String written, Set<Nation> of) {}

    @SuppressWarnings("unchecked")
    <T> T of(T one) {
        return (T) known.computeIfAbsent(one, any -> one);
    }

    OpeningHours hours(WayIn way) {
        return hours.computeIfAbsent(new Hours(way.hours(), way.hoursOf()), any -> OpeningHours.read(way.hours(), way.hoursOf(), null));
    }

    @Nullable Place place(String outcode, Function<String, @Nullable Place> find) {
        return places.computeIfAbsent(outcode, find);
    }
}
