package org.alongside.safetyplan;

import java.util.List;

/**
 * One part of a plan: the client's own words, exactly as written, and which prompts were talked about or not wanted.
 * Not wanting something is a choice and needs no reason.
 */
public record PlanPart(String words, List<String> talked, List<String> declined) {
    public static final PlanPart EMPTY = new PlanPart("", List.of(), List.of());

    public PlanPart {
        talked = List.copyOf(talked);
        declined = List.copyOf(declined);
    }

    public boolean isEmpty() {
        return words.isBlank() && talked.isEmpty() && declined.isEmpty();
    }
}
