package org.alongside.directory;

import static org.alongside.directory.Nation.ENGLAND;
import static org.alongside.directory.Nation.NORTHERN_IRELAND;
import static org.alongside.directory.Nation.SCOTLAND;
import static org.alongside.directory.Nation.WALES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.alongside.directory.BankHolidays.NationYear;
import org.alongside.operator.CannotStart;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A list of bank holidays that an operator brings along. The proclaimed day, 15 September 2027, is made up. */
@ExtendWith(OutputCaptureExtension.class)
class BankHolidayListTests {
    private static final Path GOVERNMENT_LIST = Path.of("../shared/data/calendar/uk-bank-holidays.json");
    private static final LocalDate PROCLAIMED = LocalDate.of(2027, 9, 15);
    private static final String[] YEAR = {"2027-01-01", "2027-03-26", "2027-03-29", "2027-05-03", "2027-05-31", "2027-08-30", "2027-12-27", "2027-12-28"};
    @TempDir Path folder;

    @AfterEach
    void none_is_listed() {
        BankHolidays.list(Map.of());
    }

    @Test
    void the_list_decides_for_its_years_and_nations_and_the_calendar_for_all_others() {
        BankHolidays.list(BankHolidayList.read(published("england-and-wales", with("2027-09-15"))));

        assertThat(BankHolidays.isKept(PROCLAIMED, Set.of(ENGLAND))).isTrue();
        assertThat(BankHolidays.isKept(PROCLAIMED, Set.of(WALES))).isTrue();
        assertThat(BankHolidays.isKept(PROCLAIMED, Set.of(SCOTLAND, NORTHERN_IRELAND))).isFalse();
        assertThat(BankHolidays.of(ENGLAND, 2026)).contains(LocalDate.of(2026, 12, 25)).hasSize(8);
        assertThat(BankHolidays.of(SCOTLAND, 2027)).contains(LocalDate.of(2027, 11, 30));

        BankHolidays.list(BankHolidayList.read(published("england-and-wales", with("2027-09-15")).replace("2027-05-03", "2027-05-04")));
        assertThat(BankHolidays.isKept(LocalDate.of(2027, 5, 3), Set.of(ENGLAND))).as("a day that was moved away").isFalse();
    }

    @Test
    void a_line_that_closes_on_bank_holidays_is_closed_on_the_proclaimed_day() {
        OpeningHours hours = OpeningHours.read("Mo-Fr 09:00-17:00; PH off", Set.of(ENGLAND), null);
        assertThat(hours.at(PROCLAIMED.atTime(12, 0).atZone(OpeningHours.ZONE).toInstant()).state()).isEqualTo(OpenNow.State.OPEN);

        BankHolidays.list(BankHolidayList.read(published("england-and-wales", with("2027-09-15"))));

        assertThat(hours.at(PROCLAIMED.atTime(12, 0).atZone(OpeningHours.ZONE).toInstant()).state()).isEqualTo(OpenNow.State.CLOSED);
    }

    @Test
    void the_governments_own_list_read_as_ours_says_what_the_calendar_says(TestReporter reporter) throws IOException {
        if (Files.notExists(GOVERNMENT_LIST)) {
            reporter.publishEntry("NOT RUN", "the government's list as an operator's: it is not beside this checkout");
            return;
        }
        Map<NationYear, Set<LocalDate>> list = BankHolidayList.read(Files.readString(GOVERNMENT_LIST));

        assertThat(list).hasSize(40).allSatisfy((of, days) -> assertThat(new TreeSet<>(days)).as(of.toString()).isEqualTo(new TreeSet<>(BankHolidays.of(of.nation(), of.year()))));
    }

    @Test
    void both_shapes_and_both_ways_to_write_a_date_say_the_same() {
        String british = Arrays.stream(YEAR).map(day -> "{\"title\": \"x\", \"date\": \"" + day.substring(8) + "/" + day.substring(5, 7) + "/" + day.substring(0, 4) + "\"}").collect(Collectors.joining(","));

        assertThat(BankHolidayList.read("{\"title\": \"x\", \"divisions\": {\"common.nations.scotland_slug\": {\"2027\": [" + british + "]}}}")).isEqualTo(BankHolidayList.read(published("scotland", YEAR)));
    }

