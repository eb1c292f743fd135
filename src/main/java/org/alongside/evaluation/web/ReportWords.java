package org.alongside.evaluation.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.alongside.evaluation.Apart;
import org.alongside.evaluation.Asked;
import org.alongside.evaluation.Paired;
import org.alongside.evaluation.Paired.Moved;
import org.alongside.evaluation.Share;
import org.alongside.statistics.ChangeTest;
import org.alongside.statistics.Enough;
import org.alongside.statistics.Finding;
import org.alongside.statistics.Interval;
import org.alongside.statistics.PairedTable;

/** How a report says what it found: fixed by the numbers, the same for everybody who runs it. */
final class ReportWords {
    /** From which share before on there was little room to rise. */
    private static final double CEILING = 0.8;

    private ReportWords() {
    }

    static String sentence(Asked asked, Paired of) {
        if (of.finding() == Finding.NOBODY) return "Nobody to compare: nobody answered this at both times.";
        return of.finding().words() + ": " + of.before().words() + " people " + asked.counting() + " " + first(of) + ", " + of.after().words() + " " + second(of) + ".";
    }

    static String first(Paired of) {
        return switch (of.two()) {
            case BEFORE_AFTER, BEFORE_FOLLOW_UP -> "before";
            case AFTER_FOLLOW_UP -> "right after";
            case LOOKING_BACK_AFTER -> "looking back";
        };
    }

    static String second(Paired of) {
        return switch (of.two()) {
            case BEFORE_AFTER, LOOKING_BACK_AFTER -> "after";
            case BEFORE_FOLLOW_UP, AFTER_FOLLOW_UP -> "some months later";
        };
    }

    /** Two groups of people, who may be the same or not. */
    static String sentence(Asked asked, Apart of) {
        if (of.before().isEmpty() || of.after().isEmpty()) return "Too few people to say anything.";
        String numbers = of.before().get().words() + " people " + asked.counting() + " before, " + of.after().get().words() + " after.";
        return switch (of.finding()) {
            case ROSE -> "Higher after: ";
            case FELL -> "Lower after: ";
            case NOBODY -> "Too few people to say: ";
            default -> "No clear difference: ";
        } + numbers;
    }

    /** The change in points and how far it may reach; empty where a percentage would not stand either. */
    static Optional<String> change(Paired of) {
        return of.points().map(points -> {
            String change = points[0] == points[1] ? points(points[0]) : "between " + points(points[0]) + " and " + points(points[1]);
            return "A change of " + change + "." + of.interval().map(interval -> " " + (of.table().isPresent() ? "95 of 100 intervals made like this hold the true change; this one reaches from " : "With what is not shown, whatever it is, the interval reaches no further than from ") + points(interval) + ".").orElse("");
        });
    }

    static String points(Interval interval) {
        return signed(interval.low()) + " to " + signed(interval.high()) + " points";
    }

    private static String signed(double share) {
        long points = Math.round(100 * share);
        return points > 0 ? "+" + points : points < 0 ? "−" + -points : "0";
    }

    private static String points(int points) {
        return (points > 0 ? "+" + points : points < 0 ? "−" + -points : "0") + (Math.abs(points) == 1 ? " point" : " points");
    }

    static String missing(Apart.Missing missing) {
        return people(missing.people()) + " answered this before only. Had all of them said no after, the change would be " + points(missing.worst()) + "; had all said yes, " + points(missing.best()) + ".";
    }

    static String range(Share share) {
        return share.interval().map(interval -> Math.round(100 * interval.low()) + " to " + Math.round(100 * interval.high()) + " %").orElse("–");
    }

    static String moved(Moved moved) {
        String median = moved.median().isPresent() && moved.improved() + moved.worse() > 0 ? " The middle change is " + steps(moved.median().getAsDouble()) + "." : "";
        return moved.improved() + " improved, " + moved.same() + " stayed the same, " + moved.worse() + " got worse on the scale." + median;
    }

    private static String steps(double steps) {
        String number = steps == Math.rint(steps) ? String.valueOf(Math.round(Math.abs(steps))) : String.format(Locale.UK, "%.1f", Math.abs(steps));
        return steps == 0 ? "no step" : number + (Math.abs(steps) == 1 ? " step " : " steps ") + (steps > 0 ? "up" : "down");
    }

    static List<String> tests(Paired of, OptionalDouble adjusted) {
        List<String> tests = new ArrayList<>();
        of.table().map(PairedTable::test).ifPresent(test -> tests.add(test.enough() == Enough.ENOUGH ? "Exact McNemar test: p " + p(test.p()) + ", mid-p " + p(test.midP()) + (adjusted.isPresent() ? "; with all questions taken together (Holm) p " + p(adjusted) : "") + "."
                : "Not tested: " + not(test.enough(), of.table().get().changed()) + "."));
        of.moved().flatMap(Moved::ranks).filter(ranks -> ranks.test().enough() == Enough.ENOUGH).ifPresent(ranks -> tests.add("On the whole scale, signed ranks" + (ranks.test().method() == ChangeTest.Method.EXACT ? ", exact" : ", by the normal distribution") + ": p " + p(ranks.test().p())
                + (ranks.biserial().isPresent() ? "; rank-biserial " + String.format(Locale.UK, "%.2f", ranks.biserial().getAsDouble()).replace('-', '−') : "") + "."));
        return tests;
    }

    private static String not(Enough enough, int changed) {
        return switch (enough) {
            case NOBODY -> "nobody answered at both times";
            case NO_ONE_CHANGED -> "no one changed their answer";
            default -> "only " + changed + " changed, and fewer than " + Enough.CHANGED_FROM + " can always be chance";
        };
    }

    static String p(OptionalDouble p) {
        if (p.isEmpty()) return "–";
        return p.getAsDouble() < 0.001 ? "less than 0.001" : String.format(Locale.UK, "= %.3f", p.getAsDouble());
    }

    static boolean isNearCeiling(Paired of) {
        return of.before().outOf().to() > 0 && (double) of.before().of().from() / of.before().outOf().to() >= CEILING;
    }

    static String people(int people) {
        return people == 1 ? "1 person" : people + " people";
    }
}
