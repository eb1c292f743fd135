package org.alongside.statistics;

import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.statistics.interval.BinomialConfidenceInterval;

/**
 * How often something happened before and after: referrals in so many months. It is followed by, never caused by.
 *
 * @param exposureBefore how long, or how many people, it could happen in: any unit, the same after; above 0
 */
public record Rate(int before, double exposureBefore, int after, double exposureAfter) {
    public Rate {
        if (before < 0 || after < 0) throw new IllegalArgumentException("less than nothing");
        if (!(exposureBefore > 0 && exposureAfter > 0) || Double.isInfinite(exposureBefore + exposureAfter)) throw new IllegalArgumentException("no time in which it could happen");
        Math.addExact(before, after);
    }

    /** How many times as often after; empty where nothing happened before. */
    public OptionalDouble ratio() {
        return before == 0 ? OptionalDouble.empty() : OptionalDouble.of(after / exposureAfter / (before / exposureBefore));
    }

    /** Of the ratio, exact: which share of all that happened lies after is binomial (Clopper-Pearson). From 0 where nothing happened after, without end where nothing happened before; empty where nothing happened. */
    public Optional<Interval> interval() {
        if (before + after == 0) return Optional.empty();
        var share = BinomialConfidenceInterval.CLOPPER_PEARSON.fromErrorRate(before + after, after, Interval.MISSES);
        return Optional.of(new Interval(after == 0 ? 0 : ratioOf(share.getLowerBound()), before == 0 ? Double.POSITIVE_INFINITY : ratioOf(share.getUpperBound())));
    }

    private double ratioOf(double share) {
        return share / (1 - share) * exposureBefore / exposureAfter;
    }

    /** Exact, and two-sided as the interval is. */
    public OptionalDouble p() {
        return before + after == 0 ? OptionalDouble.empty() : OptionalDouble.of(Chance.twoSided(after, before + after, exposureAfter / (exposureBefore + exposureAfter)));
    }

    public Finding finding() {
        return Finding.of(before + after == 0 ? Enough.NOBODY : Enough.ENOUGH, interval(), 1);
    }
}
