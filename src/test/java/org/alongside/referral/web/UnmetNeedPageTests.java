package org.alongside.referral.web;

import static org.alongside.people.CountedAs.MAN;
import static org.alongside.people.CountedAs.WOMAN;
import static org.alongside.referral.UnmetReason.NO_PLACE;
import static org.alongside.referral.UnmetReason.OTHER;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.alongside.people.CountedAs;
import org.alongside.referral.UnmetNeed.Count;
import org.alongside.referral.UnmetReason;
import org.junit.jupiter.api.Test;

class UnmetNeedPageTests {
    private static final LocalDate NOVEMBER = LocalDate.of(2026, 11, 1), OCTOBER = LocalDate.of(2026, 10, 1);

    @Test
    void a_small_number_is_neither_shown_nor_looks_like_none() {
        UnmetNeedPage page = page(new Count(NOVEMBER, NO_PLACE, MAN, 4), new Count(OCTOBER, NO_PLACE, MAN, 5));

        assertThat(month(page, NOVEMBER, NO_PLACE)).isEqualTo("fewer than 5");
        assertThat(month(page, OCTOBER, NO_PLACE)).isEqualTo("5");
        assertThat(month(page, NOVEMBER, OTHER)).isEqualTo("none");
    }

    // Safety: nine in the year and five in October would say that there were four in November.
    @Test
    void the_year_by_gender_gives_no_hidden_month_away() {
        UnmetNeedPage page = page(new Count(NOVEMBER, NO_PLACE, MAN, 4), new Count(OCTOBER, NO_PLACE, MAN, 5));

        assertThat(page.genders()).allSatisfy(row -> assertThat(row.numbers().get(NO_PLACE.ordinal())).isEqualTo("not shown"));
    }

    @Test
    void the_months_give_no_hidden_gender_away() {
        UnmetNeedPage page = page(new Count(NOVEMBER, NO_PLACE, MAN, 8), new Count(NOVEMBER, NO_PLACE, WOMAN, 1));

        assertThat(month(page, NOVEMBER, NO_PLACE)).isEqualTo("9");
        assertThat(gender(page, WOMAN, NO_PLACE)).isEqualTo("not shown");
        assertThat(gender(page, MAN, NO_PLACE)).isEqualTo("not shown");
    }

    @Test
    void where_nobody_is_few_the_genders_are_shown() {
        UnmetNeedPage page = page(new Count(NOVEMBER, NO_PLACE, MAN, 8), new Count(NOVEMBER, NO_PLACE, WOMAN, 6), new Count(NOVEMBER, OTHER, MAN, 1));

        assertThat(gender(page, WOMAN, NO_PLACE)).isEqualTo("6");
        assertThat(gender(page, MAN, NO_PLACE)).isEqualTo("8");
        assertThat(gender(page, CountedAs.NON_BINARY, NO_PLACE)).isEqualTo("none");
        assertThat(gender(page, MAN, OTHER)).as("another reason is its own").isEqualTo("not shown");
    }

    @Test
    void an_empty_year_says_so() {
        assertThat(page().isEmpty()).isTrue();
        assertThat(page(new Count(NOVEMBER, OTHER, MAN, 1)).isEmpty()).isFalse();
    }

    private static UnmetNeedPage page(Count... counts) {
        return UnmetNeedPage.of(List.of(NOVEMBER, OCTOBER), List.of(counts), LocalDate::toString);
    }

    private static String month(UnmetNeedPage page, LocalDate month, UnmetReason reason) {
        return number(page.months(), month.toString(), reason);
    }

    private static String gender(UnmetNeedPage page, CountedAs gender, UnmetReason reason) {
        return number(page.genders(), gender.words(), reason);
    }

    private static String number(List<UnmetNeedPage.Row> rows, String name, UnmetReason reason) {
        return rows.stream().filter(row -> row.name().equals(name)).findFirst().orElseThrow().numbers().get(reason.ordinal());
    }
}
