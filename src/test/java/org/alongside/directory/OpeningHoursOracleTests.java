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
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.alongside.directory.OpenNow.State;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Our answers against a slow oracle of another kind: it paints every minute of the wall clock and then walks along it. */
class OpeningHoursOracleTests {

    private static final LocalDate PAINTED_FROM = LocalDate.of(2026, 3, 23);
    private static final int DAYS = 70;
    private static final int MINUTES = 24 * 60;

    private static final int RULES = 10_000;

    /** The minute of the painted wall clock at each minute that passes: the hour lost in March is never there. */
    private static final int[] WALL = IntStream.range(0, (DAYS - 2) * MINUTES).map(OpeningHoursOracleTests::wall).toArray();

    /** Any week, bank-holiday rule and exceptions; asked on a moment between 25 March and 12 April 2026: a clock change on the 29th, Good Friday on the 3rd, Easter Monday on the 6th. */
    @Test
    void state_and_next_change_agree_with_painting_every_minute() {
        Random random = new Random(20261120);
        for (int i = 0; i < RULES; i++) {
            OpeningHours hours = hours(random);
            int minute = random.nextInt(2 * MINUTES, 20 * MINUTES);
            State[] painted = paint(hours);

            OpenNow answer = hours.at(instant(minute));

            State now = painted[WALL[minute]];
            assertThat(answer.state()).as("rule %d: %s at %s", i, hours, instant(minute)).isEqualTo(now);
            assertThat(answer.until()).as("rule %d: %s at %s", i, hours, instant(minute)).isEqualTo(next(painted, minute, state -> state != now));
            if (answer.nextOpening() != null) {
                assertThat(answer.nextOpening()).as("rule %d: %s at %s", i, hours, instant(minute)).isEqualTo(next(painted, minute, state -> state == State.OPEN));
            }
        }
    }

    private static OpeningHours hours(Random random) {
        List<Session> week = some(random, 1, 4, () -> new Session(days(random), span(random)));
        List<HoursException> exceptions = some(random, 0, 2, () -> {
            LocalDate first = PAINTED_FROM.plusDays(random.nextInt(26));
            return new HoursException(first, first.plusDays(random.nextInt(4)), some(random, 0, 2, () -> span(random)), null);
        });
        HolidayPolicy policy = HolidayPolicy.values()[random.nextInt(HolidayPolicy.values().length)];
        return new OpeningHours(week, policy, some(random, 0, 2, () -> span(random)), Set.of(Nation.ENGLAND), exceptions, null, null, null);
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

    private static int wall(int minute) {
        ZonedDateTime wall = instant(minute).atZone(OpeningHours.ZONE);
        int day = (int) (wall.toLocalDate().toEpochDay() - PAINTED_FROM.toEpochDay());
        return day * MINUTES + wall.toLocalTime().toSecondOfDay() / 60;
    }

    private static Instant instant(int minute) {
        return PAINTED_FROM.atStartOfDay(OpeningHours.ZONE).toInstant().plus(Duration.ofMinutes(minute));
    }

    /** The next such minute within 45 days. */
    private static @Nullable Instant next(State[] painted, int now, Predicate<State> such) {
        return IntStream.range(now + 1, Math.min(WALL.length, now + 45 * MINUTES)).filter(minute -> such.test(painted[WALL[minute]])).mapToObj(OpeningHoursOracleTests::instant).findFirst().orElse(null);
    }
}
