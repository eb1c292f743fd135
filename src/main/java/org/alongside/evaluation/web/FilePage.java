package org.alongside.evaluation.web;

import java.util.List;
import org.alongside.evaluation.Evaluation;
import org.alongside.evaluation.Sheets.Taken;
import org.alongside.shared.Problems;
import org.jspecify.annotations.Nullable;

/** @param looked what became of a file that was sent; null before one was @param said how many sheets it has, in words */
record FilePage(Evaluation one, List<String> headings, @Nullable Taken looked, String said, Problems problems) {
    String path() {
        return EvaluationController.path(one.id().id()) + "/file";
    }

    String back() {
        return EvaluationController.path(one.id().id());
    }
}
