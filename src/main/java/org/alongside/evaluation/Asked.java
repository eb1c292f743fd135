package org.alongside.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.alongside.evaluation.Counted.Choice;
import org.alongside.evaluation.Counted.Compared;
import org.alongside.evaluation.Counted.Question;
import org.alongside.instruments.InstrumentKind;
import org.alongside.shared.Amount;
import org.alongside.statistics.PairedScale;
import org.alongside.statistics.Proportion;

/**
 * One question of a report.
 *
 * @param number its place in the report, from 1
 * @param compared what may be said of each two times of the same people; absent where nobody was asked at both, or too few to say anything
 * @param answers people by their answer before and after, those of the pairs; one list for what was asked once; empty where it may not be said
 * @param apart those who answered before only, or after only
 */
public record Asked(int number, Question question, List<Paired> compared, List<Answers> answers, Optional<Apart> apart) {
    /** People at one time by the steps of the scale, or by what they chose. */
    public record Answers(Wave wave, List<Amount> people) {}

    static Asked of(int number, Question question, boolean leaving) {
        List<Paired> compared = new ArrayList<>();
        for (Compared two : Compared.values()) {
            Laid.of(question, two).flatMap(laid -> !leaving ? Optional.of(Paired.exactly(two, laid)) : two == Compared.BEFORE_AFTER ? Paired.leaving(two, laid) : Paired.roughly(two, laid)).ifPresent(compared::add);
        }
        return new Asked(number, question, compared, answers(question, leaving), question.counted() ? apart(question, leaving) : Optional.empty());
    }

    private static List<Answers> answers(Question question, boolean leaving) {
        if (!question.counted()) return question.all().entrySet().stream().sorted(Map.Entry.comparingByKey()).flatMap(all -> picked(all.getValue(), leaving).map(people -> new Answers(all.getKey(), people)).stream()).toList();
        Optional<PairedScale> scale = Laid.of(question, Compared.BEFORE_AFTER).flatMap(Laid::scale);
        int cut = Laid.cut(question);
        return scale.stream().flatMap(paired -> Stream.of(Wave.BEFORE, Wave.AFTER).flatMap(wave -> {
            int[] people = wave == Wave.BEFORE ? paired.before() : paired.after();
            return (leaving ? Leaving.parts(people, cut) : Optional.of(exactly(people))).map(parts -> new Answers(wave, parts)).stream();
        })).toList();
    }

    private static Optional<List<Amount>> picked(int[] all, boolean leaving) {
        int[] chosen = IntStream.of(all).skip(1).toArray();
        return leaving ? Leaving.roughPicks(chosen) : Optional.of(exactly(chosen));
    }

    private static List<Amount> exactly(int[] people) {
        return IntStream.of(people).mapToObj(Amount::exactly).toList();
    }

    private static Optional<Apart> apart(Question question, boolean leaving) {
        Optional<Proportion> before = alone(question, Wave.BEFORE), after = alone(question, Wave.AFTER);
        if (before.isEmpty() || after.isEmpty() || before.get().outOf() + after.get().outOf() == 0) return Optional.empty();
        return Optional.of(leaving ? Apart.leaving(before.get(), after.get()) : Apart.exactly(before.get(), after.get(), Laid.of(question, Compared.BEFORE_AFTER).map(Laid::table)));
    }

    private static Optional<Proportion> alone(Question question, Wave wave) {
        return (question.both().containsKey(Compared.BEFORE_AFTER) ? question.unmatched(Compared.BEFORE_AFTER, wave) : Optional.ofNullable(question.all().get(wave))).map(all -> Laid.counting(question, all));
    }

    public Optional<Paired> compared(Compared two) {
        return compared.stream().filter(one -> one.two() == two).findFirst();
    }

    /** Before and after, of the same people. */
    public Optional<Paired> change() {
        return compared(Compared.BEFORE_AFTER);
    }

    public boolean isCounted() {
        return question.counted();
    }

    /** What a person who counts is, or did. */
    public String counting() {
        return question.kind() == InstrumentKind.KNOWLEDGE ? "answered right" : "were confident";
    }

    /** What the lists of {@code answers} are of, the lowest first. */
    public List<String> steps() {
        if (!question.counted()) return question.choices().stream().map(Choice::words).toList();
        if (question.kind() == InstrumentKind.KNOWLEDGE && Laid.steps(question) == 2) return List.of("Not right", "Right");
        return IntStream.rangeClosed(1, Laid.steps(question)).mapToObj(step -> question.choices().stream().filter(choice -> choice.step() != null && choice.step() == step).map(Choice::words).collect(Collectors.joining(", "))).toList();
    }

    /** From which answer on it counts, in words; what was fixed before anybody answered. */
    public String cut() {
        return question.choices().stream().filter(Choice::counts).map(choice -> "“" + choice.words() + "”").collect(Collectors.joining(", "));
    }
}
