package org.alongside.evaluation.web;

import org.alongside.evaluation.Evaluation;

/** Asks once more before what cannot be undone. @param answers how many sheets there are */
record ClosurePage(Evaluation one, int answers) {
    String path() {
        return EvaluationController.path(one.id().id());
    }
}
