package org.alongside.standards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.alongside.standards.Crosswalk.Line;
import org.alongside.standards.Standard.Section;
import org.alongside.standards.Standard.Statement;
import org.junit.jupiter.api.Test;

/** What stands beside what goes out and comes back as it was, and carries evidence in one direction only. */
class CrosswalkTests {
    @Test
    void every_shipped_line_speaks_of_statements_that_there_are() {
        assertThat(Shipped.crosswalks()).hasSize(2).allSatisfy(walk -> assertThat(walk.lines()).allSatisfy(line -> {
            assertThat(standard(walk.from()).has(line.from())).as(line.from()).isTrue();
            assertThat(standard(walk.to()).has(line.to())).as(line.to()).isTrue();
        }));
    }

    @Test
    void the_core_and_the_parallel_standard_have_the_same_four_sections() {
        for (Standard one : Shipped.standards()) {
            assertThat(one.sections()).as(one.key()).extracting(Section::key).containsExactly("leadership", "access", "delivery", "outcomes");
            assertThat(one.isExample()).as(one.key()).isTrue();
        }
        assertThat(standard("core-support").statements().count()).isBetween(20L, 24L);
        assertThat(standard("core-support").editions()).containsExactlyInAnyOrder(Edition.SERVICES, Edition.STARTING, Edition.COMMISSIONERS);
        assertThat(standard("sexual-violence-men").statements().count()).isEqualTo(15);
    }

    @Test
    void evidence_is_carried_only_from_a_statement_that_asks_for_everything_ours_asks_for() {
        assertThat(Stream.of(Relation.values()).filter(Relation::carries)).containsExactly(Relation.EQUAL, Relation.EQUIVALENT, Relation.SUBSET);
        assertThat(Stream.of(Relation.values()).filter(one -> one.turned().carries())).as("the other way round").containsExactly(Relation.EQUAL, Relation.EQUIVALENT, Relation.SUPERSET);
        assertThat(Relation.values()).allSatisfy(one -> assertThat(one.turned().turned()).isEqualTo(one));
    }

    @Test
    void a_thousand_made_up_crosswalks_lose_nothing_on_the_way() {
        Random random = new Random(11);
        for (int number = 0; number < 1000; number++) {
            Oscal.File made = made(random, number);
            assertThat(Oscal.file(Oscal.write(made))).as("made " + number).isEqualTo(made);
        }
    }

    @Test
    void a_map_of_several_statements_is_read_as_each_beside_each() {
        Statement one = new Statement("A1", true, "One", null, List.of(), List.of(), Set.of(Edition.SERVICES)), two = new Statement("A2", true, "Two", null, List.of(), List.of(), Set.of(Edition.SERVICES));
        Oscal.File made = new Oscal.File(with("T", one, two), List.of(new Crosswalk("some-key", "other", List.of(new Line("A1", "B1", Relation.SUBSET, "Because")))));
        String file = Oscal.write(made).replaceFirst("\"id-ref\" : \"A1\"", "\"id-ref\" : \"A1\" }, { \"type\" : \"control\", \"id-ref\" : \"A2\"");

        assertThat(Oscal.file(file).crosswalks().get(0).lines()).containsExactly(new Line("A1", "B1", Relation.SUBSET, "Because"), new Line("A2", "B1", Relation.SUBSET, "Because"));
    }

    @Test
    void what_is_wrong_beside_a_standard_is_said_all_at_once() {
        String good = Oscal.write(new Oscal.File(standard("supporting-men"), Shipped.crosswalks()));

        assertThat(mistakes(good)).as("control").isEmpty();
        assertThat(mistakes(good.replaceFirst("equivalent-to", "much-like"))).containsExactly("there is no relationship called “much-like”");
        assertThat(mistakes(good.replace("\"id-ref\" : \"L1\"", "\"id-ref\" : \"L99\""))).anyMatch(one -> one.contains("L99"));
        assertThat(mistakes(good.replace(Oscal.NAMES + "core-support\"", Oscal.NAMES + "supporting-men\""))).anyMatch(one -> one.contains("beside itself"));
        assertThatThrownBy(() -> new Crosswalk("a", "b", List.of(new Line("A1", "B1", Relation.EQUAL, " "), new Line("A1", "B1", Relation.SUBSET, "x")))).isInstanceOfSatisfying(BadStandard.class, bad -> assertThat(bad.mistakes()).hasSize(2));
    }

    @Test
    void what_is_different_in_a_version_is_told_statement_by_statement() {
        Statement one = new Statement("A1", true, "One", null, List.of("good"), List.of(), Set.of(Edition.SERVICES)), other = new Statement("A1", false, "Other", null, List.of(), List.of(), Set.of(Edition.SERVICES)), second = new Statement("A2", true, "Two", null, List.of(), List.of(), Set.of(Edition.SERVICES));
        Changes changes = Changes.between(with("T", one), with("Other title", other, second));

        assertThat(changes.fresh()).containsExactly(second);
        assertThat(changes.gone()).isEmpty();
        assertThat(changes.facts()).containsExactly("the title");
        assertThat(changes.changed()).singleElement().satisfies(changed -> assertThat(changed.what()).containsExactly("the words", "it should be met now, and need not", "what good looks like"));
        assertThat(Changes.between(with("T", one, second), with("T", one)).gone()).containsExactly(second);
        assertThat(Changes.between(with("T", one), with("T", one)).isNone()).isTrue();
    }

    private static Standard with(String title, Statement... statements) {
        return new Standard("some-key", "1", title, "x", "x", "x", LocalDate.EPOCH, false, List.of(new Section("one", "One", "x", List.of(statements))));
    }

    private static Standard standard(String key) {
        return Shipped.standards().stream().filter(one -> one.key().equals(key)).findFirst().orElseThrow();
    }

    private static List<String> mistakes(String file) {
        try {
            Oscal.file(file);
            return List.of();
        } catch (BadStandard bad) {
            return bad.mistakes();
        }
    }

    private static Oscal.File made(Random random, int number) {
        List<Statement> statements = IntStream.range(0, 2 + random.nextInt(5)).mapToObj(id -> new Statement("S" + id, random.nextBoolean(), "Words", null, List.of(), List.of(), Set.of(Edition.SERVICES))).toList();
        Standard standard = new Standard("made-" + number, "1." + number, "T", "x", "x", "x", LocalDate.of(2026, 1, 1), false, List.of(new Section("one", "One", "x", statements)));
        List<Crosswalk> walks = new ArrayList<>();
        for (int other = 0; other < 1 + random.nextInt(2); other++) {
            List<Line> lines = new ArrayList<>();
            for (Statement one : statements) for (int to = 0; to < random.nextInt(3); to++) lines.add(new Line(one.id(), "T" + to, Relation.values()[random.nextInt(Relation.values().length)], List.of("Because", "“so” \"it\" is", "ŵ <b> {0} \\ 10 %", "one\ntwo").get(random.nextInt(4))));
            if (lines.isEmpty()) lines.add(new Line("S0", "T0", Relation.EQUAL, "x"));
            walks.add(new Crosswalk("made-" + number, "other-" + other, lines));
        }
        return new Oscal.File(standard, walks);
    }
}
