package org.alongside.directory;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Dates on which the usual hours do not hold, first and last included; no spans means closed. */
public record HoursException(LocalDate first, LocalDate last, List<Span> spans, @Nullable String reason) {

    public HoursException {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("An exception to the hours ends before it begins: " + first + " to " + last);
        }
        spans = List.copyOf(spans);
    }

    boolean covers(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }
}
