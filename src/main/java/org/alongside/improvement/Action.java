package org.alongside.improvement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.alongside.access.WorkerId;
import org.jspecify.annotations.Nullable;

/** One thing to be done. @param statement of a standard; empty for none @param closing what shows that it is done, or why it was dropped */
public record Action(UUID id, String statement, String what, String milestone, WorkerId owner, LocalDate dueOn, State state, String closing, @Nullable Instant closedAt, int revision) {
    public enum State {
        OPEN("Open", "yellow"),
        DONE("Done", "green"),
        DROPPED("Dropped", "grey");

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

    /** As it is written down. */
    public record Written(String statement, String what, String milestone, WorkerId owner, LocalDate dueOn) {}

    public boolean isOpen() {
        return state == State.OPEN;
    }

    public boolean isLate(LocalDate today) {
        return isOpen() && dueOn.isBefore(today);
    }
}
