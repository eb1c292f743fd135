package org.alongside.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * Numbers in the order of time, and what in them is more than their usual up and down. What it shows after an event followed it; it never says that it was caused by it ({@code statistics.followed-by}).
 * Source: R. J. Perla, L. P. Provost, S. K. Murray, BMJ Quality & Safety 20 (2011), page 46. The rule of trends finds little (J. Anhøj, A. V. Olesen, PLoS ONE 9:e113825, 2014); it never stands alone.
 *
 * @param baseline how many of the first points make the median: those before the event, or all
 */
public record RunChart(List<Double> points, int baseline) {
    /** Fewer points say nothing. */
    public static final int POINTS = 10;
    public static final int SHIFT = 6, TREND = 5;

    /** Points that belong together. @param up above the median, or rising */
    public record Stretch(int first, int last, boolean up) {}

    public RunChart {
        points = List.copyOf(points);
        if (baseline < 0 || baseline > points.size()) throw new IllegalArgumentException("a baseline of " + baseline);
    }

    public static RunChart of(List<Double> points) {
        return new RunChart(points, points.size());
    }

    public boolean isLongEnough() {
        return points.size() >= POINTS && baseline > 0;
    }

    public OptionalDouble median() {
        if (baseline == 0) return OptionalDouble.empty();
        List<Double> sorted = points.subList(0, baseline).stream().sorted().toList();
        return OptionalDouble.of((sorted.get((baseline - 1) / 2) + sorted.get(baseline / 2)) / 2);
    }

    /** How many times in a row it was on one side of the median. */
    public int runs() {
        return sides().size();
    }

    /** Six points or more on one side of the median. */
    public List<Stretch> shifts() {
        return isLongEnough() ? sides().stream().filter(side -> side.useful >= SHIFT).map(side -> side.stretch).toList() : List.of();
    }

    private record Side(Stretch stretch, int useful) {}

    /** Points on the median neither end a run nor count in it. */
    private List<Side> sides() {
        List<Side> sides = new ArrayList<>();
        if (baseline == 0) return sides;
        double median = median().orElseThrow();
        for (int at = 0; at < points.size(); at++) {
            if (points.get(at) == median) continue;
            boolean up = points.get(at) > median;
            Side last = sides.isEmpty() ? null : sides.get(sides.size() - 1);
            if (last != null && last.stretch.up == up) sides.set(sides.size() - 1, new Side(new Stretch(last.stretch.first, at, up), last.useful + 1));
            else sides.add(new Side(new Stretch(at, at, up), 1));
        }
        return sides;
    }

    /** Five points or more, each above the one before it, or each below; a point like the one before it neither ends it nor counts. */
    public List<Stretch> trends() {
        List<Stretch> trends = new ArrayList<>();
        if (!isLongEnough()) return trends;
        int first = 0, before = 0, length = 1;
        Boolean up = null;
        for (int at = 1; at < points.size(); at++) {
            if (points.get(at).equals(points.get(before))) continue;
            boolean rises = points.get(at) > points.get(before);
            if (up == null || up != rises) {
                if (up != null && length >= TREND) trends.add(new Stretch(first, before, up));
                first = before;
                length = 1;
                up = rises;
            }
            length++;
            before = at;
        }
        if (up != null && length >= TREND) trends.add(new Stretch(first, before, up));
        return trends;
    }

    /** The first shift or trend that begins at or after a point: what followed an event there. */
    public Optional<Stretch> followed(int event) {
        return Stream.concat(shifts().stream(), trends().stream()).filter(stretch -> stretch.first >= event).min((one, other) -> Integer.compare(one.first, other.first));
    }
}
