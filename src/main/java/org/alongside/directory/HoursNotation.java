package org.alongside.directory;

import static java.util.stream.Collectors.joining;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Hours as one line of text, in a small part of the notation that OpenStreetMap uses, so that a person can write and check them. */
final class HoursNotation {

    static final Session EVERY_DAY = new Session(EnumSet.allOf(DayOfWeek.class), Span.WHOLE_DAY);

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final List<String> DAYS = List.of("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su");
    private static final String DAY = DAYS.stream().collect(joining("|", "(?:", ")"));
    private static final String TIMES = "(\\d\\d:\\d\\d-\\d\\d:\\d\\d(?:,\\d\\d:\\d\\d-\\d\\d:\\d\\d)*)";
    private static final String DATE = "(\\d{4}-\\d\\d-\\d\\d)";
    private static final Pattern USUAL =
            Pattern.compile("(" + DAY + "(?:-" + DAY + ")?(?:," + DAY + "(?:-" + DAY + ")?)*) " + TIMES);
    /** A stroke means each week from the one date to the other. */
    private static final String DATES = "\\d{4}-\\d\\d-\\d\\d(?:/\\d{4}-\\d\\d-\\d\\d)?";
    private static final Pattern ON_DATES = Pattern.compile("on (" + DATES + "(?:," + DATES + ")*) " + TIMES);
    private static final Pattern HOLIDAY = Pattern.compile("PH (?:(off)|(open)|" + TIMES + ")");
    private static final Pattern DATED =
            Pattern.compile(DATE + "(?:\\.\\." + DATE + ")? (?:off|" + TIMES + ")(?: \"([^\"]{1,80})\")?");
    private static final Pattern VALIDITY = Pattern.compile("(from|to) " + DATE);

    private static final String[][] WORDS = {{"24 ?hours(?: a day)?(?:,? (?:7|seven) days a week|,? every ?day)?|day and night|always open", "24/7"}, {"mon(?:days?)?", "Mo"}, {"tue(?:s(?:days?)?)?", "Tu"}, {"wed(?:nesdays?)?", "We"}, {"thu(?:r(?:s(?:days?)?)?)?", "Th"}, {"fri(?:days?)?", "Fr"}, {"sat(?:urdays?)?", "Sa"}, {"sun(?:days?)?", "Su"},
        {"(?:every ?day|daily|seven days a week|7 days a week)", "Mo-Su"}, {"weekdays", "Mo-Fr"}, {"weekends", "Sa-Su"}, {"bank holidays?:? closed", "PH off"}, {"closed (?:on )?bank holidays?", "PH off"}, {"bank holidays?:? (?:open )?as usual", "PH open"}, {"bank holidays?", "PH"}};
    private static final Pattern HALVES = Pattern.compile("(?i)(?<![\\d:.])(1[0-2]|0?\\d)(?:[:.]([0-5]\\d))?\\s*([ap])\\.?m\\b\\.?");
    private static final Pattern CLOCK = Pattern.compile("(?<![\\d:.])([01]?\\d|2[0-4])[:.]([0-5]\\d)(?![\\d:.])");

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
            } else if (!usual(part) && !onDates(part) && !holiday(part) && !dated(part) && !validity(part)) {
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

    private boolean onDates(String part) {
        Matcher match = ON_DATES.matcher(part);
        if (!match.matches()) return false;
        Set<LocalDate> dates = new TreeSet<>();
        for (String run : match.group(1).split(",")) {
            LocalDate first = LocalDate.parse(run.substring(0, 10)), last = LocalDate.parse(run.substring(run.length() - 10));
            if (first.plusYears(10).isBefore(last)) throw new IllegalArgumentException("Hours cannot be read at: " + part);
            for (LocalDate date = first; !date.isAfter(last); date = date.plusWeeks(1)) dates.add(date);
        }
        if (dates.isEmpty()) throw new IllegalArgumentException("Hours cannot be read at: " + part);
        spans(match.group(2)).forEach(span -> week.add(Session.on(dates, span)));
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

    /** What people write, as the notation has it: "Monday to Friday 9am-5.30pm" becomes "Mo-Fr 09:00-17:30". What it does not know stays, and is refused when it is read. */
    static String tidy(String typed) {
        String text = typed.strip().replaceAll("[\u2010-\u2015]", "-").replaceAll("\\s*\\n\\s*", "; ");
        for (String[] word : WORDS) text = text.replaceAll("(?i)\\b(?:" + word[0] + ")\\b", word[1]);
        text = text.replaceAll("(?i)\\b(?:noon|midday)\\b", "12:00").replaceAll("(?i)\\bmidnight\\b", "24:00");
        text = HALVES.matcher(text).replaceAll(half -> clock(Integer.parseInt(half.group(1)) % 12 + (half.group(3).equalsIgnoreCase("p") ? 12 : 0), half.group(2)));
        text = CLOCK.matcher(text).replaceAll(time -> clock(Integer.parseInt(time.group(1)), time.group(2)));
        return text.replaceAll("(?i)(?<=[^;\\s])\\s+(?:to|until|till)\\s+", "-").replaceAll("\\s*-\\s*", "-").replaceAll("(?i)\\s*(?:,|&|\\band\\b)\\s*", ",").replaceAll("(\\d{4}-\\d\\d-\\d\\d)-(?=\\d{4}-)", "$1..").replaceAll("\\s*;\\s*", "; ").replaceAll("(Mo|Tu|We|Th|Fr|Sa|Su|PH):\\s*", "$1 ").replaceAll("[ \\t]+", " ").replaceAll(";\\s*$", "");
    }

    private static String clock(int hour, @Nullable String minutes) {
        return String.format("%02d:%s", hour, minutes == null ? "00" : minutes);
    }

    static String write(OpeningHours hours) {
        List<String> parts = new ArrayList<>();
        for (Session session : hours.week()) {
            String when = session.isWeekly() ? session.days().stream().sorted().map(day -> DAYS.get(day.getValue() - 1)).collect(joining(",")) : session.runs().stream().map(run -> run.first().equals(run.last()) ? run.first().toString() : run.first() + "/" + run.last()).collect(joining(",", "on ", ""));
            parts.add(when + " " + written(session.span()));
        }
        switch (hours.onBankHolidays()) {
            case CLOSED -> parts.add("PH off");
            case AS_USUAL -> parts.add("PH open");
            case OWN_SESSIONS -> parts.add("PH " + spans(hours.bankHolidaySpans()));
            case NOT_STATED -> {}
        }
        for (HoursException exception : hours.exceptions()) {
            String dates = exception.first().equals(exception.last()) ? exception.first().toString() : exception.first() + ".." + exception.last();
            String reason = exception.reason() == null ? "" : exception.reason().replaceAll("[\";]", ",").strip();
            parts.add(dates + " " + spans(exception.spans()) + (reason.isEmpty() ? "" : " \"" + reason.substring(0, Math.min(80, reason.length())) + "\""));
        }
        if (hours.validFrom() != null) parts.add("from " + hours.validFrom());
        if (hours.validTo() != null) parts.add("to " + hours.validTo());
        return String.join("; ", parts);
    }

    private static String spans(List<Span> spans) {
        return spans.isEmpty() ? "off" : spans.stream().map(HoursNotation::written).collect(joining(","));
    }

    private static String written(Span span) {
        return TIME.format(span.from()) + "-" + TIME.format(span.to());
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
