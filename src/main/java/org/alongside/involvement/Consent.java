package org.alongside.involvement;

import java.time.LocalDate;
import org.alongside.access.WorkerId;

/** What a member said about one purpose on one day. */
public record Consent(Purpose purpose, Answer answer, LocalDate on, WorkerId askedBy) {
    /** Asked again a year later: a yes does not hold for ever, and a no may have become another. */
    public boolean isDue(LocalDate today) {
        return !today.isBefore(on.plusYears(1));
    }
}
