package org.alongside.statistics;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** The same people on the steps of an ordered scale, before and after: improved, same or worse, and how easily that comes about by chance. Steps are counted from 0, and a higher one is better. */
public final class PairedScale {
    public static final int MOST_STEPS = 11;
    private final int[][] counts;
    /** People by how many steps they moved; nobody moved is in the middle. */
    private final int[] moved;

    private PairedScale(int[][] counts) {
        this.counts = counts;
        this.moved = new int[2 * counts.length - 1];
        for (int before = 0; before < counts.length; before++) {
            for (int after = 0; after < counts.length; after++) moved[after - before + counts.length - 1] += counts[before][after];
        }
    }

    /** @param counts people by their step before, then by their step after */
    public static PairedScale of(int[][] counts) {
        if (counts.length < 2 || counts.length > MOST_STEPS) throw new IllegalArgumentException("from 2 to " + MOST_STEPS + " steps");
        long people = 0;
        for (int[] row : counts) {
            if (row.length != counts.length) throw new IllegalArgumentException("as many steps after as before");
            for (int cell : row) {
                if (cell < 0) throw new IllegalArgumentException("less than nobody");
                people += cell;
            }
        }
        if (people > Integer.MAX_VALUE) throw new IllegalArgumentException(people + " people");
        return new PairedScale(Arrays.stream(counts).map(int[]::clone).toArray(int[][]::new));
    }

    public int steps() {
        return counts.length;
    }

    public int people() {
        return IntStream.of(moved).sum();
    }

    /** People on each step before. */
    public int[] before() {
        return Arrays.stream(counts).mapToInt(row -> IntStream.of(row).sum()).toArray();
    }

    /** People on each step after. */
    public int[] after() {
        return IntStream.range(0, steps()).map(step -> Arrays.stream(counts).mapToInt(row -> row[step]).sum()).toArray();
    }

    public int improved() {
        return IntStream.range(1, steps()).map(this::moved).sum();
    }

    public int same() {
        return moved(0);
    }

    public int worse() {
        return IntStream.range(1, steps()).map(size -> moved(-size)).sum();
    }

    /** Yes from a step on, fixed before anybody looked at the answers. */
    public PairedTable yesFrom(int step) {
        int both = 0, lost = 0, gained = 0;
        for (int before = 0; before < steps(); before++) {
            for (int after = 0; after < steps(); after++) {
                if (before >= step && after >= step) both += counts[before][after];
                else if (before >= step) lost += counts[before][after];
                else if (after >= step) gained += counts[before][after];
            }
        }
        return new PairedTable(both, lost, gained, people() - both - lost - gained);
    }

    /** In steps; between the two in the middle where they differ. */
    public OptionalDouble medianChange() {
        int people = people();
        return people == 0 ? OptionalDouble.empty() : OptionalDouble.of((moveOf((people - 1) / 2) + moveOf(people / 2)) / 2.0);
    }

    private int moveOf(int person) {
        int at = 0;
        for (int before = moved[0]; before <= person; before += moved[at]) at++;
        return at - steps() + 1;
    }

    /** People who moved by so many steps; below 0, down. */
    public int moved(int by) {
        return Math.abs(by) < steps() ? moved[steps() - 1 + by] : 0;
    }

    SignedRanks ranks() {
        return new SignedRanks(IntStream.range(1, steps()).map(this::moved).toArray(), IntStream.range(1, steps()).map(size -> moved(-size)).toArray());
    }

    /** From -1, all who changed are worse, to 1, all are better; large changes weigh more. Empty where nobody changed. */
    public OptionalDouble rankBiserial() {
        return ranks().biserial();
    }

    /** Wilcoxon's signed-rank test: who did not change is left out, and equal changes share their rank. */
    public ChangeTest signedRank() {
        return ranks().test(people());
    }

    /** Only how many improved and how many got worse. */
    public ChangeTest signTest() {
        return ChangeTest.ofDirections(people(), improved(), worse());
    }

    /** An ordered scale has no interval of its own; no change lies outside where the signed-rank test says so. */
    public Finding finding() {
        ChangeTest test = signedRank();
        if (test.enough() != Enough.ENOUGH) return Finding.valueOf(test.enough().name());
        return !test.isClear() ? Finding.NO_CLEAR_CHANGE : rankBiserial().orElse(0) > 0 ? Finding.ROSE : Finding.FELL;
    }
}