    @Test
    void what_is_broken_is_refused_with_the_reason() {
        assertRefused("{", "not JSON");
        assertRefused("[]", "no divisions");
        assertRefused("{}", "no divisions");
        assertRefused(published("france", YEAR), "france is not england-and-wales");
        assertRefused(published("scotland", "2027-02-30"), "2027-02-30 of scotland is neither");
        assertRefused("{\"scotland\": {\"events\": []}}", "no list of events");
        assertRefused("{\"scotland\": {\"events\": [{\"title\": \"x\"}]}}", "has no date");
        assertRefused("{\"divisions\": {\"scotland\": {\"2026\": [{\"date\": \"2027-01-01\"}]}}}", "stands under 2026");
    }

    // Safety: a list with one day of a year would open every line on Christmas Day of it.
    @Test
    void a_year_that_is_not_whole_is_refused() {
        assertRefused(published("scotland", "2027-09-15"), "has only 1 days");
        assertThat(BankHolidayList.read(published("scotland", YEAR))).hasSize(1);
    }

    @Test
    void a_broken_file_stops_the_start_and_says_why() throws IOException {
        Path file = folder.resolve("days.json");
        assertThatThrownBy(() -> new BankHolidayFile(file.toString(), () -> {})).isInstanceOf(CannotStart.class).hasMessageContaining("ALONGSIDE_BANK_HOLIDAYS").hasMessageContaining("there is no such file");

        Files.writeString(file, published("scotland", "2027-09-15"));
        assertThatThrownBy(() -> new BankHolidayFile(file.toString(), () -> {})).isInstanceOf(CannotStart.class).hasMessageContaining("has only 1 days");

        new BankHolidayFile("", () -> {}).lookAgain();
        assertThat(BankHolidays.isKept(PROCLAIMED, Set.of(SCOTLAND))).isFalse();
    }

    @Test
    void a_change_is_read_and_a_broken_one_keeps_the_last_good_list_and_says_so_once(CapturedOutput output) throws IOException {
        int[] told = {0};
        Path file = Files.writeString(folder.resolve("days.json"), published("scotland", YEAR));
        BankHolidayFile days = new BankHolidayFile(file.toString(), () -> told[0]++);
        assertThat(BankHolidays.isKept(PROCLAIMED, Set.of(SCOTLAND))).isFalse();
        days.lookAgain();
        assertThat(told[0]).isZero();

        Files.writeString(file, published("scotland", with("2027-09-15")));
        days.lookAgain();
        assertThat(BankHolidays.isKept(PROCLAIMED, Set.of(SCOTLAND))).isTrue();
        assertThat(told[0]).as("open-or-closed is asked anew everywhere").isEqualTo(1);

        Files.writeString(file, "{ broken");
        days.lookAgain();
        days.lookAgain();
        Files.delete(file);
        days.lookAgain();
        days.lookAgain();
        assertThat(BankHolidays.isKept(PROCLAIMED, Set.of(SCOTLAND))).isTrue();
        assertThat(output.getOut().lines().filter(line -> line.contains("cannot be used, so the last good one still holds"))).hasSize(2);

        Files.writeString(file, published("scotland", YEAR));
        days.lookAgain();
        assertThat(BankHolidays.isKept(PROCLAIMED, Set.of(SCOTLAND))).isFalse();
    }

    private static void assertRefused(String json, String why) {
        assertThatThrownBy(() -> BankHolidayList.read(json)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(why);
    }

    private static String[] with(String day) {
        String[] more = Arrays.copyOf(YEAR, YEAR.length + 1);
        more[YEAR.length] = day;
        return more;
    }

    /** As GOV.UK publishes it. */
    private static String published(String division, String... days) {
        return "{\"" + division + "\": {\"division\": \"" + division + "\", \"events\": [" + Arrays.stream(days).map(day -> "{\"title\": \"A day\", \"date\": \"" + day + "\", \"notes\": \"\", \"bunting\": false}").collect(Collectors.joining(", ")) + "]}}";
    }
}
