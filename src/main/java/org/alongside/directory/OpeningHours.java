package org.alongside.directory;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.alongside.directory.OpenNow.Reason;
import org.alongside.directory.OpenNow.State;
import org.jspecify.annotations.Nullable;

/**
 * What a service says about when it answers, and no more than it says.
 * A dated exception goes before the bank-holiday policy, that before the usual week; where nothing is said the answer is UNKNOWN.
 * Hours follow the clock on the wall in the United Kingdom, so they stay right when the clocks change.
 */
public record OpeningHours(
        List<Session> week,
        HolidayPolicy onBankHolidays,
        List<Span> bankHolidaySpans,
        Set<Nation> bankHolidaysOf,
        List<HoursException> exceptions,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable LocalDate checkedOn) {

    public static final ZoneId ZONE = ZoneId.of("Europe/London");
    private static final int DAYS_LOOKED_AHEAD = 60;

    public OpeningHours {
        week = List.copyOf(week);
        bankHolidaySpans = List.copyOf(bankHolidaySpans);
        bankHolidaysOf = Set.copyOf(bankHolidaysOf);
        exceptions = List.copyOf(exceptions);
    }

    public static OpeningHours notStated(@Nullable LocalDate checkedOn) {
        return new OpeningHours(
                List.of(), HolidayPolicy.NOT_STATED, List.of(), Set.of(), List.of(), null, null, checkedOn);
    }

    /** Closed every day until further notice. */
    static OpeningHours closed(@Nullable String why, @Nullable LocalDate checkedOn) {
        HoursException always = new HoursException(LocalDate.of(2000, 1, 1), LocalDate.of(2200, 1, 1), List.of(), why);
        return new OpeningHours(List.of(), HolidayPolicy.NOT_STATED, List.of(), Set.of(), List.of(always), null, null, checkedOn);
    }

    /**
     * Reads hours as they are kept in files and tables: {@code Mo-Fr 09:30-13:00,13:30-16:30; PH off; 2026-12-24 off "Christmas Eve"}.
     *
     * @throws IllegalArgumentException naming the part that cannot be read
     */
    public static OpeningHours read(@Nullable String text, Set<Nation> bankHolidaysOf, @Nullable LocalDate checkedOn) {
        return HoursNotation.read(text, bankHolidaysOf, checkedOn);
    }

    /** What people write, in the notation: "Monday to Friday 9am-5.30pm" is "Mo-Fr 09:00-17:30". What is not known stays as it is. */
    public static String tidy(String typed) {
        return HoursNotation.tidy(typed);
    }

    /** As {@link #read} reads them; the nations of its bank holidays and the day it was checked are kept beside. */
    public String written() {
        return HoursNotation.write(this);
    }

    /** The same, whenever they were checked. */
    OpeningHours whenever() {
        return checked(null);
    }

    OpeningHours checked(@Nullable LocalDate on) {
        return Objects.equals(on, checkedOn) ? this : new OpeningHours(week, onBankHolidays, bankHolidaySpans, bankHolidaysOf, exceptions, validFrom, validTo, on);
    }

    public boolean areStated() {
        return !week.isEmpty();
    }

    public boolean areAlways() {
        return week.equals(List.of(HoursNotation.EVERY_DAY)) && exceptions.isEmpty();
    }

    public OpenNow at(Instant moment) {
        DayRule rule = ruleFor(local(moment).toLocalDate());
        State state = stateAt(moment);
        LocalDate horizon = local(moment).toLocalDate().plusDays(DAYS_LOOKED_AHEAD);
        Instant until = firstEdge(moment, horizon, edge -> stateAt(edge) != state);
        State then = until == null ? null : stateAt(until);
        Instant opening = until == null || state == State.OPEN ? null : then == State.OPEN ? until : firstEdge(until, horizon, edge -> stateAt(edge) == State.OPEN);
        return new OpenNow(state, rule.reason(), rule.note(), until, then, opening, checkedOn);
    }

    State stateAt(Instant moment) {
        LocalDateTime local = local(moment);
        LocalTime time = local.toLocalTime();
        DayRule today = ruleFor(local.toLocalDate());
        DayRule yesterday = ruleFor(local.toLocalDate().minusDays(1));
        if (today.stated() && today.coversOwnDay(time)) {
            return State.OPEN;
        }
        if (yesterday.coversNextDay(time)) {
            // Safety: a night that runs into a day with a rule of its own may have been cut short; we do not promise an answer.
            return yesterday.stated() && yesterday.mayRunInto(today) ? State.OPEN : State.UNKNOWN;
        }
        // Safety: not stated is neither open nor closed; a guess sends someone to a line that does not answer.
        return today.stated() ? State.CLOSED : State.UNKNOWN;
    }

    private DayRule ruleFor(LocalDate day) {
        for (HoursException exception : exceptions) {
            if (exception.covers(day)) {
                return new DayRule(Reason.EXCEPTION, true, exception.spans(), exception.reason());
            }
        }
        if (!areStated()) {
            return new DayRule(Reason.NOT_STATED, false, List.of(), null);
        }
        if (isOutOfDate(day)) {
            return new DayRule(Reason.OUT_OF_DATE, false, List.of(), null);
        }
        List<Span> usual = usualSpans(day);
        if (onBankHolidays == HolidayPolicy.AS_USUAL || !BankHolidays.isKept(day, bankHolidaysOf)) {
            return new DayRule(Reason.USUAL_HOURS, true, usual, null);
        }
        return switch (onBankHolidays) {
            case CLOSED -> new DayRule(Reason.BANK_HOLIDAY, true, List.of(), null);
            case OWN_SESSIONS -> new DayRule(Reason.BANK_HOLIDAY, true, bankHolidaySpans, null);
            default -> new DayRule(Reason.BANK_HOLIDAY, false, usual, null);
        };
    }

    private boolean isOutOfDate(LocalDate day) {
        return (validFrom != null && day.isBefore(validFrom)) || (validTo != null && day.isAfter(validTo));
    }

    private List<Span> usualSpans(LocalDate day) {
        return week.stream()
                .filter(session -> session.isOn(day))
                .map(Session::span)
                .toList();
    }

    /** The first moment of this kind at which the state could change: a midnight, either end of a span, a change of the clocks. Null when none comes before the horizon. */
    private @Nullable Instant firstEdge(Instant after, LocalDate horizon, Predicate<Instant> wanted) {
        if (week.isEmpty() && exceptions.isEmpty()) return null;
        NavigableSet<Instant> edges = new TreeSet<>(Set.of(ZONE.getRules().nextTransition(after).getInstant()));
        for (LocalDate day = local(after).toLocalDate().minusDays(1); day.isBefore(horizon); day = day.plusDays(1)) {
            addEdge(edges, day.atStartOfDay());
            for (Span span : ruleFor(day).spans()) {
                addEdge(edges, day.atTime(span.from()));
                addEdge(edges, (span.crossesMidnight() ? day.plusDays(1) : day).atTime(span.to()));
            }
            // Later days add nothing before their own midnight.
            Instant midnight = day.plusDays(1).atStartOfDay(ZONE).toInstant();
            while (!edges.isEmpty() && edges.first().isBefore(midnight)) {
                Instant edge = edges.pollFirst();
                if (edge.isAfter(after) && wanted.test(edge)) return edge;
            }
        }
        return null;
    }

    /** In autumn one wall-clock time comes twice, in spring one never comes. */
    private static void addEdge(Set<Instant> edges, LocalDateTime wall) {
        ZONE.getRules().getValidOffsets(wall).forEach(offset -> edges.add(wall.toInstant(offset)));
    }

    private static LocalDateTime local(Instant moment) {
        return LocalDateTime.ofInstant(moment, ZONE);
    }
}
