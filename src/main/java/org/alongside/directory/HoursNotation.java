package org.alongside.directory;

import static java.util.stream.Collectors.joining;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Hours as one line of text, in a small part of the notation that OpenStreetMap uses, so that a person can write and check them. */
final class HoursNotation {

    static final Session EVERY_DAY = new Session(EnumSet.allOf(DayOfWeek.class), Span.WHOLE_DAY);

    private static final List<String> DAYS = List.of("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su");
    private static final String DAY = DAYS.stream().collect(joining("|", "(?:", ")"));
    private static final String TIMES = "(\\d\\d:\\d\\d-\\d\\d:\\d\\d(?:,\\d\\d:\\d\\d-\\d\\d:\\d\\d)*)";
    private static final String DATE = "(\\d{4}-\\d\\d-\\d\\d)";
    private static final Pattern USUAL =
            Pattern.compile("(" + DAY + "(?:-" + DAY + ")?(?:," + DAY + "(?:-" + DAY + ")?)*) " + TIMES);
    private static final Pattern HOLIDAY = Pattern.compile("PH (?:(off)|(open)|" + TIMES + ")");
    private static final Pattern DATED =
            Pattern.compile(DATE + "(?:\\.\\." + DATE + ")? (?:off|" + TIMES + ")(?: \"([^\"]{1,80})\")?");
    private static final Pattern VALIDITY = Pattern.compile("(from|to) " + DATE);

    private final List<Session> week = new ArrayList<>();
    private final List<HoursException> exceptions = new ArrayList<>();
    private HolidayPolicy policy = HolidayPolicy.NOT_STATED;
    private List<Span> holidaySpans = List.of();
    private @Nullable LocalDate from;
    private @Nullable LocalDate to;

    static OpeningHours read(@Nullable String text, Set<Nation> nations, @Nullable LocalDate checkedOn) {
        if (text == null || text.isBlank()) {
            return OpeningHours.notStated(checkedOn);
        }
        HoursNotation hours = new HoursNotation();
        for (String part : text.split(";")) {
            hours.take(part.strip());
        }
        return new OpeningHours(
                hours.week, hours.policy, hours.holidaySpans, nations, hours.exceptions, hours.from, hours.to, checkedOn);
    }

    private void take(String part) {
        try {
            if (part.equals("24/7")) {
                week.add(EVERY_DAY);
                policy = HolidayPolicy.AS_USUAL;
            } else if (!usual(part) && !holiday(part) && !dated(part) && !validity(part)) {
                throw new IllegalArgumentException("Hours cannot be read at: " + part);
            }
        } catch (DateTimeParseException impossible) {
            throw new IllegalArgumentException("Hours cannot be read at: " + part, impossible);
        }
    }

    private boolean usual(String part) {
        Matcher match = USUAL.matcher(part);
        if (!match.matches()) {
            return false;
        }
        Set<DayOfWeek> days = days(match.group(1));
        spans(match.group(2)).forEach(span -> week.add(new Session(days, span)));
        return true;
    }

    private boolean holiday(String part) {
        Matcher match = HOLIDAY.matcher(part);
        if (!match.matches()) {
            return false;
        }
        holidaySpans = spans(match.group(3));
        policy = match.group(1) != null
                ? HolidayPolicy.CLOSED
                : match.group(2) != null ? HolidayPolicy.AS_USUAL : HolidayPolicy.OWN_SESSIONS;
        return true;
    }

    private boolean dated(String part) {
        Matcher match = DATED.matcher(part);
        if (!match.matches()) {
            return false;
        }
        LocalDate first = LocalDate.parse(match.group(1));
        LocalDate last = match.group(2) == null ? first : LocalDate.parse(match.group(2));
        exceptions.add(new HoursException(first, last, spans(match.group(3)), match.group(4)));
        return true;
    }

    private boolean validity(String part) {
        Matcher match = VALIDITY.matcher(part);
        if (!match.matches()) {
            return false;
        }
        LocalDate date = LocalDate.parse(match.group(2));
        if (match.group(1).equals("from")) {
            from = date;
        } else {
            to = date;
        }
        return true;
    }

    private static Set<DayOfWeek> days(String text) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (String range : text.split(",")) {
            String[] ends = range.split("-");
            DayOfWeek day = day(ends[0]);
            DayOfWeek last = day(ends[ends.length - 1]);
            days.add(day);
            while (day != last) {
                day = day.plus(1);
                days.add(day);
            }
        }
        return days;
    }

    private static DayOfWeek day(String name) {
        return DayOfWeek.of(DAYS.indexOf(name) + 1);
    }

    private static List<Span> spans(@Nullable String text) {
        List<Span> spans = new ArrayList<>();
        for (String span : text == null ? new String[0] : text.split(",")) {
            String[] ends = span.split("-");
            spans.add(new Span(LocalTime.parse(ends[0]), ends[1].equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(ends[1])));
        }
        return spans;
    }
}
