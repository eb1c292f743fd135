package org.alongside.outcomes;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.alongside.access.Actor;
import org.alongside.access.Role;
import org.alongside.audit.AuditTrail;
import org.alongside.instruments.AnswerSheet;
import org.alongside.instruments.Comparison;
import org.alongside.instruments.Instrument;
import org.alongside.instruments.Instrument.By;
import org.alongside.instruments.Instruments;
import org.alongside.instruments.Item;
import org.alongside.instruments.Response.Status;
import org.alongside.instruments.ResponseId;
import org.alongside.outcomes.Said.Cell;
import org.alongside.outcomes.Said.Part;
import org.alongside.shared.NotFound;
import org.alongside.shared.Protected;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Side;
import org.alongside.shared.Times;
import org.alongside.ui.Option;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What participants said and, apart from them, what partners said, in protected numbers; and the press that hands those of the partners to the programme. */
@Service
@Transactional
public class Numbers {
    public static final String PARTICIPANTS = "what-i-do-now", PARTNERS = "how-it-is-with-them";
    /** Who may see what partners said in numbers, on their side, and what participants said, on theirs. */
    public static final Role[] BESIDE_PARTNERS = {Role.MANAGER, Role.SAFEGUARDING_LEAD, Role.PARTNER_SUPPORT}, OF_THE_PROGRAMME = {Role.MANAGER, Role.SAFEGUARDING_LEAD, Role.FACILITATOR};
    /** How long after its day somebody who was not asked is lost to follow-up. */
    public static final Period LATE = Period.ofWeeks(4);
    /** How long after the last time numbers may be handed over again. */
    public static final Period HANDED_AGAIN = Period.ofWeeks(12);
    /** What is counted, safety first. */
    private static final List<String> MEASURES = List.of("hurt", "fear", "soon", "children-safe", "phone", "money", "time", "friends", "room", "say-no", "respect", "owns", "children", "parents");
    private final Instruments instruments;
    private final AuditTrail audit;
    private final JdbcClient sql;
    private final Clock clock;

    Numbers(Instruments instruments, AuditTrail audit, JdbcClient sql, Clock clock) {
        this.instruments = instruments;
        this.audit = audit;
        this.sql = sql;
        this.clock = clock;
    }

    /** What partners said, for those beside them. */
    @Transactional(readOnly = true)
    public Said partners(Actor.Worker me) {
        if (me.side() != Side.SUPPORT) throw new NotFound();
        me.mustBe(BESIDE_PARTNERS);
        return said(PARTNERS, By.PARTNER);
    }

    /** What participants said of themselves, for those of the programme. */
    @Transactional(readOnly = true)
    public Said participants(Actor.Worker me) {
        if (me.side() != Side.CHANGE) throw new NotFound();
        me.mustBe(OF_THE_PROGRAMME);
        return said(PARTICIPANTS, By.PARTICIPANT);
    }

    private record Taken(UUID caseId, UUID responseId, Stage stage, Status status, LocalDate takenOn) {}

    private Said said(String key, By view) {
        Instrument set = instruments.current(key);
        // Safety: one view in each query, so that no number ever mixes what the two said.
        List<Taken> taken = sql.sql("""
                select case_id, response_id, stage, status, taken_on from outcomes.snapshot
                 where organisation_id = access.organisation() and side = access.side() and view = :view and key = :key and status <> 'AMENDED' order by taken_on, begun_at
                """).param("view", view.name()).param("key", key).query(Taken.class).list();
        Map<ResponseId, AnswerSheet> picked = instruments.picked(taken.stream().filter(one -> one.status == Status.DONE).map(one -> new ResponseId(one.responseId)).toList());
        return new Said(set, count(set, taken, picked, Times.day(clock.instant())));
    }

    /** The newest finished answers of each person at one stage. */
    private record Standing(Map<Stage, Map<UUID, AnswerSheet>> sheets, Instrument set) {
        Optional<String> answer(Stage stage, UUID who, Item measure) {
            AnswerSheet sheet = sheets.getOrDefault(stage, Map.of()).get(who);
            if (sheet == null || set.compared(sheet.instrument()) == Comparison.As.NOT_COMPARABLE) return Optional.empty();
            return sheet.instrument().items().stream().filter(mine -> mine.concept().equals(measure.concept())).findFirst().flatMap(mine -> sheet.of(mine).chosen().stream().findFirst());
        }

        boolean isOpen(Stage stage, UUID who, List<Item> measures) {
            return measures.stream().allMatch(measure -> answer(stage, who, measure).isEmpty());
        }
    }

