package org.alongside.improvement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.alongside.selfassessment.SelfAssessmentId;
import org.jspecify.annotations.Nullable;

/** @param served how many men came in the last year @param aim how many are to come in the year before {@code aimOn}; all three for a {@link PlanKind#DEVELOPMENT} plan only @param actions open ones first, by day */
public record Plan(UUID id, PlanKind kind, String title, String about, @Nullable SelfAssessmentId assessment, @Nullable Integer served, @Nullable Integer aim, @Nullable LocalDate aimOn, Instant begunAt, List<Action> actions) {
    /** As it is written down. */
    public record Written(PlanKind kind, String title, String about, @Nullable SelfAssessmentId assessment, @Nullable Integer served, @Nullable Integer aim, @Nullable LocalDate aimOn) {}

    public Plan {
        actions = List.copyOf(actions);
    }

    public long open() {
        return actions.stream().filter(Action::isOpen).count();
    }

    public long late(LocalDate today) {
        return actions.stream().filter(one -> one.isLate(today)).count();
    }
}
