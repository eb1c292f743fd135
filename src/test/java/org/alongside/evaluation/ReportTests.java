package org.alongside.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.alongside.access.DemoTown;
import org.alongside.access.WorkerId;
import org.alongside.evaluation.Counted.Choice;
import org.alongside.evaluation.Counted.Compared;
import org.alongside.evaluation.Counted.InSector;
import org.alongside.evaluation.Counted.Question;
import org.alongside.evaluation.Reach.Reached;
import org.alongside.instruments.InstrumentKind;
import org.alongside.shared.Amount;
import org.alongside.shared.Sector;
import org.alongside.statistics.Enough;
import org.alongside.statistics.Finding;
import org.alongside.statistics.Interval;
import org.alongside.statistics.PairedTable;
import org.junit.jupiter.api.Test;

class ReportTests {
    private static final List<Choice> FIVE = List.of(new Choice("1", "Not at all", 1, false), new Choice("2", "A little", 2, false), new Choice("3", "Somewhat", 3, false), new Choice("4", "Fairly", 4, true), new Choice("5", "Very", 5, true), new Choice("6", "Not my role", null, false));

    @Test
    void the_figures_of_the_founding_documents_come_out_and_with_them_what_they_can_show() {
        Report report = report(false, table(4, 1, 14, 6), table(13, 0, 18, 0), table(6, 0, 25, 0));

        assertThat(report.asked()).extracting(asked -> asked.change().orElseThrow().before().said() + ", " + asked.change().orElseThrow().after().said())
                .containsExactly("5 of 25 (20 %), 18 of 25 (72 %)", "13 of 31 (42 %), 31 of 31 (100 %)", "6 of 31 (19 %), 31 of 31 (100 %)");
        assertThat(report.asked()).allMatch(asked -> asked.change().orElseThrow().finding() == Finding.ROSE);
        Interval all = report.asked().get(1).change().flatMap(Paired::interval).orElseThrow();
        assertThat(all.low()).as("a margin is zero").isCloseTo(0.375, within(0.001));
        assertThat(all.high()).isCloseTo(0.736, within(0.001));
        assertThat(report.adjusted()).hasSize(3);
    }

    @Test
    void the_same_two_percentages_say_other_things_of_other_people() {
        Paired one = change(report(false, table(5, 0, 13, 7))), other = change(report(false, table(0, 5, 18, 2)));

        assertThat(one.before().said() + one.after().said()).isEqualTo(other.before().said() + other.after().said());
        assertThat(one.table().orElseThrow().lost()).isZero();
        assertThat(other.table().orElseThrow().lost()).isEqualTo(5);
        assertThat(one.interval()).isNotEqualTo(other.interval());
    }

    @Test
    void nobody_one_person_no_one_who_changed_and_all_the_same_are_all_said_calmly() {
        assertThat(change(report(false, table(0, 0, 0, 0))).finding()).isEqualTo(Finding.NOBODY);
        assertThat(change(report(false, table(0, 0, 0, 0))).points()).isEmpty();
        Paired one = change(report(false, table(0, 0, 1, 0)));
        assertThat(one.finding()).isEqualTo(Finding.TOO_FEW_CHANGED);
        assertThat(one.before().said() + " " + one.after().said()).as("no percentage of one person").isEqualTo("0 of 1 1 of 1");
        assertThat(one.before().interval()).isEmpty();
        for (PairedTable table : List.of(table(12, 0, 0, 0), table(0, 0, 0, 12), table(6, 0, 0, 6))) {
            Paired same = change(report(false, table));
            assertThat(same.finding()).isEqualTo(Finding.NO_ONE_CHANGED);
            assertThat(same.table().orElseThrow().test().enough()).isEqualTo(Enough.NO_ONE_CHANGED);
            assertThat(same.moved().orElseThrow().improved()).isZero();
        }
        assertThat(change(report(false, table(0, 0, 12, 0))).finding()).isEqualTo(Finding.ROSE);
        assertThat(change(report(false, table(0, 12, 0, 0))).finding()).isEqualTo(Finding.FELL);
        assertThat(change(report(false, table(0, 5, 0, 20))).finding()).isEqualTo(Finding.TOO_FEW_CHANGED);
    }

