package org.alongside.directory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.statistics.inference.MannWhitneyUTest;

/**
 * The time of searches in two directories that differ in one thing: where fifty houses stand. Asked from the outward codes of the houses in the first; in the second they stand far
 * away. What is timed is all that could know of a place: the search, its order and its distances. For bin/bench alone.
 */
public final class RefugeTimes {
    private static final List<String> HOUSES = List.of("BD9", "LS6", "HX1", "WF2", "HD3"), AREAS = List.of("Bradford", "BD", "ENGLAND", "UK", "Leeds");
    private static final String FAR = "TR1";
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final int ASKED = 40;
    private final Places places = new Places();
    private final Concepts concepts = new Concepts();
    private final Random random = new Random(50);
    private final List<Seeker> seekers = HOUSES.stream().flatMap(code -> Stream.of(2, 10, 50).map(miles -> new Seeker(Set.of(Audience.HARMED), Set.of(), null, places.ofOutcode(code), miles, false))).toList();

    /** @param share how often an answer took longer where the house stands near, ties counted half @param micros the median there, and of the same questions where it stands far away */
    public record Told(double share, double micros, double microsElsewhere, long answers) {}

    private record Times(List<List<Double>> here, List<List<Double>> elsewhere) {}

    /** Java is quick only when it has read its own code some thousand times. */
    public void warm() {
        for (boolean hidden : new boolean[] {true, false}) told(hidden, 10);
    }

    public Told told(boolean hidden, int rounds) {
        Times times = new Times(lists(), lists());
        for (int round = 0; round < rounds; round++) {
            // Which of the two is made first, and lies where in memory, is left to chance.
            boolean first = random.nextBoolean();
            SearchIndex one = index(hidden, first), other = index(hidden, !first);
            ask(first ? one : other, first ? other : one, times);
        }
        double share = IntStream.range(0, seekers.size()).mapToDouble(at -> share(times.here.get(at), times.elsewhere.get(at))).average().orElseThrow();
        return new Told(share, median(times.here), median(times.elsewhere), times.here.stream().mapToLong(List::size).sum());
    }

    private List<List<Double>> lists() {
        return seekers.stream().map(seeker -> (List<Double>) new ArrayList<Double>()).toList();
    }

    private void ask(SearchIndex here, SearchIndex elsewhere, Times times) {
        List<Integer> order = new ArrayList<>(IntStream.range(0, seekers.size() * 2 * ASKED).boxed().toList());
        Collections.shuffle(order, random);
        for (int turn : order) {
            int at = turn / 2 % seekers.size();
            boolean near = turn % 2 == 0;
            long began = System.nanoTime();
            answer(near ? here : elsewhere, seekers.get(at));
            (near ? times.here : times.elsewhere).get(at).add((System.nanoTime() - began) / 1000.0);
        }
    }

    private void answer(SearchIndex index, Seeker seeker) {
        SearchIndex.Matches matches = index.matching(seeker, concepts);
        index.best(matches, seeker, NOW, 1, none -> false, 10).first().forEach(found -> Found.of(found.listing(), seeker, NOW).orElseThrow().miles());
    }

    private SearchIndex index(boolean hidden, boolean here) {
        Part part = new Part(hidden ? Part.Kind.REFUGE : Part.Kind.OUTREACH, Set.of(Audience.HARMED, Audience.WOMEN), Set.of(), Set.of());
        return new SearchIndex(IntStream.range(0, 50).mapToObj(number -> new Listing(UUID.randomUUID(), "House " + number, Offerer.named(UUID.randomUUID(), "Houses"), "A house", List.of(part), List.of(), new Serves(Set.of(AREAS.get(number % AREAS.size()))),
                List.of(places.ofOutcode(here ? HOUSES.get(number % HOUSES.size()) : FAR)), List.of(), Welcome.YES, Conditions.NOT_STATED, null, true, "(made up)", null, null)).toList(), places, Listing::summary);
    }

    private static double share(List<Double> here, List<Double> elsewhere) {
        double[] one = here.stream().mapToDouble(Double::doubleValue).toArray(), other = elsewhere.stream().mapToDouble(Double::doubleValue).toArray();
        return MannWhitneyUTest.withDefaults().statistic(one, other) / ((double) one.length * other.length);
    }

    private static double median(List<List<Double>> times) {
        double[] all = times.stream().flatMap(List::stream).mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(all);
        return all[all.length / 2];
    }
}
