package org.alongside.shared;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A number of people as it may be shown: none, too few to be shown, or to the nearest five.
 * Source: disclosure control of the Hospital Episode Statistics (NHS England): small numbers hidden, all others to the nearest five, so that one table taken from another gives nobody away.
 *
 * @param about none, or five and more in steps of five; below none: not shown
 */
public record Protected(int about) {
    public static final int SHOWN_FROM = SmallNumbers.SHOWN_FROM;
    public static final Protected NONE = new Protected(0), NOT_SHOWN = new Protected(-1);

    public static Protected of(int people) {
        return people == 0 ? NONE : people < SHOWN_FROM ? NOT_SHOWN : new Protected(Math.round(people / 5f) * 5);
    }

    /** A whole whose parts may stand near it: to the nearest ten. Safety: to the nearest five, a whole and its parts together can give a hidden part away. */
    public static Protected whole(int people) {
        return people < SHOWN_FROM ? of(people) : new Protected(Math.max(1, Math.round(people / 10f)) * 10);
    }

    /** The parts of one whole, in their order: never one of them hidden alone, and none shown where all people are in the same part. */
    public static List<Protected> parts(List<Integer> people) {
        List<Protected> parts = new ArrayList<>(people.stream().map(Protected::of).toList());
        List<Integer> there = IntStream.range(0, people.size()).filter(part -> people.get(part) > 0).boxed().toList();
        // Safety: where everybody gave the same answer, the number would say what each of them said.
        if (there.size() == 1) return people.stream().map(any -> NOT_SHOWN).toList();
        if (there.stream().filter(part -> !parts.get(part).isShown()).count() == 1) {
            // Safety: one hidden part alone is the whole less the others, so the smallest of the others is hidden with it.
            there.stream().filter(part -> parts.get(part).isShown()).min((one, other) -> Integer.compare(people.get(one), people.get(other))).ifPresent(smallest -> parts.set(smallest, NOT_SHOWN));
        }
        return List.copyOf(parts);
    }

    /** The same, with what each part is called. */
    public static Map<String, Protected> parts(List<String> names, List<Integer> people) {
        List<Protected> parts = parts(people);
        Map<String, Protected> named = new LinkedHashMap<>();
        for (int part = 0; part < names.size(); part++) named.put(names.get(part), parts.get(part));
        return named;
    }

    public boolean isShown() {
        return about >= 0;
    }

    /** In words. Safety: what is hidden never looks like none. */
    public String words() {
        return about < 0 ? "not shown" : about == 0 ? "none" : "about " + about;
    }
}
