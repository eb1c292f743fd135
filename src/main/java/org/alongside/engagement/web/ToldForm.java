package org.alongside.engagement.web;

import java.util.Optional;
import org.alongside.engagement.Told;
import org.alongside.shared.Problems;
import org.alongside.shared.Typed;
import org.jspecify.annotations.Nullable;

/** What came of asking, as typed. */
record ToldForm(@Nullable String version, @Nullable String heard, @Nullable String did) {
    private static final int WORDS = 5000;

    record Read(String heard, String did) {}

    static ToldForm of(@Nullable Told told, int version) {
        return new ToldForm(String.valueOf(version), told == null ? null : told.heard(), told == null ? null : told.did());
    }

    Optional<Read> read(Problems problems) {
        String people = Typed.wordsNeeded(heard, "heard", WORDS, "Write what people said", problems), ours = Typed.wordsNeeded(did, "did", WORDS, "Write what was done about it, or when it will be", problems);
        return people == null || ours == null || !problems.isEmpty() ? Optional.empty() : Optional.of(new Read(people.replace("\r\n", "\n"), ours.replace("\r\n", "\n")));
    }
}
