package org.alongside.evaluation;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.alongside.shared.Amount;
import org.alongside.statistics.Rate;
import org.alongside.statistics.RunChart;

/**
 * What followed in the agencies whose people came, month by month. It followed; nothing here says that it was caused.
 *
 * @param usual the middle of the months before; empty where there are none, or where it may not be said
 * @param followed the first stretch after the first course that is more than the usual up and down
 * @param rate all before and all after; empty where a month is hidden
 */
public record Referrals(List<Month> months, OptionalDouble usual, Optional<Stretch> followed, boolean longEnough, Optional<Rate> rate) {
    public record Month(YearMonth month, Amount referrals, boolean after) {}

    public record Stretch(YearMonth from, YearMonth to, boolean up) {}

    static Optional<Referrals> of(List<Behaviour.Month> known, boolean leaving) {
        if (known.isEmpty()) return Optional.empty();
        int first = (int) known.stream().filter(month -> !month.after()).count();
        List<Month> months = known.stream().map(one -> new Month(one.month(), leaving && one.referrals() < Leaving.SHOWN_FROM ? Amount.about(one.referrals()) : Amount.exactly(one.referrals()), one.after())).toList();
        RunChart chart = new RunChart(known.stream().map(one -> (double) one.referrals()).toList(), first);
        // Safety: what the months add up to, or lie around, gives a hidden one away.
        boolean all = months.stream().allMatch(one -> one.referrals().isExact());
        Optional<Stretch> followed = all ? chart.followed(first).map(one -> new Stretch(known.get(one.first()).month(), known.get(one.last()).month(), one.up())) : Optional.empty();
        Optional<Rate> rate = all && first > 0 && first < known.size() ? Optional.of(new Rate(sum(known, 0, first), first, sum(known, first, known.size()), known.size() - first)) : Optional.empty();
        return Optional.of(new Referrals(months, all ? chart.median() : OptionalDouble.empty(), followed, chart.isLongEnough(), rate));
    }

    private static int sum(List<Behaviour.Month> months, int from, int to) {
        return IntStream.range(from, to).map(at -> months.get(at).referrals()).sum();
    }

    public boolean isWhole() {
        return months.stream().allMatch(one -> one.referrals().isExact());
    }

    /** Whether it is known that there was none at all. */
    public boolean isNone() {
        return months.stream().allMatch(one -> one.referrals().to() == 0);
    }

    /** How many months lie after the first course, its own among them. */
    public long after() {
        return months.stream().filter(Month::after).count();
    }
}
