package org.alongside.instruments;

import org.alongside.shared.Worded;

/** Something certain answers ask for at once. It says what to do; it adds up to nothing. */
public record Signal(String key, Rule when, Severity severity, String say) {
    public enum Severity implements Worded {
        URGENT("At once"),
        LOOK("Look at this");

        private final String words;

        Severity(String words) {
            this.words = words;
        }

        @Override
        public String words() {
            return words;
        }
    }
}
