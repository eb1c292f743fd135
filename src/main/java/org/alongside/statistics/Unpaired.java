package org.alongside.statistics;

import java.util.Optional;
import java.util.OptionalDouble;

/** Two groups of people that cannot be matched: whoever shows it says that they are not the same people ({@code statistics.not-the-same-people}), and never adds it to pairs. */
public record Unpaired(Proportion before, Proportion after) {
    /** The share after less the share before. */
    public OptionalDouble difference() {
        return isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(after.share().orElseThrow() - before.share().orElseThrow());
    }

    /** Of the difference: Newcombe's square-and-add for independent groups. */
    public Optional<Interval> interval() {
        return isEmpty() ? Optional.empty() : Optional.of(Interval.ofDifference(after, before, 0));
    }

    /** Fisher's exact test; 1 where all gave the same answer. */
    public OptionalDouble p() {
        return isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Chance.fisher(before, after));
    }

    public Finding finding() {
        return Finding.of(isEmpty() ? Enough.NOBODY : Enough.ENOUGH, interval(), 0);
    }

    private boolean isEmpty() {
        return before.outOf() == 0 || after.outOf() == 0;
    }
}
