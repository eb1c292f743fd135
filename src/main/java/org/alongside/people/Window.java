package org.alongside.people;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.EnumSet;
import java.util.List;
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

    /** Monday to Friday 9am to midday */
    public String words() {
        return dayWords() + " " + Times.say(from) + " to " + Times.say(to);
    }

    private String dayWords() {
        if (days.size() == 7) return "Every day";
        List<DayOfWeek> week = List.copyOf(EnumSet.copyOf(days));
        DayOfWeek first = week.get(0);
        DayOfWeek last = week.get(week.size() - 1);
        if (week.size() > 2 && last.ordinal() - first.ordinal() == week.size() - 1) return name(first) + " to " + name(last);
        return week.stream().map(Window::name).collect(Collectors.joining(", "));
    }

    private static String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Locale.UK);
    }
}
