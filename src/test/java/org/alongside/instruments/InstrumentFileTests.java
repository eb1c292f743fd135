package org.alongside.instruments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.alongside.shared.Problems;
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

    static final String LICENSED = WHOLE.replace("title: Small", "title: Small\nkind: risk").replace("options:\n", """
            licence:
              kind: permission-needed
              holder: Somebody Else
              notice: Shown by permission.
              evidence: In the office
            options:
            """).replace("sections:\n", """
            scales:
              - key: ticks
                title: Ticks
                method: count
                items: [safe]
                bands:
                  - {from: 1, to: 1, key: many, text: "One", raises: high}
            sections:
            """);

    @Test
    void a_good_file_is_read_whole() {
        Instrument read = InstrumentFile.read("small.yaml", WHOLE);

        assertThat(read.items()).extracting(Item::key).containsExactly("safe", "why", "place", "places", "day", "many");
        assertThat(read.item("why").orElseThrow().when().words()).isEqualTo("If no");
        assertThat(read.kind()).as("what does not say so is about danger").isEqualTo(InstrumentKind.RISK);
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
    void a_file_that_stands_for_itself_is_refused_and_not_read_without_end() {
        assertWrong("{item: safe, is: [\"no\"]}", "&all {all: [*all]}", "not readable as YAML");
        assertThatThrownBy(() -> InstrumentFile.read("deep.yaml", "a: " + "[".repeat(10_000))).isInstanceOf(BadInstrument.class);
    }

    @Test
    void all_mistakes_are_told_at_once() {
        assertThatThrownBy(() -> InstrumentFile.read("small.yaml", WHOLE.replace("kind: text", "kind: essay").replace("key: day", "key: The Day")))
                .hasMessageContaining("essay").hasMessageContaining("The Day");
    }

    @Test
    void our_own_words_about_a_person_are_never_added_up() {
        assertWrong("text: Away", "text: Away, weight: 1", "line 8: \"weight\" is not for a set in own words about a person");
        assertWrong("about: For tests.", "about: For tests.\nscales: [{key: all, title: All, method: count, items: [safe]}]", "\"scales\" is not for a set in own words about a person");
        for (String kind : new String[] {"risk", "who-does-what", "outcome", "feedback"}) {
            assertWrong("text: Away", "text: Away, weight: 1", WHOLE.replace("title: Small", "title: Small\nkind: " + kind), "is not for a set in own words");
        }
        assertThat(InstrumentFile.read("small.yaml", LICENSED).scales()).as("the control: a licensed checklist brings its own").hasSize(1);
        assertThat(InstrumentFile.read("small.yaml", LICENSED.replace("kind: risk", "kind: confidence").replaceAll("(?s)licence:.*?options", "options")).scales()).as("and so does a survey of professionals").hasSize(1);
    }

    @Test
    void a_licence_names_its_owner_its_notice_and_where_the_permission_is() {
        assertWrong("  holder: Somebody Else\n", "", LICENSED, "a licence has no \"holder\"");
        assertWrong("  notice: Shown by permission.\n", "", LICENSED, "a licence has no \"notice\"");
        assertWrong("  evidence: In the office\n", "", LICENSED, "a licence has no \"evidence\"");
        Licence licence = InstrumentFile.read("small.yaml", LICENSED).licence();

        assertThat(licence.isLocked()).isTrue();
        assertThat(licence.mayExportText()).isFalse();
        assertThat(InstrumentFile.read("small.yaml", WHOLE).licence().mayExportText()).isTrue();
    }

    @Test
    void where_only_numbers_may_be_here_words_are_refused() {
        String numbers = LICENSED.replace("evidence: In the office", "evidence: In the office\n  words: numbers-only");

        assertWrong("", "", numbers, "line 27: only the numbers of these questions may be here, not their words");
        assertThat(InstrumentFile.read("small.yaml", numbers.replaceAll("ask: \"(.)[^\"]*\"", "number: \"$1\"")).item("safe").orElseThrow().ask()).isEqualTo("Question I, in your licensed copy");
    }

    @Test
    void a_rule_says_and_or_not_and_at_least() {
        String rules = WHOLE.replace("when: {item: safe, is: [\"no\"]}", "when: {all: [{item: safe, is: [\"no\"]}, {not: {item: safe, is: [\"yes\"]}}]}")
                .replace("ask: \"Where else?\", kind: several, options: where", "ask: \"Where else?\", kind: several, options: where, when: {at-least: 2, of: [{item: safe, is: [\"no\"]}, {any: [{item: place, is: [here]}, {item: place, is: [away]}]}, {item: place, is: [away]}]}");
        Instrument read = InstrumentFile.read("small.yaml", rules);

        assertThat(due(read, "why", "safe", "no")).isTrue();
        assertThat(due(read, "why", "safe", "yes")).isFalse();
        assertThat(due(read, "why")).isFalse();
        assertThat(due(read, "places", "safe", "no")).isFalse();
        assertThat(due(read, "places", "safe", "no", "place", "here")).isTrue();
        assertThat(due(read, "places", "place", "away")).isTrue();
        assertWrong("at-least: 2", "at-least: 4", rules, "there are 3 conditions here, not 4");
        assertWrong("kind: date", "kind: date, when: {scale: all, from: 1}", WHOLE, "\"scale\" is not a key of a condition");
    }

    private static boolean due(Instrument read, String item, String... answers) {
        return sheet(read, answers).isDue(read.item(item).orElseThrow());
    }

    static AnswerSheet sheet(Instrument read, String... answers) {
        Map<String, String[]> sent = new HashMap<>();
        for (int i = 0; i < answers.length; i += 2) sent.put(answers[i].contains(".") ? answers[i] : "a." + answers[i], answers[i + 1].split(","));
        return AnswerSheet.read(read, sent::get);
    }

    @Test
    void an_answer_that_stands_alone_is_not_ticked_with_others() {
        Instrument read = InstrumentFile.read("small.yaml", WHOLE.replace("{key: away, text: Away}", "{key: away, text: Away}\n    - {key: none, text: None, alone: true}"));
        Problems problems = new Problems();
        sheet(read, "places", "here,none").check(problems);
        Problems fine = new Problems();
        sheet(read, "places", "here,away").check(fine);

        assertThat(problems.of("a.places").words()).contains("“None” was ticked together with something else");
        assertThat(fine.isEmpty()).isTrue();
    }

    @Test
    void answers_are_compared_only_where_somebody_vouched_for_it() {
        Instrument first = InstrumentFile.read("small.yaml", WHOLE), second = InstrumentFile.read("small.yaml", WHOLE.replace("version: \"1\"", "version: \"2\"").replace("key: place,", "key: spot, concept: place,"));
        Instrument vouched = InstrumentFile.read("small.yaml", second.definition() + "compares: [{with: \"1\", as: same-items, why: The same words}]\n");

        assertThat(sheet(second, "spot", "away").changedSince(sheet(first, "place", "here"))).isEmpty();
        assertThat(sheet(vouched, "spot", "away").changedSince(sheet(first, "place", "here"))).extracting(Item::key).containsExactly("spot");
        assertThat(vouched.compared(first)).isEqualTo(Comparison.As.SAME_ITEMS);
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
        try (var files = Files.list(Path.of("src/main/resources/instruments"))) {
            assertThat(files.toList()).hasSizeGreaterThan(5).allSatisfy(file ->
                    assertThat(Pattern.compile("(?i)\\b(he|she|him|her|his|hers|husband|wife|boyfriend|girlfriend|victim|perpetrator)\\b").matcher(Files.readString(file)).results().map(hit -> hit.group())).as(file.toString()).isEmpty());
        }
    }

    @Test
    void every_set_of_ours_says_that_it_is_not_validated_and_adds_up_to_nothing() throws IOException {
        try (var files = Files.list(Path.of("src/main/resources/instruments"))) {
            assertThat(files.map(InstrumentFileTests::shipped)).allSatisfy(one -> {
                assertThat(one.about()).startsWith(Set.of(Instrument.By.LEARNER, Instrument.By.PUBLIC).contains(one.by()) ? "Not a test, and not validated" : "A conversation aid, not validated");
                assertThat(one.scales()).isEmpty();
                assertThat(one.standing()).isEqualTo("Example, not yet reviewed by a practitioner.");
            });
        }
    }

    @Test
    void the_clients_view_and_the_workers_ask_about_the_same_things() {
        Instrument worker = shipped(Path.of("src/main/resources/instruments/needs-and-outcomes.yaml")), client = shipped(Path.of("src/main/resources/instruments/how-things-are.yaml"));

        assertThat(client.items()).extracting(Item::concept).containsAll(worker.items().stream().map(Item::concept).toList());
    }

    private static Instrument shipped(Path file) {
        try {
            return InstrumentFile.read(file.getFileName().toString(), Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void assertWrong(String was, String is, String said) {
        assertWrong(was, is, WHOLE, said);
    }

    private static void assertWrong(String was, String is, String file, String said) {
        assertThat(file).contains(was);
        assertThatThrownBy(() -> InstrumentFile.read("small.yaml", file.replace(was, is))).isInstanceOf(BadInstrument.class).hasMessageContaining("small.yaml, line").hasMessageContaining(said);
    }
}
