package org.alongside.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What we work out, held against SciPy, R and plain counting. The values are made by src/test/reference, without any of our code. */
class ReferenceTests {
    private record Case(String what, double[] goesIn, double[] out) {
        int in(int at) {
            return (int) goesIn[at];
        }

        Proportion proportion(int at) {
            return new Proportion(in(at), in(at + 1));
        }

        PairedTable table() {
            return new PairedTable(in(0), in(1), in(2), in(3));
        }

        PairedScale scale() {
            int steps = in(0);
            int[][] counts = new int[steps][steps];
            for (int cell = 0; cell < steps * steps; cell++) counts[cell / steps][cell % steps] = in(cell + 1);
            return PairedScale.of(counts);
        }

        SignedRanks bySize() {
            return new SignedRanks(new int[] {in(0), in(1), in(2)}, new int[] {in(3), in(4), in(5)});
        }
    }

    @Test
    void everything_is_what_others_work_out() throws IOException {
        List<Case> cases = cases();
        assertThat(cases).hasSizeGreaterThan(100).allSatisfy(one -> {
            double[] found = found(one);
            assertThat(found).as("%s %s", one.what, Arrays.toString(one.goesIn)).hasSameSizeAs(one.out);
            for (int at = 0; at < found.length; at++) assertThat(isAsGood(found[at], one.out[at])).as("%s %s: %s, not %s", one.what, Arrays.toString(one.goesIn), found[at], one.out[at]).isTrue();
        });
    }

    /** To nine digits; tiny probabilities too. */
    private static boolean isAsGood(double found, double reference) {
        return found == reference || Math.abs(found - reference) <= Math.max(1e-9 * Math.abs(reference), 1e-14);
    }

    private static double[] found(Case one) {
        return switch (one.what) {
            case "wilson" -> both(one.proportion(0).interval().orElseThrow());
            case "mcnemar" -> test(new PairedTable(3, one.in(0), one.in(1), 2).test());
            case "newcombe-paired" -> both(one.table().interval().orElseThrow());
            case "newcombe-unpaired" -> both(new Unpaired(one.proportion(0), one.proportion(2)).interval().orElseThrow());
            case "fisher" -> new double[] {new Unpaired(one.proportion(0), one.proportion(2)).p().orElseThrow()};
            case "rate" -> {
                Rate rate = new Rate(one.in(0), one.goesIn[1], one.in(2), one.goesIn[3]);
                yield join(new double[] {rate.ratio().orElse(Double.POSITIVE_INFINITY)}, both(rate.interval().orElseThrow()), new double[] {rate.p().orElseThrow()});
            }
            case "signed-rank" -> {
                PairedScale scale = one.scale();
                double biserial = scale.rankBiserial().orElseThrow(), changed = scale.improved() + scale.worse(), all = changed * (changed + 1) / 2;
                yield new double[] {exact(scale.signedRank()), all * (1 + biserial) / 2, all * (1 - biserial) / 2};
            }
            case "signed-rank-by-size" -> new double[] {exact(one.bySize().test(1))};
            case "signed-rank-normal" -> new double[] {one.scale().ranks().approximate()};
            case "holm" -> Holm.adjusted(DoubleStream.of(one.goesIn).boxed().toList()).stream().mapToDouble(Double::doubleValue).toArray();
            default -> throw new IllegalArgumentException(one.what);
        };
    }

    private static double exact(ChangeTest test) {
        assertThat(test.method()).isEqualTo(ChangeTest.Method.EXACT);
        return test.p().orElseThrow();
    }

    private static double[] test(ChangeTest test) {
        return Stream.of(test.p(), test.midP()).mapToDouble(OptionalDouble::orElseThrow).toArray();
    }

    private static double[] both(Interval interval) {
        return new double[] {interval.low(), interval.high()};
    }

    private static double[] join(double[]... parts) {
        return Stream.of(parts).flatMapToDouble(DoubleStream::of).toArray();
    }

    private static List<Case> cases() throws IOException {
        List<Case> cases = new ArrayList<>();
        for (String file : List.of("python.txt", "r.txt")) {
            for (String line : Files.readAllLines(Path.of("src/test/resources/statistics", file))) {
                String[] parts = line.split(" \\| ");
                cases.add(new Case(parts[0], numbers(parts[1]), numbers(parts[2])));
            }
        }
        assertThat(cases.stream().map(Case::what).distinct()).hasSize(10);
        return cases;
    }

    private static double[] numbers(String words) {
        return Stream.of(words.split(" ")).mapToDouble(word -> word.equals("Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(word)).toArray();
    }
}
