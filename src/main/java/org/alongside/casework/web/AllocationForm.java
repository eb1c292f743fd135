package org.alongside.casework.web;

import java.util.Optional;
import java.util.UUID;
import org.alongside.access.WorkerId;
import org.alongside.casework.Allocate;
import org.alongside.casework.GenderWish;
import org.alongside.shared.Problems;
import org.alongside.shared.Typed;
import org.jspecify.annotations.Nullable;

record AllocationForm(@Nullable String once, @Nullable String to, @Nullable String wish, @Nullable String wishWords, @Nullable String met, @Nullable String words) {
    static AllocationForm empty(@Nullable String wish, @Nullable String wishWords) {
        return new AllocationForm(UUID.randomUUID().toString(), null, wish, wishWords, null, null);
    }

    Optional<Allocate> read(Problems problems) {
        if (to == null || to.isBlank()) problems.add("to", "Choose who works with them");
        GenderWish wished = Typed.one(GenderWish.class, wish);
        String own = Typed.words(wishWords, "wishWords", problems);
        if (wished == GenderWish.OTHER && own == null) problems.add("wishWords", "Write their wish in their words");
        boolean has = wished != null && wished != GenderWish.NONE;
        if (has && !"yes".equals(met) && !"no".equals(met)) problems.add("met", "Say whether this worker is what they wished for");
        String why = Typed.words(words, "words", problems);
        if (!problems.isEmpty()) return Optional.empty();
        return Optional.of(new Allocate(Typed.id(once), new WorkerId(Typed.id(to)), wished, wished == GenderWish.OTHER ? own : null, has ? "yes".equals(met) : null, why));
    }
}
