package org.alongside.outcomes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.alongside.instruments.Instrument;
import org.alongside.instruments.Item;
import org.alongside.shared.Protected;
import org.alongside.ui.Option;

/** What one source said, in protected numbers. @param set the questions they answered @param cells in the order in which they are told, safety first */
public record Said(Instrument set, List<Cell> cells) {
    static final String ASKED = "Asked", ANSWERED = "Answered", LEFT_OPEN = "Left it open", LOST = "Not reached when it was time";

    public enum Part {
        /** How many were asked; kept on their own side. */
        COUNT,
        /** What all said at this stage. */
        ALL,
        /** What those who answered at this stage had said at the start. */
        THEN,
        /** What the same people say at this stage. */
        NOW
    }

    /** @param measure the question, {@code answer} one of its options */
    public record Cell(Stage stage, Part part, String measure, String answer, Protected people) {
        static Cell of(Stage stage, String what, int people) {
            return new Cell(stage, Part.COUNT, "", what, Protected.whole(people));
        }
    }

    /** @param numbers one for each column */
    public record Row(String name, List<String> numbers) {}

    public record Table(String title, List<String> columns, List<Row> rows) {}

    /** One question: what all said by stage, and what the same people said at the start and later; that one has no columns until somebody was asked twice. */
    public record Measured(Table all, Table same) {}

    public boolean isEmpty() {
        return cells.isEmpty();
    }

    /** How many were asked and answered, by stage. */
    public Table asked() {
        List<Stage> stages = stages();
        return new Table("Who was asked", stages.stream().map(Stage::words).toList(), Stream.of(ASKED, ANSWERED, LEFT_OPEN, LOST).map(what -> new Row(what, stages.stream().map(stage -> words(stage, Part.COUNT, "", what)).toList())).toList());
    }

    public List<Measured> measured() {
        List<Measured> measured = new ArrayList<>();
        cells.stream().map(Cell::measure).distinct().flatMap(key -> set.item(key).stream()).sorted((one, other) -> Integer.compare(order(one), order(other))).forEach(item -> {
            Map<String, Function<Option, String>> all = new LinkedHashMap<>(), same = new LinkedHashMap<>();
            for (Stage stage : stages()) {
                if (isThere(stage, Part.ALL, item)) all.put(stage.words(), option -> words(stage, Part.ALL, item.key(), option.value()));
                if (isThere(stage, Part.THEN, item)) same.put("At the start, of those asked " + stage.words().toLowerCase(), option -> words(stage, Part.THEN, item.key(), option.value()));
                if (isThere(stage, Part.NOW, item)) same.put(stage.words() + ", the same people", option -> words(stage, Part.NOW, item.key(), option.value()));
            }
            measured.add(new Measured(table(item.ask(), item, all), table("The same people: " + item.ask(), item, same)));
        });
        return measured;
    }

    private static Table table(String title, Item item, Map<String, Function<Option, String>> columns) {
        return new Table(title, List.copyOf(columns.keySet()), item.options().stream().map(option -> new Row(option.text(), columns.values().stream().map(number -> number.apply(option)).toList())).toList());
    }

    private int order(Item item) {
        return set.items().indexOf(item);
    }

    private List<Stage> stages() {
        return cells.stream().map(Cell::stage).distinct().sorted().toList();
    }

    private boolean isThere(Stage stage, Part part, Item item) {
        return cells.stream().anyMatch(cell -> cell.stage() == stage && cell.part() == part && cell.measure().equals(item.key()));
    }

    /** Safety: a number that is not there is not none. */
    private String words(Stage stage, Part part, String measure, String answer) {
        return cells.stream().filter(cell -> cell.stage() == stage && cell.part() == part && cell.measure().equals(measure) && cell.answer().equals(answer)).findFirst().map(Cell::people).orElse(Protected.NOT_SHOWN).words();
    }

    /** Safety: what may leave for the programme: no small number, not even none, no count of who was asked, and no question to which fewer than two answers are shown. */
    List<Cell> forTheProgramme() {
        List<Cell> large = cells.stream().filter(cell -> cell.part() != Part.COUNT && cell.people().about() >= Protected.SHOWN_FROM).toList();
        return large.stream().filter(cell -> large.stream().filter(other -> other.stage() == cell.stage() && other.part() == cell.part() && other.measure().equals(cell.measure())).count() > 1).toList();
    }
}
