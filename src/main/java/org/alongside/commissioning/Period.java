package org.alongside.commissioning;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One quarter, half a year or a year of whole quarters. Safety: nobody moves it by a day, to see by how much a number changes. @param from its first day @param until its last day */
public record Period(LocalDate from, LocalDate until) {
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.UK);
    private static final int BACK = 12;
    private static final List<Integer> QUARTERS = List.of(1, 2, 4);

    public Period {
        long months = ChronoUnit.MONTHS.between(from, until.plusDays(1));
        if (from.getDayOfMonth() != 1 || from.getMonthValue() % 3 != 1 || months % 3 != 0 || !QUARTERS.contains((int) months / 3) || !from.plusMonths(months).equals(until.plusDays(1))) throw new IllegalArgumentException("no whole quarters");
    }

    /** Those that are over and may be asked about, the latest first: twelve quarters, halves and years that begin in April. */
    public static List<Period> over(LocalDate today) {
        List<Period> over = new ArrayList<>();
        LocalDate quarter = LocalDate.of(today.getYear(), (today.getMonthValue() - 1) / 3 * 3 + 1, 1);
        for (int back = 1; back <= BACK; back++) {
            LocalDate from = quarter.minusMonths(3L * back);
            for (int quarters : QUARTERS) {
                boolean begins = quarters == 1 || quarters == 2 && from.getMonthValue() % 6 == 4 || quarters == 4 && from.getMonthValue() == 4;
                if (begins && !from.plusMonths(3L * quarters).isAfter(quarter)) over.add(new Period(from, from.plusMonths(3L * quarters).minusDays(1)));
            }
        }
        return over.stream().sorted(Comparator.comparing(Period::until).thenComparing(Period::from).reversed()).toList();
    }

    /** As it is chosen in a form. */
    public String key() {
        return from + "/" + until;
    }

    /** One of those that may be asked about. */
    public static Optional<Period> of(String key, LocalDate today) {
        return over(today).stream().filter(one -> one.key().equals(key)).findFirst();
    }

    public String words() {
        return MONTH.format(from) + " to " + MONTH.format(until);
    }
}
