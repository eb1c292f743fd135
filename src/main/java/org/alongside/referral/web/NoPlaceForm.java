package org.alongside.referral.web;

import java.util.Optional;
import org.alongside.referral.NoPlace;
import org.alongside.referral.RiskHolder;
import org.alongside.referral.UnmetReason;
import org.alongside.shared.Problems;
import org.alongside.shared.Side;
import org.alongside.shared.Typed;
import org.jspecify.annotations.Nullable;

/** Exactly what was chosen and typed when there is no place. */
record NoPlaceForm(@Nullable String why, @Nullable String signpost, @Nullable String toldBy, @Nullable String heldBy) {
    static final NoPlaceForm EMPTY = new NoPlaceForm(null, null, null, null);

    Optional<NoPlace> read(@Nullable Side side, Problems problems) {
        UnmetReason reason = Typed.oneNeeded(UnmetReason.class, why, "why", "Choose why there is no place", problems);
        String words = Typed.wordsNeeded(signpost, "signpost", "Say where else they can turn", problems);
        if (words != null && words.length() > 2000) problems.add("signpost", "Use 2,000 characters or fewer");
        NoPlace.ToldBy by = Typed.oneNeeded(NoPlace.ToldBy.class, toldBy, "toldBy", "Choose how they learn of it", problems);
        RiskHolder holder = Typed.one(RiskHolder.class, heldBy);
        if (side == Side.CHANGE && holder == null) problems.add("heldBy", "Choose who goes on holding the risk");
        return problems.isEmpty() && reason != null && words != null && by != null ? Optional.of(new NoPlace(reason, words, by, holder)) : Optional.empty();
    }
}
