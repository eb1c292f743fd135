package org.alongside.instruments;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alongside.shared.Times;
import org.alongside.shared.Worded;
import org.jspecify.annotations.Nullable;

/**
 * One version of a set of questions. The hash of its file is its name for ever: an answer keeps the version it was given to.
 * @param label what people call this version, {@code hash} what the house calls it, {@code definition} the whole file
 * @param needed whether the house cannot do without it
 */
public record Instrument(String key, String label, InstrumentKind kind, By by, String title, String about, Licence licence, @Nullable Review review, boolean needed, List<Section> sections, List<Scale> scales,
        List<Signal> signals, List<Comparison> comparisons, String hash, String definition) {
    /** Who of the field read these words, and when. */
    public record Review(String reviewer, LocalDate on) {}

    /** Whose view the answers are. */
    public enum By implements Worded {
        WORKER("The worker"),
        CLIENT("The client"),
        PARTICIPANT("The participant"),
        PARTNER("The partner or ex-partner"),
        LEARNER("A professional who learns"),
        SERVICE("A service about itself"),
        PUBLIC("Anybody");

        private final String words;

        By(String words) {
            this.words = words;
        }

        @Override
        public String words() {
            return words;
        }
    }

    public record Section(String key, String title, @Nullable String intro, List<Item> items) {}

    /** The first half of the hash: names the version in addresses. */
    public UUID id() {
        return new UUID(Long.parseUnsignedLong(hash.substring(0, 16), 16), Long.parseUnsignedLong(hash.substring(16, 32), 16));
    }

    public List<Item> items() {
        return sections.stream().flatMap(section -> section.items().stream()).toList();
    }

    public Optional<Item> item(String key) {
        return items().stream().filter(item -> item.key().equals(key)).findFirst();
    }

    public Optional<Scale> scale(String key) {
        return scales.stream().filter(scale -> scale.key().equals(key)).findFirst();
    }

    /** The signals that belong beside this question: the last one they look at. */
    public List<Signal> signalsAfter(Item item) {
        List<String> order = items().stream().map(Item::key).toList();
        return signals.stream().filter(signal -> signal.when().items().max(Comparator.comparingInt(order::indexOf)).filter(item.key()::equals).isPresent()).toList();
    }

    /** Who reviewed these questions and when, or that nobody has yet. Words that belong to somebody else are theirs to review. */
    public String standing() {
        if (review != null) return "Reviewed by " + review.reviewer() + " on " + Times.say(review.on()) + ".";
        return licence.kind() == Licence.Kind.OWN ? "Example, not yet reviewed by a practitioner." : "Words of " + licence.holder() + ".";
    }

    /** How answers to this version stand beside those to another. What nobody vouched for is not compared. */
    public Comparison.As compared(Instrument other) {
        if (hash.equals(other.hash)) return Comparison.As.SAME_SCORE;
        if (!key.equals(other.key)) return Comparison.As.NOT_COMPARABLE;
        return comparisons.stream().filter(one -> one.with().equals(other.label)).map(Comparison::as).findFirst().orElse(Comparison.As.NOT_COMPARABLE);
    }
}
