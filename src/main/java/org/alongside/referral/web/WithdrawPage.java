package org.alongside.referral.web;

import org.alongside.shared.Problems;

record WithdrawPage(ReferralPage referral, WithdrawForm form) {
    Problems problems() {
        return form.problems(referral.side());
    }
}
