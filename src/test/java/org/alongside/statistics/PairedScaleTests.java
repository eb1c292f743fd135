package org.alongside.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.alongside.statistics.ChangeTest.Method;
import org.junit.jupiter.api.Test;

class PairedScaleTests {
    private final Random random = new Random(28);

    @Test
    void it_is_counted_who_improved_who_stayed_and_who_got_worse() {
        PairedScale scale = PairedScale.of(new int[][] {{1, 2, 3}, {4, 5, 6}, {7, 8, 9}});

        assertThat(scale.people()).isEqualTo(45);
        assertThat(scale.improved()).isEqualTo(11);
        assertThat(scale.same()).isEqualTo(15);
        assertThat(scale.worse()).isEqualTo(19);
        assertThat(scale.before()).containsExactly(6, 15, 24);
        assertThat(scale.after()).containsExactly(12, 15, 18);
        assertThat(scale.medianChange()).hasValue(0);
        assertThat(scale.yesFrom(2)).isEqualTo(new PairedTable(9, 15, 9, 12));
        assertThat(scale.yesFrom(0)).isEqualTo(new PairedTable(45, 0, 0, 0));
    }

    @Test
    void the_median_lies_between_two_where_they_differ() {
        assertThat(PairedScale.of(new int[][] {{1, 1}, {0, 0}}).medianChange()).hasValue(0.5);
        assertThat(PairedScale.of(new int[][] {{0, 1, 1}, {0, 0, 0}, {0, 0, 0}}).medianChange()).hasValue(1.5);
        assertThat(PairedScale.of(new int[][] {{0, 0}, {3, 0}}).medianChange()).hasValue(-1);
    }

    @Test
    void of_nobody_and_of_those_who_stayed_nothing_is_tested() {
        PairedScale nobody = PairedScale.of(new int[5][5]), same = PairedScale.of(new int[][] {{4, 0}, {0, 9}});

        assertThat(nobody.medianChange()).isEmpty();
        assertThat(nobody.signedRank()).isEqualTo(ChangeTest.none(Enough.NOBODY));
        assertThat(nobody.finding()).isEqualTo(Finding.NOBODY);
        assertThat(same.signedRank()).isEqualTo(ChangeTest.none(Enough.NO_ONE_CHANGED));
        assertThat(same.signTest()).isEqualTo(ChangeTest.none(Enough.NO_ONE_CHANGED));
        assertThat(same.rankBiserial()).isEmpty();
        assertThat(same.finding()).isEqualTo(Finding.NO_ONE_CHANGED);
    }

    // The reason for our own: a normal distribution says 0.0195 of these twelve people.
    @Test
    void twelve_people_with_ties_are_counted_and_not_approximated() {
        PairedScale scale = of(5, 0, 1, 1, 1, 2, 0, 1, 2, -1, 1, 0, 2);

        assertThat(scale.signedRank().p().orElseThrow()).isEqualTo(14 / 512.0, within(1e-15));
        assertThat(scale.signedRank().method()).isEqualTo(Method.EXACT);
        assertThat(scale.rankBiserial().orElseThrow()).isEqualTo(38 / 45.0, within(1e-15));
        assertThat(scale.signTest().p().orElseThrow()).isEqualTo(20 / 512.0, within(1e-15));
        assertThat(scale.finding()).isEqualTo(Finding.ROSE);
    }

    @Test
    void too_few_who_changed_are_said_to_be_too_few() {
        assertThat(of(5, 4, 4, 4, 4, 4, 0, 0).finding()).isEqualTo(Finding.TOO_FEW_CHANGED);
        assertThat(of(5, 1, 1, 1, 1, 1, 1).finding()).isEqualTo(Finding.ROSE);
        assertThat(of(5, -1, -1, -1, -1, -1, -1).finding()).isEqualTo(Finding.FELL);
        assertThat(of(5, 1, 1, 1, -1, -1, -1).finding()).isEqualTo(Finding.NO_CLEAR_CHANGE);
    }

    @Test
    void up_to_fourteen_people_it_is_what_counting_all_ways_gives() {
        for (int round = 0; round < 150; round++) {
            int steps = 2 + random.nextInt(PairedScale.MOST_STEPS - 1), people = 1 + random.nextInt(14);
            int[] changes = IntStream.range(0, people).map(person -> random.nextInt(2 * steps - 1) - steps + 1).toArray();
            PairedScale scale = of(steps, changes);
            int[] changed = IntStream.of(changes).filter(change -> change != 0).toArray();
            if (changed.length > 0) assertThat(scale.signedRank().p().orElseThrow()).isEqualTo(counted(changed), within(1e-12));
        }
    }

