package org.alongside.people;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.alongside.shared.Times;

/** Days and hours, London time, in which contact is safe. {@code to} is the first moment that is not; an end before the start is on the next day. */
public record Window(Set<DayOfWeek> days, LocalTime from, LocalTime to) {
    public Window {
        if (days.isEmpty()) throw new IllegalArgumentException("a window has a day");
        days = Set.copyOf(days);
    }

    boolean holds(ZonedDateTime at) {
        LocalTime time = at.toLocalTime();
        if (from.isBefore(to)) return days.contains(at.getDayOfWeek()) && !time.isBefore(from) && time.isBefore(to);
        return days.contains(at.getDayOfWeek()) && !time.isBefore(from)
                || days.contains(at.getDayOfWeek().minus(1)) && time.isBefore(to);
    }

    /** The next moment this window opens, after {@code at}. */
    ZonedDateTime next(ZonedDateTime at) {
        LocalDate day = at.toLocalDate();
        while (true) {
            ZonedDateTime start = day.atTime(from).atZone(Times.LONDON);
            if (days.contains(day.getDayOfWeek()) && start.isAfter(at)) return start;
            day = day.plusDays(1);
        }
    }

    /** Monday, Tuesday 9am to midday */
    public String words() {
        String named = days.size() == 7 ? "Every day" : EnumSet.copyOf(days).stream().map(day -> day.getDisplayName(TextStyle.FULL, Locale.UK)).collect(Collectors.joining(", "));
        return named + " " + Times.say(from) + " to " + Times.say(to);
    }
}
