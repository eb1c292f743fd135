package org.alongside.casework.web;

import java.util.Optional;
import java.util.UUID;
import org.alongside.casework.GoalStatus;
import org.alongside.shared.Problems;
import org.alongside.shared.Typed;
import org.jspecify.annotations.Nullable;

record GoalForm(@Nullable String once, @Nullable String version, @Nullable String status, @Nullable String words) {
    static GoalForm empty() {
        return new GoalForm(UUID.randomUUID().toString(), null, GoalStatus.ACTIVE.name(), null);
    }

    static GoalForm of(NeedsPage.Goal goal) {
        return new GoalForm(goal.id().toString(), "" + goal.version(), goal.status().name(), goal.words());
    }

    GoalForm over(NeedsPage.Goal now) {
        return new GoalForm(once, "" + now.version(), status, words);
    }

    record Goal(String words, GoalStatus status) {}

    Optional<Goal> read(Problems problems) {
        String said = Typed.wordsNeeded(words, "words", "Write what they want, in their words", problems);
        GoalStatus where = status == null ? GoalStatus.ACTIVE : Typed.oneNeeded(GoalStatus.class, status, "status", "Say where it stands", problems);
        return said == null || where == null || !problems.isEmpty() ? Optional.empty() : Optional.of(new Goal(said, where));
    }
}
