package org.alongside.statistics;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.apache.commons.statistics.interval.BinomialConfidenceInterval;

/** So many of so many people. Of nobody, nothing can be said. */
public record Proportion(int of, int outOf) {
    /** From how many people on a percentage may stand: of seven, each person would be fourteen per cent. */
    public static final int PERCENT_FROM = 10;

    public Proportion {
        if (of < 0 || of > outOf) throw new IllegalArgumentException(of + " of " + outOf);
    }

    public OptionalDouble share() {
        return outOf == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) of / outOf);
    }

    /** Wilson's score interval; it fits none and all too. */
    public Optional<Interval> interval() {
        if (outOf == 0) return Optional.empty();
        var wilson = BinomialConfidenceInterval.WILSON_SCORE.fromErrorRate(outOf, of, Interval.MISSES);
        // None is none and all is all: what rounding leaves beside them is taken away.
        return Optional.of(new Interval(of == 0 ? 0 : wilson.getLowerBound(), of == outOf ? 1 : wilson.getUpperBound()));
    }

    /** In whole per cent; empty where too few people stand behind it. Somebody is never 0 %, and not everybody never 100 %. */
    public OptionalInt percent() {
        if (outOf < PERCENT_FROM) return OptionalInt.empty();
        int rounded = (int) Math.round(100.0 * of / outOf);
        return OptionalInt.of(of == 0 ? 0 : of == outOf ? 100 : Math.min(99, Math.max(1, rounded)));
    }
}
