package org.alongside.selfassessment;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.alongside.standards.Standard.Section;
import org.alongside.standards.Standard.Statement;
import org.jspecify.annotations.Nullable;

/**
 * How many statements of a section are how. There is no total and no percentage: one unmet must weighs more than ten met ones.
 *
 * @param open of how many nobody has said anything
 */
public record Counts(String section, Map<Answer, Long> said, long open) {
    /** @param said what is said of a statement; null where nothing is */
    public static Counts of(Section section, Function<Statement, @Nullable Answer> said) {
        Map<Answer, Long> counts = new EnumMap<>(Answer.class);
        Stream.of(Answer.values()).forEach(answer -> counts.put(answer, section.statements().stream().filter(one -> said.apply(one) == answer).count()));
        return new Counts(section.title(), counts, section.statements().stream().filter(one -> said.apply(one) == null).count());
    }
}
