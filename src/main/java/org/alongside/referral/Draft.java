package org.alongside.referral;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Answers being typed. Once sent it holds the code only, so that a second press shows the same code. */
public record Draft(ReferralId id, Asking asking, Answers answers, @Nullable Code code, Instant beganAt) {
    public boolean isSent() {
        return code != null;
    }

    Draft as(Asking asking) {
        return new Draft(id, asking, answers, code, beganAt);
    }

    Draft with(Answers answers) {
        return new Draft(id, asking, answers, code, beganAt);
    }
}
