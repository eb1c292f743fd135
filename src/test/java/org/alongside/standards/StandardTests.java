package org.alongside.standards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.alongside.standards.Standard.Section;
import org.alongside.standards.Standard.Statement;
import org.junit.jupiter.api.Test;

/** A standard holds together, and goes out and comes back as it was. */
class StandardTests {
    private static final Standard OURS = Shipped.standards().stream().filter(one -> one.key().equals("supporting-men")).findFirst().orElseThrow();

    @Test
    void ours_has_four_sections_and_says_something_to_everybody() {
        assertThat(OURS.sections()).extracting(Section::key).containsExactly("leadership", "access", "delivery", "outcomes");
        assertThat(OURS.editions()).containsExactlyInAnyOrder(Edition.values());
        assertThat(OURS.of(Edition.SERVICES)).hasSize(4).allSatisfy(section -> assertThat(section.musts()).isPositive());
        assertThat(OURS.statements(Edition.STARTING)).hasSizeLessThan(OURS.statements(Edition.SERVICES).size());
        assertThat(OURS.of(Edition.SURVIVORS)).flatExtracting(Section::statements).extracting(one -> one.in(Edition.SURVIVORS)).allSatisfy(words -> assertThat(words).doesNotContain("The organisation"));
    }

    @Test
    void an_edition_is_a_selection_and_changes_no_word() {
        for (Edition edition : Edition.values()) {
            List<Statement> all = OURS.sections().stream().flatMap(section -> section.statements().stream()).toList(), some = OURS.of(edition).stream().flatMap(section -> section.statements().stream()).toList();
            assertThat(all).as(edition.key()).containsAll(some);
            assertThat(some).allMatch(one -> one.editions().contains(edition)).hasSize(OURS.statements(edition).size());
        }
    }

    @Test
    void ours_goes_out_in_the_shape_of_oscal_and_comes_back_as_it_was() {
        String file = Oscal.write(OURS);

        assertThat(Oscal.read(file)).isEqualTo(OURS);
        assertThat(Oscal.write(OURS)).as("the same each time").isEqualTo(file);
        assertThat(file).contains("\"oscal-version\"", "\"groups\"", "\"controls\"", "\"with-ids\"");
    }

    @Test
    void a_thousand_made_up_standards_lose_nothing_on_the_way() {
        Random random = new Random(7);
        for (int number = 0; number < 1000; number++) {
            Standard made = made(random, number);
            assertThat(Oscal.read(Oscal.write(made))).as(made.title()).isEqualTo(made);
        }
    }

    @Test
    void what_is_wrong_in_a_standard_is_said_all_at_once() {
        Statement twice = new Statement("A1", true, " ", null, List.of("x".repeat(1001)), List.of(), Set.of(Edition.SURVIVORS)), nobodys = new Statement("1", true, "Words", "You", List.of(), List.of(), Set.of());

        assertThatThrownBy(() -> new Standard("Big Key", "1", "T", "A", "O", "L", LocalDate.EPOCH, false, List.of(new Section("one", "One", "x", List.of(twice, twice, nobodys)), new Section("one", "", "x", List.of()))))
                .isInstanceOfSatisfying(BadStandard.class, bad -> assertThat(bad.mistakes()).anyMatch(one -> one.contains("the key")).anyMatch(one -> one.contains("A1 stands twice")).anyMatch(one -> one.contains("A1: the words")).anyMatch(one -> one.contains("what stands beside it"))
                        .anyMatch(one -> one.contains("words of its own for them")).anyMatch(one -> one.contains("1 is for nobody")).anyMatch(one -> one.contains("section one stands twice")).anyMatch(one -> one.contains("has no statements")));
    }

    @Test
    void a_file_that_is_no_standard_is_refused_with_the_reason() {
        assertThat(mistakes("no json")).containsExactly("the file is no JSON");
        assertThat(mistakes("{}")).containsExactly("the file has no catalog");
        assertThat(mistakes("x".repeat(2_000_001))).first().asString().contains("larger");
        assertThat(mistakes(Oscal.write(OURS).replace("\"value\" : \"survivors\"", "\"value\" : \"everybody\""))).anyMatch(one -> one.contains("everybody"));
        assertThat(mistakes(Oscal.write(OURS).replace("T00:00:00Z", ""))).anyMatch(one -> one.contains("last-modified"));
        assertThat(mistakes(Oscal.write(OURS).replaceFirst("\"value\" : \"must\"", "\"value\" : \"may\""))).containsExactly("statement L1 says neither must nor should");
    }

    private static List<String> mistakes(String file) {
        try {
            Oscal.read(file);
            return List.of();
        } catch (BadStandard bad) {
            return bad.mistakes();
        }
    }

    private static Standard made(Random random, int number) {
        int[] id = {0};
        List<Section> sections = IntStream.rangeClosed(1, 1 + random.nextInt(4)).mapToObj(at -> new Section("section-" + at, words(random), words(random), IntStream.rangeClosed(1, 1 + random.nextInt(6)).mapToObj(any -> {
            Set<Edition> editions = EnumSet.of(Edition.values()[random.nextInt(Edition.values().length)]);
            Stream.of(Edition.values()).filter(one -> random.nextInt(3) == 0).forEach(editions::add);
            return new Statement("S" + id[0]++, random.nextBoolean(), words(random), editions.contains(Edition.SURVIVORS) ? words(random) : null, some(random), some(random), editions);
        }).toList())).toList();
        return new Standard("made-" + number, "1." + number, words(random), words(random), words(random), words(random), LocalDate.of(2026, 1, 1).plusDays(number), random.nextBoolean(), sections);
    }

    private static List<String> some(Random random) {
        return IntStream.range(0, random.nextInt(3)).mapToObj(at -> words(random)).toList();
    }

    private static String words(Random random) {
        List<String> parts = List.of("men", "“they”", "a \"quote\"", "one\ntwo", "ŵ ŷ", "<b>", "{0}", "\\", "10 %", "—");
        return IntStream.rangeClosed(0, random.nextInt(5)).mapToObj(at -> parts.get(random.nextInt(parts.size()))).reduce((one, next) -> one + " " + next).orElseThrow();
    }
}
