package org.alongside.shared;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A date as typed in three boxes, exactly as typed: a component of a form, bound from name.day, name.month and name.year. */
public record TypedDate(@Nullable String day, @Nullable String month, @Nullable String year) {
    public static final TypedDate NONE = new TypedDate("", "", "");
    private static final Map<String, Integer> MONTHS = Map.ofEntries(
            Map.entry("jan", 1), Map.entry("feb", 2), Map.entry("mar", 3), Map.entry("apr", 4), Map.entry("may", 5), Map.entry("jun", 6),
            Map.entry("jul", 7), Map.entry("aug", 8), Map.entry("sep", 9), Map.entry("oct", 10), Map.entry("nov", 11), Map.entry("dec", 12));

    public TypedDate {
        day = strip(day);
        month = strip(month);
        year = strip(year);
    }

    public static TypedDate of(@Nullable LocalDate date) {
        return date == null ? NONE : new TypedDate("" + date.getDayOfMonth(), "" + date.getMonthValue(), "" + date.getYear());
    }

    public boolean isBlank() {
        return equals(NONE);
    }

    /** Empty when nothing was typed, or when it is no date: then {@code problems} says so beside {@code field}. */
    public Optional<LocalDate> read(String field, Problems problems) {
        if (isBlank()) return Optional.empty();
        try {
            if (strip(year).length() != 4) throw new DateTimeException("year");
            return Optional.of(LocalDate.of(number(strip(year)), monthNumber(strip(month)), number(strip(day))));
        } catch (DateTimeException | NumberFormatException noDate) {
            problems.add(field, "shared.date.not-real");
            return Optional.empty();
        }
    }

    /** As {@link #read}, for a day that has to be there: {@code missing} is said beside {@code field} when nothing was typed. */
    public Optional<LocalDate> needed(String field, String missing, Problems problems) {
        if (isBlank()) problems.add(field, missing);
        return read(field, problems);
    }

    private static int monthNumber(String text) {
        Integer named = text.length() < 3 ? null : MONTHS.get(text.substring(0, 3).toLowerCase(Locale.ROOT));
        return named != null ? named : number(text);
    }

    private static int number(String text) {
        if (!text.matches("[0-9]{1,4}")) throw new NumberFormatException();
        return Integer.parseInt(text);
    }

    private static String strip(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
