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
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.alongside.directory.OpenNow.State;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Our answers against a slow oracle of another kind, which shares none of their code: lib-recur says on which dates the week falls, every minute of the wall clock is
 * painted, and then somebody walks along it.
 */
class OpeningHoursOracleTests {

    private static final int DAYS = 70, LOOKED_AHEAD = 45;
    private static final int MINUTES = 24 * 60;

    private static final int RULES = 10_000;

    /** @param from the first day that is painted; the clocks change in the three weeks after it @param wall the minute of the painted wall clock at each minute that passes: the hour lost in March is never there, the one won in October twice */
    private record Season(LocalDate from, Nation nation, Set<String> kept, int[] wall) {
        static Season of(String from, Nation nation, String... kept) {
            Season season = new Season(LocalDate.parse(from), nation, Set.of(kept), new int[(DAYS - 2) * MINUTES]);
            Arrays.setAll(season.wall, season::wallAt);
            return season;
        }

        Instant instant(int minute) {
            return from.atStartOfDay(OpeningHours.ZONE).toInstant().plus(Duration.ofMinutes(minute));
        }

        private int wallAt(int minute) {
            ZonedDateTime wall = instant(minute).atZone(OpeningHours.ZONE);
            return (int) (wall.toLocalDate().toEpochDay() - from.toEpochDay()) * MINUTES + wall.toLocalTime().toSecondOfDay() / 60;
        }

        /** The next such minute within 45 days. */
        @Nullable Instant next(State[] painted, int now, Predicate<State> such) {
            return IntStream.range(now + 1, Math.min(wall.length, now + LOOKED_AHEAD * MINUTES)).filter(minute -> such.test(painted[wall[minute]])).mapToObj(this::instant).findFirst().orElse(null);
        }
    }

    /** Clocks go forward on 29 March 2026, Good Friday is on 3 April; back on 25 October, and Scotland keeps 30 November. */
    private static final List<Season> SEASONS = List.of(
            Season.of("2026-03-23", Nation.ENGLAND, "2026-04-03", "2026-04-06", "2026-05-04", "2026-05-25"), Season.of("2026-10-12", Nation.SCOTLAND, "2026-11-30"));

    /** Any week, dates, bank-holiday rule, exceptions and validity; asked at a moment in the three weeks in which the clocks change. */
    @Test
    void state_and_next_change_agree_with_painting_every_minute() throws InvalidRecurrenceRuleException {
        Random random = new Random(20261120);
        int changed = 0;
        for (int i = 0; i < RULES; i++) {
            Season season = SEASONS.get(i % 2);
            OpeningHours hours = hours(random, season);
            int minute = random.nextInt(2 * MINUTES, 20 * MINUTES);
            State[] painted = paint(hours, season);
            Instant asked = season.instant(minute);

            OpenNow answer = hours.at(asked);

            State now = painted[season.wall[minute]];
            assertThat(answer.state()).as("rule %d: %s at %s", i, hours, asked).isEqualTo(now);
            assertAgrees(answer.until(), season.next(painted, minute, state -> state != now), asked, i, hours);
            if (now == State.OPEN) assertThat(answer.nextOpening()).isNull();
            else assertAgrees(answer.nextOpening(), season.next(painted, minute, state -> state == State.OPEN), asked, i, hours);
            if (answer.until() != null && !OpeningHours.ZONE.getRules().getOffset(asked).equals(OpeningHours.ZONE.getRules().getOffset(answer.until()))) changed++;
        }
        assertThat(changed).as("answers that look across a change of the clocks").isGreaterThan(50);
    }

    private static void assertAgrees(@Nullable Instant answered, @Nullable Instant walked, Instant asked, int rule, OpeningHours hours) {
        if (walked != null || answered == null) assertThat(answered).as("rule %d: %s at %s", rule, hours, asked).isEqualTo(walked);
        else assertThat(answered).as("rule %d: %s at %s, later than was walked", rule, hours, asked).isAfterOrEqualTo(asked.plus(Duration.ofDays(LOOKED_AHEAD)));
    }

