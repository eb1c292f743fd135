package org.alongside.training;

import java.time.LocalDate;
import java.util.Locale;
import org.alongside.shared.TwelveDigits;

/**
 * Somebody was at every session.
 *
 * @param code twelve digits, by which it can be checked
 * @param initials of the name that was on it
 */
public record Certificate(String code, String initials, Course course, LocalDate on, int minutes) {
    /** In three groups, as one reads out any reference number. */
    public String written() {
        return TwelveDigits.written(code);
    }

    /** 3, or 1.5. */
    public String hours() {
        return minutes % 60 == 0 ? String.valueOf(minutes / 60) : String.format(Locale.ROOT, "%.1f", minutes / 60.0);
    }
}
