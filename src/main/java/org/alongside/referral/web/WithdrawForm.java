package org.alongside.referral.web;

import org.alongside.referral.RiskHolder;
import org.alongside.shared.Problems;
import org.alongside.shared.Side;
import org.alongside.shared.Typed;
import org.jspecify.annotations.Nullable;

/** @param heldBy as on {@link DeclineForm} */
record WithdrawForm(String why, @Nullable String heldBy) {
    static final WithdrawForm EMPTY = new WithdrawForm("", null);

    WithdrawForm {
        why = why == null ? "" : why;
    }

    @Nullable RiskHolder holder() {
        return Typed.one(RiskHolder.class, heldBy);
    }

    /** None on a page that was not sent yet. */
    Problems problems(@Nullable Side side) {
        Problems problems = new Problems();
        if (this == EMPTY) return problems;
        if (why.isBlank()) problems.add("why", "Say who withdrew it and why");
        if (side == Side.CHANGE && holder() == null) problems.add("heldBy", "Choose who goes on holding the risk");
        if (why.length() > 2000) problems.add("why", "Use 2,000 characters or fewer");
        return problems;
    }
}
