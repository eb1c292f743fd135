package org.alongside.evaluation.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.alongside.evaluation.Asked;
import org.alongside.evaluation.Counted.Compared;
import org.alongside.evaluation.Evaluation;
import org.alongside.evaluation.Paired;
import org.alongside.evaluation.Referrals;
import org.alongside.evaluation.Report;
import org.alongside.evaluation.Share;
import org.alongside.instruments.InstrumentKind;
import org.alongside.shared.Amount;
import org.alongside.shared.SmallNumbers.Shown;
import org.alongside.shared.Times;
import org.alongside.statistics.Finding;
import org.alongside.statistics.Interval;
import org.alongside.statistics.RunChart;
import org.alongside.ui.Chart;
import org.alongside.ui.Chart.Kind;
import org.alongside.ui.Chart.Series;

/** A report as it is read. @param service who ran it @param holds whether whoever reads may read every number */
record ReportPage(Report report, String service, boolean holds, Instant now) {
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM uuuu", Locale.UK);
    private static final int LINES = 8, WAYS = 5;

    Evaluation one() {
        return report.evaluation();
    }

    String path() {
        return EvaluationController.path(one().id().id());
    }

    String title() {
        return "Report: " + one().title();
    }

    LocalDate today() {
        return Times.day(now);
    }

    LocalDate planned() {
        return Times.day(one().plannedAt());
    }

    boolean asksKnowledge() {
        return report.counted().stream().anyMatch(asked -> asked.question().kind() == InstrumentKind.KNOWLEDGE);
    }

    /** Each set with a cut, once, and where the cut lies. */
    List<String> cuts() {
        return report.counted().stream().map(asked -> asked.question().set() + ", version " + asked.question().version() + ": " + (asked.question().kind() == InstrumentKind.KNOWLEDGE ? "the right answer counts." : "counts as confident: " + asked.cut() + ".")).distinct().toList();
    }

    /** In how many questions what was found: the most telling first. */
    String inShort() {
        int all = report.counted().size();
        if (all == 0) return "No question of this evaluation has a cut, so nothing is compared.";
        String found = report.findings().entrySet().stream().sorted(Comparator.comparing(finding -> finding.getKey().ordinal())).map(finding -> finding.getValue() + " " + words(finding.getKey())).collect(Collectors.joining(", "));
        return "Of " + all + (all == 1 ? " question: " : " questions: ") + (found.isEmpty() ? "too few people answered to say anything" : found) + ".";
    }

    private String words(Finding finding) {
        if (report.isPaired()) return finding.words().toLowerCase(Locale.UK);
        return switch (finding) {
            case ROSE -> "higher after";
            case FELL -> "lower after";
            case NOBODY -> "with too few people to say";
            default -> "no clear difference";
        };
    }

    String sentence(Asked asked) {
        if (!report.isPaired()) return asked.apart().map(apart -> ReportWords.sentence(asked, apart)).orElse("Nobody answered this.");
        return asked.change().map(change -> ReportWords.sentence(asked, change)).orElse("Not shown: fewer than ten people answered this both before and after.");
    }

    String sentence(Asked asked, Paired of) {
        return ReportWords.sentence(asked, of);
    }

    List<String> tests(Asked asked, Paired of) {
        Double adjusted = of.two() == Compared.BEFORE_AFTER ? report.adjusted().get(asked.number()) : null;
        return ReportWords.tests(of, adjusted == null ? OptionalDouble.empty() : OptionalDouble.of(adjusted));
    }

    /** @param words when */
    record At(String words, Share share) {
        String range() {
            return ReportWords.range(share);
        }
    }

    List<At> times(Paired of) {
        return List.of(new At(capital(ReportWords.first(of)), of.before()), new At(capital(ReportWords.second(of)), of.after()));
    }

