package org.alongside.directory;

import static org.alongside.directory.Nation.ENGLAND;
import static org.alongside.directory.OpenNow.State.CLOSED;
import static org.alongside.directory.OpenNow.State.OPEN;
import static org.alongside.directory.OpenNow.State.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.EnumSet;
import java.util.Set;
import org.alongside.directory.OpenNow.Reason;
import org.junit.jupiter.api.Test;

class OpeningHoursTests {

    private static final String OFFICE = "Mo-Fr 09:30-13:00,13:30-16:30";
    private final OpeningHours seed = hours(OFFICE);

    @Test
    void before_the_lunch_gap_it_is_open_until_one() {
        OpenNow answer = seed.at(london("2026-11-18T12:59"));

        assertThat(answer.state()).isEqualTo(OPEN);
        assertThat(answer.until()).isEqualTo(london("2026-11-18T13:00"));
        assertThat(answer.then()).isEqualTo(CLOSED);
    }

    @Test
    void in_the_lunch_gap_it_is_closed_and_opens_at_half_past_one() {
        OpenNow answer = seed.at(london("2026-11-18T13:00"));

        assertThat(answer.state()).isEqualTo(CLOSED);
        assertThat(answer.nextOpening()).isEqualTo(london("2026-11-18T13:30"));
        assertThat(seed.at(london("2026-11-18T13:29")).state()).isEqualTo(CLOSED);
    }

    @Test
    void after_the_lunch_gap_it_is_open_until_half_past_four() {
        assertThat(seed.at(london("2026-11-18T13:30")).until()).isEqualTo(london("2026-11-18T16:30"));
    }

    @Test
    void at_closing_time_it_is_closed_until_the_next_working_day() {
        OpenNow answer = seed.at(london("2026-11-18T16:30"));

        assertThat(answer.state()).isEqualTo(CLOSED);
        assertThat(answer.nextOpening()).isEqualTo(london("2026-11-19T09:30"));
    }

    @Test
    void at_the_weekend_it_opens_on_monday() {
        assertThat(seed.at(london("2026-11-21T11:00")).nextOpening()).isEqualTo(london("2026-11-23T09:30"));
        assertThat(seed.at(london("2026-11-20T16:30")).nextOpening()).isEqualTo(london("2026-11-23T09:30"));
    }

    @Test
    void an_unstated_bank_holiday_is_unknown_and_never_guessed() {
        OpenNow answer = seed.at(london("2026-08-31T10:00"));

        assertThat(answer.state()).isEqualTo(UNKNOWN);
        assertThat(answer.reason()).isEqualTo(Reason.BANK_HOLIDAY);
        assertThat(answer.nextOpening()).isEqualTo(london("2026-09-01T09:30"));
    }

    @Test
    void before_an_unstated_bank_holiday_the_next_sure_opening_is_after_it() {
        OpenNow answer = seed.at(london("2026-08-28T17:00"));

        assertThat(answer.state()).isEqualTo(CLOSED);
        assertThat(answer.until()).isEqualTo(london("2026-08-31T00:00"));
        assertThat(answer.then()).isEqualTo(UNKNOWN);
        assertThat(answer.nextOpening()).isEqualTo(london("2026-09-01T09:30"));
    }

    @Test
    void a_line_closed_on_bank_holidays_says_tuesday_on_the_friday_before() {
        OpenNow answer = hours(OFFICE + "; PH off").at(london("2026-08-28T16:45"));

        assertThat(answer.state()).isEqualTo(CLOSED);
        assertThat(answer.nextOpening()).isEqualTo(london("2026-09-01T09:30"));
    }

    @Test
    void a_line_open_as_usual_on_bank_holidays_is_open() {
        assertThat(hours(OFFICE + "; PH open").at(london("2026-08-31T10:00")).state()).isEqualTo(OPEN);
    }

    @Test
    void a_line_with_bank_holiday_hours_of_its_own_keeps_them() {
        OpeningHours hours = hours(OFFICE + "; PH 10:00-12:00");

        assertThat(hours.at(london("2026-08-31T09:45")).nextOpening()).isEqualTo(london("2026-08-31T10:00"));
        assertThat(hours.at(london("2026-08-31T12:00")).nextOpening()).isEqualTo(london("2026-09-01T09:30"));
    }

