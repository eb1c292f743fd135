package org.alongside.instruments;

import java.util.List;
import java.util.Optional;
import org.alongside.ui.Option;
import org.jspecify.annotations.Nullable;

/** One question. It carries no weight: there is nothing here that could be added up. */
public record Item(String key, Kind kind, String ask, @Nullable String help, List<Option> options, @Nullable Condition when) {
    static final List<Option> YES_OR_NO = List.of(new Option("yes", "Yes"), new Option("no", "No"));

    public enum Kind {
        YES_NO, ONE_OF, SEVERAL, TEXT, DATE, NUMBER;

        /** Whether the answer is picked from options rather than typed. */
        public boolean isPicked() {
            return this == YES_NO || this == ONE_OF || this == SEVERAL;
        }
    }

    /** The question is asked when another one was answered with any of these. */
    public record Condition(String item, List<String> any, String words) {}

    public Optional<Option> option(String value) {
        return options.stream().filter(option -> option.value().equals(value)).findFirst();
    }
}
