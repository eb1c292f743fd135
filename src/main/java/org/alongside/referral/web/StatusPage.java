package org.alongside.referral.web;

import java.time.Instant;
import java.util.Optional;
import org.alongside.referral.ReferralStatus;
import org.alongside.referral.Standing;
import org.alongside.ui.Frame;
import org.jspecify.annotations.Nullable;

/** @param asked whether a number was typed, {@code standing} what we may say about it; empty for every number we can say nothing about */
record StatusPage(boolean asked, boolean busy, Optional<Said> standing) {
    record Said(ReferralStatus status, @Nullable Instant ringFrom) {
        String title(Frame frame) {
            return frame.sayOrKeep("referral.status." + status.name() + ".title");
        }

        String words(Frame frame) {
            return frame.sayOrKeep("referral.status." + status.name());
        }
    }

    static StatusPage of(boolean asked, boolean busy, Optional<Standing> standing) {
        return new StatusPage(asked, busy, standing.map(known -> new Said(known.status(), known.status().isWaiting() || known.status() == ReferralStatus.ACCEPTED ? known.ringFrom() : null)));
    }
}
