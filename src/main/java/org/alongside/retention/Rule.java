package org.alongside.retention;

import java.time.Instant;
import java.time.LocalDate;
import org.alongside.access.WorkerId;
import org.alongside.shared.Times;

/** How long an organisation keeps a kind of record, and why. @param from the first day on which it erases anything */
public record Rule(KeptKind kind, int months, String why, LocalDate from, WorkerId decidedBy, Instant decidedAt) {
    /** When the time of something that ended at this moment is up. */
    public LocalDate dueOn(Instant ended) {
        LocalDate up = Times.day(ended).plusMonths(months);
        return up.isBefore(from) ? from : up;
    }

    /** What ended before this moment has had its time on that day. */
    Instant endedBefore(LocalDate day) {
        return day.minusMonths(months).plusDays(1).atStartOfDay(Times.LONDON).toInstant();
    }

    public boolean isInForce(LocalDate today) {
        return !today.isBefore(from);
    }
}
