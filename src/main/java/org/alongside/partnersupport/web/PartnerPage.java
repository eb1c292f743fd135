package org.alongside.partnersupport.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.alongside.partnersupport.Pair;
import org.alongside.shared.Problems;
import org.alongside.ui.Option;
import org.jspecify.annotations.Nullable;

/**
 * One partner: what the programme told, and what we did.
 *
 * @param news what was told, the newest first
 * @param outcomes what may have come of a try, for this worker
 */
record PartnerPage(Pair pair, String beside, @Nullable String reference, List<News> news, List<Tried> tried, List<Option> outcomes, UUID once, Map<String, String> typed, Problems problems, Instant now) {
    /** @param warned who was told that it waits, in words; empty when nobody was */
    record News(String words, String more, Instant at, @Nullable Instant answerBy, boolean waits, String warned) {}

    record Tried(String outcome, String words, String by, Instant at) {}

    String path() {
        return "/desk/partners/" + pair.id();
    }

    boolean isLate(News one) {
        return one.waits() && one.answerBy() != null && one.answerBy().isBefore(now);
    }

    @Nullable String typed(String field) {
        return typed.get(field);
    }
}
