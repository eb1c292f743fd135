package org.alongside.casework.web;

import java.util.Optional;
import java.util.UUID;
import org.alongside.casework.NeedLevel;
import org.alongside.casework.NeedStatus;
import org.alongside.casework.Needs;
import org.alongside.shared.Problems;
import org.alongside.shared.Typed;
import org.jspecify.annotations.Nullable;

record NeedForm(@Nullable String once, @Nullable String version, @Nullable String domain, @Nullable String level, @Nullable String status, @Nullable String words) {
    static NeedForm empty() {
        return new NeedForm(UUID.randomUUID().toString(), null, null, null, NeedStatus.OPEN.name(), null);
    }

    static NeedForm of(NeedsPage.Need need) {
        return new NeedForm(need.id().toString(), "" + need.version(), need.domain().name(), need.level().name(), need.status().name(), need.words());
    }

    /** What was typed, against what stands there now. */
    NeedForm over(NeedsPage.Need now) {
        return new NeedForm(once, "" + now.version(), now.domain().name(), level, status, words);
    }

    Optional<Needs.Need> read(Problems problems) {
        NeedLevel much = Typed.oneNeeded(NeedLevel.class, level, "level", "Say how much help is needed", problems);
        NeedStatus far = Typed.oneNeeded(NeedStatus.class, status, "status", "Say how far it has come", problems);
        String note = Typed.words(words, "words", problems);
        return much == null || far == null || !problems.isEmpty() ? Optional.empty() : Optional.of(new Needs.Need(much, far, note));
    }
}
