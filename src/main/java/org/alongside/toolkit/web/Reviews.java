package org.alongside.toolkit.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.alongside.ui.Frame;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Which practitioner looked at which text, in which language, and when. */
@Component
class Reviews {
    private final List<Review> all;

    private record Review(String text, String language, String reviewer, LocalDate on) {}

    Reviews() {
        this(Objects.requireNonNull(Reviews.class.getResourceAsStream("/toolkit/reviews.yml")));
    }

    Reviews(InputStream file) {
        try (file) {
            List<Map<String, String>> entries = new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
            all = entries == null ? List.of() : entries.stream().map(entry -> new Review(entry.get("text"), entry.get("language"), entry.get("reviewer"), LocalDate.parse(entry.get("day")))).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Safety: what nobody looked at in the reader's own language says so. */
    String standing(Frame frame, String text) {
        return all.stream().filter(review -> review.text.equals(text) && review.language.equals(frame.welsh() ? "cy" : "en")).findFirst()
                .map(review -> frame.say("toolkit.reviewed", review.reviewer, frame.day(review.on))).orElseGet(() -> frame.say("toolkit.not-reviewed"));
    }
}
