package org.alongside.directory;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A stretch in which somebody answers, on days of the week or on dates of its own ("the first Monday of the month", date by date). It belongs to the day on which it
 * begins, and on a bank holiday what is said of bank holidays holds for both.
 */
public record Session(Set<DayOfWeek> days, Set<LocalDate> dates, Span span) {

    public Session {
        if (days.isEmpty() == dates.isEmpty()) throw new IllegalArgumentException("A session is on days of the week or on dates");
        days = days.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(days));
        dates = Set.copyOf(dates);
    }

    public Session(Set<DayOfWeek> days, Span span) {
        this(days, Set.of(), span);
    }

    public static Session on(Set<LocalDate> dates, Span span) {
        return new Session(Set.of(), dates, span);
    }

    public boolean isWeekly() {
        return dates.isEmpty();
    }

    /** Dates of one day of the week, one week after the other. */
    public record Run(LocalDate first, LocalDate last) {}

    /** Its dates as few runs as can be, for those who know hours by weeks alone. */
    public List<Run> runs() {
        List<Run> runs = new ArrayList<>();
        for (LocalDate date : new TreeSet<>(dates)) {
            if (!dates.contains(date.minusWeeks(1))) runs.add(new Run(date, Stream.iterate(date, dates::contains, next -> next.plusWeeks(1)).reduce(date, (before, next) -> next)));
        }
        return runs;
    }

    boolean isOn(LocalDate day) {
        return isWeekly() ? days.contains(day.getDayOfWeek()) : dates.contains(day);
    }
}
