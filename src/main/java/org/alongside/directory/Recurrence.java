package org.alongside.directory;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRule.RfcMode;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;
import org.jspecify.annotations.Nullable;

/**
 * Hours as other feeds state them (HSDS schedules: flattened recurrence rules), read as ours. A row that holds each week alike becomes a session of the week;
 * every other rule becomes the dates on which it falls, for the next 400 days, after which nothing is known until it is read again. Times without an offset are
 * those of the clock on the wall in the United Kingdom.
 */
public final class Recurrence {
    static final int DAYS_AHEAD = 400;
    /** So far back that no night that is still on is forgotten. */
    private static final int DAYS_BACK = 7;
    private static final LocalDate ALWAYS = LocalDate.of(1900, 1, 1), FOR_EVER = LocalDate.of(9999, 12, 31);
    private static final List<String> DAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");
    private static final Pattern DAY = Pattern.compile("([+-]?[1-5])?(" + String.join("|", DAYS) + ")"), MONTH_DAY = Pattern.compile("[+-]?(?:[1-9]|[12]\\d|3[01])"), NUMBER = Pattern.compile("([1-9]\\d{0,3})(?:\\.0)?");
    private static final Pattern DATE = Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)(?:T(?:00:00|23:59)(?::\\d\\d(?:\\.\\d+)?)?(?:Z|\\+00:00)?)?"), TIME = Pattern.compile("(\\d{1,2}:\\d\\d)(?::00(?:\\.0+)?)?(Z|[+-]\\d\\d(?::?\\d\\d)?)?"), HOURS_EAST = Pattern.compile("([+-]?)(\\d{1,2})(?:\\.0)?");

    /** Why hours could not be read. */
    public enum Problem {
        /** Neither WEEKLY nor MONTHLY, or not said. */
        FREQUENCY,
        INTERVAL,
        /** Days of the week: not said, not known, or counted in a week. */
        DAYS,
        DAYS_OF_THE_MONTH,
        /** Weeks or days counted in a year, which no such rule may have. */
        DAYS_OF_THE_YEAR,
        /** Without its first date it is not clear on which weeks, months or days it falls. */
        START,
        UNTIL,
        COUNT,
        VALIDITY,
        /** Not said, or not read: also a row that means to say "closed". */
        TIMES,
        /** It opens and closes at the same time: nothing, or a whole day. */
        SAME_TIMES,
        /** Times and their distance from Greenwich do not go together, or fall just now into the hour that comes twice. */
        OFFSET,
        /** It falls on no day at all. */
        NEVER,
        /** No row holds today or later. */
        OVER
    }

    /** @param row which of the rows, from 0; -1 for all of them together */
    public record Trouble(int row, Problem problem) {}

    /** @param hours not stated when anything is in trouble: what one row leaves open, the others cannot close */
    public record Read(OpeningHours hours, List<Trouble> troubles) {}

    private Recurrence() {}

    /** @param rows all schedules of one way in, each by HSDS's own names ({@code freq}, {@code byday}, {@code opens_at} ...) */
    public static Read read(List<Map<String, String>> rows, LocalDate today, Set<Nation> bankHolidaysOf, @Nullable LocalDate checkedOn) {
        List<Rule> rules = new ArrayList<>();
        List<Trouble> troubles = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            try {
                rules.add(rule(rows.get(row), today));
            } catch (Unreadable unreadable) {
                troubles.add(new Trouble(row, unreadable.problem));
            }
        }
        if (troubles.isEmpty() && !rows.isEmpty()) {
            try {
                return new Read(hours(rules, today, bankHolidaysOf, checkedOn), List.of());
            } catch (Unreadable unreadable) {
                troubles.add(new Trouble(-1, unreadable.problem));
            }
        }
        // Safety: never guess; a row that cannot be read may be the one that says open, or the one that says closed.
        return new Read(OpeningHours.notStated(checkedOn), List.copyOf(troubles));
    }

    /** @param weekly its days of the week when it is the same each week; else null @param offset of its times from Greenwich; null for the clock on the wall */
    private record Rule(@Nullable Set<DayOfWeek> weekly, RecurrenceRule rule, LocalDate first, boolean counted, LocalDate last, LocalDate validFrom, LocalDate validTo, LocalTime opens, LocalTime closes, @Nullable ZoneOffset offset) {
        boolean holdsOn(LocalDate day) {
            return !day.isBefore(validFrom) && !day.isAfter(validTo);
        }

        boolean isTheSameEachWeek(LocalDate from, LocalDate to) {
            return weekly != null && offset == null && !first.isAfter(from) && !last.isBefore(to) && holdsOn(from) && holdsOn(to);
        }
    }

    private static final class Unreadable extends Exception {
        private final Problem problem;

        Unreadable(Problem problem) {
            super(problem.name(), null, false, false);
            this.problem = problem;
        }
    }

    /** A night whose hour comes twice. */
    private static final class Twice extends Exception {
        private final LocalDate day;

        Twice(LocalDate day) {
            super(day.toString(), null, false, false);
            this.day = day;
        }
    }

    private static Rule rule(Map<String, String> row, LocalDate today) throws Unreadable {
        String freq = said(row, "freq").toUpperCase(Locale.ROOT);
        if (!freq.equals("WEEKLY") && !freq.equals("MONTHLY")) throw new Unreadable(Problem.FREQUENCY);
        if (!said(row, "byweekno").isEmpty() || !said(row, "byyearday").isEmpty()) throw new Unreadable(Problem.DAYS_OF_THE_YEAR);
        int interval = said(row, "interval").isEmpty() ? 1 : number(row, "interval", Problem.INTERVAL);
        LocalDate start = date(row, "dtstart", Problem.START), until = date(row, "until", Problem.UNTIL);
        LocalDate validFrom = Objects.requireNonNullElse(date(row, "valid_from", Problem.VALIDITY), ALWAYS), validTo = Objects.requireNonNullElse(date(row, "valid_to", Problem.VALIDITY), FOR_EVER);
        if (validTo.isBefore(validFrom)) throw new Unreadable(Problem.VALIDITY);
        boolean counted = !said(row, "count").isEmpty();
        if (counted && until != null) throw new Unreadable(Problem.COUNT);
        String days = list(row, "byday", DAY, Problem.DAYS), monthDays = list(row, "bymonthday", MONTH_DAY, Problem.DAYS_OF_THE_MONTH);
        if (freq.equals("WEEKLY") && days.matches(".*\\d.*")) throw new Unreadable(Problem.DAYS);
        if (freq.equals("WEEKLY") && !monthDays.isEmpty()) throw new Unreadable(Problem.DAYS_OF_THE_MONTH);
        if (start == null && (interval > 1 || counted || days.isEmpty() && monthDays.isEmpty())) throw new Unreadable(Problem.START);
        String week = said(row, "wkst").toUpperCase(Locale.ROOT);
        if (!week.isEmpty() && !DAYS.contains(week)) throw new Unreadable(Problem.DAYS);
        String text = "FREQ=" + freq + ";INTERVAL=" + interval + (days.isEmpty() ? "" : ";BYDAY=" + days) + (monthDays.isEmpty() ? "" : ";BYMONTHDAY=" + monthDays) + (counted ? ";COUNT=" + number(row, "count", Problem.COUNT) : "") + (week.isEmpty() ? "" : ";WKST=" + week);
        LocalDate first = start != null ? start : today.minusDays(DAYS_BACK + 31);
        RecurrenceRule rule = rule(text);
        // Where the first date is none of the rule's own, the standard leaves open whether it is counted.
        if (counted && !first(rule, first).equals(first)) throw new Unreadable(Problem.COUNT);
        Set<DayOfWeek> weekly = !freq.equals("WEEKLY") || interval > 1 || counted ? null : days.isEmpty() ? EnumSet.of(first.getDayOfWeek()) : Arrays.stream(days.split(",")).map(day -> DayOfWeek.of(DAYS.indexOf(day) + 1)).collect(Collectors.toCollection(() -> EnumSet.noneOf(DayOfWeek.class)));
        return timed(row, new Rule(weekly, rule, first, counted, until == null ? FOR_EVER : until, validFrom, validTo, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, null));
    }

    private static Rule timed(Map<String, String> row, Rule rule) throws Unreadable {
        String opens = said(row, "opens_at"), closes = said(row, "closes_at");
        Matcher from = TIME.matcher(opens), to = TIME.matcher(closes);
        if (!from.matches() || !to.matches()) throw new Unreadable(Problem.TIMES);
        String zone = said(row, "timezone");
        ZoneOffset ofAll = zone.isEmpty() || zone.equals("Europe/London") ? null : offset(zone), ofOpening = offset(from.group(2)), ofClosing = offset(to.group(2));
        if (!Objects.equals(ofOpening, ofClosing) || ofAll != null && ofOpening != null && !ofAll.equals(ofOpening)) throw new Unreadable(Problem.OFFSET);
        boolean midnight = to.group(1).equals("24:00");
        LocalTime start = time(from.group(1)), end = midnight ? LocalTime.MIDNIGHT : time(to.group(1));
        if (start.equals(end) && !midnight) throw new Unreadable(Problem.SAME_TIMES);
        return new Rule(rule.weekly, rule.rule, rule.first, rule.counted, rule.last, rule.validFrom, rule.validTo, start, end, ofOpening != null ? ofOpening : ofAll);
    }

    private static OpeningHours hours(List<Rule> rules, LocalDate today, Set<Nation> bankHolidaysOf, @Nullable LocalDate checkedOn) throws Unreadable {
        LocalDate on = rules.stream().map(rule -> rule.validFrom.isAfter(today) ? rule.validFrom : today).filter(day -> rules.stream().anyMatch(rule -> rule.holdsOn(day))).min(LocalDate::compareTo).orElseThrow(() -> new Unreadable(Problem.OVER));
        // Hours are known as long as one day after the other has a row that holds on it.
        LocalDate from = edge(rules, on, false), to = edge(rules, on, true), back = today.minusDays(DAYS_BACK), horizon = today.plusDays(DAYS_AHEAD);
        List<Rule> dated = rules.stream().filter(rule -> !rule.isTheSameEachWeek(from.isBefore(back) ? back : from, to)).toList();
        Set<Session> sessions = new LinkedHashSet<>();
        for (Rule rule : rules) if (!dated.contains(rule)) sessions.add(new Session(Objects.requireNonNull(rule.weekly), new Span(rule.opens, rule.closes)));
        LocalDate first = dated.isEmpty() || from.isAfter(back) ? from : back, last = to.isAfter(horizon) && dated.stream().anyMatch(rule -> mayFallAfter(rule, horizon)) ? horizon : to;
        Map<Span, Set<LocalDate>> dates = null;
        while (dates == null) {
            try {
                dates = fall(dated, first, last.isAfter(horizon) ? horizon : last);
            } catch (Twice twice) {
                // Safety: in the night when the hour comes twice, the wall cannot say which of them is meant: before it hours end to be known, until they are read again.
                if (!twice.day.isAfter(today)) throw new Unreadable(Problem.OFFSET);
                last = twice.day.minusDays(1);
            }
        }
        dates.forEach((span, days) -> sessions.add(Session.on(days, span)));
        if (sessions.isEmpty()) throw new Unreadable(Problem.NEVER);
        return new OpeningHours(List.copyOf(sessions), HolidayPolicy.NOT_STATED, List.of(), bankHolidaysOf, List.of(), first.equals(ALWAYS) ? null : first, last.equals(FOR_EVER) ? null : last, checkedOn);
    }

    private static LocalDate edge(List<Rule> rules, LocalDate on, boolean later) {
        LocalDate edge = on;
        for (boolean moved = true; moved; ) {
            moved = false;
            for (Rule rule : rules) {
                LocalDate next = later ? (edge.equals(FOR_EVER) ? edge : edge.plusDays(1)) : (edge.equals(ALWAYS) ? edge : edge.minusDays(1));
                if (rule.holdsOn(edge) || rule.holdsOn(next)) {
                    LocalDate its = later ? rule.validTo : rule.validFrom;
                    if (later ? its.isAfter(edge) : its.isBefore(edge)) {
                        edge = its;
                        moved = true;
                    }
                }
            }
        }
        return edge;
    }

    private static boolean mayFallAfter(Rule rule, LocalDate day) {
        return rule.last.isAfter(day) && rule.validTo.isAfter(day);
    }

    /** The dates on which these fall, by the clock on the wall. */
    private static Map<Span, Set<LocalDate>> fall(List<Rule> rules, LocalDate from, LocalDate to) throws Unreadable, Twice {
        Map<Span, Set<LocalDate>> dates = new LinkedHashMap<>();
        for (Rule rule : rules) {
            for (LocalDate day : days(rule, from, Stream.of(to, rule.last, rule.validTo).min(LocalDate::compareTo).orElseThrow())) {
                LocalDateTime opens = day.atTime(rule.opens), closes = (rule.closes.isAfter(rule.opens) ? day : day.plusDays(1)).atTime(rule.closes);
                if (comesTwice(opens, rule.offset) || comesTwice(closes, rule.offset)) throw new Twice(day);
                add(onTheWall(opens, rule.offset), onTheWall(closes, rule.offset), dates);
            }
        }
        return dates;
    }

    private static List<LocalDate> days(Rule rule, LocalDate from, LocalDate to) throws Unreadable {
        List<LocalDate> all = new ArrayList<>();
        try {
            RecurrenceRuleIterator days = rule.rule.iterator(date(rule.first));
            if (!rule.counted && rule.first.isBefore(from)) days.fastForward(date(from));
            while (days.hasNext()) {
                LocalDate day = date(days.nextDateTime());
                if (day.isAfter(to)) break;
                if (!day.isBefore(from) && rule.holdsOn(day)) all.add(day);
            }
            return all;
        } catch (IllegalArgumentException never) {
            throw new Unreadable(Problem.NEVER);
        }
    }

    private static void add(LocalDateTime opens, LocalDateTime closes, Map<Span, Set<LocalDate>> dates) {
        Span span = new Span(opens.toLocalTime(), closes.toLocalTime());
        LocalDate next = opens.toLocalDate().plusDays(1);
        if (closes.toLocalDate().equals(next) && !span.crossesMidnight()) {
            // In the spring, a day by another clock can be longer than one on ours.
            add(opens, next.atStartOfDay(), dates);
            add(next.atStartOfDay(), closes, dates);
        } else {
            dates.computeIfAbsent(span, any -> new TreeSet<>()).add(opens.toLocalDate());
        }
    }

    private static LocalDateTime onTheWall(LocalDateTime time, @Nullable ZoneOffset offset) {
        return offset == null ? time : LocalDateTime.ofInstant(time.toInstant(offset), OpeningHours.ZONE);
    }

    private static boolean comesTwice(LocalDateTime time, @Nullable ZoneOffset offset) {
        return offset != null && OpeningHours.ZONE.getRules().getValidOffsets(onTheWall(time, offset)).size() > 1;
    }

    private static LocalDate first(RecurrenceRule rule, LocalDate from) throws Unreadable {
        try {
            RecurrenceRuleIterator days = rule.iterator(date(from));
            return days.hasNext() ? date(days.nextDateTime()) : FOR_EVER;
        } catch (IllegalArgumentException never) {
            throw new Unreadable(Problem.NEVER);
        }
    }

    private static RecurrenceRule rule(String text) throws Unreadable {
        try {
            return new RecurrenceRule(text, RfcMode.RFC5545_STRICT);
        } catch (InvalidRecurrenceRuleException impossible) {
            throw new Unreadable(Problem.FREQUENCY);
        }
    }

    private static DateTime date(LocalDate day) {
        return new DateTime(day.getYear(), day.getMonthValue() - 1, day.getDayOfMonth());
    }

    private static LocalDate date(DateTime day) {
        return LocalDate.of(day.getYear(), day.getMonth() + 1, day.getDayOfMonth());
    }

    private static String said(Map<String, String> row, String name) {
        return Objects.requireNonNullElse(row.get(name), "").strip();
    }

    private static int number(Map<String, String> row, String name, Problem problem) throws Unreadable {
        Matcher number = NUMBER.matcher(said(row, name));
        if (!number.matches()) throw new Unreadable(problem);
        return Integer.parseInt(number.group(1));
    }

    private static @Nullable LocalDate date(Map<String, String> row, String name, Problem problem) throws Unreadable {
        String text = said(row, name);
        if (text.isEmpty()) return null;
        Matcher date = DATE.matcher(text);
        try {
            LocalDate day = date.matches() ? LocalDate.parse(date.group(1)) : null;
            if (day == null || day.isBefore(ALWAYS)) throw new Unreadable(problem);
            return day;
        } catch (DateTimeException impossible) {
            throw new Unreadable(problem);
        }
    }

    private static String list(Map<String, String> row, String name, Pattern one, Problem problem) throws Unreadable {
        List<String> parts = new ArrayList<>();
        for (String part : said(row, name).toUpperCase(Locale.ROOT).split("[, ]+")) {
            if (part.isEmpty()) continue;
            if (!one.matcher(part).matches()) throw new Unreadable(problem);
            parts.add(part);
        }
        return String.join(",", new LinkedHashSet<>(parts));
    }

    private static LocalTime time(String text) throws Unreadable {
        try {
            return LocalTime.parse(text.length() == 4 ? "0" + text : text);
        } catch (DateTimeException impossible) {
            throw new Unreadable(Problem.TIMES);
        }
    }

    private static @Nullable ZoneOffset offset(@Nullable String text) throws Unreadable {
        if (text == null) return null;
        Matcher hours = HOURS_EAST.matcher(text);
        try {
            return ZoneOffset.of(hours.matches() ? (hours.group(1).isEmpty() ? "+" : hours.group(1)) + (hours.group(2).length() == 1 ? "0" : "") + hours.group(2) : text);
        } catch (DateTimeException impossible) {
            throw new Unreadable(Problem.OFFSET);
        }
    }
}
