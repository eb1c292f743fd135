package org.alongside.evaluation;

import java.util.Optional;
import java.util.stream.IntStream;
import org.alongside.statistics.Finding;
import org.alongside.statistics.Interval;
import org.alongside.statistics.MissingAnswers;
import org.alongside.statistics.PairedTable;
import org.alongside.statistics.PairingBounds;
import org.alongside.statistics.Proportion;
import org.alongside.statistics.Unpaired;

/**
 * People whose answers before and after cannot be laid over each other: two groups, never added to the pairs.
 *
 * @param interval of the difference between two groups of different people
 * @param bounds whatever belongs together, if they were the same people after all
 * @param missing the pairs with those who answered before only: as if all of them had said no after, and as if all had said yes
 */
public record Apart(Optional<Share> before, Optional<Share> after, Finding finding, Optional<Interval> interval, Optional<PairingBounds> bounds, Optional<Missing> missing) {
    /** @param worst the change, in points, if all had said no after; {@code best} if all had said yes */
    public record Missing(int people, int worst, int best) {}

    /** Of fewer than ten at either time nothing is said of a difference, whatever an interval makes of them. */
    private static final Finding FEW = Finding.NOBODY;
    /** More would take long to look at, and say no more. */
    private static final int MOST_TO_PAIR = 1000;

    static Apart exactly(Proportion before, Proportion after, Optional<PairedTable> pairs) {
        Unpaired two = new Unpaired(before, after);
        return new Apart(Optional.of(Share.exactly(before)), Optional.of(Share.exactly(after)), enough(before, after) ? two.finding() : FEW, enough(before, after) ? two.interval() : Optional.empty(), bounds(before, after), pairs.filter(table -> table.people() >= Proportion.PERCENT_FROM && before.outOf() > 0).map(table -> missing(table, before)));
    }

    static Apart leaving(Proportion before, Proportion after) {
        Optional<Share> first = some(before), second = some(after);
        boolean exact = first.flatMap(Share::proportion).isPresent() && second.flatMap(Share::proportion).isPresent();
        return new Apart(first, second, first.isEmpty() || second.isEmpty() ? FEW : Leaving.finding(like(first.get()).boxed().flatMap(yes -> like(second.get()).mapToObj(too -> new Unpaired(new Proportion(yes, before.outOf()), new Proportion(too, after.outOf())).finding()))),
                exact ? new Unpaired(before, after).interval() : Optional.empty(), exact ? bounds(before, after) : Optional.empty(), Optional.empty());
    }

    private static Optional<Share> some(Proportion all) {
        return all.outOf() < Leaving.PEOPLE ? Optional.empty() : Optional.of(Leaving.of(all));
    }

    private static IntStream like(Share share) {
        return IntStream.rangeClosed(share.of().from(), share.of().to());
    }

    private static boolean enough(Proportion before, Proportion after) {
        return Math.min(before.outOf(), after.outOf()) >= Proportion.PERCENT_FROM;
    }

    private static Optional<PairingBounds> bounds(Proportion before, Proportion after) {
        return enough(before, after) && Math.abs(before.outOf() - after.outOf()) <= MOST_TO_PAIR ? Optional.of(PairingBounds.of(before, after)) : Optional.empty();
    }

    private static Missing missing(PairedTable pairs, Proportion before) {
        MissingAnswers missing = new MissingAnswers(pairs, before.of(), before.outOf() - before.of());
        return new Missing(before.outOf(), points(missing.worst()), points(missing.best()));
    }

    private static int points(PairedTable table) {
        return (int) Math.round(100 * table.change().orElse(0));
    }
}