    static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.UK) + words.substring(1);
    }

    boolean isNearCeiling(Paired of) {
        return ReportWords.isNearCeiling(of);
    }

    String interval(Interval interval) {
        return ReportWords.points(interval);
    }

    /** How people answered; empty where it may not be said at either time, or has too many steps for such a picture. */
    Optional<Chart> answers(Asked asked) {
        if (asked.answers().isEmpty() || asked.answers().stream().allMatch(at -> at.people().stream().allMatch(people -> people.to() == 0))) return Optional.empty();
        // A picture in which nothing is drawn says less than its table.
        if (asked.answers().stream().noneMatch(at -> at.people().stream().allMatch(people -> people.shown().people() != null))) return Optional.empty();
        List<String> steps = asked.steps();
        String id = "answers-" + asked.number();
        if (!asked.isCounted()) return Optional.of(new Chart(id, Kind.BARS, "Answers", "How many people chose each answer after the course.", "Answer", steps, List.of(new Series("People", asked.answers().get(0).people().stream().map(ReportPage::shown).toList()))));
        String people = "The same people at both times, from the lowest answer to the highest.";
        if (steps.size() > WAYS) return Optional.of(new Chart(id, Kind.BARS, "Answers before and after", people, "Answer", steps, asked.answers().stream().map(at -> new Series(at.wave().words(), at.people().stream().map(ReportPage::shown).toList())).toList()));
        return Optional.of(new Chart(id, Kind.DIVERGING, "Answers before and after", people, "When", asked.answers().stream().map(at -> at.wave().words()).toList(),
                IntStream.range(0, steps.size()).mapToObj(step -> new Series(steps.get(step), asked.answers().stream().map(at -> shown(at.people().get(step))).toList())).toList()));
    }

    private static Shown shown(Amount people) {
        return people.shown();
    }

    /** The same as a table: on paper, and where nothing may be drawn. Empty where nothing may be said. */
    List<List<String>> answered(Asked asked) {
        if (asked.answers().stream().flatMap(at -> at.people().stream()).noneMatch(people -> people.shown().people() != null)) return List.of();
        return IntStream.range(0, asked.steps().size()).mapToObj(step -> Stream.concat(Stream.of(asked.steps().get(step)), asked.answers().stream().map(at -> at.people().get(step).words())).toList()).toList();
    }

    /** The heads of these tables. */
    List<String> answeredWhen(Asked asked) {
        return Stream.concat(Stream.of("Answer"), asked.answers().stream().map(at -> asked.isCounted() ? at.wave().words() : "People")).toList();
    }

    /** All questions between two times, eight lines to a picture. */
    List<Chart> slopes(Compared two, String id, String title, String first, String second) {
        List<Asked> all = report.counted().stream().filter(asked -> asked.compared(two).filter(of -> of.people().from() > 0).isPresent()).toList();
        List<Chart> charts = new ArrayList<>();
        for (int from = 0; from < all.size(); from += LINES) {
            List<Asked> some = all.subList(from, Math.min(all.size(), from + LINES));
            charts.add(new Chart(id + "-" + (from / LINES + 1), Kind.SLOPE, title, "Each line is one question. " + (some.stream().allMatch(asked -> drawn(asked, two)) ? "" : "What may not be said, or stands on fewer than ten people, is not drawn; the table says what can be said."), "Question", List.of(first, second),
                    some.stream().map(asked -> new Series(asked.question().ask(), Stream.<Function<Paired, Share>>of(Paired::before, Paired::after).map(share -> percent(share.apply(asked.compared(two).orElseThrow()))).toList())).toList()));
        }
        return charts;
    }

    private static boolean drawn(Asked asked, Compared two) {
        return asked.compared(two).stream().flatMap(of -> Stream.of(of.before(), of.after())).allMatch(share -> percent(share).people() != null);
    }

    /** On the page a percentage stands with its people; at the end of a line it stands alone, with the people in the table. */
    private static Shown percent(Share share) {
        Optional<String> percent = share.percent();
        if (percent.isEmpty()) return new Shown(null, share.words());
        String words = percent.get();
        if (words.endsWith("less") || words.endsWith("more")) return new Shown(null, share.said());
        int whole = Integer.parseInt(words.replaceAll("\\D", ""));
        return new Shown(whole, share.of().words().replace("about ", "") + "/" + share.outOf().words().replace("about ", ""));
    }

    List<Chart> changes() {
        return slopes(Compared.BEFORE_AFTER, "before-after", "From before to after, all questions, in per cent", "Before", "After");
    }

    List<Chart> keeping() {
        return slopes(Compared.AFTER_FOLLOW_UP, "after-later", "From after to some months later, all questions, in per cent", "After", "Later");
    }

    /** Whether anybody was asked again whose answers can be compared. */
    boolean hasLater() {
        return report.counted().stream().anyMatch(asked -> asked.compared(Compared.AFTER_FOLLOW_UP).isPresent() || asked.compared(Compared.BEFORE_FOLLOW_UP).isPresent());
    }

    boolean hasBack() {
        return report.counted().stream().anyMatch(asked -> asked.compared(Compared.LOOKING_BACK_AFTER).isPresent());
    }

    boolean hasApart() {
        return report.isPaired() && report.counted().stream().anyMatch(asked -> asked.apart().isPresent());
    }

    /** Empty where nothing would be drawn. */
    Optional<Chart> referrals() {
        return report.referrals().filter(known -> !known.isNone() && known.months().stream().anyMatch(month -> month.referrals().isExact())).map(known -> {
            List<Series> series = new ArrayList<>(List.of(new Series("Referrals", known.months().stream().map(month -> month.referrals().shown()).toList())));
            if (known.usual().isPresent()) series.add(new Series("Middle of the months before", known.months().stream().map(month -> new Shown((int) Math.round(known.usual().getAsDouble()), number(known.usual().getAsDouble()))).toList()));
            String first = known.months().stream().filter(Referrals.Month::after).findFirst().map(month -> "The first course was in " + MONTH.format(month.month()) + ".").orElse("");
            return new Chart("referrals", Kind.LINES, "Referrals from these agencies, month by month", first + (known.isWhole() ? "" : " A gap is a number under five, which is not shown."), "Month", known.months().stream().map(month -> MONTH.format(month.month()) + (month.after() ? "" : " (before)")).toList(), series);
        });
    }

    private static String number(double number) {
        return number == Math.rint(number) ? String.valueOf(Math.round(number)) : String.format(Locale.UK, "%.1f", number);
    }

    /** What followed, in the only words that are true of it. */
    String followed() {
        Referrals known = report.referrals().orElseThrow();
        if (known.isNone()) return "No referral from these agencies was counted in any of " + known.months().size() + " months, before or after. Nothing can be said.";
        if (known.months().stream().noneMatch(month -> month.referrals().isExact())) return "There were fewer than five in each month. They are not shown, and nothing can be said of them.";
        if (!known.isWhole()) return "Some months have fewer than five referrals and are not shown. So nothing is said of the rest, which would give them away.";
        String rate = known.rate().map(both -> "Before: " + both.before() + " in " + months(both.exposureBefore()) + ". From the month of the first course on: " + both.after() + " in " + months(both.exposureAfter()) + "."
                + both.interval().filter(any -> both.ratio().isPresent()).map(ratio -> " That is " + String.format(Locale.UK, "%.1f", both.ratio().orElseThrow()) + " times as many a month (from " + String.format(Locale.UK, "%.1f to %.1f", ratio.low(), ratio.high()) + ").").orElse("")).orElse("");
        if (!known.longEnough()) return rate + " Fewer than ten months: too short to tell a change from the usual up and down.";
        if (known.after() < RunChart.SHIFT) return rate + " It takes " + RunChart.SHIFT + " months afterwards before a change could show.";
        return rate + known.followed().map(stretch -> " The course was followed by more than the usual up and down, from " + MONTH.format(stretch.from()) + " on: referrals " + (stretch.up() ? "rose" : "fell") + ".").orElse(" The course was followed by no more than the usual up and down.");
    }

    private static String months(double months) {
        return Math.round(months) == 1 ? "1 month" : Math.round(months) + " months";
    }

    String day(LocalDate day) {
        return Times.say(day);
    }

    /** The people of a table for whoever hears it. */
    String amount(Optional<Amount> people) {
        return people.map(Amount::words).orElse("not known");
    }

    boolean knowsReach() {
        return report.flow().stream().allMatch(step -> step.people().isPresent());
    }
}
