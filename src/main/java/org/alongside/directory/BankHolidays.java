package org.alongside.directory;

import static java.util.stream.Collectors.toUnmodifiableSet;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The days on which banks close, nation by nation, on the day they are kept (the substitute day, not the feast). */
public final class BankHolidays {

    private static final HolidayManager CALENDAR =
            HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.UNITED_KINGDOM));
    private static final Map<NationYear, Set<LocalDate>> KEPT = new ConcurrentHashMap<>();

    private BankHolidays() {}

    /** True when any of these nations keeps this day. */
    public static boolean isKept(LocalDate day, Collection<Nation> nations) {
        return nations.stream().anyMatch(nation -> of(nation, day.getYear()).contains(day));
    }

    public static Set<LocalDate> of(Nation nation, int year) {
        return KEPT.computeIfAbsent(new NationYear(nation, year), BankHolidays::look);
    }

    private static Set<LocalDate> look(NationYear asked) {
        return CALENDAR.getHolidays(Year.of(asked.year), code(asked.nation)).stream()
                .map(Holiday::getDate)
                .collect(toUnmodifiableSet());
    }

    private static String code(Nation nation) {
        return switch (nation) {
            case ENGLAND -> "eng";
            case WALES -> "wls";
            case SCOTLAND -> "sct";
            case NORTHERN_IRELAND -> "nir";
        };
    }

    private record NationYear(Nation nation, int year) {}
}
