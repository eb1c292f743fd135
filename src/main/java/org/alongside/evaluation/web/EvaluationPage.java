package org.alongside.evaluation.web;

import java.util.List;
import java.util.stream.Stream;
import org.alongside.evaluation.Evaluation;
import org.alongside.evaluation.Sheets.SoFar;
import org.alongside.evaluation.Wave;
import org.alongside.shared.Problems;

/** One evaluation. @param pairs how many people answered both before and after, {@code paired} whether that can be known @param sets what is asked and from when on it counts, in words */
record EvaluationPage(Evaluation one, List<At> times, int pairs, boolean paired, List<String> sets, Problems problems) {
    /** @param answers how many sheets there are @param path where people answer */
    record At(Wave wave, int answers, boolean taking, String path) {
        String slug() {
            return wave.slug();
        }
    }

    static EvaluationPage of(Evaluation one, SoFar soFar, List<String> sets, Problems problems) {
        List<At> times = Stream.of(Wave.values()).filter(one.waves()::containsKey).map(wave -> new At(wave, soFar.of(wave), one.takes(wave), one.questionsPath(wave))).toList();
        return new EvaluationPage(one, times, soFar.pairs(), one.identity().pairs(), sets, problems);
    }

    String path() {
        return "/desk/evaluations/" + one.id().id();
    }
}
