package org.alongside.casework.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.alongside.access.WorkerId;
import org.alongside.casework.ActionAgency;
import org.alongside.casework.Actions;
import org.alongside.shared.Problems;
import org.alongside.shared.Times;
import org.alongside.shared.Typed;
import org.alongside.shared.TypedDate;
import org.jspecify.annotations.Nullable;

record ActionForm(@Nullable String once, @Nullable String version, @Nullable String agency, @Nullable String words, @Nullable String owner, @Nullable TypedDate due, @Nullable String outcome) {
    static ActionForm empty(WorkerId owner, Clock clock) {
        return new ActionForm(UUID.randomUUID().toString(), null, null, null, owner.id().toString(), TypedDate.of(Times.day(clock.instant()).plusDays(7)), null);
    }

    static ActionForm of(ActionsPage.Action action) {
        return new ActionForm(action.id().toString(), "" + action.version(), action.agency().name(), action.words(), action.ownerId().toString(), TypedDate.of(action.dueOn()), action.outcome());
    }

    ActionForm over(ActionsPage.Action now) {
        return new ActionForm(once, "" + now.version(), agency, words, owner, due, outcome);
    }

    /** The form for the outcome carries nothing else: the rest is what stands there. */
    ActionForm outcomeOver(ActionsPage.Action now) {
        ActionForm standing = of(now);
        return new ActionForm(once, standing.version, standing.agency, standing.words, standing.owner, standing.due, outcome);
    }

    TypedDate day() {
        return due == null ? TypedDate.NONE : due;
    }

    Optional<Actions.Action> read(Clock clock, Problems problems) {
        String what = Typed.wordsNeeded(words, "words", "Say what is to be done", problems);
        ActionAgency with = Typed.oneNeeded(ActionAgency.class, agency, "agency", "Choose whom it is with", problems);
        LocalDate on = Typed.due(day(), "due", clock, problems);
        if (owner == null || owner.isBlank()) problems.add("owner", "Choose who does it");
        return what == null || with == null || on == null || !problems.isEmpty() ? Optional.empty() : Optional.of(new Actions.Action(with, what, new WorkerId(Typed.id(owner)), on));
    }
}