    @Test
    void each_nation_keeps_its_own_bank_holidays() {
        OpeningHours scottish = OpeningHours.read(OFFICE + "; PH off", Set.of(Nation.SCOTLAND), null);
        OpeningHours irish = OpeningHours.read(OFFICE + "; PH off", Set.of(Nation.NORTHERN_IRELAND), null);

        assertThat(scottish.at(london("2026-11-30T10:00")).state()).isEqualTo(CLOSED);
        assertThat(seed.at(london("2026-11-30T10:00")).state()).isEqualTo(OPEN);
        assertThat(irish.at(london("2026-07-13T10:00")).state()).isEqualTo(CLOSED);
    }

    @Test
    void the_substitute_day_is_the_day_that_is_kept() {
        assertThat(hours("Mo-Su 09:00-17:00; PH off").at(london("2026-12-28T10:00")).state()).isEqualTo(CLOSED);
    }

    @Test
    void a_dated_exception_goes_before_the_bank_holiday_policy() {
        OpeningHours hours = hours(OFFICE + "; PH off; 2026-12-25 10:00-12:00 \"Christmas Day\"");
        OpenNow answer = hours.at(london("2026-12-25T10:30"));

        assertThat(answer.state()).isEqualTo(OPEN);
        assertThat(answer.note()).isEqualTo("Christmas Day");
        assertThat(answer.until()).isEqualTo(london("2026-12-25T12:00"));
    }

    @Test
    void a_line_away_for_a_week_says_when_it_is_back() {
        OpeningHours hours = hours(OFFICE + "; PH off; 2026-12-21..2027-01-01 off \"Moving office\"");

        assertThat(hours.at(london("2026-12-22T11:00")).nextOpening()).isEqualTo(london("2027-01-04T09:30"));
    }

    @Test
    void hours_that_were_never_stated_are_unknown_at_every_moment() {
        OpenNow answer = OpeningHours.notStated(LocalDate.of(2026, 11, 20)).at(london("2026-11-18T10:00"));

        assertThat(answer.state()).isEqualTo(UNKNOWN);
        assertThat(answer.reason()).isEqualTo(Reason.NOT_STATED);
        assertThat(answer.until()).isNull();
        assertThat(answer.nextOpening()).isNull();
        assertThat(answer.checkedOn()).isEqualTo("2026-11-20");
    }

    @Test
    void hours_past_their_last_day_are_unknown() {
        OpenNow answer = hours(OFFICE + "; to 2026-11-17").at(london("2026-11-18T10:00"));

        assertThat(answer.state()).isEqualTo(UNKNOWN);
        assertThat(answer.reason()).isEqualTo(Reason.OUT_OF_DATE);
    }

    @Test
    void a_day_and_night_line_is_open_through_both_clock_changes() {
        OpeningHours always = hours("24/7");

        for (String moment : new String[] {"2026-03-29T00:59:00Z", "2026-03-29T01:00:00Z", "2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z"}) {
            assertThat(always.at(Instant.parse(moment)).state()).isEqualTo(OPEN);
            assertThat(always.at(Instant.parse(moment)).until()).isNull();
        }
        assertThat(always.at(london("2026-12-25T03:00")).state()).isEqualTo(OPEN);
    }

    @Test
    void a_night_line_keeps_wall_clock_time_when_the_clocks_go_forward() {
        OpenNow answer = hours("Mo-Su 22:00-06:00; PH open").at(Instant.parse("2026-03-28T23:00:00Z"));

        assertThat(answer.state()).isEqualTo(OPEN);
        assertThat(answer.until()).isEqualTo(Instant.parse("2026-03-29T05:00:00Z"));
    }

    @Test
    void a_night_line_keeps_wall_clock_time_when_the_clocks_go_back() {
        OpenNow answer = hours("Mo-Su 22:00-06:00; PH open").at(Instant.parse("2026-10-24T22:00:00Z"));

        assertThat(answer.state()).isEqualTo(OPEN);
        assertThat(answer.until()).isEqualTo(Instant.parse("2026-10-25T06:00:00Z"));
        assertThat(hours("Mo-Su 22:00-06:00; PH open").at(Instant.parse("2026-10-25T06:00:00Z")).state()).isEqualTo(CLOSED);
    }