    private static List<Cell> count(Instrument set, List<Taken> taken, Map<ResponseId, AnswerSheet> picked, LocalDate today) {
        List<Item> measures = MEASURES.stream().map(set::item).flatMap(Optional::stream).toList();
        Map<Stage, Map<UUID, AnswerSheet>> sheets = new EnumMap<>(Stage.class);
        taken.stream().filter(one -> picked.containsKey(new ResponseId(one.responseId))).forEach(one -> sheets.computeIfAbsent(one.stage, any -> new HashMap<>()).put(one.caseId, picked.get(new ResponseId(one.responseId))));
        Standing standing = new Standing(sheets, set);
        Map<Stage, Integer> lost = lost(taken, today);
        List<Cell> cells = new ArrayList<>();
        for (Stage stage : Stage.values()) {
            long asked = taken.stream().filter(one -> one.stage == stage).map(Taken::caseId).distinct().count();
            if (asked == 0 && !lost.containsKey(stage)) continue;
            Map<UUID, AnswerSheet> here = sheets.getOrDefault(stage, Map.of());
            int open = (int) here.keySet().stream().filter(who -> standing.isOpen(stage, who, measures)).count();
            cells.add(Cell.of(stage, Said.ASKED, (int) asked));
            cells.add(Cell.of(stage, Said.ANSWERED, here.size() - open));
            cells.add(Cell.of(stage, Said.LEFT_OPEN, open));
            cells.add(Cell.of(stage, Said.LOST, lost.getOrDefault(stage, 0)));
            for (Item measure : measures) {
                cells.addAll(parts(stage, Part.ALL, measure, here.keySet().stream().map(who -> standing.answer(stage, who, measure).orElse(null)).toList()));
                if (stage == Stage.START) continue;
                List<UUID> both = here.keySet().stream().filter(who -> standing.answer(stage, who, measure).isPresent() && standing.answer(Stage.START, who, measure).isPresent()).toList();
                cells.addAll(parts(stage, Part.THEN, measure, both.stream().map(who -> standing.answer(Stage.START, who, measure).orElse(null)).toList()));
                cells.addAll(parts(stage, Part.NOW, measure, both.stream().map(who -> standing.answer(stage, who, measure).orElse(null)).toList()));
            }
        }
        return cells;
    }

    private static List<Cell> parts(Stage stage, Part part, Item measure, List<@Nullable String> answers) {
        if (answers.stream().allMatch(Objects::isNull)) return List.of();
        List<Option> options = measure.options();
        List<Protected> people = Protected.parts(options.stream().map(option -> (int) answers.stream().filter(option.value()::equals).count()).toList());
        return Stream.iterate(0, number -> number < options.size(), number -> number + 1).map(number -> new Cell(stage, part, measure.key(), options.get(number).value(), people.get(number))).toList();
    }

    /** By the stage at which they were not asked: people who answered, and whose day for the next time has long passed. */
    private static Map<Stage, Integer> lost(List<Taken> taken, LocalDate today) {
        Map<UUID, Taken> newest = new HashMap<>();
        taken.forEach(one -> newest.merge(one.caseId, one, (older, newer) -> newer.stage.compareTo(older.stage) >= 0 ? newer : older));
        Map<Stage, Integer> lost = new EnumMap<>(Stage.class);
        newest.values().stream().filter(one -> one.status == Status.DONE && one.stage.next() != null && one.takenOn.plus(one.stage.next()).plus(LATE).isBefore(today)).forEach(one -> lost.merge(Stage.values()[one.stage.ordinal() + 1], 1, Integer::sum));
        return lost;
    }

    /** Keeps today's numbers of what partners said where the programme may read them. RuleBroken too soon after the last time, or while too few have answered. */
    public void hand(Actor.Worker me) {
        Said said = partners(me);
        me.mustBe(Role.MANAGER, Role.SAFEGUARDING_LEAD);
        LocalDate today = Times.day(clock.instant());
        sql.sql("select pg_advisory_xact_lock(hashtextextended(:organisation, 6))").param("organisation", me.organisation().id().toString()).query((row, number) -> 0).list();
        // Safety: handed over week by week, the difference would be what one partner said.
        handedOn().map(last -> last.plus(HANDED_AGAIN)).filter(again -> again.isAfter(today)).ifPresent(again -> {
            throw new RuleBroken("outcomes.handed-soon", "Numbers were handed over not long ago. The next time is from " + Times.say(again) + " on, so that nobody can be worked out.");
        });
        List<Cell> kept = said.forTheProgramme();
        if (kept.isEmpty()) throw new RuleBroken("outcomes.too-few", "Too few partners have answered. Nothing was handed over.");
        sql.sql("insert into outcomes.handed (handed_on, stage, part, measure, answer, people) select :today, c.* from unnest(:stages::text[], :parts::text[], :measures::text[], :answers::text[], :people::int[]) c").param("today", today)
                .param("stages", column(kept, cell -> cell.stage().name())).param("parts", column(kept, cell -> cell.part().name())).param("measures", column(kept, Cell::measure)).param("answers", column(kept, Cell::answer))
                .param("people", kept.stream().map(cell -> cell.people().about()).toArray(Integer[]::new)).update();
        audit.changed("organisation", me.organisation().id(), "numbers of partners handed over");
    }

    private static String[] column(List<Cell> cells, Function<Cell, String> column) {
        return cells.stream().map(column).toArray(String[]::new);
    }

    /** When numbers were last handed over. */
    @Transactional(readOnly = true)
    public Optional<LocalDate> handedOn() {
        return Optional.ofNullable(sql.sql("select max(handed_on) from outcomes.handed where organisation_id = access.organisation()").query((row, number) -> row.getObject(1, LocalDate.class)).list().get(0));
    }

    public record Handed(LocalDate on, Said said) {}

    private record Row(LocalDate handedOn, Stage stage, Part part, String measure, String answer, int people) {}

    /** What was handed over last; both sides may read it. */
    @Transactional(readOnly = true)
    public Optional<Handed> handed(Actor.Worker me) {
        if (me.side() == Side.CHANGE) me.mustBe(OF_THE_PROGRAMME);
        else me.mustBe(BESIDE_PARTNERS);
        List<Row> rows = sql.sql("""
                select handed_on, stage, part, measure, answer, people from outcomes.handed
                 where organisation_id = access.organisation() and handed_on = (select max(handed_on) from outcomes.handed where organisation_id = access.organisation())
                """).query(Row.class).list();
        return rows.stream().findFirst().map(first -> new Handed(first.handedOn, new Said(instruments.current(PARTNERS), rows.stream().map(row -> new Cell(row.stage, row.part, row.measure, row.answer, new Protected(row.people))).toList())));
    }
}
