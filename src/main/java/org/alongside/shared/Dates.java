package org.alongside.shared;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a date from the three boxes day, month, year, exactly as typed. */
public final class Dates {
    private static final Map<String, Integer> MONTHS = Map.ofEntries(
            Map.entry("jan", 1), Map.entry("feb", 2), Map.entry("mar", 3), Map.entry("apr", 4), Map.entry("may", 5), Map.entry("jun", 6),
            Map.entry("jul", 7), Map.entry("aug", 8), Map.entry("sep", 9), Map.entry("oct", 10), Map.entry("nov", 11), Map.entry("dec", 12));

    private Dates() {
    }

    /** Empty when all three boxes are empty, or when they are no date: then {@code problems} says so beside {@code field}. */
    public static Optional<LocalDate> read(@Nullable String day, @Nullable String month, @Nullable String year, String field, Problems problems) {
        String d = strip(day), m = strip(month), y = strip(year);
        if (d.isEmpty() && m.isEmpty() && y.isEmpty()) return Optional.empty();
        try {
            if (y.length() != 4) throw new DateTimeException("year");
            return Optional.of(LocalDate.of(number(y), month(m), number(d)));
        } catch (DateTimeException | NumberFormatException noDate) {
            problems.add(field, "Enter a real date, such as 27 3 1988");
            return Optional.empty();
        }
    }

    private static int month(String text) {
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