    private static double counted(int[] changes) {
        int[] rank = IntStream.of(changes).map(change -> IntStream.of(changes).map(other -> Integer.compare(Math.abs(change), Math.abs(other)) + 1).sum() + 1).toArray();
        int all = IntStream.of(rank).sum(), seen = IntStream.range(0, changes.length).filter(at -> changes[at] > 0).map(at -> rank[at]).sum();
        long asFar = IntStream.range(0, 1 << changes.length).filter(signs -> Math.abs(2 * IntStream.range(0, rank.length).filter(at -> (signs >> at & 1) == 1).map(at -> rank[at]).sum() - all) >= Math.abs(2 * seen - all)).count();
        return (double) asFar / (1 << changes.length);
    }

    @Test
    void the_other_way_round_it_is_the_mirror() {
        for (int round = 0; round < 100; round++) {
            int steps = 2 + random.nextInt(10);
            int[][] counts = new int[steps][steps], turned = new int[steps][steps];
            for (int before = 0; before < steps; before++) for (int after = 0; after < steps; after++) turned[after][before] = counts[before][after] = Math.max(0, random.nextInt(9) - 5);
            PairedScale one = PairedScale.of(counts), other = PairedScale.of(turned);

            assertThat(one.signedRank()).isEqualTo(other.signedRank());
            assertThat(one.signTest()).isEqualTo(other.signTest());
            assertThat(one.improved()).isEqualTo(other.worse());
            assertThat(one.rankBiserial().orElse(0)).isBetween(-1.0, 1.0).isEqualTo(-other.rankBiserial().orElse(0), within(1e-15));
            one.signedRank().p().ifPresent(p -> assertThat(p).isBetween(0.0, 1.0));
        }
    }

    @Test
    void on_two_steps_it_is_mcnemars_test() {
        PairedScale scale = PairedScale.of(new int[][] {{12, 7}, {1, 1}});

        assertThat(scale.signedRank().p().orElseThrow()).isEqualTo(scale.yesFrom(1).test().p().orElseThrow(), within(1e-12));
        assertThat(scale.signTest()).isEqualTo(scale.yesFrom(1).test());
    }

    @Test
    void a_thousand_people_are_exact_and_a_hundred_thousand_say_that_they_are_not() {
        SignedRanks thousand = new SignedRanks(new int[] {340, 170, 50, 8}, new int[] {280, 130, 20, 2});
        ChangeTest exact = thousand.test(2_000), many = new SignedRanks(new int[] {17_000, 9_000, 4_000, 1_000}, new int[] {16_800, 9_100, 3_900, 1_000}).test(100_000);

        assertThat(exact.method()).isEqualTo(Method.EXACT);
        assertThat(exact.p().orElseThrow()).as("near what the normal distribution says").isEqualTo(thousand.approximate(), within(2e-4));
        assertThat(many.method()).isEqualTo(Method.APPROXIMATE);
        assertThat(many.p().orElseThrow()).isBetween(0.0, 1.0);
        assertThat(new SignedRanks(new int[] {50_100}, new int[] {49_900}).test(100_000).method()).as("one size of change is one binomial").isEqualTo(Method.EXACT);
    }

    @Test
    void what_is_no_scale_is_refused() {
        for (int[][] wrong : new int[][][] {{{1}}, new int[12][12], {{1, 2}, {3}}, {{1, -1}, {0, 0}}, {{Integer.MAX_VALUE, 1}, {0, 0}}}) {
            assertThatThrownBy(() -> PairedScale.of(wrong)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void it_stays_what_it_was_when_the_counts_it_was_made_from_change() {
        int[][] counts = {{1, 6}, {0, 1}};
        PairedScale scale = PairedScale.of(counts);
        counts[0][1] = 0;

        assertThat(scale.improved()).isEqualTo(6);
        assertThat(scale.yesFrom(1).gained()).isEqualTo(6);
    }

    private static PairedScale of(int steps, int... changes) {
        int[][] counts = new int[steps][steps];
        for (int change : changes) counts[Math.max(0, -change)][Math.max(0, change)]++;
        return PairedScale.of(counts);
    }
}
