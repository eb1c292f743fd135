package org.alongside.statistics;

import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.HypergeometricDistribution;

/** Exact probabilities. The library has the distributions; its two-sided tests lose equal probabilities to rounding (docs/adr/0028), so the tails are put together here. */
final class Chance {
    /** How much rounding may make equal probabilities differ. */
    private static final double EQUAL = 1 + 1e-7;

    private Chance() {
    }

    /** Twice the smaller tail: the p that goes with the interval of Clopper and Pearson, and for a share of one half the only one there is. */
    static double twoSided(int of, int outOf, double share) {
        BinomialDistribution all = BinomialDistribution.of(outOf, share);
        return Math.min(1, 2 * Math.min(all.cumulativeProbability(of), all.survivalProbability(of - 1)));
    }

    /** For a share of one half. Source: M. W. Fagerland, S. Lydersen, P. Laake, BMC Medical Research Methodology 13:91 (2013). */
    static double midP(int of, int outOf) {
        double seen = BinomialDistribution.of(outOf, 0.5).probability(of);
        return 2 * of == outOf ? 1 - seen / 2 : twoSided(of, outOf, 0.5) - seen;
    }

    /** Fisher's exact test of two shares: all tables with the same margins that are no more likely than this one. */
    static double fisher(Proportion one, Proportion other) {
        int yes = one.of() + other.of(), people = one.outOf() + other.outOf();
        if (yes == 0 || yes == people || one.outOf() == 0 || other.outOf() == 0) return 1;
        HypergeometricDistribution all = HypergeometricDistribution.of(people, yes, one.outOf());
        double limit = all.probability(one.of()) * EQUAL, p = 0;
        for (int of = all.getSupportLowerBound(); of <= all.getSupportUpperBound(); of++) {
            double probability = all.probability(of);
            if (probability <= limit) p += probability;
        }
        return Math.min(1, p);
    }
}
