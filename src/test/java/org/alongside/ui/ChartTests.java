package org.alongside.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
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
            if (kind == Chart.Kind.SLOPE) {
                assertThat(page.select("table tbody tr").eachText()).containsExactly("Asked 6 fewer than 5 12 9", "Waits 1 0 2 3");
                assertThat(page.select("table thead th").eachText()).containsExactly("Week", "2 Nov", "9 Nov", "16 Nov", "23 Nov");
                continue;
            }
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
        assertThatThrownBy(() -> new Chart("x", Chart.Kind.DIVERGING, "x", "x", "x", WEEKS, List.of(one, one, one, one, one, one))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void answers_lie_around_their_middle_whatever_their_number() {
        Chart chart = answers(List.of(9, 9, 5, 6, 2), List.of(1, 2, 4, 13, 11));
        double middle = Double.parseDouble(chart.rules().get(0).substring(1).split(" ")[0]);
        List<Chart.Bar> before = chart.bars().subList(0, 5), after = chart.bars().subList(5, 10);

        for (List<Chart.Bar> bar : List.of(before, after)) {
            assertThat(bar.get(2).x() + bar.get(2).width() / 2).as("the answer in the middle lies half on each side").isCloseTo(middle, within(0.2));
            assertThat(bar.get(1).x() + bar.get(1).width()).as("low answers end before the middle").isLessThan(middle);
            assertThat(bar.get(3).x()).as("high ones begin after it").isGreaterThan(middle);
            for (int part = 1; part < 5; part++) assertThat(bar.get(part).x()).isCloseTo(bar.get(part - 1).x() + bar.get(part - 1).width(), within(0.2));
        }
        assertThat(after.get(4).x()).isGreaterThan(before.get(4).x());
        assertThat(chart.words()).extracting(Chart.Words::words).contains("◂ Not at all", "Very ▸", "Before", "After", "13");
        assertThat(answers(List.of(3, 3), List.of(4, 4)).bars()).extracting(Chart.Bar::look).as("two answers look like the ends of five").containsExactly(0, 4, 0, 4);
    }

    @Test
    void bars_of_answers_are_shares_so_that_few_people_can_stand_beside_many() {
        Chart chart = answers(List.of(10, 0, 20, 0, 10), List.of(1, 0, 2, 0, 1));

        assertThat(chart.bars().subList(0, 3)).extracting(Chart.Bar::width).isEqualTo(chart.bars().subList(3, 6).stream().map(Chart.Bar::width).toList());
    }

    // Safety: what is left out of a bar could be read from its length.
    @Test
    void a_bar_of_answers_with_a_hidden_part_is_not_drawn_and_says_so() {
        Chart chart = new Chart("felt", Chart.Kind.DIVERGING, "How it felt", "x", "When", List.of("Before", "After", "Later"), List.of(
                new Chart.Series("Low", List.of(Chart.number(6), SmallNumbers.alone(3), Chart.number(0))), new Chart.Series("High", List.of(Chart.number(6), Chart.number(12), Chart.number(0)))));

        assertThat(chart.bars()).hasSize(2);
        assertThat(chart.words()).extracting(Chart.Words::words).contains("Not drawn: a number is too small to show", "Nobody").doesNotContain("12");
        assertThat(page(chart).select("table tbody tr").eachText()).containsExactly("Before 6 6", "After fewer than 5 12", "Later 0 0");
        assertThat(chart.rules().get(0).chars().filter(sign -> sign == 'M').count()).as("one bar, one middle").isEqualTo(1);
    }

    @Test
    void a_slope_says_per_cent_at_both_ends_and_words_never_stand_on_words() {
        List<SmallNumbers.Shown> same = List.of(Chart.number(40, "40 %"), Chart.number(98, "98 %"));
        Chart chart = new Chart("felt", Chart.Kind.SLOPE, "Who felt confident", "x", "Question", List.of("Before", "After"), IntStream.range(0, 8).mapToObj(one -> new Chart.Series("Question " + one, same)).toList());

        assertThat(chart.words()).extracting(Chart.Words::words).contains("A 40 %", "A 98 %", "H 40 %", "H 98 %", "Before", "After");
        for (String side : List.of("start", "end")) {
            List<Double> heights = chart.words().stream().filter(words -> words.anchor().equals(side)).map(Chart.Words::y).sorted().toList();
            assertThat(heights).hasSize(8).allMatch(y -> y > 0 && y < chart.height());
            for (int at = 1; at < heights.size(); at++) assertThat(heights.get(at) - heights.get(at - 1)).isGreaterThanOrEqualTo(12.9);
        }
        assertThat(page(chart).select(".key li").eachText()).startsWith("A Question 0").endsWith("H Question 7");
    }

    // Safety: a share that may not be shown is not drawn as none.
    @Test
    void a_slope_has_a_gap_where_a_number_is_hidden_and_is_named_where_it_stops() {
        List<SmallNumbers.Shown> stops = List.of(Chart.number(40, "40 %"), Chart.number(80, "80 %"), SmallNumbers.alone(3)), gap = List.of(Chart.number(20, "20 %"), SmallNumbers.alone(3), Chart.number(60, "60 %"));
        Chart chart = new Chart("felt", Chart.Kind.SLOPE, "Who felt confident", "x", "Question", List.of("Before", "After", "Later"), List.of(new Chart.Series("One", stops), new Chart.Series("Other", gap)));

        assertThat(chart.lines().get(0).dots()).hasSize(2);
        assertThat(chart.lines().get(1).path().chars().filter(sign -> sign == 'M').count()).isEqualTo(2);
        assertThat(chart.words()).extracting(Chart.Words::words).contains("A 40 %", "A 80 %", "B 20 %", "B 60 %").doesNotContain("A fewer than 5");
    }

    private static Chart answers(List<Integer> before, List<Integer> after) {
        List<String> names = before.size() == 2 ? List.of("Not at all", "Very") : List.of("Not at all", "Not very", "In between", "Fairly", "Very");
        return new Chart("felt", Chart.Kind.DIVERGING, "How it felt", "x", "When", List.of("Before", "After"), IntStream.range(0, before.size()).mapToObj(one -> new Chart.Series(names.get(one), List.of(Chart.number(before.get(one)), Chart.number(after.get(one))))).toList());
    }

    private static Chart chart(Chart.Kind kind) {
        return new Chart("asked", kind, "Who asked", "It rises.", "Week", WEEKS, List.of(new Chart.Series("Asked", HIDDEN_IN_THE_MIDDLE), new Chart.Series("Waits", List.of(Chart.number(1), Chart.number(0), Chart.number(2), Chart.number(3)))));
    }

    private static Document page(Chart chart) {
        StringOutput output = new StringOutput();
        Said.in(Rendered.english(), () -> TemplateEngine.createPrecompiled(null, ContentType.Html, null, "org.alongside").render("ui/chart.jte", Map.of("chart", chart), output));
        return Jsoup.parse(output.toString());
    }
}
