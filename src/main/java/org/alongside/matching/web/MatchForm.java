package org.alongside.matching.web;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alongside.access.WorkerId;
import org.alongside.matching.MatchDecision;
import org.alongside.matching.Matches.Apart;
import org.alongside.shared.Problems;
import org.jspecify.annotations.Nullable;

record MatchForm(@Nullable String decision, @Nullable List<String> fromNew, @Nullable List<String> fromKnown, @Nullable String note) {
    static final MatchForm EMPTY = new MatchForm(null, null, null, null);

    record Decided(MatchDecision decision, Apart apart, String note) {}

    MatchForm {
        fromNew = fromNew == null ? List.of() : fromNew;
        fromKnown = fromKnown == null ? List.of() : fromKnown;
        note = note == null ? "" : note;
    }

    /** Only people who work here may be chosen; anything else was not offered. */
    Optional<Decided> read(Set<String> colleagues, boolean holds, Problems problems) {
        Optional<MatchDecision> chosen = Stream.of(MatchDecision.values()).filter(one -> one.name().equals(decision)).findFirst();
        if (chosen.isEmpty()) problems.add("decision", "Choose what you have found out");
        Apart apart = new Apart(workers(fromNew, colleagues), workers(fromKnown, colleagues));
        if (chosen.filter(one -> one == MatchDecision.CONFLICT).isPresent() && !holds && apart.fromNew().isEmpty() && apart.fromKnown().isEmpty()) {
            problems.add("fromNew", "Choose at least one worker who must not open one of the records");
        }
        if (holds && chosen.filter(one -> one == MatchDecision.DIFFERENT_PEOPLE).isPresent() && (note == null || note.isBlank())) problems.add("note", "Say how you know that it is somebody else");
        if (note != null && note.length() > 4000) problems.add("note", "Write no more than 4,000 characters");
        return problems.isEmpty() ? chosen.map(one -> new Decided(one, apart, String.valueOf(note))) : Optional.empty();
    }

    private static Set<WorkerId> workers(@Nullable List<String> ids, Set<String> colleagues) {
        return ids == null ? Set.of() : ids.stream().filter(colleagues::contains).map(WorkerId::of).collect(Collectors.toSet());
    }
}
