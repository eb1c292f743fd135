package org.alongside.incidents.web;

import java.util.Map;
import org.alongside.incidents.RepeatRule;
import org.alongside.shared.Problems;

/** When something counts as a repeat here. @param typed what was typed to decide anew */
record RulePage(RepeatRule rule, boolean mayDecide, Map<String, String> typed, Problems problems) {
    String typed(String field, String otherwise) {
        return typed.getOrDefault(field, otherwise);
    }
}
