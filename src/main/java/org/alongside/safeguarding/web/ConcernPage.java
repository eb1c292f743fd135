package org.alongside.safeguarding.web;

import java.util.Map;
import java.util.UUID;
import org.alongside.safeguarding.Concern;
import org.alongside.shared.Problems;
import org.jspecify.annotations.Nullable;

/**
 * One concern.
 *
 * @param person whom it is about, by name; null when nobody is written down
 * @param mayDecide whether the reader is a lead who may decide it
 * @param typed what was typed and refused, by the name of its field
 */
record ConcernPage(UUID caseId, String who, Concern concern, @Nullable String person, String raisedBy, @Nullable String decidedBy, @Nullable String referredBy, boolean mayDecide, Map<String, String> typed, Problems problems) {
    String list() {
        return "/desk/cases/" + caseId + "/concerns";
    }

    String path() {
        return list() + "/" + concern.id();
    }

    String typed(String field) {
        return typed.getOrDefault(field, "");
    }
}
