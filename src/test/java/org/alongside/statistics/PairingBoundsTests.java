package org.alongside.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PairingBoundsTests {
    @Test
    void nine_who_became_fourteen_of_twenty_may_have_been_five_or_eleven() {
        PairingBounds bounds = PairingBounds.of(new Proportion(9, 20), new Proportion(14, 20));

        assertThat(List.of(bounds.leastGained(), bounds.mostGained(), bounds.leastLost(), bounds.mostLost())).containsExactly(5, 11, 0, 6);
        assertThat(bounds.finding()).as("it may be clear and it may not").isEqualTo(Finding.NO_CLEAR_CHANGE);
        assertThat(PairingBounds.of(new Proportion(4, 40), new Proportion(35, 40)).finding()).as("whatever belongs together").isEqualTo(Finding.ROSE);
    }

    @Test
    void whatever_belongs_together_lies_between_the_ends() {
        PairedTable known = new PairedTable(2, 1, 3, 1);
        for (int people = 1; people <= 13; people++) {
            for (int before = 0; before <= people; before++) {
                for (int after = 0; after <= people; after++) {
                    liesBetween(PairingBounds.of(new Proportion(before, people), new Proportion(after, people)), all(before, after, people));
                    if (people % 4 == 0) liesBetween(PairingBounds.of(known, new Proportion(before, people), new Proportion(after, people)), all(before, after, people).stream().map(known::plus).toList());
                }
            }
        }
    }

    @Test
    void whoever_is_missing_once_may_have_said_anything() {
        for (int people = 2; people <= 9; people++) {
            for (int before = 0; before <= people; before++) {
                for (int after = 0; after <= people - 2; after++) {
                    List<PairedTable> all = new ArrayList<>();
                    for (int more = 0; more <= 2; more++) all.addAll(all(before, after + more, people));
                    liesBetween(PairingBounds.of(new Proportion(before, people), new Proportion(after, people - 2)), all);
                    liesBetween(PairingBounds.of(new Proportion(after, people - 2), new Proportion(before, people)), all.stream().map(table -> new PairedTable(table.both(), table.gained(), table.lost(), table.neither())).toList());
                }
            }
        }
    }

    private static List<PairedTable> all(int before, int after, int people) {
        List<PairedTable> all = new ArrayList<>();
        for (int both = Math.max(0, before + after - people); both <= Math.min(before, after); both++) all.add(new PairedTable(both, before - both, after - both, people - before - after + both));
        return all;
    }

    /** Nothing lies beyond the ends, and the ends are not further than they need to be. */
    private static void liesBetween(PairingBounds bounds, List<PairedTable> all) {
        assertThat(bounds.leastGained()).isEqualTo(all.stream().mapToInt(PairedTable::gained).min().orElseThrow());
        assertThat(bounds.mostGained()).isEqualTo(all.stream().mapToInt(PairedTable::gained).max().orElseThrow());
        assertThat(bounds.leastLost()).isEqualTo(all.stream().mapToInt(PairedTable::lost).min().orElseThrow());
        assertThat(bounds.mostLost()).isEqualTo(all.stream().mapToInt(PairedTable::lost).max().orElseThrow());
        assertThat(bounds.smallestP().orElseThrow()).isEqualTo(all.stream().mapToDouble(table -> table.test().p().orElse(1)).min().orElseThrow(), within(1e-12));
        assertThat(bounds.largestP().orElseThrow()).isEqualTo(all.stream().mapToDouble(table -> table.test().p().orElse(1)).max().orElseThrow(), within(1e-12));
        Interval interval = bounds.interval().orElseThrow();
        assertThat(interval.low()).isEqualTo(all.stream().mapToDouble(table -> table.interval().orElseThrow().low()).min().orElseThrow(), within(1e-12));
        assertThat(interval.high()).isEqualTo(all.stream().mapToDouble(table -> table.interval().orElseThrow().high()).max().orElseThrow(), within(1e-12));
    }

    @Test
    void of_nobody_nothing_is_said_and_a_hundred_thousand_are_as_quick() {
        PairingBounds nobody = PairingBounds.of(new Proportion(0, 0), new Proportion(0, 0));

        assertThat(nobody.interval()).isEmpty();
        assertThat(nobody.smallestP()).isEmpty();
        assertThat(nobody.finding()).isEqualTo(Finding.NOBODY);
        assertThat(PairingBounds.of(new Proportion(50_000, 100_000), new Proportion(52_000, 100_000)).finding()).isEqualTo(Finding.ROSE);
    }

    @Test
    void those_who_did_not_answer_again_are_taken_at_their_worst_and_their_best() {
        MissingAnswers missing = new MissingAnswers(new PairedTable(13, 0, 18, 0), 4, 6);

        assertThat(missing.worst()).isEqualTo(new PairedTable(13, 4, 18, 6));
        assertThat(missing.best()).isEqualTo(new PairedTable(17, 0, 24, 0));
        assertThat(missing.unchanged()).isEqualTo(new PairedTable(17, 0, 18, 6));
        assertThat(missing.worst().finding()).as("so it rose even if all who are missing had lost it").isEqualTo(Finding.ROSE);
    }
}
