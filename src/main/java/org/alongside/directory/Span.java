package org.alongside.directory;

import java.time.LocalTime;

/** Part of a day by the clock on the wall. An end not later than the start is on the next day, so 00:00-00:00 is a whole day. */
public record Span(LocalTime from, LocalTime to) {

    public static final Span WHOLE_DAY = new Span(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

    public boolean crossesMidnight() {
        return !to.isAfter(from);
    }

    boolean coversOnItsOwnDay(LocalTime time) {
        return !time.isBefore(from) && (crossesMidnight() || time.isBefore(to));
    }

    boolean coversOnTheNextDay(LocalTime time) {
        return crossesMidnight() && time.isBefore(to);
    }
}
