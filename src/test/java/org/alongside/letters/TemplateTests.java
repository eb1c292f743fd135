package org.alongside.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TemplateTests {
    static final Template SMALL = new Template("small", "Small", "For {name}.\n\nBorn {born}, danger {level}.\n\nPlease help.");

    @Test
    void what_is_known_is_filled_in_and_a_paragraph_without_its_fact_is_left_out_whole() {
        assertThat(SMALL.filled(Map.of(Fact.NAME, "Sam", Fact.BORN, "1 May 1990", Fact.LEVEL, "high"))).isEqualTo("For Sam.\n\nBorn 1 May 1990, danger high.\n\nPlease help.");
        assertThat(SMALL.filled(Map.of(Fact.NAME, "Sam", Fact.BORN, "1 May 1990"))).isEqualTo("For Sam.\n\nPlease help.");
        assertThat(SMALL.filled(Map.of())).isEqualTo("Please help.");
    }

    @Test
    void a_name_that_looks_like_a_place_to_fill_or_a_pattern_stays_a_name() {
        assertThat(SMALL.filled(Map.of(Fact.NAME, "{born} $1 \\ <b>"))).startsWith("For {born} $1 \\ <b>.");
    }

    @Test
    void a_place_that_nothing_fills_is_found_at_the_start() {
        assertThatThrownBy(() -> new Template("x", "X", "Lives at {address}")).hasMessageContaining("{address}");
    }

    @Test
    void those_that_come_with_alongside_are_of_no_gender_and_have_no_place_for_an_address_or_a_number() {
        assertThat(Template.shipped()).hasSizeGreaterThanOrEqualTo(5).allSatisfy(template -> {
            assertThat(Pattern.compile("(?i)\\b(he|she|him|her|his|hers|husband|wife|victim|perpetrator)\\b").matcher(template.body()).find()).as(template.key()).isFalse();
            assertThat(template.body()).contains("{name}");
        });
        assertThat(Fact.values()).noneMatch(fact -> fact.field().words().contains("address") && !fact.field().words().contains("access") || fact.field().words().contains("phone"));
    }
}
