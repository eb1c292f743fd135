package org.alongside.improvement.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alongside.improvement.Action;
import org.alongside.improvement.Plans;
import org.alongside.organisations.Colleague;
import org.alongside.shared.Problems;
import org.alongside.shared.Typed;
import org.alongside.shared.TypedDate;
import org.jspecify.annotations.Nullable;

/** Something to be done, as typed. */
record ActionForm(@Nullable String once, @Nullable String revision, @Nullable String statement, @Nullable String what, @Nullable String milestone, @Nullable String owner, @Nullable TypedDate due) {
    ActionForm {
        due = due == null ? TypedDate.NONE : due;
    }

    static ActionForm empty(@Nullable String statement) {
        return new ActionForm(UUID.randomUUID().toString(), null, statement, null, null, null, null);
    }

    static ActionForm of(Action action) {
        return new ActionForm(null, String.valueOf(action.revision()), action.statement(), action.what(), action.milestone(), action.owner().id().toString(), TypedDate.of(action.dueOn()));
    }

    Optional<Action.Written> read(List<Colleague> colleagues, Problems problems) {
        String which = statement == null ? "" : statement.strip();
        if (which.length() > Plans.LONGEST_STATEMENT) problems.add("statement", "Use the short name of a statement, like L5");
        String todo = Typed.wordsNeeded(what, "what", "Say what is to be done", problems);
        String step = Typed.words(milestone, "milestone", problems);
        Colleague keeper = colleagues.stream().filter(one -> one.id().id().toString().equals(owner)).findFirst().orElse(null);
        if (keeper == null) problems.add("owner", "Choose who does it");
        LocalDate by = due.needed("due", "Enter the day by which it is done", problems).orElse(null);
        return todo == null || keeper == null || by == null || !problems.isEmpty() ? Optional.empty() : Optional.of(new Action.Written(which, todo, step == null ? "" : step, keeper.id(), by));
    }
}