    @Test
    void a_friday_night_line_is_still_open_on_saturday_morning_and_not_on_sunday() {
        OpeningHours night = hours("Fr 22:00-06:00; PH open");

        assertThat(night.at(london("2026-11-21T05:59")).state()).isEqualTo(OPEN);
        assertThat(night.at(london("2026-11-21T06:00")).state()).isEqualTo(CLOSED);
        assertThat(night.at(london("2026-11-22T05:00")).state()).isEqualTo(CLOSED);
    }

    @Test
    void a_night_that_runs_into_a_closed_day_promises_nothing_after_midnight() {
        OpeningHours night = hours("Mo-Su 22:00-06:00; PH off");

        assertThat(night.at(london("2026-12-24T23:59")).state()).isEqualTo(OPEN);
        assertThat(night.at(london("2026-12-25T00:30")).state()).isEqualTo(UNKNOWN);
        assertThat(night.at(london("2026-12-25T06:00")).state()).isEqualTo(CLOSED);
    }

    @Test
    void an_unstated_holiday_night_is_unknown_until_it_would_have_ended() {
        OpeningHours night = hours("Mo-Su 22:00-06:00");

        assertThat(night.at(london("2026-09-01T05:59")).state()).isEqualTo(UNKNOWN);
        assertThat(night.at(london("2026-09-01T06:00")).state()).isEqualTo(CLOSED);
    }

    @Test
    void hours_that_cannot_be_read_are_refused_with_the_part_named() {
        assertThatThrownBy(() -> hours("Mo-Fr 9-5")).hasMessageContaining("Mo-Fr 9-5");
        assertThatThrownBy(() -> hours("Mo-Fr 09:00-17:00; PH 25:00-26:00")).hasMessageContaining("PH 25:00-26:00");
        assertThatThrownBy(() -> hours("2026-02-30 off")).hasMessageContaining("2026-02-30");
        assertThatThrownBy(() -> hours("2026-02-20..2026-02-10 off")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void days_may_be_listed_and_may_run_over_the_weekend() {
        OpeningHours hours = hours("Sa-Mo,We 10:00-24:00; PH open");

        assertThat(hours.week().get(0).days()).isEqualTo(EnumSet.of(
                java.time.DayOfWeek.SATURDAY, java.time.DayOfWeek.SUNDAY, java.time.DayOfWeek.MONDAY, java.time.DayOfWeek.WEDNESDAY));
        assertThat(hours.at(london("2026-11-22T23:59")).until()).isEqualTo(london("2026-11-23T00:00"));
    }

    static OpeningHours hours(String text) {
        return OpeningHours.read(text, Set.of(ENGLAND), LocalDate.of(2026, 11, 20));
    }

    static Instant london(String wall) {
        LocalDateTime local = LocalDateTime.parse(wall);
        return local.toInstant(OpeningHours.ZONE.getRules().getOffset(local.toInstant(ZoneOffset.UTC)));
    }

    @Test
    void hours_are_understood_as_people_write_them() {
        Map<String, String> written = Map.of(
                "Monday to Friday 9am to 5.30pm", "Mo-Fr 09:00-17:30",
                "Mon - Fri: 9:30am – 1pm and 1:30pm – 4:30pm; bank holidays closed", "Mo-Fr 09:30-13:00,13:30-16:30; PH off",
                "Tuesdays and Thursdays 10 am to noon\nSat 22:00 to 6:00", "Tu,Th 10:00-12:00; Sa 22:00-06:00",
                "24 hours a day, 7 days a week", "24/7",
                "Every day 8am-midnight", "Mo-Su 08:00-24:00",
                "Mo-Fr 09:00-17:00; 2026-12-24..2026-12-27 off \"Christmas\"", "Mo-Fr 09:00-17:00; 2026-12-24..2026-12-27 off \"Christmas\"");

        written.forEach((typed, notation) -> {
            assertThat(OpeningHours.tidy(typed)).isEqualTo(notation);
            assertThat(OpeningHours.read(OpeningHours.tidy(typed), Set.of(), null)).isEqualTo(OpeningHours.read(notation, Set.of(), null));
        });
    }

    @Test
    void hours_that_nobody_can_be_sure_of_are_refused_and_never_guessed() {
        for (String vague : List.of("office hours", "9-5", "Mon-Fri mornings", "by appointment", "Mo-Fr 25:00-26:00", "1st Monday 10am-12pm")) assertThatThrownBy(() -> OpeningHours.read(OpeningHours.tidy(vague), Set.of(), null)).as(vague).isInstanceOf(IllegalArgumentException.class);
    }
}
