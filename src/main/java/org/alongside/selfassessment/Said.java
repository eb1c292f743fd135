package org.alongside.selfassessment;

import java.time.Instant;
import org.alongside.access.WorkerId;
import org.jspecify.annotations.Nullable;

/**
 * What was said of one statement.
 *
 * @param toConfirm carried forward from an earlier assessment, and not looked at since
 * @param shown how many pieces of evidence stand beside it that were not taken away
 * @param valid how many of them have not run out
 */
public record Said(String statement, @Nullable Answer answer, String why, boolean toConfirm, int revision, @Nullable WorkerId by, @Nullable Instant at, int shown, int valid) {
    public static Said nothing(String statement) {
        return new Said(statement, null, "", false, 0, null, null, 0, 0);
    }

    public boolean is(Answer one) {
        return answer == one;
    }

    /** Whether it may be handed in so. */
    public boolean isReady() {
        return answer != null && !toConfirm && !isUnshown() && !(answer == Answer.NOT_APPLICABLE && why.isBlank());
    }

    /** Whether something is said to be so that nothing shows. */
    public boolean isUnshown() {
        return answer == Answer.MET && valid == 0;
    }
}
