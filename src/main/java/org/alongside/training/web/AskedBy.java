package org.alongside.training.web;

import java.util.List;
import java.util.UUID;
import org.alongside.evaluation.Evaluations;
import org.alongside.ui.Option;
import org.jspecify.annotations.Nullable;

/** By which evaluations the people of a cohort can be asked. */
final class AskedBy {
    private AskedBy() {
    }

    /** Those that still take answers, and the one it belongs to already. */
    static List<Option> choices(Evaluations evaluations, @Nullable UUID its) {
        return evaluations.all().stream().filter(one -> !one.isClosed() || one.id().id().equals(its)).map(one -> new Option(one.id().id().toString(), one.title())).toList();
    }
}
