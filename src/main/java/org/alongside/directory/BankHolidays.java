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

/**
 * The days on which banks close, nation by nation, on the day they are kept (the substitute day, not the feast). Where the operator's list covers a year of a
 * nation, it decides; for all others the calendar that comes with the software.
 */
public final class BankHolidays {

    private static final HolidayManager CALENDAR =
            HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.UNITED_KINGDOM));
    private static final Map<NationYear, Set<LocalDate>> KEPT = new ConcurrentHashMap<>();
    private static volatile Map<NationYear, Set<LocalDate>> listed = Map.of();

    private BankHolidays() {}

    /** True when any of these nations keeps this day. */
    public static boolean isKept(LocalDate day, Collection<Nation> nations) {
        return nations.stream().anyMatch(nation -> of(nation, day.getYear()).contains(day));
    }

    public static Set<LocalDate> of(Nation nation, int year) {
        NationYear asked = new NationYear(nation, year);
        Set<LocalDate> decided = listed.get(asked);
        return decided != null ? decided : KEPT.computeIfAbsent(asked, BankHolidays::look);
    }

    /** From now on this list decides for the years and nations in it. */
    static void list(Map<NationYear, Set<LocalDate>> list) {
        listed = Map.copyOf(list);
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

    record NationYear(Nation nation, int year) {}
}
