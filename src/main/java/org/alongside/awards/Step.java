package org.alongside.awards;

import java.time.Instant;

/** Something that happened to an award. */
public record Step(Kind kind, String words, Instant at) {
    public enum Kind {
        GIVEN("Given"),
        CHECKED("Checked half-way"),
        SUSPENDED("Suspended"),
        LIFTED("Suspension lifted"),
        WITHDRAWN("Withdrawn"),
        GIVEN_UP("Given up"),
        REPLACED("A later one took its place");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }
}
