package org.alongside.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.alongside.programme.SerialOrRepeat.Harm;
import org.alongside.programme.SerialOrRepeat.Span;
import org.junit.jupiter.api.Test;

class SerialOrRepeatTests {
    private static final UUID WREN = new UUID(0, 1), IRIS = new UUID(0, 2);

    @Test
    void harm_to_two_different_partners_is_serial() {
        assertThat(SerialOrRepeat.of(List.of(on(WREN, "2024-03-12"), new Harm(IRIS, null)))).satisfies(both -> {
            assertThat(both.isSerial()).isTrue();
            assertThat(both.isRepeat()).isFalse();
        });
    }

    @Test
    void harm_to_the_same_partner_on_a_later_day_is_repeat_and_says_after_what() {
        SerialOrRepeat again = SerialOrRepeat.of(List.of(on(WREN, "2025-01-02"), month(WREN, "2024-03-01"), on(WREN, "2026-05-05")));
        assertThat(again.isSerial()).as("the same partner is never serial").isFalse();
        assertThat(again.after()).isEqualTo(Map.of(WREN, Span.month(LocalDate.of(2024, 3, 5))));
    }

    @Test
    void what_may_be_the_same_day_or_has_no_day_is_not_again() {
        assertThat(SerialOrRepeat.of(List.of(on(WREN, "2024-03-12"), month(WREN, "2024-03-01"), new Harm(WREN, null), on(WREN, "2024-03-12"))).isRepeat()).isFalse();
        assertThat(SerialOrRepeat.of(List.of(on(WREN, "2024-03-12"), on(WREN, "2024-03-13"))).isRepeat()).as("control").isTrue();
    }

    @Test
    void both_can_hold_and_neither() {
        SerialOrRepeat both = SerialOrRepeat.of(List.of(on(WREN, "2024-03-12"), on(IRIS, "2020-01-01"), month(WREN, "2024-05-01")));
        assertThat(both.isSerial() && both.isRepeat()).isTrue();
        SerialOrRepeat neither = SerialOrRepeat.of(List.of());
        assertThat(neither.isSerial() || neither.isRepeat()).isFalse();
    }

    @Test
    void whatever_is_written_down_its_order_does_not_matter_and_one_partner_alone_is_never_serial() {
        Random random = new Random(20261122);
        int serial = 0, repeat = 0;
        for (int life = 0; life < 2_000; life++) {
            List<Harm> known = new ArrayList<>();
            int partners = 1 + random.nextInt(3);
            for (int entry = random.nextInt(6); entry > 0; entry--) {
                LocalDate day = LocalDate.of(2020, 1, 1).plusDays(random.nextInt(90));
                known.add(new Harm(new UUID(0, random.nextInt(partners)), switch (random.nextInt(3)) {
                    case 0 -> Span.day(day);
                    case 1 -> Span.month(day);
                    default -> null;
                }));
            }
            SerialOrRepeat once = SerialOrRepeat.of(known);
            Collections.shuffle(known, random);
            assertThat(SerialOrRepeat.of(known)).isEqualTo(once);
            if (partners == 1) assertThat(once.isSerial()).isFalse();
            assertThat(once.after().keySet()).allSatisfy(partner -> assertThat(known.stream().filter(one -> one.partner().equals(partner)).count()).isGreaterThan(1));
            // What was written down twice says nothing new.
            List<Harm> twice = new ArrayList<>(known);
            twice.addAll(known);
            assertThat(SerialOrRepeat.of(twice)).isEqualTo(once);
            if (once.isSerial()) serial++;
            if (once.isRepeat()) repeat++;
        }
        assertThat(List.of(serial, repeat)).as("control: both do happen").allMatch(times -> times > 100);
    }

    private static Harm on(UUID partner, String day) {
        return new Harm(partner, Span.day(LocalDate.parse(day)));
    }

    private static Harm month(UUID partner, String within) {
        return new Harm(partner, Span.month(LocalDate.parse(within)));
    }
}
