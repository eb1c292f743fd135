package org.alongside.statistics;

import java.util.OptionalDouble;

/**
 * How easily such changes come about by chance, if up and down are equally likely.
 *
 * @param p two-sided; empty where nobody changed, and to be left out where too few did
 * @param midP the same with half the weight of what was seen, less careful and closer to the 5 % it is held against; empty where the test is not one of ups and downs alone
 */
public record ChangeTest(Enough enough, OptionalDouble p, OptionalDouble midP, Method method) {
    public enum Method {
        /** Every way the changes could have fallen is counted. */
        EXACT,
        /** By the normal distribution, corrected for ties and steps: there were too many ways to count. */
        APPROXIMATE
    }

    static ChangeTest none(Enough enough) {
        return new ChangeTest(enough, OptionalDouble.empty(), OptionalDouble.empty(), Method.EXACT);
    }

    /** Ups and downs only: the exact test of McNemar, and the sign test. */
    static ChangeTest ofDirections(long people, int up, int down) {
        Enough enough = Enough.of(people, (long) up + down);
        if (up + down == 0) return none(enough);
        int fewer = Math.min(up, down);
        return new ChangeTest(enough, OptionalDouble.of(Chance.twoSided(fewer, up + down, 0.5)), OptionalDouble.of(Chance.midP(fewer, up + down)), Method.EXACT);
    }

    /** Whether there was enough to test, and chance alone brings it about less than one time in twenty. */
    public boolean isClear() {
        return enough == Enough.ENOUGH && p.orElse(1) < Interval.MISSES;
    }
}
