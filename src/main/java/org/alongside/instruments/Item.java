package org.alongside.instruments;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.alongside.ui.Option;
import org.jspecify.annotations.Nullable;

/**
 * One question.
 *
 * @param concept what it asks about, the same through all versions
 * @param exclusive options that stand alone, such as "none of these"
 * @param weights what each option counts; empty in every set that is not added up
 */
public record Item(String key, String concept, Kind kind, String ask, @Nullable String help, List<Option> options, Set<String> exclusive, Map<String, BigDecimal> weights, @Nullable When when) {
    static final List<Option> YES_OR_NO = List.of(new Option("yes", "Yes"), new Option("no", "No"));

    public enum Kind {
        YES_NO, ONE_OF, SEVERAL, TEXT, DATE, NUMBER;

        /** Whether the answer is picked from options rather than typed. */
        public boolean isPicked() {
            return this == YES_NO || this == ONE_OF || this == SEVERAL;
        }
    }

    /** The question is asked when this holds. @param words stand before the question where nothing can hide it */
    public record When(Rule rule, String words) {}

    /** Whether its options are few and short enough to stand in a row. */
    public boolean isShort() {
        return options.size() <= 6 && options.stream().allMatch(option -> option.hint() == null && option.text().length() <= 24);
    }

    public Optional<Option> option(String value) {
        return options.stream().filter(option -> option.value().equals(value)).findFirst();
    }

    /** What an answer counts; null when there is none, or none that counts. */
    @Nullable BigDecimal weightOf(Answer answer) {
        if (kind == Kind.NUMBER) return answer.typed().strip().matches("\\d{1,6}") ? new BigDecimal(answer.typed().strip()) : null;
        if (answer.chosen().isEmpty() || !weights.keySet().containsAll(answer.chosen())) return null;
        return answer.chosen().stream().map(weights::get).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    BigDecimal lowest() {
        return weights.values().stream().min(BigDecimal::compareTo).orElse(BigDecimal.ZERO);
    }

    BigDecimal highest() {
        return weights.values().stream().max(BigDecimal::compareTo).orElse(BigDecimal.ZERO);
    }
}
