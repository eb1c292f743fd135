package org.alongside.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.alongside.directory.OpenNow.State;

/** Our answers against a slow oracle of another kind: it paints every minute of the wall clock and then walks along it. */
class OpeningHoursOracleTests {

    private static final LocalDate PAINTED_FROM = LocalDate.of(2026, 3, 23);
    private static final int DAYS = 70;
    private static final int MINUTES = 24 * 60;

    @Property(tries = 300, seed = "20261120")
    void state_and_next_change_agree_with_painting_every_minute(
            @ForAll("hours") OpeningHours hours, @ForAll("moments") Instant moment) {
        State[] painted = paint(hours);

        OpenNow answer = hours.at(moment);

        assertThat(answer.state()).isEqualTo(read(painted, moment));
        Instant change = nextChange(painted, moment, answer.state());
        assertThat(answer.until()).isEqualTo(change);
        if (answer.nextOpening() != null) {
            assertThat(answer.nextOpening()).isEqualTo(walkTo(painted, moment, State.OPEN, true));
        }
    }

    /** Monday 23 March to Sunday 12 April 2026: a clock change on the 29th, Good Friday on the 3rd, Easter Monday on the 6th. */
    @Provide
    Arbitrary<Instant> moments() {
        return Arbitraries.longs()
                .between(2 * MINUTES, 20 * MINUTES)
                .map(minute -> PAINTED_FROM.atStartOfDay(OpeningHours.ZONE).toInstant().plus(Duration.ofMinutes(minute)));
    }

    @Provide
    Arbitrary<OpeningHours> hours() {
        Arbitrary<LocalTime> quarter = Arbitraries.integers().between(0, 95).map(n -> LocalTime.MIDNIGHT.plusMinutes(15L * n));
        Arbitrary<Span> span = Combinators.combine(quarter, quarter).as(Span::new);
        Arbitrary<Session> session = Combinators.combine(
                        Arbitraries.of(DayOfWeek.class).set().ofMinSize(1).ofMaxSize(7), span)
                .as(Session::new);
        Arbitrary<HoursException> exception = Combinators.combine(
                        Arbitraries.integers().between(0, 25), Arbitraries.integers().between(0, 3), span.list().ofMaxSize(2))
                .as((first, length, spans) -> new HoursException(
                        PAINTED_FROM.plusDays(first), PAINTED_FROM.plusDays(first + length), spans, null));
        return Combinators.combine(
                        session.list().ofMinSize(1).ofMaxSize(4),
                        Arbitraries.of(HolidayPolicy.class),
                        span.list().ofMaxSize(2),
                        exception.list().ofMaxSize(2))
                .as((week, policy, holiday, exceptions) -> new OpeningHours(
                        week, policy, holiday, Set.of(Nation.ENGLAND), exceptions, null, null, null));
    }

    private static State[] paint(OpeningHours hours) {
        State[] minutes = new State[DAYS * MINUTES];
        Arrays.fill(minutes, State.CLOSED);
        for (int day = 0; day < DAYS; day++) {
            Day rule = day(hours, day);
            if (!rule.stated) {
                Arrays.fill(minutes, day * MINUTES, (day + 1) * MINUTES, State.UNKNOWN);
            }
        }
        for (State colour : List.of(State.UNKNOWN, State.OPEN)) {
            for (int day = 0; day < DAYS - 1; day++) {
                paintDay(minutes, day, day(hours, day), day(hours, day + 1), colour);
            }
        }
        return minutes;
    }

    private static void paintDay(State[] minutes, int day, Day rule, Day next, State colour) {
        for (Span span : rule.spans) {
            int from = span.from().toSecondOfDay() / 60;
            int to = span.to().toSecondOfDay() / 60;
            boolean overnight = to <= from;
            if (rule.stated && colour == State.OPEN) {
                Arrays.fill(minutes, day * MINUTES + from, day * MINUTES + (overnight ? MINUTES : to), State.OPEN);
            }
            State tail = rule.stated && (next.kind == 0 || next.equals(rule)) ? State.OPEN : State.UNKNOWN;
            if (overnight && tail == colour) {
                Arrays.fill(minutes, (day + 1) * MINUTES, (day + 1) * MINUTES + to, tail);
            }
        }
    }

    /** kind: 0 an ordinary day, 1 a bank holiday with a rule, 2 an exception, 3 an unstated bank holiday. */
    private record Day(int kind, boolean stated, List<Span> spans) {}

    private static Day day(OpeningHours hours, int number) {
        LocalDate date = PAINTED_FROM.plusDays(number);
        for (HoursException exception : hours.exceptions()) {
            if (!exception.first().isAfter(date) && !exception.last().isBefore(date)) {
                return new Day(2, true, exception.spans());
            }
        }
        List<Span> usual = new ArrayList<>();
        hours.week().stream().filter(s -> s.days().contains(date.getDayOfWeek())).forEach(s -> usual.add(s.span()));
        Set<String> kept = Set.of("2026-04-03", "2026-04-06", "2026-05-04", "2026-05-25");
        if (!kept.contains(date.toString()) || hours.onBankHolidays() == HolidayPolicy.AS_USUAL) {
            return new Day(0, true, usual);
        }
        return switch (hours.onBankHolidays()) {
            case CLOSED -> new Day(1, true, List.of());
            case OWN_SESSIONS -> new Day(1, true, hours.bankHolidaySpans());
            default -> new Day(3, false, usual);
        };
    }

    private static State read(State[] painted, Instant moment) {
        ZonedDateTime wall = moment.atZone(OpeningHours.ZONE);
        int day = (int) (wall.toLocalDate().toEpochDay() - PAINTED_FROM.toEpochDay());
        return painted[day * MINUTES + wall.toLocalTime().toSecondOfDay() / 60];
    }

    private static Instant nextChange(State[] painted, Instant moment, State now) {
        return walkTo(painted, moment, now, false);
    }

    private static Instant walkTo(State[] painted, Instant moment, State wanted, boolean same) {
        Instant last = PAINTED_FROM.plusDays(DAYS - 2).atStartOfDay(OpeningHours.ZONE).toInstant();
        Instant horizon = moment.plus(Duration.ofDays(45));
        for (Instant minute = moment.plusSeconds(60); minute.isBefore(last) && minute.isBefore(horizon); minute = minute.plusSeconds(60)) {
            if ((read(painted, minute) == wanted) == same) {
                return minute;
            }
        }
        return null;
    }
}
