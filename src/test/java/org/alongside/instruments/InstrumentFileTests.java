package org.alongside.instruments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class InstrumentFileTests {
    static final String WHOLE = """
            key: small
            version: "1"
            title: Small
            about: For tests.
            options:
              where:
                - {key: here, text: Here}
                - {key: away, text: Away}
            sections:
              - key: now
                title: Now
                items:
                  - {key: safe, ask: "Is it safe?", kind: yes-no}
                  - {key: why, ask: "Why not?", kind: text, when: {item: safe, is: ["no"]}}
                  - {key: place, ask: "Where?", kind: one-of, options: where}
                  - {key: places, ask: "Where else?", kind: several, options: where}
                  - {key: day, ask: "When?", kind: date}
                  - {key: many, ask: "How many?", kind: number}
            """;

    @Test
    void a_good_file_is_read_whole() {
        Instrument read = InstrumentFile.read("small.yaml", WHOLE);

        assertThat(read.items()).extracting(Item::key).containsExactly("safe", "why", "place", "places", "day", "many");
        assertThat(read.item("why").orElseThrow().when().words()).isEqualTo("If no");
        assertThat(read.standing()).isEqualTo("Example, not yet reviewed by a practitioner.");
    }

    @Test
    void a_reviewer_is_named_with_the_day() {
        String reviewed = WHOLE.replace("options:\n", "review: {reviewer: Dana Okoro, on: 2026-10-02}\noptions:\n");

        assertThat(InstrumentFile.read("small.yaml", reviewed).standing()).isEqualTo("Reviewed by Dana Okoro on 2 October 2026.");
        assertWrong("2026-10-02", "October", reviewed, "line 5: the day of the review must be written like 2026-11-20");
    }

    @Test
    void each_mistake_names_the_file_the_line_and_what_is_wrong() {
        assertWrong("kind: text", "kind: essay", "line 14: \"essay\" is not a kind of question");
        assertWrong("ask: \"Is it safe?\"", "question: \"Is it safe?\"", "line 13: \"question\" is not a key of a question");
        assertWrong("ask: \"Is it safe?\", ", "", "line 13: a question has no \"ask\"");
        assertWrong("key: places", "key: place", "line 16: the question \"place\" stands twice");
        assertWrong("item: safe", "item: later", "line 14: the question \"later\" does not stand above this one");
        assertWrong("is: [\"no\"]", "is: [maybe]", "line 14: \"maybe\" is not an answer to \"safe\"");
        assertWrong("kind: one-of, options: where", "kind: one-of, options: wher", "line 15: there are no options named \"wher\"");
        assertWrong("kind: one-of, options: where", "kind: one-of", "line 15: this question has no \"options\"");
        assertWrong("kind: date", "kind: date, options: where", "line 17: a question that is typed has no options");
        assertWrong("kind: yes-no", "kind: yes-no, options: where", "line 13: a yes-no question brings its own options");
        assertWrong("{key: away", "{key: here", "line 8: the option \"here\" stands twice");
        assertWrong("key: day", "key: The Day", "line 17: \"The Day\" must be small letters, digits and hyphens");
        assertWrong("title: Small\n", "", "line 1: a set of questions has no \"title\"");
        assertWrong("title: Now", "title: \" \"", "line 11: there must be words here");
        assertWrong("title: Small\n", "title: Small\ntitle: Again\n", "line 4: \"title\" stands twice");
        assertWrong("title: Small", "title: {", "not readable as YAML");
    }

    @Test
    void all_mistakes_are_told_at_once() {
        assertThatThrownBy(() -> InstrumentFile.read("small.yaml", WHOLE.replace("kind: text", "kind: essay").replace("key: day", "key: The Day")))
                .hasMessageContaining("essay").hasMessageContaining("The Day");
    }

    @Test
    void a_score_a_weight_or_a_band_is_refused() {
        assertWrong("kind: date", "kind: date, weight: 2", "line 17: \"weight\" is not a key of a question");
        assertWrong("text: Away", "text: Away, score: 1", "line 8: \"score\" is not a key of an option");
        assertWrong("about: For tests.", "about: For tests.\nbands: []", "line 5: \"bands\" is not a key of a set of questions");
    }

    @Test
    void the_hash_is_the_same_on_every_machine_and_another_for_another_word() {
        Instrument read = InstrumentFile.read("small.yaml", WHOLE);

        assertThat(read.hash()).isEqualTo("06c0f8402235756101e3c7526f6453edf26f1585c5a26fd245049b7daa49afb0");
        assertThat(InstrumentFile.read("other-name.yaml", WHOLE.replace("\n", "\r\n")).hash()).isEqualTo(read.hash());
        assertThat(InstrumentFile.read("small.yaml", WHOLE.replace("Why not?", "Why?")).hash()).isNotEqualTo(read.hash());
    }

    @Test
    void every_file_we_ship_is_readable_named_by_its_key_and_asks_about_safety_first() throws IOException {
        try (var files = Files.list(Path.of("src/main/resources/instruments"))) {
            assertThat(files).isNotEmpty().allSatisfy(file -> assertThat(InstrumentFile.read(file.getFileName().toString(), Files.readString(file)).key() + ".yaml").isEqualTo(file.getFileName().toString()));
        }
        Instrument assessment = InstrumentFile.read("safety-assessment.yaml", Files.readString(Path.of("src/main/resources/instruments/safety-assessment.yaml")));

        assertThat(assessment.items()).extracting(Item::key).startsWith("safe-to-talk");
        assertThat(assessment.sections().get(0).items()).extracting(Item::key).contains("harm-where", "injured", "weapon", "children-now", "called-999");
        assertThat(assessment.about()).contains("A conversation aid, not validated, not a MARAC threshold");
    }

    @Test
    void no_question_of_ours_is_about_one_gender() throws IOException {
        String words = Files.readString(Path.of("src/main/resources/instruments/safety-assessment.yaml"));

        assertThat(Pattern.compile("(?i)\\b(he|she|him|her|his|hers|husband|wife|boyfriend|girlfriend|victim|perpetrator)\\b").matcher(words).find()).isFalse();
    }

    private static void assertWrong(String was, String is, String said) {
        assertWrong(was, is, WHOLE, said);
    }

    private static void assertWrong(String was, String is, String file, String said) {
        assertThat(file).contains(was);
        assertThatThrownBy(() -> InstrumentFile.read("small.yaml", file.replace(was, is))).isInstanceOf(BadInstrument.class).hasMessageContaining("small.yaml, line").hasMessageContaining(said);
    }
}