    @Test
    void what_leaves_of_each_of_these_shows_less_and_never_more() {
        for (int people = 0; people <= 14; people++) {
            for (int both = 0; both <= people; both++) {
                for (int lost = 0; both + lost <= people; lost++) {
                    for (int gained = 0; both + lost + gained <= people; gained++) {
                        PairedTable table = table(both, lost, gained, people - both - lost - gained);
                        Optional<Paired> leaving = report(true, table).asked().get(0).change();
                        assertThat(leaving.isPresent()).isEqualTo(people >= Leaving.PEOPLE);
                        leaving.ifPresent(of -> {
                            assertThat(of.table().isPresent()).as("" + table).isEqualTo(Leaving.mayStand(table));
                            if (of.table().isEmpty()) assertThat(of.moved()).isEmpty();
                            assertThat(of.finding()).isNotEqualTo(Finding.NO_ONE_CHANGED);
                        });
                    }
                }
            }
        }
    }

    @Test
    void all_people_afterwards_are_all_but_fewer_than_five_outside() {
        Paired of = change(report(true, table(13, 0, 18, 0)));

        assertThat(of.after().said()).isEqualTo("all but fewer than 5 of 31 (87 % or more)");
        assertThat(of.before().said()).isEqualTo("13 of 31 (42 %)");
        assertThat(of.table()).isEmpty();
        assertThat(of.finding()).isEqualTo(Finding.ROSE);
        assertThat(change(report(true, table(0, 3, 0, 20))).before().said()).isEqualTo("fewer than 5 of 23 (17 % or less)");
    }

    @Test
    void a_later_time_is_to_the_nearest_five_so_that_who_is_missing_then_cannot_be_worked_out() {
        Question question = question(table(9, 6, 9, 7), Map.of(Compared.AFTER_FOLLOW_UP, both(table(11, 5, 6, 6))));
        Paired later = report(true, List.of(question), Optional.empty(), List.of()).asked().get(0).compared(Compared.AFTER_FOLLOW_UP).orElseThrow();

        assertThat(later.before().said()).isEqualTo("about 15 of about 30 (about 50 %)");
        assertThat(later.table()).isEmpty();
        assertThat(later.interval()).isEmpty();
    }

    @Test
    void people_who_answered_once_stand_apart_and_are_never_added() {
        int[] before = {0, 6, 6, 0, 8, 0, 0}, after = {0, 3, 0, 0, 9, 3, 0};
        Question question = question(table(5, 5, 10, 10), Map.of(), before, after);
        Asked asked = report(false, List.of(question), Optional.empty(), List.of()).asked().get(0);

        assertThat(asked.change().orElseThrow().people().from()).isEqualTo(30);
        Apart apart = asked.apart().orElseThrow();
        assertThat(apart.before().orElseThrow().said()).isEqualTo("8 of 20 (40 %)");
        assertThat(apart.after().orElseThrow().said()).isEqualTo("12 of 15 (80 %)");
        assertThat(apart.bounds().orElseThrow().leastGained()).isPositive();
        assertThat(apart.missing().orElseThrow()).isEqualTo(new Apart.Missing(20, -6, 34));
        Apart outside = report(true, List.of(question), Optional.empty(), List.of()).asked().get(0).apart().orElseThrow();
        assertThat(outside.after().orElseThrow().said()).isEqualTo("all but fewer than 5 of 15 (73 % or more)");
        assertThat(outside.interval()).isEmpty();
        assertThat(outside.bounds()).isEmpty();
    }

