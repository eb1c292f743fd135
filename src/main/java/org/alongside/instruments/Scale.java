package org.alongside.instruments;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.alongside.shared.Worded;
import org.jspecify.annotations.Nullable;

/**
 * A number made of several answers, by the rules of whoever made the questions.
 *
 * @param reversed items counted the other way round
 * @param minAnswered with fewer answers there is no number
 * @param prorate whether a sum of fewer answers is raised in proportion
 * @param higherIsBetter null when neither end is better
 */
public record Scale(String key, String title, Set<String> items, Set<String> reversed, Method method, int minAnswered, boolean prorate, @Nullable Boolean higherIsBetter, List<Band> bands) {
    /** Raised whenever the arithmetic changes; a stored score names the one it was made by. */
    public static final int ENGINE = 1;
    private static final int DECIMALS = 4;

    public enum Method implements Worded {
        SUM("The sum"),
        MEAN("The mean"),
        COUNT("The count"),
        MAX("The highest");

        private final String words;

        Method(String words) {
            this.words = words;
        }

        @Override
        public String words() {
            return words;
        }
    }

    /** A stretch of a scale with its name. @param from inclusive, {@code to} inclusive @param raises the level a worker is asked to look at again when they chose a lower one: "raised" or "high" */
    public record Band(BigDecimal from, BigDecimal to, String key, String text, @Nullable String raises) {
        boolean holds(BigDecimal value) {
            return value.compareTo(from) >= 0 && value.compareTo(to) <= 0;
        }
    }

    public Optional<Band> band(@Nullable String key) {
        return bands.stream().filter(band -> band.key().equals(key)).findFirst();
    }

    Score score(AnswerSheet sheet) {
        List<BigDecimal> given = sheet.instrument().items().stream().filter(item -> items.contains(item.key())).map(item -> weight(item, sheet)).filter(Objects::nonNull).toList();
        int missing = items.size() - given.size();
        BigDecimal value = given.size() < minAnswered || given.isEmpty() && method != Method.COUNT ? null : value(given);
        boolean prorated = value != null && prorate && missing > 0 && method == Method.SUM;
        return new Score(key, ENGINE, value, given.size(), missing, prorated, value == null ? null : bands.stream().filter(band -> band.holds(value)).map(Band::key).findFirst().orElse(null));
    }

    private @Nullable BigDecimal weight(Item item, AnswerSheet sheet) {
        BigDecimal weight = item.weightOf(sheet.of(item));
        return weight == null || !reversed.contains(item.key()) ? weight : item.lowest().add(item.highest()).subtract(weight);
    }

    private BigDecimal value(List<BigDecimal> given) {
        BigDecimal sum = given.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal answered = BigDecimal.valueOf(Math.max(1, given.size()));
        BigDecimal value = switch (method) {
            case SUM -> prorate ? sum.multiply(BigDecimal.valueOf(items.size())).divide(answered, DECIMALS, RoundingMode.HALF_UP) : sum;
            case MEAN -> sum.divide(answered, DECIMALS, RoundingMode.HALF_UP);
            case COUNT -> BigDecimal.valueOf(given.stream().filter(weight -> weight.signum() > 0).count());
            case MAX -> given.stream().max(BigDecimal::compareTo).orElseThrow();
        };
        return value.signum() == 0 ? BigDecimal.ZERO : new BigDecimal(value.stripTrailingZeros().toPlainString());
    }
}
