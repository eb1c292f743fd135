package org.alongside.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.alongside.evaluation.Counted.Compared;
import org.alongside.shared.Amount;
import org.alongside.shared.SmallNumbers;
import org.alongside.statistics.Finding;
import org.alongside.statistics.PairedTable;
import org.junit.jupiter.api.Test;

/** Whoever knows the rule and all that is shown tries every table there is; what is hidden has to stay open. */
class LeavingTests {
    private static final List<ToIntFunction<PairedTable>> CELLS = List.of(PairedTable::both, PairedTable::lost, PairedTable::gained, PairedTable::neither);
    private static final int OPEN = 3;

    @Test
    void no_hidden_cell_of_any_table_can_be_worked_out() {
        for (int people = Leaving.PEOPLE; people <= 26; people++) {
            Map<Object, List<PairedTable>> looks = looks(people, LeavingTests::seen);

            assertThat(looks.values().stream().filter(like -> !Leaving.mayStand(like.get(0)))).isNotEmpty().allSatisfy(like -> CELLS.forEach(cell -> assertThat(range(like, cell)).as("" + like).isGreaterThanOrEqualTo(OPEN)));
        }
    }

    @Test
    void the_control_a_cell_hidden_alone_or_an_exact_interval_beside_hidden_cells_gives_it_away() {
        Function<PairedTable, Object> alone = table -> CELLS.stream().map(cell -> SmallNumbers.alone(cell.applyAsInt(table)).words()).toList().toString() + table.before() + table.after();
        Function<PairedTable, Object> exact = table -> seen(table).toString() + (Leaving.mayStand(table) ? "" : table.interval());

        for (Function<PairedTable, Object> seen : List.of(alone, exact)) {
            assertThat(looks(20, seen).values().stream().filter(like -> !Leaving.mayStand(like.get(0)) && CELLS.stream().anyMatch(cell -> range(like, cell) < OPEN))).isNotEmpty();
        }
    }

    private static Object seen(PairedTable table) {
        Paired of = Paired.leaving(Compared.BEFORE_AFTER, new Laid(table, Optional.empty(), 0)).orElseThrow();
        return List.of(of.before(), of.after(), of.finding(), of.table(), of.interval());
    }

    private static Map<Object, List<PairedTable>> looks(int people, Function<PairedTable, Object> seen) {
        Map<Object, List<PairedTable>> looks = new HashMap<>();
        for (int both = 0; both <= people; both++) {
            for (int lost = 0; both + lost <= people; lost++) {
                for (int gained = 0; both + lost + gained <= people; gained++) {
                    PairedTable table = new PairedTable(both, lost, gained, people - both - lost - gained);
                    looks.computeIfAbsent(seen.apply(table), any -> new ArrayList<>()).add(table);
                }
            }
        }
        return looks;
    }

    private static int range(List<PairedTable> like, ToIntFunction<PairedTable> cell) {
        return like.stream().mapToInt(cell).max().orElseThrow() - like.stream().mapToInt(cell).min().orElseThrow();
    }

    @Test
    void what_is_said_of_hidden_cells_is_said_of_every_table_that_looks_the_same() {
        looks(22, LeavingTests::seen).values().stream().filter(like -> !Leaving.mayStand(like.get(0))).forEach(like -> {
            Paired of = Paired.leaving(Compared.BEFORE_AFTER, new Laid(like.get(0), Optional.empty(), 0)).orElseThrow();
            like.forEach(table -> {
                assertThat(of.interval().orElseThrow().low()).isLessThanOrEqualTo(table.interval().orElseThrow().low() + 1e-9);
                assertThat(of.interval().orElseThrow().high()).isGreaterThanOrEqualTo(table.interval().orElseThrow().high() - 1e-9);
                if (of.finding() == Finding.ROSE || of.finding() == Finding.FELL) assertThat(table.finding()).isEqualTo(of.finding());
            });
        });
    }

    @Test
    void no_hidden_part_of_a_whole_can_be_worked_out_from_the_whole() {
        for (int parts = 2; parts <= 5; parts++) {
            for (int whole = 5; whole <= 24; whole++) {
                assertThat(given(parts, whole, Leaving::parts)).as(parts + " parts of " + whole).isEmpty();
            }
        }
        assertThat(given(5, 12, LeavingTests::withTheNextSmallest)).as("the control").isNotEmpty();
        assertThat(given(3, 12, parts -> IntStream.of(parts).mapToObj(SmallNumbers::words).toList())).as("the control").isNotEmpty();
    }

    /** What is often done: small parts are hidden, and the next smallest with one that would be alone. */
    private static List<String> withTheNextSmallest(int[] parts) {
        List<Integer> order = IntStream.range(0, parts.length).filter(part -> parts[part] > 0).boxed().sorted(Comparator.comparing(part -> parts[part])).toList();
        long small = order.stream().filter(part -> SmallNumbers.isSmall(parts[part])).count();
        List<Integer> hidden = order.stream().limit(small == 1 ? 2 : small).toList();
        return IntStream.range(0, parts.length).mapToObj(part -> hidden.contains(part) ? "fewer than most" : String.valueOf(parts[part])).toList();
    }

