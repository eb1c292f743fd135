package org.alongside.directory;

import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * On which conditions a service helps. What is empty is not stated.
 *
 * @param paused closed for a while
 * @param notice what everybody should know before they ring, such as until when it is closed
 * @param interpreters whether it finds somebody who speaks one's language, or signs
 * @param byAgency whether a professional may ask for it
 * @param youngest in years, {@code oldest} too
 * @param risks the levels of risk it is there for
 */
public record Conditions(boolean paused, @Nullable String notice, Welcome interpreters, Welcome byAgency, @Nullable String howToAsk, Cost cost, @Nullable String costNote, @Nullable Integer youngest, @Nullable Integer oldest, Set<RiskLevel> risks) {
    public static final Conditions NOT_STATED = new Conditions(false, null, Welcome.NOT_STATED, Welcome.NOT_STATED, null, Cost.NOT_STATED, null, null, null, Set.of());

    public Conditions {
        risks = Set.copyOf(risks);
    }

    /** With its words changed. */
    Conditions map(UnaryOperator<String> words) {
        return new Conditions(paused, notice == null ? null : words.apply(notice), interpreters, byAgency, howToAsk == null ? null : words.apply(howToAsk), cost, costNote == null ? null : words.apply(costNote), youngest, oldest, risks);
    }
}
