package org.alongside.instruments;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** When something holds, by the answers given: and, or, not, this answer, at least so many. No scripts. */
public sealed interface Rule {
    boolean holds(AnswerSheet sheet);

    /** The questions it looks at. */
    Stream<String> items();

    /** The rule as JSON for the page, where it shows a question when its time has come. Its keys are short names, so nothing needs escaping. */
    String onPage();

    /** One of these options was picked. */
    record Picked(String item, List<String> any) implements Rule {
        @Override
        public boolean holds(AnswerSheet sheet) {
            return sheet.of(item).chosen().stream().anyMatch(any::contains);
        }

        @Override
        public Stream<String> items() {
            return Stream.of(item);
        }

        @Override
        public String onPage() {
            return "{\"item\":\"" + item + "\",\"is\":" + any.stream().map(value -> "\"" + value + "\"").collect(Collectors.joining(",", "[", "]")) + "}";
        }
    }

    /** At least so many of these hold: all of them, any of them, or a number between. */
    record AtLeast(int number, List<Rule> of) implements Rule {
        @Override
        public boolean holds(AnswerSheet sheet) {
            return of.stream().filter(rule -> rule.holds(sheet)).count() >= number;
        }

        @Override
        public Stream<String> items() {
            return of.stream().flatMap(Rule::items);
        }

        @Override
        public String onPage() {
            return "{\"atLeast\":" + number + ",\"of\":" + of.stream().map(Rule::onPage).collect(Collectors.joining(",", "[", "]")) + "}";
        }
    }

    record Not(Rule rule) implements Rule {
        @Override
        public boolean holds(AnswerSheet sheet) {
            return !rule.holds(sheet);
        }

        @Override
        public Stream<String> items() {
            return rule.items();
        }

        @Override
        public String onPage() {
            return "{\"not\":" + rule.onPage() + "}";
        }
    }

    /** A scale stands at this value or above. For signals: a question never waits for a number, and the page itself adds nothing up. */
    record Reached(String scale, BigDecimal from) implements Rule {
        @Override
        public boolean holds(AnswerSheet sheet) {
            return sheet.scores().stream().anyMatch(score -> score.scale().equals(scale) && score.value() != null && score.value().compareTo(from) >= 0);
        }

        @Override
        public Stream<String> items() {
            return Stream.empty();
        }

        @Override
        public String onPage() {
            return "{\"never\":true}";
        }
    }
}
