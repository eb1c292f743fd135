package org.alongside.evaluation;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.alongside.evaluation.Counted.Choice;
import org.alongside.instruments.Instrument;
import org.alongside.instruments.InstrumentKind;
import org.alongside.instruments.Item;
import org.alongside.ui.Option;
import org.jspecify.annotations.Nullable;

/** One version of a set of questions as an evaluation asks it. @param cut the option from which on an answer counts as confident; null where no answer does, or the right one */
public record QuestionSet(Instrument instrument, @Nullable String cut) {
    static final List<InstrumentKind> KINDS = List.of(InstrumentKind.CONFIDENCE, InstrumentKind.KNOWLEDGE, InstrumentKind.FEEDBACK);
    private static final int MOST_OPTIONS = 30, MOST_QUESTIONS = 60;

    /** Whether a set can be asked here: of learners, only questions with one pick and lines to write on, and each of them always. */
    static boolean mayAsk(Instrument set) {
        return KINDS.contains(set.kind()) && Set.of(Instrument.By.LEARNER, Instrument.By.PUBLIC).contains(set.by()) && !set.licence().numbersOnly()
                && set.items().stream().allMatch(item -> item.when() == null && (isPicked(item) && item.options().size() <= MOST_OPTIONS || item.kind() == Item.Kind.TEXT))
                && set.items().stream().anyMatch(QuestionSet::isPicked) && set.items().size() <= MOST_QUESTIONS
                && (set.kind() != InstrumentKind.CONFIDENCE || !cuts(set).isEmpty()) && (set.kind() != InstrumentKind.KNOWLEDGE || picked(set).allMatch(item -> highest(item).signum() > 0));
    }

    /** From which answers on one can be called confident: those on the scale of every question, but the lowest. */
    public static List<Option> cuts(Instrument set) {
        List<Item> items = picked(set).toList();
        Item first = items.get(0);
        return first.options().stream().filter(option -> items.stream().allMatch(item -> item.weights().containsKey(option.value()) && item.weights().get(option.value()).compareTo(lowest(item)) > 0))
                .sorted(Comparator.comparing(option -> first.weights().get(option.value()))).toList();
    }

    /** The questions with one pick, in the order asked. */
    List<Item> picked() {
        return picked(instrument).toList();
    }

    static Stream<Item> picked(Instrument set) {
        return set.items().stream().filter(QuestionSet::isPicked);
    }

    private static boolean isPicked(Item item) {
        return item.kind() == Item.Kind.ONE_OF || item.kind() == Item.Kind.YES_NO;
    }

    boolean isCounted() {
        return instrument.kind() != InstrumentKind.FEEDBACK;
    }

    List<Choice> choices(Item item) {
        List<BigDecimal> steps = item.weights().values().stream().distinct().sorted().toList();
        return item.options().stream().map(option -> {
            BigDecimal weight = item.weights().get(option.value());
            return new Choice(option.value(), option.text(), weight == null ? null : steps.indexOf(weight) + 1, weight != null && counts(item, weight));
        }).toList();
    }

    private boolean counts(Item item, BigDecimal weight) {
        return switch (instrument.kind()) {
            case CONFIDENCE -> cut != null && weight.compareTo(item.weights().get(cut)) >= 0;
            case KNOWLEDGE -> weight.compareTo(highest(item)) == 0;
            default -> false;
        };
    }

    private static BigDecimal lowest(Item item) {
        return item.weights().values().stream().min(BigDecimal::compareTo).orElse(BigDecimal.ZERO);
    }

    private static BigDecimal highest(Item item) {
        return item.weights().values().stream().max(BigDecimal::compareTo).orElse(BigDecimal.ZERO);
    }
}
