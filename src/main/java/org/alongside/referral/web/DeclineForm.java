package org.alongside.referral.web;

import java.util.Arrays;
import java.util.Optional;
import org.alongside.referral.DeclineReason;
import org.alongside.shared.Problems;
import org.jspecify.annotations.Nullable;

record DeclineForm(@Nullable String reason, String signpost) {
    static final DeclineForm EMPTY = new DeclineForm(null, "");

    DeclineForm {
        signpost = signpost == null ? "" : signpost;
    }

    Optional<DeclineReason> read() {
        return Arrays.stream(DeclineReason.values()).filter(one -> one.name().equals(reason)).findFirst();
    }

    /** None on a page that was not sent yet. */
    Problems problems() {
        Problems problems = new Problems();
        if (this != EMPTY && read().isEmpty()) problems.add("reason", "Choose why");
        if (read().filter(DeclineReason.OTHER::equals).isPresent() && signpost.isBlank()) problems.add("signpost", "Say what the other reason is");
        if (signpost.length() > 2000) problems.add("signpost", "Use 2,000 characters or fewer");
        return problems;
    }
}
