package org.alongside.evaluation;

import java.util.Optional;
import java.util.stream.IntStream;
import org.alongside.evaluation.Counted.Compared;
import org.alongside.evaluation.Counted.Question;
import org.alongside.statistics.PairedScale;
import org.alongside.statistics.PairedTable;
import org.alongside.statistics.Proportion;

/**
 * The answers of the same people to one question at two times, laid over each other. Raw, as {@link Counted} is.
 *
 * @param scale empty where the steps are too many to be compared, or one
 * @param open people asked both times who left it open, or gave an answer outside the scale, at least once
 */
record Laid(PairedTable table, Optional<PairedScale> scale, int open) {
    static Optional<Laid> of(Question question, Compared two) {
        int[][] both = question.both().get(two);
        if (both == null || !question.counted()) return Optional.empty();
        int steps = steps(question), open = 0;
        int[][] counts = new int[steps][steps];
        int[] cells = new int[4];
        for (int first = 0; first < both.length; first++) {
            for (int second = 0; second < both.length; second++) {
                int people = both[first][second];
                if (!question.isOnScale(first) || !question.isOnScale(second)) {
                    open += people;
                    continue;
                }
                counts[step(question, first)][step(question, second)] += people;
                cells[(question.counts(first) ? 0 : 2) + (question.counts(second) ? 0 : 1)] += people;
            }
        }
        // In the order of text books: both, lost, gained, neither.
        PairedTable table = new PairedTable(cells[0], cells[1], cells[2], cells[3]);
        return Optional.of(new Laid(table, steps < 2 || steps > PairedScale.MOST_STEPS ? Optional.empty() : Optional.of(PairedScale.of(counts)), open));
    }

    static int steps(Question question) {
        return question.choices().stream().mapToInt(choice -> choice.step() == null ? 0 : choice.step()).max().orElse(0);
    }

    private static int step(Question question, int place) {
        Integer step = question.choices().get(place - 1).step();
        return step == null ? 0 : step - 1;
    }

    /** Of all answers of one time: how many count, of those on the scale. */
    static Proportion counting(Question question, int[] all) {
        int people = IntStream.range(0, all.length).filter(question::isOnScale).map(place -> all[place]).sum();
        return new Proportion(IntStream.range(0, all.length).filter(place -> question.isOnScale(place) && question.counts(place)).map(place -> all[place]).sum(), people);
    }

    /** How many steps from the lowest on do not count. */
    static int cut(Question question) {
        return (int) question.choices().stream().filter(choice -> choice.step() != null && !choice.counts()).map(Counted.Choice::step).distinct().count();
    }
}
