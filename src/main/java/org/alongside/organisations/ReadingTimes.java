package org.alongside.organisations;

import static java.util.stream.Collectors.toUnmodifiableSet;

import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Set;
import java.util.stream.Stream;
import org.alongside.shared.Times;

/** The days and the hour at which a team reads its inbox, in London time. On a bank holiday nobody does. */
record ReadingTimes(Set<DayOfWeek> days, LocalTime at) {
    private static final HolidayManager HOLIDAYS = HolidayManager.getInstance(ManagerParameters.create("gb"));

    static ReadingTimes of(Integer[] days, LocalTime at) {
        return new ReadingTimes(Stream.of(days).map(DayOfWeek::of).collect(toUnmodifiableSet()), at);
    }

    Instant next(Instant now) {
        ZonedDateTime local = Times.london(now);
        LocalDate day = local.toLocalTime().isBefore(at) ? local.toLocalDate() : local.toLocalDate().plusDays(1);
        // Safety: a promise to read on a day when the office is closed would leave somebody waiting for nothing.
        while (!days.contains(day.getDayOfWeek()) || HOLIDAYS.isHoliday(day, "eng")) day = day.plusDays(1);
        return day.atTime(at).atZone(Times.LONDON).toInstant();
    }
}
