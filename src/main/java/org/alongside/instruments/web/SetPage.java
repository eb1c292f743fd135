package org.alongside.instruments.web;

import java.util.List;
import org.alongside.instruments.AnswerSheet;
import org.alongside.instruments.Instrument;
import org.alongside.instruments.Shelved;
import org.alongside.shared.Problems;
import org.jspecify.annotations.Nullable;

/**
 * One set of questions, as those who answer will see it.
 *
 * @param replaces the version this one would take the place of
 * @param lastBy who touched it last
 */
record SetPage(Shelved set, AnswerSheet empty, @Nullable Instrument replaces, String lastBy, boolean mayChange, List<String> whenItRaises, Problems problems) {
    Instrument instrument() {
        return set.instrument();
    }

    String path() {
        return "/desk/instruments/" + instrument().id();
    }
}
