package org.alongside.evaluation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.alongside.evaluation.Counted.Compared;
import org.alongside.evaluation.Counted.InSector;
import org.alongside.evaluation.Counted.Question;
import org.alongside.instruments.Item;
import org.alongside.shared.Sector;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts the answers to one evaluation in one statement: each person once, with their sheets side by side; then, for each question, how many people
 * gave which answers at all its times. What a report needs is sums of that. bin/bench evaluation tells how long it takes.
 */
@Component
class Counting {
    private static final String COUNT = """
            with person as materialized (
              select coalesce(max(sector) filter (where wave = 'BEFORE'), max(sector)) as sector,
                     max(answers) filter (where wave = 'BEFORE') as before, max(answers) filter (where wave = 'AFTER') as after,
                     max(answers) filter (where wave = 'FOLLOW_UP') as follow_up, max(answers) filter (where wave = 'LOOKING_BACK') as looking_back
                from evaluation.sheet where evaluation_id = :evaluation group by coalesce(pair, id)),
            answer as (
              select question, sector, before[question] as before, after[question] as after, follow_up[question] as follow_up, looking_back[question] as looking_back
                from person, generate_series(1, :questions) question)
            select 0 as question, 0 as of_all, sector, (before is not null)::int as before, (after is not null)::int as after, (follow_up is not null)::int as follow_up, (looking_back is not null)::int as looking_back, count(*) as people
              from person group by 3, 4, 5, 6, 7
            union all
            select question, grouping(sector), sector, before, after, follow_up, looking_back, count(*)
              from answer group by grouping sets ((question, before, after, follow_up, looking_back), (question, sector, before, after))
            """;
    private final JdbcClient sql;

    Counting(JdbcClient sql) {
        this.sql = sql;
    }

    /** Some people who gave the same answers; null where they have no sheet, or were not asked. With question 0: who have the same sheets, as 1 or 0. */
    private record Group(int question, boolean ofAll, @Nullable Sector sector, Map<Wave, Integer> answers, int people) {}

    Counted count(Evaluation evaluation) {
        List<Question> questions = new ArrayList<>();
        List<Group> groups = groups(evaluation);
        Map<Integer, List<Group>> byQuestion = new HashMap<>();
        groups.forEach(group -> byQuestion.computeIfAbsent(group.question, any -> new ArrayList<>()).add(group));
        for (QuestionSet set : evaluation.sets()) {
            for (Item item : set.picked()) questions.add(question(evaluation, set, item, byQuestion.getOrDefault(questions.size() + 1, List.of())));
        }
        List<Group> people = byQuestion.getOrDefault(0, List.of());
        return new Counted(questions, sheets(evaluation, people), pairs(evaluation, people), sectors(evaluation, people));
    }

    private List<Group> groups(Evaluation evaluation) {
        // A million answers are grouped in memory; with the server's own 4 MB they would go through its disk.
        sql.sql("select set_config('work_mem', '64MB', true)").query(String.class).single();
        return sql.sql(COUNT).param("evaluation", evaluation.id().id()).param("questions", evaluation.sets().stream().mapToInt(set -> set.picked().size()).sum()).query((row, number) -> {
            Map<Wave, Integer> answers = new EnumMap<>(Wave.class);
            for (Wave wave : Wave.values()) {
                int answer = row.getInt(wave.name().toLowerCase());
                if (!row.wasNull()) answers.put(wave, answer);
            }
            String sector = row.getString("sector");
            return new Group(row.getInt("question"), row.getInt("of_all") == 1, sector == null ? null : Sector.valueOf(sector), answers, row.getInt("people"));
        }).list();
    }

    private static Question question(Evaluation evaluation, QuestionSet set, Item item, List<Group> groups) {
        int places = item.options().size() + 1;
        Map<Wave, int[]> all = new EnumMap<>(Wave.class);
        Map<Compared, int[][]> both = new EnumMap<>(Compared.class);
        Map<Sector, int[][]> bySector = new EnumMap<>(Sector.class);
        for (Wave wave : Wave.values()) if (evaluation.asked(wave).contains(set)) all.put(wave, new int[places]);
        for (Compared two : Compared.values()) if (all.containsKey(two.first()) && all.containsKey(two.second()) && evaluation.identity().pairs()) both.put(two, new int[places][places]);
        for (Group group : groups) {
            if (group.ofAll) {
                all.forEach((wave, numbers) -> add(numbers, group.answers.get(wave), group.people));
                both.forEach((two, numbers) -> add(numbers, group, two));
            } else if (group.sector != null && both.containsKey(Compared.BEFORE_AFTER)) {
                add(bySector.computeIfAbsent(group.sector, any -> new int[places][places]), group, Compared.BEFORE_AFTER);
            }
        }
        return new Question(set.instrument().title(), set.instrument().label(), set.instrument().kind(), item.key(), item.concept(), item.ask(), set.choices(item), set.isCounted(), all, both, bySector);
    }

    private static void add(int[] numbers, @Nullable Integer answer, int people) {
        if (answer != null) numbers[answer] += people;
    }

    private static void add(int[][] numbers, Group group, Compared two) {
        Integer first = group.answers.get(two.first()), second = group.answers.get(two.second());
        if (first != null && second != null) numbers[first][second] += group.people;
    }

    private static Map<Wave, Integer> sheets(Evaluation evaluation, List<Group> people) {
        Map<Wave, Integer> sheets = new EnumMap<>(Wave.class);
        for (Wave wave : evaluation.waves().keySet()) sheets.put(wave, people.stream().filter(group -> has(group, wave)).mapToInt(Group::people).sum());
        return sheets;
    }

    private static Map<Compared, Integer> pairs(Evaluation evaluation, List<Group> people) {
        Map<Compared, Integer> pairs = new EnumMap<>(Compared.class);
        if (!evaluation.identity().pairs()) return pairs;
        for (Compared two : Compared.values()) {
            if (!evaluation.waves().containsKey(two.first()) || !evaluation.waves().containsKey(two.second())) continue;
            pairs.put(two, people.stream().filter(group -> has(group, two.first()) && has(group, two.second())).mapToInt(Group::people).sum());
        }
        return pairs;
    }

    private static boolean has(Group group, Wave wave) {
        return Integer.valueOf(1).equals(group.answers.get(wave));
    }

    private static List<InSector> sectors(Evaluation evaluation, List<Group> people) {
        return IntStream.rangeClosed(0, Sector.values().length).mapToObj(at -> at == Sector.values().length ? null : Sector.values()[at]).map(sector -> {
            List<Group> there = people.stream().filter(group -> group.sector == sector).toList();
            return new InSector(sector, sheets(evaluation, there), pairs(evaluation, there));
        }).filter(one -> one.sheets().values().stream().anyMatch(number -> number > 0)).toList();
    }
}
