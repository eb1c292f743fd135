package org.alongside.directory.exchange;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import org.alongside.directory.Contact.Way;
import org.alongside.directory.Entry;
import org.alongside.directory.WayIn;
import org.alongside.shared.Phone;
import org.jspecify.annotations.Nullable;

/** Who may be who: services here by what tells them apart, and why we think that one is another. */
final class Doubles {
    static final int SAME = 75, PERHAPS = 45;
    private final Map<UUID, Known> services = new HashMap<>();
    private final Map<String, Set<UUID>> byKey = new HashMap<>();

    /** @param feed where it came from, {@code externalId} its id there */
    record Known(UUID id, String name, String offerer, @Nullable String feed, @Nullable String externalId, Set<String> keys) {}

    /** @param score from {@link #SAME} on it is taken for the same */
    record Double(Known known, int score, List<String> reasons) {}

    void add(Known known) {
        Known before = services.put(known.id, known);
        if (before != null) before.keys.forEach(key -> byKey.getOrDefault(key, Set.of()).remove(known.id));
        known.keys.forEach(key -> byKey.computeIfAbsent(key, any -> new HashSet<>()).add(known.id));
    }

    Collection<Known> all() {
        return services.values();
    }

    /** What a service is compared by. Of a refuge there is no first half of a postcode, so there is no such key. */
    static Set<String> keys(Entry entry, String offerer) {
        Set<String> keys = new TreeSet<>();
        String name = PlainText.fold(entry.name());
        keys.add("n:" + name + "|" + PlainText.fold(offerer));
        entry.offices().forEach(office -> keys.add("o:" + name + "|" + office));
        for (WayIn way : entry.ways()) {
            if (way.way() == Way.PHONE || way.way() == Way.TEXT) Phone.read(way.value()).ifPresent(phone -> keys.add("p:" + phone.number()));
            if (way.way() == Way.WEBSITE) web(way.value()).ifPresent(keys::add);
        }
        return keys;
    }

    private static java.util.Optional<String> web(String address) {
        try {
            URI at = new URI(address);
            String path = Objects.requireNonNullElse(at.getPath(), "").replaceAll("/+$", ""), host = String.valueOf(at.getHost()).toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "");
            return java.util.Optional.of((path.isEmpty() && at.getQuery() == null ? "r:" + host : "w:" + host + path + (at.getQuery() == null ? "" : "?" + at.getQuery())));
        } catch (java.net.URISyntaxException odd) {
            return java.util.Optional.empty();
        }
    }

    /**
     * The services this may be, the likeliest first.
     *
     * @param alone whether no other record of the source has this key
     * @param there whether the source still has a record of this id
     */
    List<Double> of(Entry entry, String offerer, String feed, Predicate<String> alone, Predicate<String> there) {
        Set<String> keys = keys(entry, offerer);
        Set<UUID> candidates = new LinkedHashSet<>();
        keys.forEach(key -> candidates.addAll(byKey.getOrDefault(key, Set.of())));
        List<Double> found = new ArrayList<>();
        for (UUID id : candidates) {
            Known known = services.get(id);
            Double one = score(entry, offerer, keys, known, alone);
            // Whoever publishes a feed knows its services apart: there only the same name of the same organisation is a double.
            boolean sameFeed = feed.equals(known.feed) && known.externalId != null && there.test(known.externalId);
            if (sameFeed && !known.keys.contains("n:" + PlainText.fold(entry.name()) + "|" + PlainText.fold(offerer))) continue;
            if (one.score >= PERHAPS) found.add(one);
        }
        found.sort((one, other) -> other.score != one.score ? Integer.compare(other.score, one.score) : one.known.id.compareTo(other.known.id));
        return found;
    }

    private Double score(Entry entry, String offerer, Set<String> keys, Known known, Predicate<String> alone) {
        int score = 0;
        List<String> reasons = new ArrayList<>();
        for (String key : keys) {
            if (!known.keys.contains(key)) continue;
            boolean only = byKey.get(key).size() == 1 && alone.test(key);
            switch (key.charAt(0)) {
                case 'n' -> {
                    score += 100;
                    reasons.add("the same name and organisation");
                }
                case 'o' -> {
                    score += 90;
                    if (!reasons.contains("the same name and the same part of a town")) reasons.add("the same name and the same part of a town");
                }
                case 'p' -> {
                    score += only ? 80 : 50;
                    reasons.add("the same telephone number" + (only ? ", that no other service has" : ""));
                }
                case 'w' -> {
                    score += only ? 80 : 40;
                    reasons.add("the same web address" + (only ? ", that no other service has" : ""));
                }
                default -> {
                    score += 15;
                    reasons.add("the same web site");
                }
            }
        }
        String name = PlainText.fold(entry.name()), other = PlainText.fold(known.name);
        if (!reasons.contains("the same name and organisation") && alike(name, other)) {
            score += 30;
            reasons.add(name.equals(other) ? "the same name" : "nearly the same name");
        }
        if (!reasons.contains("the same name and organisation") && PlainText.fold(offerer).equals(PlainText.fold(known.offerer))) {
            score += 15;
            reasons.add("the same organisation");
        }
        return new Double(known, score, reasons);
    }

    private static boolean alike(String one, String other) {
        if (one.equals(other)) return true;
        Set<String> first = new HashSet<>(Arrays.asList(one.split(" "))), second = new HashSet<>(Arrays.asList(other.split(" "))), both = new HashSet<>(first);
        both.retainAll(second);
        first.addAll(second);
        return !first.isEmpty() && both.size() * 10 >= first.size() * 6;
    }
}
