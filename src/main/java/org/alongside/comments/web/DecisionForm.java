package org.alongside.comments.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.alongside.comments.Moderation;
import org.alongside.comments.Reason;
import org.alongside.comments.Redaction;
import org.alongside.shared.Problems;
import org.alongside.shared.Typed;
import org.jspecify.annotations.Nullable;

/** What a moderator decides, as typed. @param cuts "from-to" of what goes out @param phrases more to take out, one a line @param noName "yes" to leave the name out @param themes ids */
record DecisionForm(@Nullable String revision, @Nullable List<String> cuts, @Nullable String phrases, @Nullable String noName, @Nullable List<String> themes, @Nullable String reason, @Nullable String answer) {
    static final DecisionForm EMPTY = new DecisionForm(null, null, null, null, null, null, null);
    private static final int ANSWER = 1000;

    Moderation.Showing showing() {
        List<Redaction.Cut> out = new ArrayList<>();
        for (String cut : cuts == null ? List.<String>of() : cuts) {
            if (!cut.matches("\\d{1,5}-\\d{1,5}")) continue;
            String[] ends = cut.split("-");
            out.add(new Redaction.Cut(Integer.parseInt(ends[0]), Integer.parseInt(ends[1])));
        }
        return new Moderation.Showing(Typed.version(revision), !"yes".equals(noName), out, lines(), ids());
    }

    private List<String> lines() {
        return phrases == null ? List.of() : phrases.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    private Set<UUID> ids() {
        Set<UUID> ids = new HashSet<>();
        for (String id : themes == null ? List.<String>of() : themes) if (id.matches(WriteController.ID)) ids.add(UUID.fromString(id));
        return ids;
    }

    record Refusal(int revision, Reason reason, String answer) {}

    /** Why it is not shown, and what its writer reads. @param needsWords whether words have to stand beside the reason */
    Optional<Refusal> refusal(boolean needsWords, Problems problems) {
        Reason chosen = Typed.one(Reason.class, reason);
        if (chosen == null || !chosen.isChosen()) problems.add("reason", "Choose why");
        String words = needsWords ? Typed.wordsNeeded(answer, "answer", ANSWER, "Write what has to change; its writer reads it", problems) : Typed.fitting(answer, "answer", ANSWER, problems);
        return chosen == null || !problems.isEmpty() || words == null ? Optional.empty() : Optional.of(new Refusal(Typed.version(revision), chosen, words));
    }
}
