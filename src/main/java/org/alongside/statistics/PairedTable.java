package org.alongside.statistics;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The same people, yes or no, before and after: the four cells that text books call a, b, c and d.
 *
 * @param both a: yes before and after
 * @param lost b: yes before, no after
 * @param gained c: no before, yes after
 * @param neither d: no before and after
 */
public record PairedTable(int both, int lost, int gained, int neither) {
    public PairedTable {
        if (both < 0 || lost < 0 || gained < 0 || neither < 0) throw new IllegalArgumentException("less than nobody");
        Math.addExact(Math.addExact(both, lost), Math.addExact(gained, neither));
    }

    public int people() {
        return both + lost + gained + neither;
    }

    public int changed() {
        return lost + gained;
    }

    public Proportion before() {
        return new Proportion(both + lost, people());
    }

    public Proportion after() {
        return new Proportion(both + gained, people());
    }

    /** The share after less the share before, from -1 to 1. */
    public OptionalDouble change() {
        return people() == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) (gained - lost) / people());
    }

    /** Of the change: Newcombe's square-and-add for pairs, method 10. */
    public Optional<Interval> interval() {
        return people() == 0 ? Optional.empty() : Optional.of(Interval.ofDifference(after(), before(), phi()));
    }

    /** How answers before and after go together, corrected for steps; 0 where all gave the same answer once, and nothing can go together. */
    private double phi() {
        double margins = Math.sqrt((double) (both + lost) * (gained + neither)) * Math.sqrt((double) (both + gained) * (lost + neither));
        if (margins == 0) return 0;
        double together = (double) both * neither - (double) lost * gained, step = people() / 2.0;
        return (together < 0 ? together : Math.max(0, together - step)) / margins;
    }

    /** McNemar's exact test on those who changed. */
    public ChangeTest test() {
        return ChangeTest.ofDirections(people(), gained, lost);
    }

    public Finding finding() {
        return Finding.of(test().enough(), interval(), 0);
    }

    PairedTable plus(PairedTable other) {
        return new PairedTable(both + other.both, lost + other.lost, gained + other.gained, neither + other.neither);
    }
}
