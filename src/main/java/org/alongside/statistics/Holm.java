package org.alongside.statistics;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Several questions are several chances to be wrong. Source: S. Holm, Scandinavian Journal of Statistics 6 (1979), page 65. */
public final class Holm {
    private Holm() {
    }

    /** The p of each, raised so that all together stay below one wrong in twenty; in the order they came. Only of what was tested. */
    public static List<Double> adjusted(List<Double> p) {
        Double[] adjusted = new Double[p.size()];
        List<Integer> smallestFirst = IntStream.range(0, p.size()).boxed().sorted(Comparator.comparing(p::get)).toList();
        double most = 0;
        for (int place = 0; place < p.size(); place++) {
            double one = p.get(smallestFirst.get(place));
            if (!(one >= 0 && one <= 1)) throw new IllegalArgumentException("p of " + one);
            most = Math.max(most, Math.min(1, (p.size() - place) * one));
            adjusted[smallestFirst.get(place)] = most;
        }
        return List.of(adjusted);
    }
}
