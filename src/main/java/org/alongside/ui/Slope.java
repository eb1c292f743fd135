package org.alongside.ui;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.alongside.shared.SmallNumbers.Shown;
import org.alongside.ui.Chart.Dot;
import org.alongside.ui.Chart.Line;
import org.alongside.ui.Chart.Words;
import org.jspecify.annotations.Nullable;

/** The arithmetic of lines between a few times, from 0 to 100 per cent whatever the numbers are, so that two pictures can be compared. */
record Slope(Chart chart) {
    private static final int SIDE = 62, TOP = 12, HIGH = 230, ALL = 100, APART = 13, DOWN = 4, BESIDE = 8;
    static final int HEIGHT = TOP + HIGH + 26;

    private int last() {
        return chart.labels().size() - 1;
    }

    private double x(int time) {
        return last() == 0 ? SIDE : Chart.round(SIDE + (double) time / last() * (Chart.WIDTH - 2 * SIDE));
    }

    private @Nullable Dot dot(int one, int time) {
        Integer value = chart.series().get(one).values().get(time).people();
        return value == null ? null : new Dot(x(time), Chart.round(TOP + HIGH - (double) value / ALL * HIGH));
    }

    List<Line> lines() {
        return IntStream.range(0, chart.series().size()).mapToObj(one -> Chart.line(chart.look(one), IntStream.rangeClosed(0, last()).mapToObj(time -> dot(one, time)).toList())).toList();
    }

    List<String> times() {
        return IntStream.rangeClosed(0, last()).mapToObj(time -> "M" + x(time) + " " + TOP + "L" + x(time) + " " + (TOP + HIGH)).toList();
    }

    List<Words> words() {
        List<Words> words = new ArrayList<>();
        for (int time = 0; time <= last(); time++) words.add(new Words(x(time), TOP + HIGH + 18, chart.labels().get(time), "middle"));
        words.addAll(ends(0, "end"));
        // A line that stops early is named where it stops.
        for (int time = 1; time <= last(); time++) words.addAll(ends(time, "start"));
        return words;
    }

    private List<Words> ends(int time, String anchor) {
        List<Integer> here = IntStream.range(0, chart.series().size()).filter(one -> time == 0 ? dot(one, 0) != null : stopsAt(one) == time).boxed().sorted(Comparator.comparing(one -> Objects.requireNonNull(dot(one, time)).y())).toList();
        double[] y = here.stream().mapToDouble(one -> Objects.requireNonNull(dot(one, time)).y() + DOWN).toArray();
        // Down first, then back up from the foot: nothing stands on anything else.
        for (int at = 1; at < y.length; at++) y[at] = Math.max(y[at], y[at - 1] + APART);
        for (int at = y.length - 1; at >= 0; at--) y[at] = Math.min(y[at], at == y.length - 1 ? TOP + HIGH + DOWN : y[at + 1] - APART);
        return IntStream.range(0, y.length).mapToObj(at -> new Words(Chart.round(x(time) + (time == 0 ? -BESIDE : BESIDE)), Chart.round(y[at]), (chart.letter(here.get(at)) + " " + shown(here.get(at), time).words()).strip(), anchor)).toList();
    }

    private Shown shown(int one, int time) {
        return chart.series().get(one).values().get(time);
    }

    private int stopsAt(int one) {
        return IntStream.rangeClosed(0, last()).filter(time -> shown(one, time).people() != null).max().orElse(0);
    }
}
