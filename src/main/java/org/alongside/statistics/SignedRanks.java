package org.alongside.statistics;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.inference.ContinuityCorrection;
import org.apache.commons.statistics.inference.PValueMethod;
import org.apache.commons.statistics.inference.WilcoxonSignedRankTest;

/**
 * Changes by their size. A scale of k steps leaves k - 1 sizes, and all changes of one size share one rank, so the sum of the ranks of those who improved is a sum of binomials, each times its rank.
 * Ranks are doubled: then they are whole numbers, and nothing equal is lost to rounding.
 *
 * @param up how many improved by one step, by two steps and so on
 * @param down how many got worse by as many
 */
record SignedRanks(int[] up, int[] down) {
    /** How many sums are held, or steps taken, before it is worked out by the normal distribution instead: some milliseconds. */
    static final long MOST_WORK = 4_000_000;

    private record Size(int people, long rank) {}

    private int people(int size) {
        return up[size] + down[size];
    }

    private long changed() {
        return IntStream.range(0, up.length).mapToLong(this::people).sum();
    }

    /** Twice the mean rank of a size. */
    private long rank(int size) {
        return 2 * IntStream.range(0, size).mapToLong(this::people).sum() + people(size) + 1;
    }

    private long sum(int[] people) {
        return IntStream.range(0, people.length).mapToLong(size -> rank(size) * people[size]).sum();
    }

    OptionalDouble biserial() {
        long better = sum(up), worse = sum(down);
        return better + worse == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) (better - worse) / (better + worse));
    }

    ChangeTest test(long answered) {
        Enough enough = Enough.of(answered, changed());
        if (changed() == 0) return ChangeTest.none(enough);
        Optional<Double> exact = exact();
        return new ChangeTest(enough, OptionalDouble.of(exact.orElseGet(this::approximate)), OptionalDouble.empty(), exact.isPresent() ? ChangeTest.Method.EXACT : ChangeTest.Method.APPROXIMATE);
    }

    /** Twice the probability of a sum as small as the smaller one; both ends are the same. Empty where it would be too much work. */
    Optional<Double> exact() {
        long smaller = Math.min(sum(up), sum(down));
        List<Size> sizes = IntStream.range(0, up.length).filter(size -> people(size) > 0).mapToObj(size -> new Size(people(size), rank(size))).sorted(Comparator.comparingInt(Size::people)).toList();
        Size largest = sizes.get(sizes.size() - 1);
        double[] sums = {1};
        long ways = 1, work = 0;
        for (Size size : sizes.subList(0, sizes.size() - 1)) {
            long length = Math.min(sums.length - 1 + size.rank * size.people, smaller) + 1;
            work += Math.min(ways, sums.length) * (size.people + 1L);
            if (Math.max(length, work) > MOST_WORK) return Optional.empty();
            ways *= size.people + 1L;
            sums = plus(sums, size, (int) length);
        }
        double[] tail = upTo(largest);
        double p = 0;
        for (int sum = 0; sum < sums.length; sum++) if (sums[sum] > 0) p += sums[sum] * tail[(int) Math.min(largest.people, (smaller - sum) / largest.rank)];
        return Optional.of(Math.min(1, 2 * p));
    }

    private static double[] plus(double[] sums, Size size, int length) {
        BinomialDistribution better = BinomialDistribution.of(size.people, 0.5);
        double[] chances = IntStream.rangeClosed(0, size.people).mapToDouble(better::probability).toArray(), all = new double[length];
        for (int sum = 0; sum < sums.length; sum++) {
            if (sums[sum] == 0) continue;
            long at = sum;
            for (int people = 0; people <= size.people && at < length; people++, at += size.rank) all[(int) at] += sums[sum] * chances[people];
        }
        return all;
    }

    /** The probability of so many or fewer. */
    private static double[] upTo(Size size) {
        BinomialDistribution better = BinomialDistribution.of(size.people, 0.5);
        double[] tail = new double[size.people + 1];
        for (int people = 0; people < tail.length; people++) tail[people] = better.probability(people) + (people == 0 ? 0 : tail[people - 1]);
        return tail;
    }

    double approximate() {
        double[] changes = new double[Math.toIntExact(changed())];
        int at = 0;
        for (int size = 0; size < up.length; size++) {
            for (int person = 0; person < up[size]; person++) changes[at++] = size + 1;
            for (int person = 0; person < down[size]; person++) changes[at++] = -size - 1;
        }
        return WilcoxonSignedRankTest.withDefaults().with(PValueMethod.ASYMPTOTIC).with(ContinuityCorrection.ENABLED).test(changes).getPValue();
    }
}
