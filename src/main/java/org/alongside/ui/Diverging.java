package org.alongside.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.alongside.shared.SmallNumbers.Shown;
import org.alongside.ui.Chart.Bar;
import org.alongside.ui.Chart.Words;

/** The arithmetic of answers around their middle: each bar is all people of its label, low answers left of the line, high ones right, and the middle one lies across it. */
record Diverging(Chart chart) {
    /** From far below the middle to far above it. */
    static final int WAYS = 5;
    private static final int HEAD = 24, BLOCK = 68, BAR = 24, LETTER = 7, AT_AN_END = 22;
    private static final String NOT_DRAWN = "Not drawn: a number is too small to show";

    /** Two answers look like the ends of five. */
    static int look(int one, int answers) {
        return switch (answers) {
            case 2 -> one * 4;
            case 3 -> one * 2;
            case 4 -> one < 2 ? one : one + 1;
            default -> one;
        };
    }

    int height() {
        return HEAD + chart.labels().size() * BLOCK;
    }

    private Shown value(int label, int one) {
        return chart.series().get(one).values().get(label);
    }

    private IntStream answers() {
        return IntStream.range(0, chart.series().size());
    }

    private boolean isHidden(int label) {
        return answers().mapToObj(one -> value(label, one)).anyMatch(value -> value.people() == null);
    }

    // Safety: a bar without its hidden part would say how large that is.
    private boolean isDrawn(int label) {
        return !isHidden(label) && people(label) > 0;
    }

    private int people(int label) {
        return answers().mapToObj(one -> value(label, one).people()).filter(Objects::nonNull).mapToInt(Integer::intValue).sum();
    }

    /** The share of a label on the left of the middle. */
    private double left(int label) {
        int answers = chart.series().size();
        double left = answers().limit(answers / 2).map(one -> value(label, one).people()).sum() + (answers % 2 == 0 ? 0 : value(label, answers / 2).people() / 2.0);
        return left / people(label);
    }

    private IntStream drawn() {
        return IntStream.range(0, chart.labels().size()).filter(this::isDrawn);
    }

    private double furthestLeft() {
        return drawn().mapToDouble(this::left).max().orElse(0.5);
    }

    /** How long a bar of all people is: as long as leaves room for all, wherever they lie. */
    private double length() {
        return (Chart.WIDTH - 2) / (furthestLeft() + drawn().mapToDouble(label -> 1 - left(label)).max().orElse(0.5));
    }

    private double middleAt() {
        return Chart.round(1 + furthestLeft() * length());
    }

    /** The line in the middle of each bar; not through the words between them. */
    String middle() {
        return drawn().mapToObj(label -> "M" + middleAt() + " " + (top(label) - 2) + "L" + middleAt() + " " + (top(label) + BAR + 2)).collect(Collectors.joining());
    }

    private int top(int label) {
        return HEAD + label * BLOCK + 20;
    }

    List<Bar> bars() {
        List<Bar> bars = new ArrayList<>();
        drawn().forEach(label -> {
            double x = 1 + (furthestLeft() - left(label)) * length();
            for (int one = 0; one < chart.series().size(); one++) {
                double width = (double) value(label, one).people() / people(label) * length();
                if (width > 0) bars.add(new Bar(Chart.round(x), top(label), Chart.round(width), BAR, chart.look(one)));
                x += width;
            }
        });
        return bars;
    }

    /** What lies at either end, the labels, and under each part of a bar its number. */
    List<Words> words() {
        List<Words> words = new ArrayList<>();
        words.add(new Words(0, 12, "◂ " + Chart.cut(chart.series().get(0).name(), AT_AN_END), "start"));
        words.add(new Words(Chart.WIDTH, 12, Chart.cut(chart.series().get(chart.series().size() - 1).name(), AT_AN_END) + " ▸", "end"));
        for (int label = 0; label < chart.labels().size(); label++) {
            words.add(new Words(0, top(label) - 6, Chart.cut(chart.labels().get(label), Chart.LONGEST), "start"));
            if (isDrawn(label)) words.addAll(numbers(label));
            else words.add(new Words(0, top(label) + 16, isHidden(label) ? NOT_DRAWN : "Nobody", "start"));
        }
        return words;
    }

    private List<Words> numbers(int label) {
        List<Shown> shown = answers().mapToObj(one -> value(label, one)).filter(value -> value.people() != 0).toList();
        List<Bar> bars = bars().stream().filter(bar -> bar.y() == top(label)).toList();
        double[] centres = bars.stream().mapToDouble(bar -> bar.x() + bar.width() / 2).toArray();
        double[] wide = shown.stream().mapToDouble(value -> value.words().length() * LETTER).toArray();
        // Numbers of narrow parts make room for each other, first to the right, then back from the edge.
        for (int at = 0; at < centres.length; at++) centres[at] = Math.max(centres[at], at == 0 ? wide[0] / 2 : centres[at - 1] + (wide[at - 1] + wide[at]) / 2 + 3);
        for (int at = centres.length - 1; at >= 0; at--) centres[at] = Math.min(centres[at], at == centres.length - 1 ? Chart.WIDTH - wide[at] / 2 : centres[at + 1] - (wide[at + 1] + wide[at]) / 2 - 3);
        return IntStream.range(0, centres.length).mapToObj(at -> new Words(Chart.round(centres[at]), top(label) + BAR + 13, shown.get(at).words(), "middle")).toList();
    }
}
