package org.alongside.referral.web;

import java.time.Instant;
import org.alongside.referral.Asking;
import org.alongside.referral.Standing;
import org.jspecify.annotations.Nullable;

/** The number to keep, and when it is read. */
record DonePage(String code, Asking asking, @Nullable Standing standing) {
    @Nullable Instant nextRead() {
        return standing == null ? null : standing.nextRead();
    }
}
