package org.alongside.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ProportionTests {
    @Test
    void of_nobody_nothing_is_said() {
        Proportion nobody = new Proportion(0, 0);

        assertThat(nobody.share()).isEmpty();
        assertThat(nobody.interval()).isEmpty();
        assertThat(nobody.percent()).isEmpty();
    }

    @Test
    void an_interval_holds_its_share_and_stays_between_none_and_all() {
        for (int outOf : new int[] {1, 2, 7, 10, 99, 100_000}) {
            for (int of = 0; of <= outOf; of += Math.max(1, outOf / 50)) {
                Proportion one = new Proportion(of, outOf), other = new Proportion(outOf - of, outOf);
                Interval interval = one.interval().orElseThrow();
                assertThat(interval.holds(one.share().orElseThrow())).as("%s of %s", of, outOf).isTrue();
                assertThat(interval.low()).isBetween(0.0, 1.0);
                assertThat(interval.high()).isBetween(0.0, 1.0).isCloseTo(1 - other.interval().orElseThrow().low(), within(1e-12));
            }
        }
        assertThat(new Proportion(0, 31).interval().orElseThrow().low()).isZero();
        assertThat(new Proportion(31, 31).interval().orElseThrow().high()).isEqualTo(1);
    }

    @Test
    void a_percentage_needs_ten_people_behind_it() {
        assertThat(new Proportion(3, 9).percent()).isEmpty();
        assertThat(new Proportion(3, 10).percent()).hasValue(30);
    }

    @Test
    void somebody_is_never_shown_as_nobody_and_not_all_never_as_all() {
        assertThat(new Proportion(1, 1000).percent()).hasValue(1);
        assertThat(new Proportion(999, 1000).percent()).hasValue(99);
        assertThat(new Proportion(0, 1000).percent()).hasValue(0);
        assertThat(new Proportion(1000, 1000).percent()).hasValue(100);
    }

    @Test
    void there_are_not_more_of_them_than_people() {
        assertThatThrownBy(() -> new Proportion(2, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Proportion(-1, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
