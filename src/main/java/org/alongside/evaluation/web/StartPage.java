package org.alongside.evaluation.web;

import org.alongside.evaluation.Evaluation;
import org.alongside.evaluation.IdentityMode;
import org.alongside.shared.Problems;
import org.jspecify.annotations.Nullable;

/** What is promised, before anything is asked. @param organisation who asks; null where its name is not public @param typed the number of a card, as typed */
record StartPage(Evaluation evaluation, String path, @Nullable String organisation, String typed, Problems problems) {
    boolean byCard() {
        return evaluation.identity() == IdentityMode.TICKET;
    }

    String promise() {
        return "evaluation.promise." + evaluation.identity().name();
    }
}
