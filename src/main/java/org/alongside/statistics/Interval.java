package org.alongside.statistics;

/**
 * From where to where a value may lie: 95 of 100 such intervals hold it.
 *
 * @param high above all numbers where nothing bounds it
 */
public record Interval(double low, double high) {
    /** How often an interval may miss. */
    static final double MISSES = 0.05;

    public Interval {
        if (!(low <= high)) throw new IllegalArgumentException("from " + low + " to " + high);
    }

    public boolean holds(double value) {
        return low <= value && value <= high;
    }

    /** Both, and whatever lies between them. */
    Interval and(Interval other) {
        return new Interval(Math.min(low, other.low), Math.max(high, other.high));
    }

    /**
     * Square-and-add: how far a difference of two proportions reaches, from how far each of them does.
     * Source: R. G. Newcombe, Statistics in Medicine 17 (1998), pages 873 (method 10, independent) and 2635 (method 10, paired).
     *
     * @param phi how the two go together; 0 where they are independent
     */
    static Interval ofDifference(Proportion after, Proportion before, double phi) {
        double p = after.share().orElseThrow(), q = before.share().orElseThrow(), difference = p - q;
        Interval ofP = after.interval().orElseThrow(), ofQ = before.interval().orElseThrow();
        double low = difference - distance(p - ofP.low, ofQ.high - q, phi), high = difference + distance(ofP.high - p, q - ofQ.low, phi);
        return new Interval(Math.max(-1, low), Math.min(1, high));
    }

    private static double distance(double one, double other, double phi) {
        return Math.sqrt(Math.max(0, one * one - 2 * phi * one * other + other * other));
    }
}
