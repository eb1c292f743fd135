package org.alongside.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.alongside.shared.SmallNumbers.Shown;
import org.jspecify.annotations.Nullable;

/**
 * A picture of numbers, drawn by {@code ui/chart.jte} as still SVG with its table beside it. It needs no script, no style attribute and no colour: each series has a pattern or a dash of its own.
 *
 * @param id unique on its page
 * @param title what it shows, in words
 * @param description what one sees in it; for whoever does not see it
 * @param across what the labels are, or the lines of a slope: the head of the first column
 * @param labels one for each value of a series
 */
public record Chart(String id, Kind kind, String title, String description, String across, List<String> labels, List<Series> series) {
    public enum Kind {
        /** Bars beside each other under each label. */
        BARS,
        /** One bar for each label, made of the series. */
        STACKED,
        /** A line for each series, from left to right: weeks, months. */
        LINES,
        /** One bar for each label, made of the answers from the lowest to the highest, around a line in the middle of them. A bar with a part that may not be shown is not drawn. */
        DIVERGING,
        /** A line for each series between a few times, in per cent, with its letter and its number at both ends. */
        SLOPE;

        /** Its name in the style sheet. */
        public String look() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param values one for each label; one that may not be shown leaves a gap, never a zero */
    public record Series(String name, List<Shown> values) {}

    /** A number that may be shown as it is. */
    public static Shown number(int number) {
        return new Shown(number, String.valueOf(number));
    }

    /** A number with a unit in its words: 80 %, 12 days. */
    public static Shown number(int number, String words) {
        return new Shown(number, words);
    }

    public Chart {
        if (series.size() > most(kind)) throw new IllegalArgumentException("no more than " + most(kind) + " series can be told apart");
        if (series.stream().anyMatch(one -> one.values().size() != labels.size())) throw new IllegalArgumentException("a value for each label");
    }

    private static int most(Kind kind) {
        return switch (kind) {
            case DIVERGING -> Diverging.WAYS;
            // Their letters tell them apart.
            case SLOPE -> 2 * PATTERNS;
            default -> PATTERNS;
        };
    }

    public boolean isEmpty() {
        return series.stream().flatMap(one -> one.values().stream()).allMatch(shown -> shown.people() != null && shown.people() == 0);
    }

    // Narrow enough that its letters can be read where it fills the width of a small phone.
    static final int WIDTH = 340, PATTERNS = 4, LONGEST = 45;
    private static final int BAR = 18, GAP = 26, ROOM_FOR_WORDS = 92, HIGH = 150, LEFT = 34, RIGHT = 12, TOP = 12, BELOW = 24;

    /** A bar. @param look which pattern */
    public record Bar(double x, double y, double width, double height, int look) {}

    /** Words at a place. @param anchor start, middle or end */
    public record Words(double x, double y, String words, String anchor) {}

    /** A line through the points that may be shown; a gap where one may not. */
    public record Line(String path, List<Dot> dots, int look) {}

    public record Dot(double x, double y) {}

    public int width() {
        return WIDTH;
    }

    public int height() {
        if (kind == Kind.DIVERGING) return new Diverging(this).height();
        if (kind == Kind.SLOPE) return Slope.HEIGHT;
        return kind == Kind.LINES ? TOP + HIGH + BELOW : labels.size() * (GAP + (kind == Kind.BARS ? series.size() : 1) * BAR) + 6;
    }

    private int most() {
        int most = kind == Kind.STACKED ? 0 : series.stream().flatMap(one -> one.values().stream()).map(Shown::people).filter(Objects::nonNull).mapToInt(Integer::intValue).max().orElse(0);
        if (kind == Kind.STACKED) for (int label = 0; label < labels.size(); label++) most = Math.max(most, sum(label));
        return Math.max(most, 1);
    }

    private int sum(int label) {
        return series.stream().map(one -> one.values().get(label).people()).filter(Objects::nonNull).mapToInt(Integer::intValue).sum();
    }

    private double length(int value) {
        return round((double) value / most() * (WIDTH - ROOM_FOR_WORDS));
    }

    public List<Bar> bars() {
        if (kind == Kind.DIVERGING) return new Diverging(this).bars();
        List<Bar> bars = new ArrayList<>();
        if (isOfLines()) return bars;
        for (int label = 0; label < labels.size(); label++) {
            double x = 0;
            for (int one = 0; one < series.size(); one++) {
                Integer value = series.get(one).values().get(label).people();
                if (value == null || value == 0) continue;
                bars.add(new Bar(kind == Kind.STACKED ? x : 0, top(label) + (kind == Kind.BARS ? one * BAR : 0), length(value), BAR - 3, one));
                x += length(value);
            }
        }
        return bars;
    }

