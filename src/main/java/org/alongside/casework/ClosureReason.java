package org.alongside.casework;

import org.alongside.shared.Worded;

/** Why a case ended. Three end it while we screen, when the referral does; the last one when somebody moves across the wall. */
public enum ClosureReason implements Worded {
    FINISHED("We finished what we set out to do"),
    CLIENTS_CHOICE("The client chose to stop"),
    LOST_TOUCH("We could not reach the client safely any more"),
    MOVED_AWAY("The client moved away"),
    OTHER_SERVICE("Another service took over"),
    DIED("The client died"),
    DECLINED("Referral declined"),
    PASSED_ON("Referral passed on"),
    WITHDRAWN("Referral withdrawn"),
    CORRECTED("Who harms whom was corrected");

    private final String words;

    ClosureReason(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }
}
