package org.alongside.instruments;

import java.time.Instant;
import org.alongside.access.WorkerId;
import org.alongside.shared.Worded;
import org.jspecify.annotations.Nullable;

/**
 * A version of a set of questions as it stands with one organisation.
 *
 * @param own whether the organisation loaded it; otherwise it comes with Alongside
 * @param last who loaded, published or put it away last; null for what nobody touched
 */
public record Shelved(Instrument instrument, boolean own, Status status, @Nullable WorkerId last, @Nullable Instant lastAt) {
    public enum Status implements Worded {
        LOADED("Not published yet", "yellow"),
        IN_USE("In use", "green"),
        RETIRED("Put away", "grey");

        private final String words;
        private final String colour;

        Status(String words, String colour) {
            this.words = words;
            this.colour = colour;
        }

        @Override
        public String words() {
            return words;
        }

        public String colour() {
            return colour;
        }
    }
}
