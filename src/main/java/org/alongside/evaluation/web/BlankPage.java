package org.alongside.evaluation.web;

import org.alongside.evaluation.IdentityMode;

/** The questions of one time on paper. */
record BlankPage(QuestionsPage questions) {
    String path() {
        return EvaluationController.path(questions.evaluation().id().id());
    }

    boolean byCard() {
        return questions.evaluation().identity() == IdentityMode.TICKET;
    }

    String promise() {
        return "evaluation.promise." + questions.evaluation().identity().name();
    }
}