    @Test
    void without_any_link_there_are_two_groups_and_no_pairs() {
        int[] before = {0, 10, 10, 0, 5, 0, 0}, after = {0, 0, 5, 0, 15, 5, 0};
        Question question = new Question("How sure", "1", InstrumentKind.CONFIDENCE, "a", "a", "Ask", FIVE, true, Map.of(Wave.BEFORE, before, Wave.AFTER, after), Map.of(), Map.of());
        Counted counted = new Counted(List.of(question), Map.of(Wave.BEFORE, 25, Wave.AFTER, 25), Map.of(), List.of());
        Report report = Report.of(evaluation(IdentityMode.UNLINKED), counted, Optional.empty(), List.of(), false);

        assertThat(report.asked().get(0).change()).isEmpty();
        Apart apart = report.asked().get(0).apart().orElseThrow();
        assertThat(apart.finding()).isEqualTo(Finding.ROSE);
        assertThat(apart.missing()).isEmpty();
        assertThat(report.flow()).extracting(Report.Step::words).doesNotContain("Answered both before and after");
    }

    @Test
    void the_flow_says_what_is_not_known_and_outside_nothing_exact() {
        Reached reached = new Reached(50, 42, 38, Map.of(Sector.HOUSING, 26, Sector.POLICE, 12));
        Counted counted = new Counted(List.of(), Map.of(Wave.BEFORE, 35, Wave.AFTER, 34, Wave.FOLLOW_UP, 3), Map.of(Compared.BEFORE_AFTER, 31), List.of(new InSector(Sector.HOUSING, Map.of(), Map.of(Compared.BEFORE_AFTER, 28)), new InSector(null, Map.of(), Map.of(Compared.BEFORE_AFTER, 3))));

        assertThat(words(Report.of(evaluation(IdentityMode.TICKET), counted, Optional.of(reached), List.of(), false))).containsExactly("50", "42", "38", "35", "34", "31", "3", "0");
        assertThat(words(Report.of(evaluation(IdentityMode.TICKET), counted, Optional.empty(), List.of(), true))).containsExactly("?", "?", "?", "about 35", "about 35", "about 30", "fewer than 5", "fewer than 5");
        assertThat(Report.of(evaluation(IdentityMode.TICKET), counted, Optional.of(reached), List.of(), true).sectors()).extracting(works -> works.words() + " " + works.came().map(Amount::words) + " " + works.answered().map(Amount::words))
                .containsExactly("Housing Optional[about 25] Optional[about 30]", "Police Optional[about 10] Optional[fewer than 5]", "Did not say Optional[fewer than 5] Optional[fewer than 5]");
    }

    @Test
    void what_followed_is_said_to_have_followed_and_a_hidden_month_takes_the_rest_along() {
        List<Behaviour.Month> months = IntStream.range(0, 18).mapToObj(at -> new Behaviour.Month(YearMonth.of(2026, 1).plusMonths(at), at < 9 ? 8 - at % 3 : 11 + at % 3, at >= 9)).toList();
        Referrals known = report(true, List.of(), Optional.empty(), months).referrals().orElseThrow();

        assertThat(known.followed().orElseThrow()).isEqualTo(new Referrals.Stretch(YearMonth.of(2026, 10), YearMonth.of(2027, 6), true));
        assertThat(known.rate().orElseThrow().ratio().orElseThrow()).isGreaterThan(1.5);
        List<Behaviour.Month> few = new ArrayList<>(months);
        few.set(3, new Behaviour.Month(months.get(3).month(), 2, false));
        Referrals hidden = report(true, List.of(), Optional.empty(), few).referrals().orElseThrow();
        assertThat(hidden.months().get(3).referrals().words()).isEqualTo("fewer than 5");
        assertThat(hidden.rate()).isEmpty();
        assertThat(hidden.usual()).isEmpty();
        assertThat(report(false, List.of(), Optional.empty(), few).referrals().orElseThrow().rate()).as("the control").isPresent();
        assertThat(report(true, List.of(), Optional.empty(), List.of()).referrals()).isEmpty();
    }

