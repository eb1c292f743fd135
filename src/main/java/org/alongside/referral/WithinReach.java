package org.alongside.referral;

import org.alongside.access.Actor;
import org.alongside.matching.Matching;
import org.alongside.matching.RecordKind;
import org.alongside.shared.NotFound;
import org.springframework.stereotype.Component;

/** The referrals a worker may work with. */
@Component
class WithinReach {
    private final ReferralRepository referrals;
    private final Matching matching;

    WithinReach(ReferralRepository referrals, Matching matching) {
        this.referrals = referrals;
        this.matching = matching;
    }

    Referral of(ReferralId id, Actor.Worker me) {
        me.mustBe(Referrals.SCREENERS);
        // Safety: a referral kept apart from this worker answers as if it did not exist.
        return referrals.findById(id.id()).filter(found -> !matching.isKeptApart(RecordKind.REFERRAL, id.id(), me)).orElseThrow(() -> new NotFound("referral", id.id()));
    }
}
