package org.alongside.referral.web;

import java.util.Arrays;
import java.util.Optional;
import org.alongside.referral.DeclineReason;
import org.alongside.referral.RiskHolder;
import org.alongside.shared.Problems;
import org.alongside.shared.Side;
import org.alongside.shared.Typed;
import org.jspecify.annotations.Nullable;

/** @param heldBy who goes on holding the risk: asked about those who use abusive behaviour */
record DeclineForm(@Nullable String reason, String signpost, @Nullable String heldBy) {
    static final DeclineForm EMPTY = new DeclineForm(null, "", null);

    DeclineForm {
        signpost = signpost == null ? "" : signpost;
    }

    Optional<DeclineReason> read() {
        return Arrays.stream(DeclineReason.values()).filter(one -> one.name().equals(reason)).findFirst();
    }

    @Nullable RiskHolder holder() {
        return Typed.one(RiskHolder.class, heldBy);
    }

    /** None on a page that was not sent yet. */
    Problems problems(@Nullable Side side) {
        Problems problems = new Problems();
        if (this == EMPTY) return problems;
        if (read().isEmpty()) problems.add("reason", "Choose why");
        if (side == Side.CHANGE && holder() == null) problems.add("heldBy", "Choose who goes on holding the risk");
        if (read().filter(DeclineReason.OTHER::equals).isPresent() && signpost.isBlank()) problems.add("signpost", "Say what the other reason is");
        // Not being willing ends nothing by itself: what else is done is part of the decision.
        else if (side == Side.CHANGE && read().filter(DeclineReason.THEY_SAID_NO::equals).isPresent() && signpost.isBlank()) problems.add("signpost", "Say what is done instead");
        if (signpost.length() > 2000) problems.add("signpost", "Use 2,000 characters or fewer");
        return problems;
    }
}
