package org.alongside.programme;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.alongside.shared.Times;
import org.alongside.shared.Worded;

/** Parts of a day at which a group can meet. */
public enum PartOfDay implements Worded {
    MORNING("Morning", LocalTime.MIN),
    AFTERNOON("Afternoon", LocalTime.NOON),
    EVENING("Evening", LocalTime.of(17, 0));

    private final String words;
    private final LocalTime from;

    PartOfDay(String words, LocalTime from) {
        this.words = words;
        this.from = from;
    }

    @Override
    public String words() {
        return words;
    }

    /** Each part that a meeting touches, as it is kept: THURSDAY_EVENING. */
    static Set<String> of(Instant starts, int minutes) {
        Set<String> touched = new TreeSet<>();
        ZonedDateTime first = Times.london(starts), last = first.plusMinutes(minutes - 1L);
        for (ZonedDateTime at = first; at.isBefore(last); at = at.plusMinutes(15)) touched.add(at(at));
        touched.add(at(last));
        return touched;
    }

    private static String at(ZonedDateTime at) {
        PartOfDay part = EVENING;
        for (PartOfDay one : values()) if (!at.toLocalTime().isBefore(one.from)) part = one;
        return at.getDayOfWeek() + "_" + part;
    }

    /** When a group meets, in words: Thursday evening. */
    static String said(Instant starts) {
        ZonedDateTime at = Times.london(starts);
        String part = at(at);
        return at.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.UK) + " " + valueOf(part.substring(part.indexOf('_') + 1)).words.toLowerCase(Locale.UK);
    }
}