    @Test
    void a_scale_that_is_too_long_to_compare_is_still_counted_by_its_cut() {
        List<Choice> long12 = IntStream.rangeClosed(1, 12).mapToObj(step -> new Choice("" + step, "" + step, step, step > 6)).toList();
        int[][] both = new int[13][13];
        both[1][12] = 10;
        Question question = new Question("Long", "1", InstrumentKind.CONFIDENCE, "a", "a", "Ask", long12, true, all(both), Map.of(Compared.BEFORE_AFTER, both), Map.of());
        Asked asked = report(false, List.of(question), Optional.empty(), List.of()).asked().get(0);

        assertThat(asked.change().orElseThrow().finding()).isEqualTo(Finding.ROSE);
        assertThat(asked.change().orElseThrow().moved()).isEmpty();
        assertThat(asked.answers()).isEmpty();
    }

    @Test
    void left_open_and_outside_the_scale_are_told_and_not_counted() {
        int[][] both = both(table(6, 6, 6, 6));
        both[0][4] = 2;
        both[6][6] = 3;
        Question question = new Question("How sure", "1", InstrumentKind.CONFIDENCE, "a", "a", "Ask", FIVE, true, all(both), Map.of(Compared.BEFORE_AFTER, both), Map.of());
        Paired of = report(false, List.of(question), Optional.empty(), List.of()).asked().get(0).change().orElseThrow();

        assertThat(of.people().from()).isEqualTo(24);
        assertThat(of.open().from()).isEqualTo(5);
    }

    private static List<String> words(Report report) {
        return report.flow().stream().map(step -> step.people().map(Amount::words).orElse("?")).toList();
    }

    private static Paired change(Report report) {
        return report.asked().get(0).change().orElseThrow();
    }

    private static PairedTable table(int both, int lost, int gained, int neither) {
        return new PairedTable(both, lost, gained, neither);
    }

    private static int[][] both(PairedTable table) {
        int[][] both = new int[FIVE.size() + 1][FIVE.size() + 1];
        both[4][4] = table.both();
        both[4][2] = table.lost();
        both[2][5] = table.gained();
        both[1][1] = table.neither();
        return both;
    }

    private static Map<Wave, int[]> all(int[][] both, int[]... more) {
        Map<Wave, int[]> all = new EnumMap<>(Wave.class);
        int[] before = more.length > 0 ? more[0].clone() : new int[both.length], after = more.length > 1 ? more[1].clone() : new int[both.length];
        for (int first = 0; first < both.length; first++) {
            for (int second = 0; second < both.length; second++) {
                before[first] += both[first][second];
                after[second] += both[first][second];
            }
        }
        all.put(Wave.BEFORE, before);
        all.put(Wave.AFTER, after);
        return all;
    }

    private static Question question(PairedTable table, Map<Compared, int[][]> later, int[]... more) {
        Map<Compared, int[][]> two = new EnumMap<>(Compared.class);
        two.putAll(later);
        two.put(Compared.BEFORE_AFTER, both(table));
        return new Question("How sure", "1", InstrumentKind.CONFIDENCE, "a", "a", "Ask", FIVE, true, all(both(table), more), two, Map.of());
    }

    private static Report report(boolean leaving, PairedTable... tables) {
        return report(leaving, List.of(tables).stream().map(table -> question(table, Map.of())).toList(), Optional.empty(), List.of());
    }

    private static Report report(boolean leaving, List<Question> questions, Optional<Reached> reached, List<Behaviour.Month> months) {
        return Report.of(evaluation(IdentityMode.TICKET), new Counted(questions, Map.of(), Map.of(), List.of()), reached, months, leaving);
    }

    private static Evaluation evaluation(IdentityMode identity) {
        return new Evaluation(new EvaluationId(UUID.randomUUID()), DemoTown.HARBOUR_HOUSE, "x", "y", identity, 3, true, LocalDate.of(2026, 6, 1), LocalDate.of(2026, 10, 1), new WorkerId(UUID.randomUUID()), Instant.EPOCH, Instant.EPOCH, List.of(), Map.of());
    }
}