    private static OpeningHours hours(Random random, Season season) {
        List<Session> week = some(random, 1, 4, () -> random.nextInt(4) == 0 ? Session.on(Set.copyOf(some(random, 1, 9, () -> season.from.plusDays(random.nextInt(DAYS)))), span(random)) : new Session(days(random), span(random)));
        List<HoursException> exceptions = some(random, 0, 2, () -> {
            LocalDate first = season.from.plusDays(random.nextInt(26));
            return new HoursException(first, first.plusDays(random.nextInt(4)), some(random, 0, 2, () -> span(random)), null);
        });
        HolidayPolicy policy = HolidayPolicy.values()[random.nextInt(HolidayPolicy.values().length)];
        LocalDate from = random.nextInt(5) == 0 ? season.from.plusDays(random.nextInt(20)) : null, to = random.nextInt(5) == 0 ? season.from.plusDays(random.nextInt(20, 60)) : null;
        return new OpeningHours(week, policy, some(random, 0, 2, () -> span(random)), Set.of(season.nation), exceptions, from, to, null);
    }

    private static Set<DayOfWeek> days(Random random) {
        return Set.copyOf(some(random, 1, 7, () -> DayOfWeek.of(random.nextInt(1, 8))));
    }

    private static Span span(Random random) {
        return new Span(LocalTime.MIDNIGHT.plusMinutes(15L * random.nextInt(96)), LocalTime.MIDNIGHT.plusMinutes(15L * random.nextInt(96)));
    }

    private static <T> List<T> some(Random random, int least, int most, Supplier<T> one) {
        return Stream.generate(one).limit(random.nextInt(least, most + 1)).toList();
    }

    private static State[] paint(OpeningHours hours, Season season) throws InvalidRecurrenceRuleException {
        List<List<Span>> usual = usual(hours, season);
        List<Day> days = IntStream.range(0, DAYS).mapToObj(day -> day(hours, season, day, usual.get(day))).toList();
        State[] minutes = new State[DAYS * MINUTES];
        Arrays.fill(minutes, State.CLOSED);
        for (int day = 0; day < DAYS; day++) if (!days.get(day).stated) Arrays.fill(minutes, day * MINUTES, (day + 1) * MINUTES, State.UNKNOWN);
        for (State colour : List.of(State.UNKNOWN, State.OPEN)) {
            for (int day = 0; day < DAYS - 1; day++) paintDay(minutes, day, days.get(day), days.get(day + 1), colour);
        }
        return minutes;
    }

    /** What falls on each day when nothing is in the way, as lib-recur says. */
    private static List<List<Span>> usual(OpeningHours hours, Season season) throws InvalidRecurrenceRuleException {
        List<List<Span>> usual = Stream.generate(() -> (List<Span>) new ArrayList<Span>()).limit(DAYS).toList();
        for (Session session : hours.week()) {
            session.dates().stream().map(date -> (int) (date.toEpochDay() - season.from.toEpochDay())).forEach(day -> usual.get(day).add(session.span()));
            if (session.days().isEmpty()) continue;
            String rule = "FREQ=WEEKLY;BYDAY=" + session.days().stream().map(day -> day.name().substring(0, 2)).collect(Collectors.joining(","));
            RecurrenceRuleIterator falls = new RecurrenceRule(rule).iterator(new DateTime(season.from.getYear(), season.from.getMonthValue() - 1, season.from.getDayOfMonth()));
            for (DateTime one = falls.nextDateTime(); ; one = falls.nextDateTime()) {
                int day = (int) (LocalDate.of(one.getYear(), one.getMonth() + 1, one.getDayOfMonth()).toEpochDay() - season.from.toEpochDay());
                if (day >= DAYS) break;
                usual.get(day).add(session.span());
            }
        }
        return usual;
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

    /** kind: 0 an ordinary day, 1 a bank holiday with a rule, 2 an exception, 3 an unstated bank holiday, 4 a day of which nothing is known any more or yet. */
    private record Day(int kind, boolean stated, List<Span> spans) {}

    private static Day day(OpeningHours hours, Season season, int number, List<Span> usual) {
        LocalDate date = season.from.plusDays(number);
        for (HoursException exception : hours.exceptions()) {
            if (!exception.first().isAfter(date) && !exception.last().isBefore(date)) {
                return new Day(2, true, exception.spans());
            }
        }
        if (hours.validFrom() != null && date.isBefore(hours.validFrom()) || hours.validTo() != null && date.isAfter(hours.validTo())) return new Day(4, false, List.of());
        if (!season.kept.contains(date.toString()) || hours.onBankHolidays() == HolidayPolicy.AS_USUAL) {
            return new Day(0, true, usual);
        }
        return switch (hours.onBankHolidays()) {
            case CLOSED -> new Day(1, true, List.of());
            case OWN_SESSIONS -> new Day(1, true, hours.bankHolidaySpans());
            default -> new Day(3, false, usual);
        };
    }
}
