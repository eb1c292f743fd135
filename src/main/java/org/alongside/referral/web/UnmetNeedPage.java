package org.alongside.referral.web;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.alongside.people.CountedAs;
import org.alongside.referral.UnmetNeed.Count;
import org.alongside.referral.UnmetReason;
import org.alongside.shared.SmallNumbers;

/** Those for whom there was no place, protected: a small number is neither shown nor looks like none. */
record UnmetNeedPage(List<Row> months, List<Row> genders) {
    /** One line of numbers in words. */
    record Row(String name, List<String> numbers) {}

    static final List<UnmetReason> REASONS = List.of(UnmetReason.values());

    boolean isEmpty() {
        return months.stream().allMatch(row -> row.numbers().stream().allMatch("none"::equals));
    }

    /** The months newest first, and beside them no sum from which a hidden number could be worked out. */
    static UnmetNeedPage of(List<LocalDate> months, List<Count> counts, Function<LocalDate, String> name) {
        Map<UnmetReason, Map<LocalDate, Integer>> byMonth = counts.stream().collect(groupingBy(Count::reason, groupingBy(Count::month, summingInt(Count::people))));
        Map<UnmetReason, Map<CountedAs, Integer>> byGender = counts.stream().collect(groupingBy(Count::reason, groupingBy(Count::countedAs, summingInt(Count::people))));
        List<Row> rows = months.stream().map(month -> new Row(name.apply(month), REASONS.stream().map(reason -> SmallNumbers.words(byMonth.getOrDefault(reason, Map.of()).getOrDefault(month, 0))).toList())).toList();
        List<Row> genders = Stream.of(CountedAs.values()).map(gender -> new Row(gender.words(), REASONS.stream().map(reason ->
                mayBeSplit(byMonth.getOrDefault(reason, Map.of()), byGender.getOrDefault(reason, Map.of())) ? SmallNumbers.words(byGender.getOrDefault(reason, Map.of()).getOrDefault(gender, 0)) : SmallNumbers.NOT_SHOWN).toList())).toList();
        return new UnmetNeedPage(rows, genders);
    }

    // Safety: a year by gender sums up to the year by month, so it stands there only where no number of the two is small enough to be somebody.
    private static boolean mayBeSplit(Map<LocalDate, Integer> months, Map<CountedAs, Integer> genders) {
        return SmallNumbers.mayStandBeside(Stream.concat(months.values().stream(), genders.values().stream()).toList());
    }
}
