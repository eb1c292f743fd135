package org.alongside.instruments;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.alongside.shared.Times;
import org.jspecify.annotations.Nullable;

/**
 * One version of a set of questions. The hash of its file is its name for ever: an answer keeps the version it was given to.
 * @param label what people call this version, {@code hash} what the house calls it, {@code definition} the whole file
 */
public record Instrument(String key, String label, String title, String about, @Nullable Review review, List<Section> sections, String hash, String definition) {
    /** Who of the field read these words, and when. */
    public record Review(String reviewer, LocalDate on) {}

    public record Section(String key, String title, @Nullable String intro, List<Item> items) {}

    public List<Item> items() {
        return sections.stream().flatMap(section -> section.items().stream()).toList();
    }

    public Optional<Item> item(String key) {
        return items().stream().filter(item -> item.key().equals(key)).findFirst();
    }

    /** Who reviewed these questions and when, or that nobody has yet. */
    public String standing() {
        return review == null ? "Example, not yet reviewed by a practitioner." : "Reviewed by " + review.reviewer() + " on " + Times.say(review.on()) + ".";
    }
}
