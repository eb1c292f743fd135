package org.alongside.involvement.web;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.alongside.involvement.Change;
import org.alongside.involvement.Decision;
import org.alongside.shared.Problems;
import org.alongside.shared.Typed;
import org.alongside.shared.TypedDate;
import org.jspecify.annotations.Nullable;

/** What a group asked for, as typed. @param statement key of a standard, a slash, and the id of its statement; or empty */
record ChangeForm(@Nullable String once, @Nullable TypedDate asked, @Nullable String proposal, @Nullable String decision, @Nullable String why, @Nullable TypedDate decided, @Nullable String changed, @Nullable TypedDate since, @Nullable String statement, @Nullable String heard,
                  @Nullable String did, @Nullable String revision) {
    private static final int WORDS = 2000, PUBLIC = 500;

    ChangeForm {
        asked = asked == null ? TypedDate.NONE : asked;
        decided = decided == null ? TypedDate.NONE : decided;
        since = since == null ? TypedDate.NONE : since;
    }

    static ChangeForm empty(LocalDate today) {
        return new ChangeForm(UUID.randomUUID().toString(), TypedDate.of(today), null, null, null, null, null, null, null, null, null, null);
    }

    static ChangeForm of(Change change) {
        return new ChangeForm(null, TypedDate.of(change.askedOn()), change.proposal(), change.decision() == null ? "" : change.decision().name(), change.why(), TypedDate.of(change.decidedOn()), change.changed(), TypedDate.of(change.changedOn()),
                change.standard() == null ? "" : change.standard() + "/" + change.statement(), change.heard(), change.did(), String.valueOf(change.revision()));
    }

    Optional<Change.Words> read(Problems problems) {
        LocalDate day = asked.needed("asked", "Enter the day they asked", problems).orElse(null);
        String wish = Typed.wordsNeeded(proposal, "proposal", WORDS, "Write what they asked for", problems);
        Decision its = Typed.one(Decision.class, decision);
        LocalDate on = its == null ? null : decided.needed("decided", "Enter the day it was decided", problems).orElse(null), when = its == Decision.DID ? since.needed("since", "Enter the day since when it is different", problems).orElse(null) : since.read("since", problems).orElse(null);
        String reason = Typed.fitting(why, "why", WORDS, problems), different = Typed.fitting(changed, "changed", WORDS, problems), hears = Typed.fitting(heard, "heard", PUBLIC, problems), does = Typed.fitting(did, "did", PUBLIC, problems);
        if (its != null && its != Decision.DID && reason.isEmpty()) problems.add("why", "Say why: they gave their time for it");
        if (its == Decision.DID && different.isEmpty()) problems.add("changed", "Say what is different now");
        String[] belongs = statement == null || statement.isBlank() ? new String[0] : statement.split("/", 2);
        if (day == null || wish == null || !problems.isEmpty()) return Optional.empty();
        return Optional.of(new Change.Words(day, wish, its, reason, on, different, when, belongs.length == 2 ? belongs[0] : null, belongs.length == 2 ? belongs[1] : null, hears, does));
    }
}
