package org.alongside.directory;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Whether somebody answers at one moment.
 *
 * @param until when the state next changes; null when it does not in sight
 * @param then the state it changes to
 * @param nextOpening when not open now: the next moment at which it surely opens
 * @param note the service's own reason for an exception
 * @param checkedOn the day on which a person last checked these hours
 */
public record OpenNow(
        State state,
        Reason reason,
        @Nullable String note,
        @Nullable Instant until,
        @Nullable State then,
        @Nullable Instant nextOpening,
        @Nullable LocalDate checkedOn) {

    /** Three answers: a service that has not said is neither open nor closed. */
    public enum State {
        OPEN,
        UNKNOWN,
        CLOSED
    }

    public enum Reason {
        USUAL_HOURS,
        BANK_HOLIDAY,
        EXCEPTION,
        NOT_STATED,
        OUT_OF_DATE
    }

    OpenNow checked(@Nullable LocalDate on) {
        return new OpenNow(state, reason, note, until, then, nextOpening, on);
    }

    public boolean isOpen() {
        return state == State.OPEN;
    }
}
