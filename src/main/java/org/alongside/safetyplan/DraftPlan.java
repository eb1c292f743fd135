package org.alongside.safetyplan;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The plan being written. Each part has its own revision; 0 means that nobody has written in it. */
public record DraftPlan(Map<PlanSection, PlanPart> parts, Map<PlanSection, Integer> revisions, @Nullable Instant savedAt) {
    public PlanPart part(PlanSection section) {
        return parts.getOrDefault(section, PlanPart.EMPTY);
    }

    public int revision(PlanSection section) {
        return revisions.getOrDefault(section, 0);
    }

    public boolean isEmpty() {
        return parts.values().stream().allMatch(PlanPart::isEmpty);
    }
}
