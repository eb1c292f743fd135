package org.alongside.evaluation;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.alongside.evaluation.Counted.Compared;
import org.alongside.shared.Amount;
import org.alongside.statistics.ChangeTest;
import org.alongside.statistics.Finding;
import org.alongside.statistics.Interval;
import org.alongside.statistics.PairedScale;
import org.alongside.statistics.PairedTable;
import org.alongside.statistics.Proportion;

/**
 * One question at two times, of the same people, as it may be said. What may not is empty.
 *
 * @param table the four cells, and with them the test of ups and downs
 * @param interval of the change, as a share of all: where the cells are hidden, wide enough for whatever they are
 * @param open people who were asked both times and left it open, or answered outside the scale, at least once
 */
public record Paired(Compared two, Share before, Share after, Finding finding, Optional<PairedTable> table, Optional<Interval> interval, Optional<Moved> moved, Amount open) {
    /** People by where they went on the scale. @param ranks empty where some step of change has few */
    public record Moved(int improved, int same, int worse, OptionalDouble median, Optional<Ranks> ranks) {}

    /** @param biserial from -1, all who changed are worse, to 1 */
    public record Ranks(OptionalDouble biserial, ChangeTest test) {}

    /** For those who hold the answers. */
    static Paired exactly(Compared two, Laid laid) {
        PairedTable table = laid.table();
        return new Paired(two, Share.exactly(table.before()), Share.exactly(table.after()), table.finding(), Optional.of(table), table.interval(), laid.scale().map(scale -> moved(scale, true)), Amount.exactly(laid.open()));
    }

    /** For everybody else. Empty where too few people stand behind it. */
    static Optional<Paired> leaving(Compared two, Laid laid) {
        PairedTable table = laid.table();
        if (table.people() < Leaving.PEOPLE) return Optional.empty();
        Amount open = Amount.about(laid.open());
        Share before = Leaving.of(table.before()), after = Leaving.of(table.after());
        if (Leaving.mayStand(table)) {
            Optional<Moved> moved = laid.scale().filter(scale -> Leaving.mayStand(scale.improved(), scale.same(), scale.worse())).map(scale -> moved(scale, everyStepMayStand(scale)));
            return Optional.of(new Paired(two, before, after, Leaving.said(table.finding()), Optional.of(table), table.interval(), moved, open));
        }
        List<PairedTable> like = Leaving.like(table);
        return Optional.of(new Paired(two, before, after, Leaving.finding(like.stream().map(PairedTable::finding)), Optional.empty(), Optional.of(Leaving.interval(like)), Optional.empty(), open));
    }

    /** For everybody else, where the people are partly those of another comparison: in steps of five. */
    static Optional<Paired> roughly(Compared two, Laid laid) {
        PairedTable table = laid.table();
        if (table.people() < Leaving.PEOPLE) return Optional.empty();
        return Optional.of(new Paired(two, Leaving.about(table.before()), Leaving.about(table.after()), Leaving.said(table.finding()), Optional.empty(), Optional.empty(), Optional.empty(), Amount.about(laid.open())));
    }

    private static boolean everyStepMayStand(PairedScale scale) {
        for (int by = 1 - scale.steps(); by < scale.steps(); by++) if (!Leaving.mayStand(scale.moved(by))) return false;
        return true;
    }

    private static Moved moved(PairedScale scale, boolean ranks) {
        return new Moved(scale.improved(), scale.same(), scale.worse(), scale.medianChange(), ranks ? Optional.of(new Ranks(scale.rankBiserial(), scale.signedRank())) : Optional.empty());
    }

    public Amount people() {
        return before.outOf();
    }

    /** The share after less the share before, in points, from where to where it can be; empty where a percentage would not stand either. */
    public Optional<int[]> points() {
        if (!people().isExact() || people().from() < Proportion.PERCENT_FROM) return Optional.empty();
        return Optional.of(new int[] {points(after.of().from() - before.of().to()), points(after.of().to() - before.of().from())});
    }

    private int points(int people) {
        return (int) Math.round(100.0 * people / people().from());
    }
}
