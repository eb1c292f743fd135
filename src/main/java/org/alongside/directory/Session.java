package org.alongside.directory;

import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.Set;

/** A stretch of the week in which somebody answers. It belongs to the day on which it begins. */
public record Session(Set<DayOfWeek> days, Span span) {

    public Session {
        days = Set.copyOf(EnumSet.copyOf(days));
    }
}
