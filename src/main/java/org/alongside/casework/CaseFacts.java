package org.alongside.casework;

import org.alongside.access.WorkerId;
import org.alongside.people.PersonId;
import org.alongside.referral.ReferralId;
import org.alongside.shared.Side;
import org.jspecify.annotations.Nullable;

/** What other rooms may know of a case. @param reference what people say on the phone; it reveals nothing @param worker whoever has the case now @param referral what it began with, if anything */
public record CaseFacts(CaseId id, PersonId person, Side side, CaseStatus status, String reference, @Nullable WorkerId worker, @Nullable ReferralId referral) {
    public boolean isClosed() {
        return status == CaseStatus.CLOSED;
    }
}
