package org.alongside.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowsTests {
    @ParameterizedTest
    @ValueSource(strings = {"weekdays 9am to midday", "Mon-Fri 9-12", "Monday to Friday 09:00 - 12:00", "mon, tue, wed, thursday and fri 9.00am–noon"})
    void times_are_read_as_people_write_them(String typed) {
        assertThat(Windows.read(typed)).contains(List.of(new Window(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), LocalTime.of(9, 0), LocalTime.NOON)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"whenever", "Mon 25-26", "Mon 13pm-2pm", "Mon 9am", "Blursday 9-12", "Mon 9-9", "🙂 9-12", "Mon-Tue-Wed 9-12"})
    void what_cannot_be_read_is_not_guessed(String typed) {
        assertThat(Windows.read(typed)).isEmpty();
    }

    @Test
    void the_words_of_a_window_can_be_typed_again() {
        List<Window> windows = List.of(new Window(Set.of(DayOfWeek.SATURDAY, DayOfWeek.MONDAY), LocalTime.of(22, 30), LocalTime.of(6, 0)), new Window(EnumSet.allOf(DayOfWeek.class), LocalTime.NOON, LocalTime.MIDNIGHT));

        assertThat(Windows.read(new ChannelAnswer(Safe.YES, windows, "").times())).contains(windows);
    }

    @Test
    void nothing_typed_means_at_any_time() {
        assertThat(Windows.read(" ")).contains(List.of());
    }
}
