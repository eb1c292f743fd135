package org.alongside.referral;

import java.util.Map;
import java.util.Set;
import org.alongside.shared.RuleBroken;

/** Where a referral stands, and where it may go from there. */
public enum ReferralStatus {
    RECEIVED("Received"),
    SCREENING("In screening"),
    ACCEPTED("Accepted"),
    DECLINED("Declined"),
    PASSED_ON("Passed on"),
    WITHDRAWN("Withdrawn");

    /** The whole graph. A decision that told nobody outside may be undone; one that opened a case or left the house may not. */
    static final Map<ReferralStatus, Set<ReferralStatus>> NEXT = Map.of(
            RECEIVED, Set.of(SCREENING, DECLINED, PASSED_ON, WITHDRAWN),
            SCREENING, Set.of(ACCEPTED, DECLINED, PASSED_ON, WITHDRAWN),
            DECLINED, Set.of(RECEIVED, SCREENING),
            WITHDRAWN, Set.of(RECEIVED, SCREENING),
            ACCEPTED, Set.of(),
            PASSED_ON, Set.of());

    private final String words;

    ReferralStatus(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    public boolean isWaiting() {
        return this == RECEIVED || this == SCREENING;
    }

    public boolean mayBecome(ReferralStatus next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }

    ReferralStatus to(ReferralStatus next) {
        if (!mayBecome(next)) {
            throw new RuleBroken("referral.already-decided", "This referral is already “" + words.toLowerCase() + "”. Somebody may have decided while you were reading. Go back to see what was done.");
        }
        return next;
    }
}
