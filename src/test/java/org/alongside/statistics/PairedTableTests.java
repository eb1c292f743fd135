package org.alongside.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.function.Consumer;
import org.apache.commons.statistics.inference.BinomialTest;
import org.junit.jupiter.api.Test;

class PairedTableTests {
    @Test
    void of_nobody_nothing_is_said() {
        PairedTable nobody = new PairedTable(0, 0, 0, 0);

        assertThat(nobody.change()).isEmpty();
        assertThat(nobody.interval()).isEmpty();
        assertThat(nobody.test().p()).isEmpty();
        assertThat(nobody.finding()).isEqualTo(Finding.NOBODY);
    }

    @Test
    void where_no_one_changed_there_is_an_interval_and_no_test() {
        PairedTable same = new PairedTable(20, 0, 0, 11);

        assertThat(same.test()).isEqualTo(ChangeTest.none(Enough.NO_ONE_CHANGED));
        assertThat(same.interval().orElseThrow().holds(0)).isTrue();
        assertThat(same.finding()).isEqualTo(Finding.NO_ONE_CHANGED);
    }

    // An interval may lie above no change where p cannot: 5 of 41, all of them up.
    @Test
    void fewer_than_six_who_changed_are_too_few_whatever_the_interval_says() {
        PairedTable five = new PairedTable(14, 0, 5, 22), six = new PairedTable(14, 0, 6, 22);

        assertThat(five.interval().orElseThrow().low()).isPositive();
        assertThat(five.test().isClear()).isFalse();
        assertThat(five.finding()).isEqualTo(Finding.TOO_FEW_CHANGED);
        assertThat(six.test().isClear()).isTrue();
        assertThat(six.finding()).isEqualTo(Finding.ROSE);
    }

    @Test
    void it_rose_or_fell_only_where_no_change_lies_outside() {
        assertThat(new PairedTable(13, 0, 18, 0).finding()).isEqualTo(Finding.ROSE);
        assertThat(new PairedTable(13, 18, 0, 0).finding()).isEqualTo(Finding.FELL);
        assertThat(new PairedTable(10, 6, 8, 10).finding()).isEqualTo(Finding.NO_CLEAR_CHANGE);
    }

    @Test
    void the_other_way_round_it_is_the_mirror_and_every_p_and_interval_is_one() {
        each(table -> {
            PairedTable mirror = new PairedTable(table.both(), table.gained(), table.lost(), table.neither()), asNo = new PairedTable(table.neither(), table.gained(), table.lost(), table.both());
            Interval interval = table.interval().orElseThrow();
            assertThat(interval.low()).isBetween(-1.0, 1.0).isCloseTo(-mirror.interval().orElseThrow().high(), within(1e-12)).isCloseTo(-asNo.interval().orElseThrow().high(), within(1e-12));
            assertThat(interval.high()).isBetween(-1.0, 1.0);
            assertThat(interval.holds(table.change().orElseThrow())).as(table.toString()).isTrue();
            assertThat(table.test()).isEqualTo(mirror.test());
            table.test().p().ifPresent(p -> assertThat(p).isBetween(0.0, 1.0));
            table.test().midP().ifPresent(midP -> assertThat(midP).isBetween(0.0, table.test().p().orElseThrow()));
        });
    }

    private static void each(Consumer<PairedTable> asked) {
        int[] some = {0, 1, 2, 5, 13};
        for (int both : some) for (int lost : some) for (int gained : some) for (int neither : some) {
            if (both + lost + gained + neither > 0) asked.accept(new PairedTable(both, lost, gained, neither));
        }
    }

    @Test
    void a_hundred_thousand_people_are_counted_as_well_as_ten() {
        PairedTable many = new PairedTable(40_000, 9_000, 11_000, 40_000);

        assertThat(many.finding()).isEqualTo(Finding.ROSE);
        assertThat(many.test().p().orElseThrow()).isLessThan(1e-40);
        assertThatThrownBy(() -> new PairedTable(Integer.MAX_VALUE, 1, 0, 0)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> new PairedTable(0, -1, 0, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    /** When this fails, the library tells equal probabilities again, and Chance may be as short as a call (docs/adr/0028). */
    @Test
    void the_librarys_own_two_sided_test_loses_an_equal_probability_to_rounding() {
        assertThat(new PairedTable(0, 3, 10, 0).test().p().orElseThrow()).as("378 of 4096 ways").isEqualTo(378 / 4096.0, within(1e-12));
        assertThat(BinomialTest.withDefaults().test(13, 3, 0.5).getPValue()).isLessThan(0.06);
    }
}
