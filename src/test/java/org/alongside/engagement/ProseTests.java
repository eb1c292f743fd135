package org.alongside.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.alongside.engagement.Prose.Block;
import org.alongside.engagement.Prose.Kind;
import org.alongside.engagement.Prose.Piece;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProseTests {
    @Test
    void empty_lines_make_paragraphs_and_signs_make_headings_and_lists() {
        List<Block> blocks = Prose.of("One\nline\n\n## Head\n\n### Small\n\n- a\n- b\n  - c\n\n1. x\n2. y\n\n# Big");

        assertThat(blocks).extracting(Block::kind).containsExactly(Kind.PARAGRAPH, Kind.HEADING, Kind.SMALL_HEADING, Kind.BULLETS, Kind.NUMBERS, Kind.HEADING);
        assertThat(blocks.get(0).lines().get(0)).extracting(Piece::breaks).containsExactly(false, true, false);
        assertThat(blocks.get(3).lines().stream().map(ProseTests::text)).containsExactly("a", "b", "c");
    }

    @Test
    void stars_make_words_strong() {
        assertThat(Prose.of("so **very** *much*").get(0).lines().get(0)).extracting(one -> one.text() + "/" + one.strong() + "/" + one.stressed()).containsExactly("so /false/false", "very/true/false", " /false/false", "much/false/true");
    }

    @Test
    void a_link_leads_only_to_https_and_says_where() {
        Piece link = Prose.of("[the guide](https://guide.example/a)").get(0).lines().get(0).get(0);
        assertThat(link.to()).isEqualTo("https://guide.example/a");
        assertThat(link.site()).isEqualTo("guide.example");
        assertThat(Prose.of("<https://guide.example/a>").get(0).lines().get(0).get(0).site()).as("it says so itself").isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[x](http://plain.example)", "[x](javascript:alert(1))", "[x](data:text/html,x)", "[x](//plain.example)", "[x](https://name:word@guide.example)", "[x](https://)", "![x](https://guide.example/p.png)", "<script>alert(1)</script>", "<a href=\"https://guide.example\">x</a>", "<img src=x onerror=alert(1)>"})
    void anything_else_is_words(String typed) {
        List<Block> blocks = Prose.of(typed);

        assertThat(blocks.stream().flatMap(one -> one.lines().stream()).flatMap(List::stream)).allSatisfy(piece -> assertThat(piece.to()).isNull());
        assertThat(blocks.stream().flatMap(one -> one.lines().stream()).map(ProseTests::text).collect(Collectors.joining())).isNotBlank();
    }

    @Test
    void nothing_somebody_pastes_brings_a_page_down() {
        for (String typed : List.of("- ".repeat(10_000) + "x", "[".repeat(20_000), "*".repeat(20_000), "**x ".repeat(5_000), "> ".repeat(10_000) + "x", "\u0000\u0007", "", "<".repeat(20_000))) Prose.of(typed);
    }

    private static String text(List<Piece> pieces) {
        return pieces.stream().map(Piece::text).collect(Collectors.joining());
    }
}
