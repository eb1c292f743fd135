package org.alongside.evaluation;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.alongside.shared.Amount;
import org.alongside.shared.SmallNumbers;
import org.alongside.statistics.Finding;
import org.alongside.statistics.Interval;
import org.alongside.statistics.PairedTable;
import org.alongside.statistics.Proportion;

/**
 * What of a report leaves those who hold the answers: the one place where it is decided (docs/adr/0030). Whatever is hidden here can be at least three
 * different numbers for whoever knows all that is shown, and this rule too; the cells of a table at least four.
 */
final class Leaving {
    /** From how many people on a question is shown at all. */
    static final int PEOPLE = 10;
    /** From how many people on an answer is shown. */
    static final int SHOWN_FROM = SmallNumbers.SHOWN_FROM;
    private static final int POINTS = 5;
    static final String NOT_SHOWN = SmallNumbers.NOT_SHOWN;

    private Leaving() {
    }

    /** So many of all. Safety: nobody looks like few, and all like nearly all: of everybody it would be known what they said. */
    static Amount of(int people, int all) {
        if (people < SHOWN_FROM) return new Amount(0, Math.min(SHOWN_FROM - 1, all), "fewer than " + SHOWN_FROM);
        if (all - people < SHOWN_FROM) return new Amount(all - SHOWN_FROM + 1, all, "all but fewer than " + SHOWN_FROM);
        return Amount.exactly(people);
    }

    static Share of(Proportion share) {
        return new Share(of(share.of(), share.outOf()), Amount.exactly(share.outOf()));
    }

    static Share about(Proportion share) {
        Amount of = of(share.of(), share.outOf());
        return new Share(of.isExact() ? Amount.about(share.of()) : new Amount(of.from() == 0 ? 0 : Amount.about(share.of()).from(), of.from() == 0 ? SHOWN_FROM - 1 : Amount.about(share.outOf()).to(), of.words()), Amount.about(share.outOf()));
    }

    /** Whether numbers may stand beside what they add up to: none of them is small enough to be somebody. */
    static boolean mayStand(int... people) {
        return IntStream.of(people).allMatch(one -> one == 0 || one >= SHOWN_FROM);
    }

    /** Whether the four cells may be shown, and all that is worked out from them. */
    static boolean mayStand(PairedTable table) {
        return mayStand(table.both(), table.lost(), table.gained(), table.neither()) && of(table.before()).of().isExact() && of(table.after()).of().isExact();
    }

    /** Every table that looks the same from outside, itself among them, once its cells are hidden. */
    static List<PairedTable> like(PairedTable table) {
        int people = table.people();
        Amount before = of(table.before()).of(), after = of(table.after()).of();
        return IntStream.rangeClosed(before.from(), before.to()).boxed().flatMap(yesBefore -> IntStream.rangeClosed(after.from(), after.to()).boxed().flatMap(yesAfter ->
                IntStream.rangeClosed(Math.max(0, yesBefore + yesAfter - people), Math.min(yesBefore, yesAfter)).mapToObj(both -> new PairedTable(both, yesBefore - both, yesAfter - both, people - yesBefore - yesAfter + both)).filter(one -> !mayStand(one)))).toList();
    }

    /** Safety: an interval is worked out from the cells and would give them away. Where they are hidden, it holds those of all tables that look the same, in steps of five points outwards. */
    static Interval interval(List<PairedTable> like) {
        List<Interval> all = like.stream().flatMap(one -> one.interval().stream()).toList();
        return new Interval(Math.max(-1, down(all.stream().mapToDouble(Interval::low).min().orElse(-1))), Math.min(1, -down(-all.stream().mapToDouble(Interval::high).max().orElse(1))));
    }

    private static double down(double share) {
        return Math.floor(share * 100 / POINTS + 1e-9) * POINTS / 100;
    }

    /** What may be said of all of them; no clear change where they do not agree. */
    static Finding finding(Stream<Finding> like) {
        List<Finding> all = like.map(Leaving::said).distinct().limit(2).toList();
        return all.size() == 1 ? all.get(0) : Finding.NO_CLEAR_CHANGE;
    }

    /** Safety: that nobody changed their answer would say two of the four cells. */
    static Finding said(Finding finding) {
        return finding == Finding.NO_ONE_CHANGED ? Finding.TOO_FEW_CHANGED : finding;
    }

    /** The parts of a whole that stands beside them. Safety: all of them, or none: to hide a small one with the next smallest does not do, since whoever knows the rule works it out all the same. */
    static List<Amount> parts(int... people) {
        int whole = IntStream.of(people).sum();
        return IntStream.of(people).mapToObj(part -> mayStand(people) ? Amount.exactly(part) : new Amount(0, whole, NOT_SHOWN)).toList();
    }

    /** What people chose, to the nearest five. Safety: empty where nearly all chose the same, since it would be known what each of them said. */
    static Optional<List<Amount>> roughPicks(int... people) {
        int all = IntStream.of(people).sum();
        return all < PEOPLE || IntStream.of(people).anyMatch(one -> one > all - SHOWN_FROM) ? Optional.empty() : Amount.aboutParts(people);
    }

    /** The parts of a whole cut in two whose both halves stand beside them; empty where one of these is itself hidden. */
    static Optional<List<Amount>> parts(int[] people, int cut) {
        int below = IntStream.of(people).limit(cut).sum(), all = IntStream.of(people).sum();
        if (all < PEOPLE || !of(below, all).isExact()) return Optional.empty();
        return Optional.of(Stream.concat(parts(IntStream.of(people).limit(cut).toArray()).stream(), parts(IntStream.of(people).skip(cut).toArray()).stream()).toList());
    }
}
