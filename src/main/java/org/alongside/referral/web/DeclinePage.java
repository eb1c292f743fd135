package org.alongside.referral.web;

import java.util.List;
import java.util.stream.Stream;
import org.alongside.referral.DeclineReason;
import org.alongside.shared.Problems;
import org.alongside.ui.Option;

record DeclinePage(ReferralPage referral, DeclineForm form) {
    Problems problems() {
        return form.problems(referral.side());
    }

    List<Option> reasons() {
        return Stream.of(DeclineReason.values()).map(reason -> new Option(reason.name(), reason.words())).toList();
    }
}
