package org.alongside.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.alongside.statistics.Finding;
import org.alongside.statistics.Interval;
import org.alongside.statistics.PairedTable;
import org.alongside.statistics.Proportion;

/**
 * What of a report leaves those who hold the answers: the one place where it is decided (docs/adr/0030). Whatever is hidden here can be at least four
 * different numbers for whoever knows all that is shown, and this rule too.
 */
final class Leaving {
    /** From how many people on a question is shown at all. */
    static final int PEOPLE = 10;
    /** From how many people on an answer is shown. */
    static final int SHOWN_FROM = 5;
    private static final int ABOUT = 5, POINTS = 5;
    static final String NOT_SHOWN = "not shown";

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

    /** To the nearest five. Safety: for numbers of people who are partly the same as others in the report, so that one taken from the other gives away nobody in between. */
    static Amount about(int people) {
        if (people < SHOWN_FROM) return new Amount(0, SHOWN_FROM - 1, "fewer than " + SHOWN_FROM);
        int about = (people + ABOUT / 2) / ABOUT * ABOUT;
        return new Amount(about - ABOUT / 2, about + ABOUT / 2, "about " + about);
    }

    static Share about(Proportion share) {
        Amount of = of(share.of(), share.outOf());
        return new Share(of.isExact() ? about(share.of()) : new Amount(of.from() == 0 ? 0 : about(share.of()).from(), of.from() == 0 ? SHOWN_FROM - 1 : about(share.outOf()).to(), of.words()), about(share.outOf()));
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

    /** The parts of a whole that stands beside them. */
    static List<Amount> parts(int... people) {
        if (mayStand(people)) return IntStream.of(people).mapToObj(Amount::exactly).toList();
        // Safety: once one is small, none and few look alike, and the next smallest go with them until no hidden one can be worked out from the whole.
        List<Integer> hidden = new ArrayList<>(IntStream.range(0, people.length).filter(part -> people[part] < SHOWN_FROM).boxed().toList());
        List<Integer> rest = IntStream.range(0, people.length).filter(part -> !hidden.contains(part)).boxed().sorted(Comparator.comparing(part -> people[part])).toList();
        int sum = hidden.stream().mapToInt(part -> people[part]).sum();
        boolean open = isOpen(sum, hidden.size());
        for (int next = 0; !open && next < rest.size() && (next == 0 || sum < 2 * SHOWN_FROM); next++) {
            sum += people[rest.get(next)];
            hidden.add(rest.get(next));
        }
        int most = open ? SHOWN_FROM - 1 : sum;
        String words = open ? "fewer than " + SHOWN_FROM : NOT_SHOWN;
        return IntStream.range(0, people.length).mapToObj(part -> hidden.contains(part) ? new Amount(0, most, words) : Amount.exactly(people[part])).toList();
    }

    /** Whether each of some small numbers can be any of four, when their sum is known. */
    private static boolean isOpen(int sum, int parts) {
        int most = SHOWN_FROM - 1;
        return Math.min(most, sum) - Math.max(0, sum - most * (parts - 1)) >= most - 1;
    }

    /** The same for a whole cut in two whose both halves stand beside them; empty where one of these is itself hidden. */
    static Optional<List<Amount>> parts(int[] people, int cut) {
        int below = IntStream.of(people).limit(cut).sum(), all = IntStream.of(people).sum();
        if (all < PEOPLE || !of(below, all).isExact()) return Optional.empty();
        return Optional.of(Stream.concat(parts(IntStream.of(people).limit(cut).toArray()).stream(), parts(IntStream.of(people).skip(cut).toArray()).stream()).toList());
    }
}
