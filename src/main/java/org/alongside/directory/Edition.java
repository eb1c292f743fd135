package org.alongside.directory;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One state of a service that was made public, whole. @param madeBy the worker; null for an import */
public record Edition(UUID service, int number, How how, Entry entry, @Nullable UUID madeBy, Instant madeAt) {
    public enum How {
        PUBLISHED("Published"),
        CONFIRMED("Confirmed as right"),
        WITHDRAWN("Taken out of the directory"),
        BROUGHT_BACK("Brought back"),
        IMPORTED("Imported"),
        UNDONE("Put back as it was before");

        private final String words;

        How(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }
}
