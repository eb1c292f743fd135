package org.alongside.directory.assurance;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What somebody says is wrong in an entry. @param used whether the entry was changed for it; null while nobody dealt with it */
public record Suggestion(UUID id, UUID service, About about, @Nullable String words, Instant saidAt, @Nullable Boolean used) {
    public enum About {
        NUMBER("The number or address does not work"),
        HOURS("The hours are not right"),
        WHO("It is not for whom it says"),
        ENDED("It is not there any more"),
        OTHER("Something else");

        private final String words;

        About(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }
}
