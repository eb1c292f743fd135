package org.alongside.casework.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.alongside.casework.ActionAgency;
import org.jspecify.annotations.Nullable;

/** What is to be done for a client, with whom and by when. */
record ActionsPage(CaseBar bar, List<Action> actions) {
    record Action(UUID id, ActionAgency agency, @Nullable String words, UUID ownerId, String owner, LocalDate dueOn, @Nullable LocalDate doneOn, @Nullable String outcome, int version, boolean overdue) {}

    List<Action> open() {
        return actions.stream().filter(action -> action.doneOn == null).toList();
    }

    List<Action> done() {
        return actions.stream().filter(action -> action.doneOn != null).toList();
    }
}
