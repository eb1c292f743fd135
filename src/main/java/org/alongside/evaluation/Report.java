package org.alongside.evaluation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.alongside.evaluation.Counted.Compared;
import org.alongside.evaluation.Reach.Reached;
import org.alongside.shared.Amount;
import org.alongside.shared.Sector;
import org.alongside.statistics.Enough;
import org.alongside.statistics.Finding;
import org.alongside.statistics.Holm;
import org.alongside.statistics.PairedTable;
import org.jspecify.annotations.Nullable;

/**
 * What an evaluation can say, and no more: made of numbers alone, without looking anything up.
 *
 * @param leaving whether it is for people who do not hold the answers: then it holds nothing that may not be said (docs/adr/0030)
 * @param sectors where people work: those who came and those who answered both times
 * @param adjusted by the number of a question: its exact p, raised because several were asked; only of those tested, and only where all of them may be said
 */
public record Report(Evaluation evaluation, boolean leaving, List<Step> flow, List<Works> sectors, List<Asked> asked, Map<Integer, Double> adjusted, Optional<Referrals> referrals) {
    /** How far people came. @param people empty where nobody knows */
    public record Step(String words, Optional<Amount> people) {}

    /** @param sector null for those who did not say @param came empty where nobody knows, or too few are known */
    public record Works(@Nullable Sector sector, Optional<Amount> came, Optional<Amount> answered) {
        public String words() {
            return sector == null ? "Did not say" : sector.words();
        }
    }

    public Report {
        flow = List.copyOf(flow);
        sectors = List.copyOf(sectors);
        asked = List.copyOf(asked);
        adjusted = Map.copyOf(adjusted);
    }

    static Report of(Evaluation evaluation, Counted counted, Optional<Reached> reached, List<Behaviour.Month> months, boolean leaving) {
        List<Asked> asked = IntStream.range(0, counted.questions().size()).mapToObj(at -> Asked.of(at + 1, counted.questions().get(at), leaving)).toList();
        return new Report(evaluation, leaving, flow(evaluation, counted, reached, leaving), sectors(evaluation, counted, reached, leaving), asked, adjusted(asked), Referrals.of(months, leaving));
    }

    private static List<Step> flow(Evaluation evaluation, Counted counted, Optional<Reached> reached, boolean leaving) {
        List<Step> flow = new ArrayList<>();
        flow.add(step("Were invited", reached.map(Reached::asked), leaving));
        flow.add(step("Registered", reached.map(Reached::registered), leaving));
        flow.add(step("Came", reached.map(Reached::attended), leaving));
        flow.add(step("Answered before", sheets(counted, Wave.BEFORE), leaving));
        flow.add(step("Answered after", sheets(counted, Wave.AFTER), leaving));
        if (evaluation.identity().pairs()) flow.add(step("Answered both before and after", pairs(counted, Compared.BEFORE_AFTER), leaving));
        if (evaluation.followUpMonths() == null) return flow;
        flow.add(step("Answered some months later", sheets(counted, Wave.FOLLOW_UP), leaving));
        if (evaluation.identity().pairs()) flow.add(step("Answered both after and some months later", pairs(counted, Compared.AFTER_FOLLOW_UP), leaving));
        return flow;
    }

    private static Optional<Integer> sheets(Counted counted, Wave wave) {
        return Optional.of(Objects.requireNonNullElse(counted.sheets().get(wave), 0));
    }

    private static Optional<Integer> pairs(Counted counted, Compared two) {
        return Optional.of(Objects.requireNonNullElse(counted.pairs().get(two), 0));
    }

    private static Step step(String words, Optional<Integer> people, boolean leaving) {
        return new Step(words, people.map(number -> leaving ? Amount.about(number) : Amount.exactly(number)));
    }

    private static List<Works> sectors(Evaluation evaluation, Counted counted, Optional<Reached> reached, boolean leaving) {
        List<@Nullable Sector> there = Stream.concat(Stream.of(Sector.values()), Stream.<@Nullable Sector>of((Sector) null)).toList();
        int[] came = there.stream().mapToInt(sector -> sector == null ? 0 : reached.map(Reached::bySector).map(by -> by.getOrDefault(sector, 0)).orElse(0)).toArray();
        int[] answered = there.stream().mapToInt(sector -> counted.sectors().stream().filter(one -> one.sector() == sector).mapToInt(one -> answered(evaluation, one)).sum()).toArray();
        int[] some = IntStream.range(0, there.size()).filter(at -> came[at] + answered[at] > 0).toArray();
        Optional<List<Amount>> ofThose = reached.flatMap(any -> amounts(IntStream.of(some).map(at -> came[at]).toArray(), leaving)), ofThese = amounts(IntStream.of(some).map(at -> answered[at]).toArray(), leaving);
        return ofThose.isEmpty() && ofThese.isEmpty() ? List.of() : IntStream.range(0, some.length).mapToObj(at -> new Works(there.get(some[at]), ofThose.map(all -> all.get(at)), ofThese.map(all -> all.get(at)))).toList();
    }

    private static int answered(Evaluation evaluation, Counted.InSector sector) {
        return evaluation.identity().pairs() ? sector.pairs().getOrDefault(Compared.BEFORE_AFTER, 0) : sector.sheets().getOrDefault(Wave.AFTER, 0);
    }

    private static Optional<List<Amount>> amounts(int[] people, boolean leaving) {
        return leaving ? Amount.aboutParts(people) : Optional.of(IntStream.of(people).mapToObj(Amount::exactly).toList());
    }

    private static Map<Integer, Double> adjusted(List<Asked> asked) {
        // Safety: an adjusted p is worked out from all the others, the hidden ones too.
        if (asked.stream().flatMap(one -> one.change().stream()).anyMatch(change -> change.table().isEmpty())) return Map.of();
        List<Asked> tested = asked.stream().filter(one -> test(one).isPresent()).toList();
        List<Double> raised = Holm.adjusted(tested.stream().map(one -> test(one).orElseThrow()).toList());
        Map<Integer, Double> adjusted = new HashMap<>();
        for (int at = 0; at < raised.size(); at++) adjusted.put(tested.get(at).number(), raised.get(at));
        return adjusted;
    }

    private static Optional<Double> test(Asked asked) {
        return asked.change().flatMap(Paired::table).map(PairedTable::test).filter(test -> test.enough() == Enough.ENOUGH && test.p().isPresent()).map(test -> test.p().getAsDouble());
    }

    /** The questions with a cut, in the order asked. */
    public List<Asked> counted() {
        return asked.stream().filter(Asked::isCounted).toList();
    }

    /** What was thought of the courses. */
    public List<Asked> thought() {
        return asked.stream().filter(one -> !one.isCounted()).toList();
    }

    public boolean isPaired() {
        return evaluation.identity().pairs();
    }

    /** Made up, so that a report can be looked at. */
    public boolean isIllustration() {
        return evaluation.id().equals(DemoEvaluations.CLOSED) || evaluation.id().equals(DemoEvaluations.OPEN);
    }

    /** Of how many questions each may be said. */
    public Map<Finding, Long> findings() {
        Map<Finding, Long> findings = new EnumMap<>(Finding.class);
        counted().stream().flatMap(one -> isPaired() ? one.change().map(Paired::finding).stream() : one.apart().map(Apart::finding).stream()).forEach(finding -> findings.merge(finding, 1L, Long::sum));
        return findings;
    }
}
