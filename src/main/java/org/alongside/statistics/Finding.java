package org.alongside.statistics;

import java.util.Optional;
import org.alongside.shared.Worded;

/** What may be said. The interval decides, not who reads it: it rose or fell only where no change lies outside. On public pages it is said by {@code statistics.finding.<name>}. */
public enum Finding implements Worded {
    ROSE("Rose"),
    FELL("Fell"),
    NO_CLEAR_CHANGE("No clear change"),
    NO_ONE_CHANGED("No one changed their answer"),
    TOO_FEW_CHANGED("Too few changed answers to test"),
    NOBODY("Nobody to compare");

    private final String words;

    Finding(String words) {
        this.words = words;
    }

    /** @param same the value that means no change: 0 of a difference, 1 of a ratio */
    static Finding of(Enough enough, Optional<Interval> interval, double same) {
        return switch (enough) {
            case NOBODY -> NOBODY;
            case NO_ONE_CHANGED -> NO_ONE_CHANGED;
            case TOO_FEW_CHANGED -> TOO_FEW_CHANGED;
            case ENOUGH -> interval.map(of -> of.low() > same ? ROSE : of.high() < same ? FELL : NO_CLEAR_CHANGE).orElse(NOBODY);
        };
    }

    @Override
    public String words() {
        return words;
    }

    /** Its name in the bundles of public words. */
    public String key() {
        return "statistics.finding." + name();
    }
}
