package org.alongside.casework.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.alongside.casework.Closures;
import org.alongside.casework.ClosureReason;
import org.alongside.casework.NeedDomain;
import org.alongside.casework.NeedStatus;
import org.alongside.casework.UnmetBecause;
import org.alongside.instruments.AnswerSheet;
import org.alongside.shared.Problems;
import org.alongside.shared.Typed;
import org.jspecify.annotations.Nullable;

/** @param outcome each need's end, by the name of its domain @param because why it was not wholly met, likewise */
record ClosureForm(@Nullable String once, @Nullable String reason, @Nullable String words, @Nullable Map<String, String> outcome, @Nullable Map<String, String> because,
        @Nullable String clientWords) {
    static ClosureForm empty() {
        return new ClosureForm(UUID.randomUUID().toString(), null, null, null, null, null);
    }

    @Nullable String outcomeOf(NeedDomain domain) {
        return outcome == null ? null : outcome.get(domain.name());
    }

    @Nullable String becauseOf(NeedDomain domain) {
        return because == null ? null : because.get(domain.name());
    }

    Optional<Closures.Closure> read(List<NeedsPage.Need> needs, @Nullable AnswerSheet answers, Problems problems) {
        ClosureReason why = Typed.oneNeeded(ClosureReason.class, reason, "reason", "Choose why the case ends", problems);
        if (why != null && !Closures.reasons().contains(why)) problems.add("reason", "Choose why the case ends");
        String view = Typed.words(words, "words", problems);
        List<Closures.NeedOutcome> ends = new ArrayList<>();
        for (NeedsPage.Need need : needs) end(need.domain(), problems).ifPresent(ends::add);
        if (answers != null) answers.check(problems);
        String voice = Typed.words(clientWords, "clientWords", problems);
        if (why == null || !problems.isEmpty()) return Optional.empty();
        return Optional.of(new Closures.Closure(Typed.id(once), why, view, ends, new Closures.Feedback(answers, voice)));
    }

    private Optional<Closures.NeedOutcome> end(NeedDomain domain, Problems problems) {
        String field = "outcome[" + domain.name() + "]";
        NeedStatus end = Typed.oneNeeded(NeedStatus.class, outcomeOf(domain), field, domain.words() + ": say how it ended", problems);
        if (end == null) return Optional.empty();
        if (end == NeedStatus.OPEN || end == NeedStatus.WORKING) problems.add(field, domain.words() + ": say how it ended");
        UnmetBecause why = Typed.one(UnmetBecause.class, becauseOf(domain));
        boolean asks = end == NeedStatus.PARTLY || end == NeedStatus.UNMET;
        if (asks && why == null) problems.add("because[" + domain.name() + "]", domain.words() + ": say why it was not wholly met");
        return Optional.of(new Closures.NeedOutcome(domain, end, asks ? why : null));
    }
}
