package org.alongside.instruments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ScaleTests {
    static final String SURVEY = """
            key: survey
            version: "1"
            title: Survey
            about: For tests.
            kind: confidence
            options:
              five:
                - {key: a, text: Not at all, weight: 1}
                - {key: b, text: A little, weight: 2}
                - {key: c, text: Half, weight: 3}
                - {key: d, text: Mostly, weight: 4}
                - {key: e, text: Fully, weight: 5}
                - {key: not-mine, text: Not my role}
            sections:
              - key: all
                title: All
                items:
                  - {key: one, ask: "One?", kind: one-of, options: five}
                  - {key: two, ask: "Two?", kind: one-of, options: five}
                  - {key: three, ask: "Three?", kind: one-of, options: five}
                  - {key: often, ask: "How often?", kind: number}
            scales:
              - {key: s, title: S, method: %s, items: [one, two, three]%s}
            """;

    @Test
    void a_sum_a_mean_a_count_and_the_highest() {
        assertThat(value("sum", "", "one", "a", "two", "b", "three", "e")).isEqualTo("8");
        assertThat(value("mean", "", "one", "a", "two", "b", "three", "e")).isEqualTo("2.6667");
        assertThat(value("max", "", "one", "a", "two", "b", "three", "e")).isEqualTo("5");
        assertThat(value("count", "", "one", "a", "two", "b")).isEqualTo("2");
        assertThat(value("count", "")).isEqualTo("0");
    }

    @Test
    void a_question_the_other_way_round_counts_the_other_way_round() {
        assertThat(value("sum", ", reversed: [three]", "one", "a", "two", "b", "three", "e")).isEqualTo("4");
    }

    @Test
    void with_too_few_answers_there_is_no_number_and_no_reason_counts_as_one() {
        assertThat(value("sum", "", "one", "a", "two", "b")).isEqualTo("Too few answers");
        assertThat(value("sum", ", min-answered: 2", "one", "a", "two", "b")).isEqualTo("3");
        assertThat(value("sum", ", min-answered: 2", "one", "a", "two", "~DECLINED")).isEqualTo("Too few answers");
        assertThat(value("sum", ", min-answered: 2", "one", "a", "two", "not-mine")).isEqualTo("Too few answers");
    }

    @Test
    void a_sum_may_be_raised_in_proportion_and_says_so() {
        assertThat(value("sum", ", min-answered: 2, prorate: true", "one", "a", "two", "c")).isEqualTo("6 (raised in proportion)");
        assertThat(value("sum", ", min-answered: 2, prorate: true", "one", "a", "two", "c", "three", "a")).isEqualTo("5");
    }

    @Test
    void a_number_falls_into_its_band_and_into_none_between() {
        String bands = ", bands: [{from: 3, to: 6, key: low, text: Low}, {from: 8, to: 15, key: high, text: High, raises: high}]";

        assertThat(score("sum", bands, "one", "a", "two", "b", "three", "c").band()).isEqualTo("low");
        assertThat(score("sum", bands, "one", "a", "two", "a", "three", "e").band()).isNull();
        assertThat(score("sum", bands, "one", "b", "two", "b", "three", "d").band()).isEqualTo("high");
        assertWrong(", bands: [{from: 3, to: 6, key: low, text: Low}, {from: 6, to: 15, key: high, text: High}]", "this band begins inside the one before");
        assertWrong(", bands: [{from: 6, to: 3, key: low, text: Low}]", "a band ends below its beginning");
        assertWrong(", bands: [{from: 3, to: 6, key: low, text: Low, raises: standard}]", "\"standard\" is not a level a band can raise to");
    }

    @Test
    void a_scale_that_cannot_be_worked_out_is_refused() {
        assertWrong(", reversed: [often]", "only questions of the scale can be reversed");
        assertWrong(", min-answered: 4", "a scale of 3 questions cannot need 4 answers");
        assertThatThrownBy(() -> InstrumentFile.read("survey.yaml", SURVEY.formatted("sum", "").replace("[one, two, three]", "[one, four]"))).hasMessageContaining("there is no question \"four\"");
    }

    @Test
    void a_signal_may_wait_for_a_number() {
        Instrument read = InstrumentFile.read("survey.yaml", SURVEY.formatted("sum", "") + "signals: [{key: much, when: {scale: s, from: 10}, severity: look, say: Much}]\n");

        assertThat(InstrumentFileTests.sheet(read, "one", "e", "two", "e", "three", "a").signals()).extracting(Signal::key).containsExactly("much");
        assertThat(InstrumentFileTests.sheet(read, "one", "e", "two", "a", "three", "a").signals()).isEmpty();
    }

    private static Instrument read(String method, String more) {
        return InstrumentFile.read("survey.yaml", SURVEY.formatted(method, more));
    }

    private static Score score(String method, String more, String... answers) {
        return InstrumentFileTests.sheet(read(method, more), answers).scores().get(0);
    }

    private static String value(String method, String more, String... answers) {
        return score(method, more, answers).inWords();
    }

    private static void assertWrong(String more, String said) {
        assertThatThrownBy(() -> read("sum", more)).isInstanceOf(BadInstrument.class).hasMessageContaining(said);
    }
}
