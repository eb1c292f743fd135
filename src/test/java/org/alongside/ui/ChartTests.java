package org.alongside.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.List;
import java.util.Map;
import org.alongside.shared.SmallNumbers;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class ChartTests {
    private static final List<SmallNumbers.Shown> HIDDEN_IN_THE_MIDDLE = List.of(Chart.number(6), SmallNumbers.alone(3), Chart.number(12), Chart.number(9));
    private static final List<String> WEEKS = List.of("2 Nov", "9 Nov", "16 Nov", "23 Nov");

    @Test
    void a_picture_says_what_it_shows_and_has_its_numbers_below() {
        for (Chart.Kind kind : Chart.Kind.values()) {
            Document page = page(chart(kind));
            Element picture = page.selectFirst("svg[role=img]");
            assertThat(picture.attr("aria-labelledby").split(" ")).allMatch(id -> !picture.select("#" + id).text().isBlank());
            assertThat(page.select("table tbody tr").eachText()).containsExactly("2 Nov 6 1", "9 Nov fewer than 5 0", "16 Nov 12 2", "23 Nov 9 3");
            assertThat(page.select("table thead th").eachText()).containsExactly("Week", "Asked", "Waits");
        }
    }

    // Safety: our policy drops inline styles, and a reader's own colours and paper must be able to change them.
    @Test
    void a_picture_has_no_style_of_its_own_no_script_and_no_colour() {
        for (Chart.Kind kind : Chart.Kind.values()) assertThat(page(chart(kind)).html()).doesNotContain("style=", "<script", "#0", "#1", "rgb(", "stroke=");
    }

    // Safety: a number that may not be shown is not drawn as none.
    @Test
    void a_hidden_number_is_a_gap_in_a_line_and_words_beside_a_bar() {
        Chart lines = chart(Chart.Kind.LINES), bars = chart(Chart.Kind.BARS);
        assertThat(lines.lines().get(0).path().chars().filter(sign -> sign == 'M').count()).as("the line begins anew").isEqualTo(2);
        assertThat(lines.lines().get(0).dots()).hasSize(3);
        assertThat(bars.words()).extracting(Chart.Words::words).contains("fewer than 5", "0");
        assertThat(page(lines).text()).doesNotContain("3 Asked");
    }

    @Test
    void what_is_drawn_stays_inside_and_is_as_long_as_its_number() {
        for (Chart.Kind kind : Chart.Kind.values()) {
            Chart chart = chart(kind);
            assertThat(chart.bars()).allMatch(bar -> bar.x() >= 0 && bar.x() + bar.width() <= chart.width() && bar.y() + bar.height() <= chart.height());
            assertThat(chart.lines()).flatExtracting(Chart.Line::dots).allMatch(dot -> dot.x() >= 0 && dot.x() <= chart.width() && dot.y() >= 0 && dot.y() <= chart.height());
        }
        List<Chart.Bar> bars = chart(Chart.Kind.BARS).bars().stream().filter(bar -> bar.look() == 0).toList();
        assertThat(bars.get(1).width()).isEqualTo(bars.get(0).width() * 2);
        assertThat(chart(Chart.Kind.STACKED).bars().get(1).x()).as("the second stands on the first").isEqualTo(chart(Chart.Kind.STACKED).bars().get(0).width());
    }

    @Test
    void what_could_not_be_told_apart_or_has_a_value_too_few_is_not_drawn() {
        assertThatThrownBy(() -> new Chart("x", Chart.Kind.BARS, "x", "x", "x", WEEKS, List.of(new Chart.Series("x", List.of())))).isInstanceOf(IllegalArgumentException.class);
        Chart.Series one = new Chart.Series("x", HIDDEN_IN_THE_MIDDLE);
        assertThatThrownBy(() -> new Chart("x", Chart.Kind.LINES, "x", "x", "x", WEEKS, List.of(one, one, one, one, one))).isInstanceOf(IllegalArgumentException.class);
    }

    private static Chart chart(Chart.Kind kind) {
        return new Chart("asked", kind, "Who asked", "It rises.", "Week", WEEKS, List.of(new Chart.Series("Asked", HIDDEN_IN_THE_MIDDLE), new Chart.Series("Waits", List.of(Chart.number(1), Chart.number(0), Chart.number(2), Chart.number(3)))));
    }

    private static Document page(Chart chart) {
        StringOutput output = new StringOutput();
        TemplateEngine.createPrecompiled(null, ContentType.Html, null, "org.alongside").render("ui/chart.jte", Map.of("chart", chart), output);
        return Jsoup.parse(output.toString());
    }
}
