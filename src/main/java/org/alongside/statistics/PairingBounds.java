package org.alongside.statistics;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToIntFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The same people, whose answers before and after nobody can put together: between which ends the truth lies, however they belong together.
 *
 * @param ends the tables at the ends. With the answers given, each pair more that agrees makes p and the interval smaller (so tests try), so nothing lies beyond them
 */
public record PairingBounds(List<PairedTable> ends) {
    public PairingBounds {
        if (ends.isEmpty()) throw new IllegalArgumentException("no ends");
        ends = List.copyOf(ends);
    }

    public static PairingBounds of(Proportion before, Proportion after) {
        return of(new PairedTable(0, 0, 0, 0), before, after);
    }

    /** Some answers are paired, the others not. Where more answered at one time than at the other, all who answered at the other are taken to be among them, and the missing may have said anything. */
    public static PairingBounds of(PairedTable paired, Proportion before, Proportion after) {
        int people = Math.max(before.outOf(), after.outOf()), missingBefore = people - before.outOf(), missingAfter = people - after.outOf();
        return new PairingBounds(IntStream.rangeClosed(before.of(), before.of() + missingBefore).boxed()
                .flatMap(yesBefore -> IntStream.rangeClosed(after.of(), after.of() + missingAfter).boxed().flatMap(yesAfter -> ends(yesBefore, yesAfter, people))).map(paired::plus).distinct().toList());
    }

    private static Stream<PairedTable> ends(int before, int after, int people) {
        return Stream.of(Math.max(0, (int) ((long) before + after - people)), Math.min(before, after)).map(both -> new PairedTable(both, before - both, after - both, people - before - after + both));
    }

    public int leastGained() {
        return least(PairedTable::gained);
    }

    public int mostGained() {
        return most(PairedTable::gained);
    }

    public int leastLost() {
        return least(PairedTable::lost);
    }

    public int mostLost() {
        return most(PairedTable::lost);
    }

    private int least(ToIntFunction<PairedTable> cell) {
        return ends.stream().mapToInt(cell).min().orElseThrow();
    }

    private int most(ToIntFunction<PairedTable> cell) {
        return ends.stream().mapToInt(cell).max().orElseThrow();
    }

    public OptionalDouble smallestP() {
        return p().min();
    }

    public OptionalDouble largestP() {
        return p().max();
    }

    /** Where nobody changed, nothing speaks against chance. */
    private DoubleStream p() {
        return ends.stream().filter(end -> end.people() > 0).mapToDouble(end -> end.test().p().orElse(1));
    }

    /** Holds the intervals of all ways the answers may belong together. */
    public Optional<Interval> interval() {
        return ends.stream().flatMap(end -> end.interval().stream()).reduce(Interval::and);
    }

    /** What may be said whatever belongs together; no clear change where the ends do not agree. */
    public Finding finding() {
        List<Finding> all = ends.stream().map(PairedTable::finding).distinct().toList();
        return all.size() == 1 ? all.get(0) : Finding.NO_CLEAR_CHANGE;
    }
}
