package org.alongside.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.DoubleStream;
import org.alongside.statistics.RunChart.Stretch;
import org.junit.jupiter.api.Test;

class RunChartTests {
    @Test
    void up_and_down_as_usual_shows_nothing() {
        RunChart usual = RunChart.of(points(4, 6, 5, 7, 3, 6, 4, 7, 5, 6, 3, 7));

        assertThat(usual.median()).hasValue(5.5);
        assertThat(usual.runs()).isEqualTo(12);
        assertThat(usual.shifts()).isEmpty();
        assertThat(usual.trends()).isEmpty();
        assertThat(usual.followed(0)).isEmpty();
    }

    @Test
    void six_points_above_the_median_of_the_time_before_are_a_shift_and_five_are_none() {
        RunChart six = new RunChart(points(4, 6, 5, 7, 3, 5, 8, 9, 8, 9, 8, 9), 6), five = new RunChart(points(4, 6, 5, 7, 3, 4, 8, 9, 8, 9, 8), 6);

        assertThat(six.median()).hasValue(5);
        assertThat(six.shifts()).containsExactly(new Stretch(6, 11, true));
        assertThat(six.followed(6)).contains(new Stretch(6, 11, true));
        assertThat(six.followed(7)).as("it began before").isEmpty();
        assertThat(five.shifts()).isEmpty();
    }

    @Test
    void a_point_on_the_median_neither_ends_a_run_nor_counts() {
        RunChart chart = new RunChart(points(5, 5, 5, 5, 8, 8, 8, 5, 8, 8, 8, 2), 4), shorter = new RunChart(points(5, 5, 5, 5, 8, 8, 8, 5, 8, 8, 2, 2), 4);

        assertThat(chart.runs()).isEqualTo(2);
        assertThat(chart.shifts()).containsExactly(new Stretch(4, 10, true));
        assertThat(shorter.shifts()).isEmpty();
    }

    @Test
    void five_points_each_above_the_one_before_are_a_trend() {
        RunChart rising = RunChart.of(points(5, 4, 5, 3, 4, 4, 5, 6, 7, 2, 5, 3)), falling = RunChart.of(points(5, 6, 5, 6, 9, 8, 7, 6, 5, 6, 5, 6)), four = RunChart.of(points(5, 6, 5, 6, 5, 6, 7, 8, 5, 6, 5, 6));

        assertThat(rising.trends()).containsExactly(new Stretch(3, 8, true));
        assertThat(falling.trends()).containsExactly(new Stretch(4, 8, false));
        assertThat(four.trends()).isEmpty();
        assertThat(RunChart.of(points(1, 2, 3, 4, 5, 6, 7, 8, 9, 10)).trends()).containsExactly(new Stretch(0, 9, true));
    }

    @Test
    void fewer_than_ten_points_say_nothing() {
        assertThat(new RunChart(points(1, 1, 1, 5, 6, 7, 8, 9, 10), 3).shifts()).isEmpty();
        assertThat(new RunChart(points(1, 1, 1, 5, 6, 7, 8, 9, 10), 3).trends()).isEmpty();
        assertThat(RunChart.of(List.of()).median()).isEmpty();
        assertThat(RunChart.of(List.of()).runs()).isZero();
        assertThatThrownBy(() -> new RunChart(points(1), 2)).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Double> points(double... points) {
        return DoubleStream.of(points).boxed().toList();
    }
}
