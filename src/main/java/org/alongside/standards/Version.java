package org.alongside.standards;

import java.time.Instant;
import java.util.UUID;
import org.alongside.access.OrganisationId;
import org.alongside.access.WorkerId;
import org.jspecify.annotations.Nullable;

/**
 * One version of a standard that an organisation loaded.
 *
 * @param licence under which whoever showed it says that its words may be used; empty before
 * @param loadedBy null where the operator's command did it
 */
public record Version(UUID id, OrganisationId organisation, Oscal.File file, State state, String licence, @Nullable WorkerId loadedBy, Instant loadedAt, @Nullable Instant shownAt) {
    public enum State {
        DRAFT("Draft", "yellow"),
        SHOWN("Shown to everybody", "green"),
        AWAY("Put away", "grey");

        private final String words, colour;

        State(String words, String colour) {
            this.words = words;
            this.colour = colour;
        }

        public String words() {
            return words;
        }

        public String colour() {
            return colour;
        }
    }

    public Standard standard() {
        return file.standard();
    }
}
