package org.alongside.onward.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.alongside.onward.Account;
import org.alongside.onward.Onward.Said;
import org.alongside.people.CountedAs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Small numbers: neither shown, nor to be worked out, nor looking like none. */
class SaidTests {
    private static final UUID SERVICE = UUID.randomUUID();

    @ParameterizedTest
    @CsvSource({"0, 0, none, none", "1, 0, fewer than 5, not shown", "0, 1, fewer than 5, not shown", "4, 0, fewer than 5, not shown", "5, 0, 5, none", "0, 5, 5, 5", "4, 1, 5, not shown", "1, 5, 6, not shown", "5, 5, 10, 5", "20, 4, 24, not shown", "4, 20, 24, not shown"})
    void men_are_shown_apart_only_where_neither_they_nor_the_others_are_few(int others, int men, String all, String shown) {
        List<Said> said = new ArrayList<>();
        if (others > 0) said.add(new Said(SERVICE, Account.DISMISSED, CountedAs.WOMAN, others));
        if (men > 0) said.add(new Said(SERVICE, Account.DISMISSED, CountedAs.MAN, men));

        assertThat(cells(said)).startsWith("They were believed and helped: none", "of them men: none").contains("They were dismissed, or not believed: " + all, "of them men: " + shown);
    }

    @Test
    void nothing_that_is_shown_gives_away_a_number_between_one_and_four() {
        for (int others = 0; others < 30; others++) {
            for (int men = 0; men < 30; men++) {
                int o = others, m = men;
                List<Said> said = Stream.of(new Said(SERVICE, Account.BELIEVED, CountedAs.WOMAN, o), new Said(SERVICE, Account.BELIEVED, CountedAs.MAN, m)).filter(one -> one.clients() > 0).toList();
                List<String> cells = cells(said);
                String all = cells.get(0).replaceFirst(".*: ", ""), apart = cells.get(1).replaceFirst(".*: ", "");
                // Whoever reads both numbers can subtract them.
                if (all.matches("\\d+") && apart.matches("\\d+|none")) {
                    int shownMen = apart.equals("none") ? 0 : Integer.parseInt(apart), rest = Integer.parseInt(all) - shownMen;
                    assertThat(List.of(shownMen, rest)).as("%d others, %d men", o, m).noneMatch(number -> number > 0 && number < 5);
                }
            }
        }
    }

    private static List<String> cells(List<Said> said) {
        return OnwardPages.cells(said).stream().map(cell -> cell.words() + ": " + cell.clients()).toList();
    }
}
