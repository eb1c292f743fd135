package org.alongside.shared;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How moments are stored (UTC) and said (London time, in words). */
public final class Times {
    public static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.UK);

    private Times() {
    }

    /** For binding to SQL: JdbcClient does not bind Instant. */
    public static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    public static @Nullable OffsetDateTime atOrNull(@Nullable Instant instant) {
        return instant == null ? null : at(instant);
    }

    /** A moment as a column holds it. */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    public static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    public static ZonedDateTime london(Instant instant) {
        return instant.atZone(LONDON);
    }

    public static LocalDate day(Instant instant) {
        return london(instant).toLocalDate();
    }

    /** When people are told of a day: at nine, when most have begun to work. */
    public static Instant morning(LocalDate day) {
        return day.atTime(9, 0).atZone(LONDON).toInstant();
    }

    /** 20 November 2026 */
    public static String say(LocalDate day) {
        return DAY.format(day);
    }

    /** Friday 20 November */
    public static String sayWeekday(LocalDate day) {
        return WEEKDAY.format(day);
    }

    /** 9am, 4:30pm, midday, midnight */
    public static String say(LocalTime time) {
        if (time.equals(LocalTime.NOON)) return "midday";
        if (time.equals(LocalTime.MIDNIGHT)) return "midnight";
        int hour = time.getHour() % 12 == 0 ? 12 : time.getHour() % 12;
        String minutes = time.getMinute() == 0 ? "" : String.format(Locale.ROOT, ":%02d", time.getMinute());
        return hour + minutes + (time.getHour() < 12 ? "am" : "pm");
    }

    /** 20 November 2026 at 4:30pm */
    public static String say(Instant instant) {
        ZonedDateTime local = london(instant);
        return say(local.toLocalDate()) + " at " + say(local.toLocalTime());
    }

    /** 5 minutes, 3 hours, 2 days: the largest whole unit, for "waiting for". */
    public static String say(Duration duration) {
        if (duration.toDays() > 0) return count(duration.toDays(), "day");
        if (duration.toHours() > 0) return count(duration.toHours(), "hour");
        return count(Math.max(duration.toMinutes(), 0), "minute");
    }

    private static String count(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }
}