    /** The parts that can be worked out by whoever knows the whole. A rule of another is told by the number that it leaves away. */
    private static List<String> given(int parts, int whole, Function<int[], List<?>> rule) {
        Map<Object, List<int[]>> looks = new HashMap<>();
        all(new int[parts], 0, whole, one -> looks.computeIfAbsent(rule.apply(one), any -> new ArrayList<>()).add(one));
        return looks.entrySet().stream().flatMap(look -> given((List<?>) look.getKey(), look.getValue(), OPEN).stream()).toList();
    }

    private static List<String> given(List<?> seen, List<int[]> like, int open) {
        return IntStream.range(0, seen.size()).filter(at -> {
            Object shown = seen.get(at);
            boolean hidden = shown instanceof Amount amount ? !amount.isExact() : shown.toString().contains("fewer") || shown.toString().contains("null");
            return hidden && like.stream().mapToInt(one -> one[at]).max().orElseThrow() - like.stream().mapToInt(one -> one[at]).min().orElseThrow() < open;
        }).mapToObj(at -> seen + " part " + at).toList();
    }

    @Test
    void no_small_part_can_be_worked_out_from_a_whole_to_the_nearest_five() {
        Function<int[], Optional<List<Amount>>> rough = Amount::aboutParts, picks = Leaving::roughPicks;
        for (Function<int[], Optional<List<Amount>>> rule : List.of(rough, picks)) {
            for (int parts = 2; parts <= 4; parts++) {
                Map<Object, List<int[]>> looks = new HashMap<>();
                for (int whole = 5; whole <= 27; whole++) {
                    Amount about = Amount.about(whole);
                    all(new int[parts], 0, whole, one -> rule.apply(one).ifPresent(seen -> looks.computeIfAbsent(List.of(seen, about), any -> new ArrayList<>()).add(one)));
                }
                assertThat(looks).isNotEmpty();
                looks.forEach((look, like) -> {
                    List<?> seen = (List<?>) ((List<?>) look).get(0);
                    assertThat(given(seen, like, rule.equals(rough) ? OPEN : OPEN - 1).stream().filter(given -> ((Amount) seen.get(Integer.parseInt(given.replaceAll(".* ", "")))).from() == 0)).as("" + look).isEmpty();
                });
            }
        }
    }

    private static void all(int[] parts, int at, int rest, Consumer<int[]> each) {
        if (at == parts.length - 1) {
            parts[at] = rest;
            each.accept(parts.clone());
            return;
        }
        for (int people = 0; people <= rest; people++) {
            parts[at] = people;
            all(parts, at + 1, rest - people, each);
        }
    }

    @Test
    void the_answers_of_a_time_do_not_give_away_more_beside_how_many_count() {
        for (int whole = 10; whole <= 18; whole++) {
            Map<Object, List<int[]>> looks = new HashMap<>();
            all(new int[5], 0, whole, one -> looks.computeIfAbsent(List.of(Leaving.parts(one, 3), Leaving.of(one[3] + one[4], IntStream.of(one).sum())), any -> new ArrayList<>()).add(one));

            looks.forEach((seen, like) -> {
                for (int part = 0; part < 5; part++) {
                    int at = part;
                    int range = like.stream().mapToInt(one -> one[at]).max().orElseThrow() - like.stream().mapToInt(one -> one[at]).min().orElseThrow();
                    boolean hidden = Leaving.parts(like.get(0), 3).map(parts -> !parts.get(at).isExact()).orElse(true);
                    if (hidden) assertThat(range).as(seen + " part " + at).isGreaterThanOrEqualTo(OPEN);
                }
            });
        }
    }

    @Test
    void nobody_looks_like_few_and_all_like_nearly_all() {
        assertThat(IntStream.rangeClosed(0, 4).mapToObj(people -> Leaving.of(people, 30)).distinct()).singleElement().extracting(Amount::words).isEqualTo("fewer than 5");
        assertThat(IntStream.rangeClosed(26, 30).mapToObj(people -> Leaving.of(people, 30)).distinct()).singleElement().extracting(Amount::words).isEqualTo("all but fewer than 5");
        assertThat(Leaving.of(5, 30).isExact()).isTrue();
        assertThat(Leaving.of(25, 30).isExact()).isTrue();
    }

    @Test
    void what_is_to_the_nearest_five_can_be_any_of_five() {
        Map<Amount, List<Integer>> looks = new HashMap<>();
        for (int people = 0; people < 200; people++) looks.computeIfAbsent(Amount.about(people), any -> new ArrayList<>()).add(people);

        looks.forEach((amount, like) -> {
            assertThat(like).allMatch(people -> amount.from() <= people && people <= amount.to());
            if (amount.to() < 198) assertThat(like.size()).as(amount.words()).isGreaterThan(OPEN - 1);
        });
    }
}
