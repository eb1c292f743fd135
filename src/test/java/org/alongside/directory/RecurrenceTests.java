package org.alongside.directory;

import static org.alongside.directory.OpenNow.State.CLOSED;
import static org.alongside.directory.OpenNow.State.OPEN;
import static org.alongside.directory.OpenNow.State.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.alongside.directory.OpenNow.State;
import org.alongside.directory.Recurrence.Problem;
import org.alongside.directory.Recurrence.Read;
import org.alongside.directory.Recurrence.Trouble;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hours of other feeds, read as ours. Today is Sunday 22 November 2026. */
class RecurrenceTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final int RULES = 10_000;

    @Test
    void a_row_that_is_the_same_each_week_becomes_a_session_of_the_week() {
        OpeningHours hours = hours("freq=WEEKLY interval=1 byday=MO,TU opens_at=09:30 closes_at=13:00", "freq=WEEKLY byday=MO,TU opens_at=13:30 closes_at=16:30");

        assertThat(hours.week()).containsExactly(new Session(Set.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY), new Span(LocalTime.of(9, 30), LocalTime.of(13, 0))), new Session(Set.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY), new Span(LocalTime.of(13, 30), LocalTime.of(16, 30))));
        assertThat(hours.validTo()).isNull();
        assertThat(hours.onBankHolidays()).isEqualTo(HolidayPolicy.NOT_STATED);
    }

    @Test
    void the_first_monday_of_the_month_is_open_on_the_first_monday_of_the_month_alone() {
        OpeningHours hours = hours("freq=MONTHLY byday=1MO opens_at=10:00 closes_at=12:00");

        assertThat(state(hours, "2026-12-07T10:00")).isEqualTo(OPEN);
        assertThat(state(hours, "2026-12-07T12:00")).isEqualTo(CLOSED);
        assertThat(state(hours, "2026-12-14T10:00")).isEqualTo(CLOSED);
        assertThat(state(hours, "2027-06-07T11:59")).isEqualTo(OPEN);
        assertThat(hours.at(london("2026-11-22T09:00")).nextOpening()).isEqualTo(london("2026-12-07T10:00"));
        assertThat(hours.areStated()).isTrue();
    }

    // Safety: after the last date that was worked out, silence is not "closed".
    @Test
    void after_four_hundred_days_nothing_is_known_until_it_is_read_again() {
        OpeningHours hours = hours("freq=MONTHLY byday=1MO opens_at=10:00 closes_at=12:00");

        assertThat(hours.validTo()).isEqualTo(TODAY.plusDays(400));
        assertThat(state(hours, "2028-01-03T11:00")).isEqualTo(UNKNOWN);
        assertThat(state(hours, "2028-01-04T11:00")).isEqualTo(UNKNOWN);
    }

    @Test
    void a_first_monday_that_is_a_bank_holiday_is_not_promised() {
        Read read = Recurrence.read(List.of(row("freq=MONTHLY byday=1MO opens_at=10:00 closes_at=12:00")), TODAY, Set.of(Nation.ENGLAND), null);

        assertThat(state(read.hours(), "2027-05-03T11:00")).isEqualTo(UNKNOWN);
        assertThat(state(read.hours(), "2027-06-07T11:00")).isEqualTo(OPEN);
    }

    @Test
    void every_second_week_is_counted_from_its_first_date() {
        OpeningHours hours = hours("freq=WEEKLY interval=2 byday=TU dtstart=2026-11-17 opens_at=09:00 closes_at=17:00");

        assertThat(state(hours, "2026-11-24T10:00")).isEqualTo(CLOSED);
        assertThat(state(hours, "2026-12-01T10:00")).isEqualTo(OPEN);
    }

    @Test
    void a_row_that_ends_is_closed_after_its_last_date_and_the_others_go_on() {
        OpeningHours hours = hours("freq=WEEKLY byday=MO until=2026-12-14 opens_at=09:00 closes_at=17:00", "freq=WEEKLY byday=TU opens_at=09:00 closes_at=17:00");

        assertThat(state(hours, "2026-12-14T10:00")).isEqualTo(OPEN);
        assertThat(state(hours, "2026-12-21T10:00")).isEqualTo(CLOSED);
        assertThat(state(hours, "2029-06-05T10:00")).isEqualTo(OPEN);
        assertThat(hours.validTo()).isNull();
    }

    @Test
    void winter_and_summer_hours_follow_each_other_and_a_gap_between_them_is_not_known() {
        OpeningHours seasons = hours("freq=WEEKLY byday=MO valid_to=2026-12-31 opens_at=09:00 closes_at=12:00", "freq=WEEKLY byday=MO valid_from=2027-01-01 opens_at=13:00 closes_at=15:00");
        assertThat(state(seasons, "2026-12-14T10:00")).isEqualTo(OPEN);
        assertThat(state(seasons, "2027-01-04T10:00")).isEqualTo(CLOSED);
        assertThat(state(seasons, "2027-01-04T14:00")).isEqualTo(OPEN);

        OpeningHours terms = hours("freq=WEEKLY byday=MO valid_to=2026-12-18 opens_at=09:00 closes_at=12:00", "freq=WEEKLY byday=MO valid_from=2027-01-07 opens_at=09:00 closes_at=12:00");
        assertThat(state(terms, "2026-12-14T10:00")).isEqualTo(OPEN);
        assertThat(state(terms, "2026-12-21T10:00")).isEqualTo(UNKNOWN);
        assertThat(state(terms, "2026-12-22T10:00")).isEqualTo(UNKNOWN);
        assertThat(state(terms, "2027-01-11T10:00")).as("read again before then").isEqualTo(UNKNOWN);
    }

    @Test
    void times_of_greenwich_are_an_hour_later_on_the_wall_in_summer() {
        OpeningHours hours = hours("freq=WEEKLY byday=MO opens_at=09:00Z closes_at=17:00Z");

        assertThat(state(hours, "2027-01-11T09:00")).isEqualTo(OPEN);
        assertThat(state(hours, "2027-01-11T17:00")).isEqualTo(CLOSED);
        assertThat(state(hours, "2027-06-07T09:00")).isEqualTo(CLOSED);
        assertThat(state(hours, "2027-06-07T17:59")).isEqualTo(OPEN);
        assertThat(hours("freq=WEEKLY byday=MO timezone=0 opens_at=09:00 closes_at=17:00")).isEqualTo(hours);
        assertThat(hours("freq=WEEKLY byday=MO timezone=Europe/London opens_at=09:00 closes_at=17:00").week()).singleElement().satisfies(session -> assertThat(session.isWeekly()).isTrue());
    }

    /** In the night of 31 October 2027 the hour from one to two comes twice, and the wall cannot say which is meant. */
    @Test
    void before_a_night_of_which_the_wall_cannot_tell_the_hours_hours_end_to_be_known() {
        OpeningHours hours = hours("freq=WEEKLY byday=SU opens_at=00:30Z closes_at=06:00Z");

        assertThat(state(hours, "2027-10-24T02:00")).isEqualTo(OPEN);
        assertThat(hours.validTo()).isEqualTo(LocalDate.of(2027, 10, 30));
        assertThat(state(hours, "2027-10-31T03:00")).isEqualTo(UNKNOWN);
    }

    @Test
    void dates_are_written_short_as_weeks_that_hold_for_so_long() {
        OpeningHours hours = hours("freq=WEEKLY byday=MO,TU,WE,TH,FR opens_at=09:00Z closes_at=17:00Z");

        assertThat(hours.written()).hasSizeLessThan(600).contains("on 2026-11-16/2027-03-22,").contains("to 2027-12-27");
        assertThat(OpeningHours.read("on 2026-12-07,2027-01-04/2027-01-18 10:00-12:00", Set.of(), null).week()).singleElement()
                .satisfies(session -> assertThat(session.dates()).containsExactlyInAnyOrder(LocalDate.of(2026, 12, 7), LocalDate.of(2027, 1, 4), LocalDate.of(2027, 1, 11), LocalDate.of(2027, 1, 18)));
    }

    @Test
    void a_row_of_ours_comes_back_as_it_was() {
        OpeningHours hours = hours("freq=WEEKLY interval=1 byday=FR,SA opens_at=22:00 closes_at=06:00 valid_from=2026-01-01 valid_to=2028-01-01", "freq=WEEKLY byday=MO,TU,WE,TH,FR,SA,SU opens_at=00:00 closes_at=24:00 valid_from=2026-01-01 valid_to=2028-01-01");

        assertThat(hours.written()).isEqualTo("Fr,Sa 22:00-06:00; Mo,Tu,We,Th,Fr,Sa,Su 00:00-00:00; from 2026-01-01; to 2028-01-01");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "FREQUENCY | freq=DAILY opens_at=09:00 closes_at=17:00", "FREQUENCY | byday=MO opens_at=09:00 closes_at=17:00",
            "INTERVAL | freq=WEEKLY byday=MO interval=0 opens_at=09:00 closes_at=17:00", "INTERVAL | freq=WEEKLY byday=MO interval=often opens_at=09:00 closes_at=17:00",
            "DAYS | freq=WEEKLY byday=1MO opens_at=09:00 closes_at=17:00", "DAYS | freq=MONTHLY byday=6MO opens_at=09:00 closes_at=17:00", "DAYS | freq=WEEKLY byday=Monday opens_at=09:00 closes_at=17:00",
            "DAYS_OF_THE_MONTH | freq=MONTHLY bymonthday=32 opens_at=09:00 closes_at=17:00", "DAYS_OF_THE_MONTH | freq=WEEKLY byday=MO bymonthday=3 opens_at=09:00 closes_at=17:00",
            "DAYS_OF_THE_YEAR | freq=WEEKLY byday=MO byweekno=3 opens_at=09:00 closes_at=17:00",
            "START | freq=WEEKLY interval=2 byday=MO opens_at=09:00 closes_at=17:00", "START | freq=MONTHLY opens_at=09:00 closes_at=17:00", "START | freq=WEEKLY byday=MO dtstart=soon opens_at=09:00 closes_at=17:00", "START | freq=WEEKLY byday=MO count=3 opens_at=09:00 closes_at=17:00",
            "UNTIL | freq=WEEKLY byday=MO until=31/12/2026 opens_at=09:00 closes_at=17:00",
            "COUNT | freq=WEEKLY byday=MO dtstart=2026-11-23 count=3 until=2026-12-31 opens_at=09:00 closes_at=17:00", "COUNT | freq=WEEKLY byday=MO dtstart=2026-11-24 count=3 opens_at=09:00 closes_at=17:00",
            "VALIDITY | freq=WEEKLY byday=MO valid_from=2026-12-01 valid_to=2026-11-01 opens_at=09:00 closes_at=17:00",
            "TIMES | freq=WEEKLY byday=MO", "TIMES | freq=WEEKLY byday=MO opens_at=9am closes_at=17:00", "TIMES | freq=WEEKLY byday=MO opens_at=09:00 closes_at=25:00",
            "SAME_TIMES | freq=WEEKLY byday=MO opens_at=00:00 closes_at=00:00",
            "OFFSET | freq=WEEKLY byday=MO opens_at=09:00Z closes_at=17:00", "OFFSET | freq=WEEKLY byday=MO timezone=1 opens_at=09:00Z closes_at=17:00Z", "OFFSET | freq=WEEKLY byday=MO timezone=BST opens_at=09:00 closes_at=17:00",
            "NEVER | freq=MONTHLY byday=1FR bymonthday=31 opens_at=09:00 closes_at=17:00", "NEVER | freq=WEEKLY byday=MO until=2020-01-01 opens_at=09:00 closes_at=17:00",
            "OVER | freq=WEEKLY byday=MO valid_to=2020-01-01 opens_at=09:00 closes_at=17:00"})
    void what_cannot_be_read_has_a_name_and_hours_are_not_stated(Problem problem, String row) {
        Read read = Recurrence.read(List.of(row(row)), TODAY, Set.of(), null);

        assertThat(read.troubles()).extracting(Trouble::problem).containsExactly(problem);
        assertThat(read.hours()).isEqualTo(OpeningHours.notStated(null));
    }

    // Safety: the row that cannot be read may be the one that says open; without it the others would say closed.
    @Test
    void one_row_that_cannot_be_read_leaves_all_of_them_not_stated() {
        Read read = Recurrence.read(List.of(row("freq=WEEKLY byday=MO opens_at=09:00 closes_at=17:00"), row("freq=WEEKLY byday=TU opens_at=about-nine closes_at=17:00")), TODAY, Set.of(), null);

        assertThat(read.troubles()).containsExactly(new Trouble(1, Problem.TIMES));
        assertThat(read.hours().areStated()).isFalse();
        assertThat(Recurrence.read(List.of(), TODAY, Set.of(), null)).isEqualTo(new Read(OpeningHours.notStated(null), List.of()));
    }

    /**
     * 10,000 random rules, each against two others who work the dates out: lib-recur asked straight for its occurrences, and a calendar that is walked day by day
     * with the rule's own words. Then state by state, at moments of every kind.
     */
    @Test
    void ten_thousand_random_rules_agree_with_lib_recur_and_with_walking_the_calendar() throws Exception {
        Random random = new Random(20261122);
        int read = 0, dated = 0, opened = 0;
        for (int at = 0; at < RULES; at++) {
            Map<String, String> row = random(random);
            Set<LocalDate> walked = walked(row);
            String shown = "rule " + at + ": " + new TreeMap<>(row);
            assertThat(recurred(row)).as(shown).isEqualTo(walked);
            Read result = Recurrence.read(List.of(row), TODAY, Set.of(), null);
            boolean unsynchronised = row.containsKey("count") && !matches(row).test(start(row));
            if (unsynchronised || result.troubles().stream().anyMatch(trouble -> trouble.problem() == Problem.NEVER)) {
                assertThat(result.hours().areStated()).as(shown).isFalse();
                if (!unsynchronised) assertThat(walked.stream().filter(day -> !day.isBefore(TODAY.minusDays(7)))).as(shown).isEmpty();
                continue;
            }
            read++;
            assertThat(result.troubles()).as(shown).isEmpty();
            if (!result.hours().week().get(0).isWeekly()) dated++;
            OpeningHours again = OpeningHours.read(result.hours().written(), Set.of(), null);
            assertThat(again).as(shown).isEqualTo(result.hours());
            assertThat(OpeningHours.tidy(result.hours().written())).as(shown).isEqualTo(result.hours().written());
            List<LocalDate> ahead = walked.stream().filter(day -> !day.isBefore(TODAY)).toList();
            for (int moment = 0; moment < 6; moment++) {
                LocalDate day = TODAY.plusDays(random.nextInt(1, 395));
                if (moment < 3 && !ahead.isEmpty()) day = ahead.get(random.nextInt(ahead.size()));
                Instant asked = day.atStartOfDay(OpeningHours.ZONE).toInstant().plus(random.nextInt(24 * 60), ChronoUnit.MINUTES);
                if (moment == 0) asked = opens(row, day);
                if (moment == 1) asked = closes(row, day);
                if (day.isAfter(TODAY.plusDays(398))) continue;
                LocalDate about = LocalDate.ofInstant(asked, OpeningHours.ZONE);
                State expected = Stream.of(about.minusDays(2), about.minusDays(1), about, about.plusDays(1)).filter(walked::contains).anyMatch(isOpenAt(row, asked)) ? OPEN : CLOSED;
                assertThat(result.hours().stateAt(asked)).as("%s at %s", shown, asked).isEqualTo(expected);
                if (expected == OPEN) opened++;
            }
        }
        assertThat(read).isGreaterThan(RULES * 3 / 4);
        assertThat(dated).isGreaterThan(RULES / 2);
        assertThat(opened).isGreaterThan(RULES);
    }

    private static Predicate<LocalDate> isOpenAt(Map<String, String> row, Instant asked) {
        return day -> !asked.isBefore(opens(row, day)) && asked.isBefore(closes(row, day));
    }

    private static Instant opens(Map<String, String> row, LocalDate day) {
        return moment(row, day, row.get("opens_at"));
    }

    private static Instant closes(Map<String, String> row, LocalDate day) {
        boolean overnight = row.get("closes_at").compareTo(row.get("opens_at")) <= 0;
        return moment(row, overnight ? day.plusDays(1) : day, row.get("closes_at"));
    }

    private static Instant moment(Map<String, String> row, LocalDate day, String time) {
        LocalDateTime there = day.atTime(LocalTime.parse(time.substring(0, 5)));
        if (!time.endsWith("Z")) return there.atZone(OpeningHours.ZONE).toInstant();
        return there.toInstant(ZoneOffset.UTC);
    }

    /** Times from 03:00 to 23:45, whole quarters; so that no end of theirs lies where an hour is missing or comes twice, which other tests ask about. */
    private static Map<String, String> random(Random random) {
        Map<String, String> row = new HashMap<>();
        boolean weekly = random.nextBoolean();
        row.put("freq", weekly ? "WEEKLY" : "MONTHLY");
        int interval = random.nextInt(3) == 0 ? random.nextInt(2, 5) : 1;
        row.put("interval", String.valueOf(interval));
        if (random.nextInt(10) != 0 || interval > 1) row.put("dtstart", TODAY.plusDays(random.nextInt(-900, 60)).toString());
        boolean started = row.containsKey("dtstart");
        int kind = random.nextInt(started ? 4 : 3);
        if (weekly && kind < 3) row.put("byday", some(random, () -> days().get(random.nextInt(7))));
        if (!weekly && kind != 1 && kind < 3) row.put("byday", some(random, () -> (random.nextInt(5) == 0 ? "" : String.valueOf(List.of(1, 2, 3, 4, 5, -1, -2, -5).get(random.nextInt(8)))) + days().get(random.nextInt(7))));
        if (!weekly && kind > 0 && kind < 3) row.put("bymonthday", some(random, () -> String.valueOf(random.nextBoolean() ? random.nextInt(1, 32) : random.nextInt(-31, 0))));
        if (random.nextInt(5) == 0) row.put("wkst", days().get(random.nextInt(7)));
        if (started && random.nextInt(6) == 0) row.put("count", String.valueOf(random.nextInt(1, 60)));
        else if (random.nextInt(4) == 0) row.put("until", TODAY.plusDays(random.nextInt(-100, 500)).toString());
        int opens = random.nextInt(12, 95), closes = random.nextInt(12, 95);
        String zone = random.nextInt(4) == 0 ? "Z" : "";
        row.put("opens_at", quarter(opens) + zone);
        row.put("closes_at", quarter(closes == opens ? closes + 1 : closes) + zone);
        return row;
    }

    private static String quarter(int number) {
        return LocalTime.MIDNIGHT.plusMinutes(15L * number).toString();
    }

    private static String some(Random random, Supplier<String> one) {
        return IntStream.range(0, random.nextInt(1, 4)).mapToObj(number -> one.get()).distinct().collect(Collectors.joining(","));
    }

    private static List<String> days() {
        return List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");
    }

    private static LocalDate last(Map<String, String> row) {
        LocalDate horizon = TODAY.plusDays(400);
        return row.containsKey("until") && LocalDate.parse(row.get("until")).isBefore(horizon) ? LocalDate.parse(row.get("until")) : horizon;
    }

    private static LocalDate start(Map<String, String> row) {
        return LocalDate.parse(row.getOrDefault("dtstart", TODAY.minusDays(40).toString()));
    }

    private static Set<LocalDate> recurred(Map<String, String> row) throws Exception {
        StringBuilder rule = new StringBuilder("FREQ=" + row.get("freq") + ";INTERVAL=" + row.get("interval"));
        Map.of("byday", "BYDAY", "bymonthday", "BYMONTHDAY", "wkst", "WKST", "count", "COUNT").forEach((name, part) -> {
            if (row.containsKey(name)) rule.append(";").append(part).append("=").append(row.get(name));
        });
        Set<LocalDate> days = new TreeSet<>();
        try {
            LocalDate start = start(row);
            RecurrenceRuleIterator next = new RecurrenceRule(rule.toString(), RecurrenceRule.RfcMode.RFC5545_STRICT).iterator(new DateTime(start.getYear(), start.getMonthValue() - 1, start.getDayOfMonth()));
            while (next.hasNext()) {
                DateTime one = next.nextDateTime();
                LocalDate day = LocalDate.of(one.getYear(), one.getMonth() + 1, one.getDayOfMonth());
                if (day.isAfter(last(row))) break;
                days.add(day);
            }
        } catch (IllegalArgumentException never) {
            assertThat(days).isEmpty();
        }
        return days;
    }

    /** Walks the calendar and asks of each day whether the rule's words are true of it. */
    private static Set<LocalDate> walked(Map<String, String> row) {
        Set<LocalDate> days = new TreeSet<>();
        int count = Integer.parseInt(row.getOrDefault("count", "99999"));
        LocalDate last = last(row);
        Predicate<LocalDate> matches = matches(row);
        for (LocalDate day = start(row); !day.isAfter(last) && days.size() < count; day = day.plusDays(1)) if (matches.test(day)) days.add(day);
        return days;
    }

    private static Predicate<LocalDate> matches(Map<String, String> row) {
        int interval = Integer.parseInt(row.get("interval")), first = days().indexOf(row.getOrDefault("wkst", "MO")) + 1;
        LocalDate start = start(row), week = weekOf(start, first);
        Set<String> byDay = parts(row, "byday"), monthDays = parts(row, "bymonthday");
        if (row.get("freq").equals("WEEKLY")) {
            return day -> ChronoUnit.WEEKS.between(week, weekOf(day, first)) % interval == 0 && (byDay.isEmpty() ? day.getDayOfWeek() == start.getDayOfWeek() : byDay.contains(name(day)));
        }
        return day -> {
            if ((day.getYear() * 12 + day.getMonthValue() - start.getYear() * 12 - start.getMonthValue()) % interval != 0) return false;
            if (byDay.isEmpty() && monthDays.isEmpty()) return day.getDayOfMonth() == start.getDayOfMonth();
            int nth = (day.getDayOfMonth() + 6) / 7, fromEnd = -((day.lengthOfMonth() - day.getDayOfMonth()) / 7 + 1), back = day.getDayOfMonth() - day.lengthOfMonth() - 1;
            boolean onDay = byDay.isEmpty() || byDay.contains(name(day)) || byDay.contains(nth + name(day)) || byDay.contains(fromEnd + name(day));
            return onDay && (monthDays.isEmpty() || monthDays.contains(String.valueOf(day.getDayOfMonth())) || monthDays.contains(String.valueOf(back)));
        };
    }

    private static String name(LocalDate day) {
        return days().get(day.getDayOfWeek().getValue() - 1);
    }

    private static Set<String> parts(Map<String, String> row, String name) {
        return row.containsKey(name) ? Set.of(row.get(name).split(",")) : Set.of();
    }

    private static LocalDate weekOf(LocalDate day, int first) {
        return day.minusDays((day.getDayOfWeek().getValue() - first + 7) % 7);
    }

    private static OpeningHours hours(String... rows) {
        Read read = Recurrence.read(Arrays.stream(rows).map(RecurrenceTests::row).toList(), TODAY, Set.of(), null);
        assertThat(read.troubles()).isEmpty();
        return read.hours();
    }

    private static Map<String, String> row(String text) {
        return Arrays.stream(text.split(" ")).map(part -> part.split("=", 2)).collect(Collectors.toMap(part -> part[0], part -> part[1]));
    }

    private static State state(OpeningHours hours, String wall) {
        return hours.at(london(wall)).state();
    }

    private static Instant london(String wall) {
        return LocalDateTime.parse(wall).atZone(OpeningHours.ZONE).toInstant();
    }
}
