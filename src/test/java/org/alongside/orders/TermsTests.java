package org.alongside.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.alongside.shared.RuleBroken;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TermsTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    @Test
    void an_order_counts_on_its_last_day_and_not_on_the_next() {
        Terms bail = terms(OrderStatus.MADE, -10, null, null, 0);

        assertThat(bail.isInForce(TODAY)).isTrue();
        assertThat(bail.hasRunOut(TODAY.plusDays(1))).isTrue();
        assertThat(bail.isInForce(TODAY.plusDays(1))).isFalse();
    }

    @Test
    void an_order_without_an_end_never_runs_out() {
        assertThat(terms(OrderStatus.MADE, -3000, null, null, null).isInForce(TODAY)).isTrue();
    }

    @Test
    void an_order_that_nobody_handed_over_waits_to_be_served() {
        assertThat(terms(OrderStatus.MADE, -1, null, null, 100).waitsToBeServed(TODAY)).isTrue();
        assertThat(terms(OrderStatus.MADE, -1, 0, null, 100).waitsToBeServed(TODAY)).isFalse();
        assertThat(terms(OrderStatus.ASKED, null, null, 3, null).waitsToBeServed(TODAY)).isFalse();
    }

    @Test
    void the_next_day_is_a_hearing_or_the_last_day_whichever_is_sooner_and_neither_once_it_is_over() {
        assertThat(terms(OrderStatus.MADE, -10, -9, 5, 30).nextDay(TODAY)).contains(TODAY.plusDays(5));
        assertThat(terms(OrderStatus.MADE, -10, -9, -5, 30).nextDay(TODAY)).contains(TODAY.plusDays(30));
        assertThat(terms(OrderStatus.ASKED, null, null, 5, null).nextDay(TODAY)).contains(TODAY.plusDays(5));
        assertThat(Stream.of(OrderStatus.REFUSED, OrderStatus.ENDED).flatMap(status -> terms(status, -10, -9, 5, 30).nextDay(TODAY).stream())).isEmpty();
    }

    @Test
    void days_that_cannot_be_are_refused() {
        assertThatThrownBy(() -> terms(OrderStatus.MADE, 0, null, null, -1)).isInstanceOf(RuleBroken.class);
        assertThatThrownBy(() -> terms(OrderStatus.MADE, 0, -1, null, null)).isInstanceOf(RuleBroken.class);
        assertThatThrownBy(() -> terms(OrderStatus.MADE, null, null, null, null)).isInstanceOf(RuleBroken.class);
    }

    @Test
    void whoever_reads_an_order_is_told_what_follows_when_it_is_broken() {
        assertThat(OrderKind.values()).allSatisfy(kind -> assertThat(kind.breach()).containsAnyOf("999", "probation"));
        assertThat(OrderKind.NON_MOLESTATION.breach()).contains("crime");
        assertThat(OrderKind.UNDERTAKING.breach()).contains("court").doesNotContain("crime");
    }

    private static Terms terms(OrderStatus status, @Nullable Integer made, @Nullable Integer served, @Nullable Integer hearing, @Nullable Integer until) {
        return new Terms(OrderKind.BAIL, status, null, "", "", day(made), day(served), day(hearing), day(until));
    }

    private static @Nullable LocalDate day(@Nullable Integer fromToday) {
        return fromToday == null ? null : TODAY.plusDays(fromToday);
    }
}