    private int top(int label) {
        return label * (GAP + (kind == Kind.BARS ? series.size() : 1) * BAR) + GAP - 4;
    }

    /** The labels, and beside each bar its number in words. */
    public List<Words> words() {
        if (kind == Kind.DIVERGING) return new Diverging(this).words();
        if (kind == Kind.SLOPE) return new Slope(this).words();
        List<Words> words = new ArrayList<>();
        if (kind == Kind.LINES) {
            words.add(new Words(LEFT - 6, TOP + 4, String.valueOf(most()), "end"));
            words.add(new Words(LEFT - 6, TOP + HIGH + 4, "0", "end"));
            if (!labels.isEmpty()) words.add(new Words(LEFT, TOP + HIGH + 18, labels.get(0), "start"));
            if (labels.size() > 1) words.add(new Words(WIDTH - RIGHT, TOP + HIGH + 18, labels.get(labels.size() - 1), "end"));
            return words;
        }
        for (int label = 0; label < labels.size(); label++) {
            words.add(new Words(0, top(label) - 5, cut(labels.get(label), LONGEST), "start"));
            if (kind == Kind.STACKED) {
                int at = label;
                words.add(new Words(length(sum(label)) + 5, top(label) + 12, series.stream().map(one -> one.values().get(at).words()).collect(Collectors.joining(" + ")), "start"));
                continue;
            }
            for (int one = 0; one < series.size(); one++) {
                Shown shown = series.get(one).values().get(label);
                words.add(new Words(length(shown.people() == null ? 0 : shown.people()) + 5, top(label) + one * BAR + 12, shown.words(), "start"));
            }
        }
        return words;
    }

    static String cut(String words, int longest) {
        return words.length() > longest ? words.substring(0, longest) + "…" : words;
    }

    public List<Line> lines() {
        if (kind == Kind.SLOPE) return new Slope(this).lines();
        if (kind != Kind.LINES) return List.of();
        List<Line> lines = new ArrayList<>();
        for (int one = 0; one < series.size(); one++) {
            List<Shown> values = series.get(one).values();
            lines.add(line(one, IntStream.range(0, labels.size()).mapToObj(label -> dot(label, values.get(label))).toList()));
        }
        return lines;
    }

    private @Nullable Dot dot(int label, Shown value) {
        return value.people() == null ? null : new Dot(round(LEFT + (labels.size() == 1 ? 0 : (double) label / (labels.size() - 1) * (WIDTH - LEFT - RIGHT))), round(TOP + HIGH - (double) value.people() / most() * HIGH));
    }

    /** @param dots null where a number may not be shown */
    static Line line(int look, List<@Nullable Dot> dots) {
        StringBuilder path = new StringBuilder();
        boolean pen = false;
        for (Dot dot : dots) {
            if (dot != null) path.append(pen ? 'L' : 'M').append(dot.x).append(' ').append(dot.y);
            pen = dot != null;
        }
        return new Line(path.toString(), dots.stream().filter(Objects::nonNull).toList(), look);
    }

    /** What the rest stands on: the foot and the top of lines, the middle of answers, the times of a slope. */
    public List<String> rules() {
        return switch (kind) {
            case LINES -> Stream.of(TOP, TOP + HIGH).map(y -> "M" + LEFT + " " + y + "L" + (WIDTH - RIGHT) + " " + y).toList();
            case DIVERGING -> List.of(new Diverging(this).middle());
            case SLOPE -> new Slope(this).times();
            default -> List.of();
        };
    }

    public boolean isOfLines() {
        return kind == Kind.LINES || kind == Kind.SLOPE;
    }

    /** The pattern or the dash of a series. */
    public int look(int one) {
        return kind == Kind.DIVERGING ? Diverging.look(one, series.size()) : one % PATTERNS;
    }

    /** What stands at the ends of a line instead of its name; nothing where there is only one. */
    public String letter(int one) {
        return kind == Kind.SLOPE && series.size() > 1 ? String.valueOf((char) ('A' + one)) : "";
    }

    static double round(double exact) {
        return Double.parseDouble(String.format(Locale.ROOT, "%.1f", exact));
    }
}
