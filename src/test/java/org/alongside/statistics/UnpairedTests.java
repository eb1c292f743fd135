package org.alongside.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class UnpairedTests {
    @Test
    void nobody_in_one_group_is_nothing_to_compare() {
        Unpaired empty = new Unpaired(new Proportion(0, 0), new Proportion(3, 5));

        assertThat(empty.difference()).isEmpty();
        assertThat(empty.interval()).isEmpty();
        assertThat(empty.p()).isEmpty();
        assertThat(empty.finding()).isEqualTo(Finding.NOBODY);
    }

    @Test
    void the_other_way_round_it_is_the_mirror() {
        for (int one = 0; one <= 8; one++) {
            for (int other = 0; other <= 11; other++) {
                Unpaired there = new Unpaired(new Proportion(one, 8), new Proportion(other, 11)), back = new Unpaired(new Proportion(other, 11), new Proportion(one, 8));
                assertThat(there.interval().orElseThrow().low()).isEqualTo(-back.interval().orElseThrow().high(), within(1e-12));
                assertThat(there.interval().orElseThrow().holds(there.difference().orElseThrow())).isTrue();
                assertThat(there.p().orElseThrow()).isBetween(0.0, 1.0).isEqualTo(back.p().orElseThrow(), within(1e-12));
            }
        }
    }

    @Test
    void all_the_same_answer_is_no_difference() {
        assertThat(new Unpaired(new Proportion(5, 5), new Proportion(7, 7)).p()).hasValue(1);
        assertThat(new Unpaired(new Proportion(0, 5), new Proportion(0, 7)).finding()).isEqualTo(Finding.NO_CLEAR_CHANGE);
        assertThat(new Unpaired(new Proportion(40_000, 100_000), new Proportion(41_000, 100_000)).finding()).isEqualTo(Finding.ROSE);
    }

    @Test
    void how_often_is_a_ratio_with_ends_of_its_own_for_none() {
        Rate none = new Rate(0, 6, 0, 6), first = new Rate(0, 6, 8, 6), last = new Rate(8, 6, 0, 6);

        assertThat(none.interval()).isEmpty();
        assertThat(none.p()).isEmpty();
        assertThat(none.finding()).isEqualTo(Finding.NOBODY);
        assertThat(first.ratio()).isEmpty();
        assertThat(first.interval().orElseThrow().high()).isInfinite();
        assertThat(first.finding()).isEqualTo(Finding.ROSE);
        assertThat(last.ratio()).hasValue(0);
        assertThat(last.interval().orElseThrow().low()).isZero();
        assertThat(last.finding()).isEqualTo(Finding.FELL);
    }

    @Test
    void it_rose_exactly_where_p_is_below_one_in_twenty() {
        for (int before = 0; before <= 12; before++) {
            for (int after = 0; after <= 30; after++) {
                Rate rate = new Rate(before, 12, after, 6.5);
                if (before + after == 0) continue;
                assertThat(rate.finding() != Finding.NO_CLEAR_CHANGE).as(rate.toString()).isEqualTo(rate.p().orElseThrow() < 0.05);
                rate.ratio().ifPresent(ratio -> assertThat(rate.interval().orElseThrow().holds(ratio)).isTrue());
            }
        }
    }

    @Test
    void without_time_in_which_it_could_happen_there_is_no_rate() {
        assertThatThrownBy(() -> new Rate(1, 0, 1, 6)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Rate(1, 6, 1, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Rate(-1, 6, 1, 6)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void many_questions_are_held_to_more() {
        assertThat(Holm.adjusted(List.of())).isEmpty();
        assertThat(Holm.adjusted(List.of(0.04))).containsExactly(0.04);
        assertThat(Holm.adjusted(List.of(0.04, 0.03))).containsExactly(0.06, 0.06);
        assertThatThrownBy(() -> Holm.adjusted(List.of(1.5))).isInstanceOf(IllegalArgumentException.class);
    }
}
