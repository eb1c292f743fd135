package org.alongside.referral.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.alongside.referral.Danger;
import org.alongside.referral.FirstContact;
import org.alongside.referral.ReferralStatus;
import org.alongside.referral.Source;
import org.alongside.shared.Side;
import org.alongside.shared.Times;
import org.jspecify.annotations.Nullable;

/** The referrals that wait, or the ones decided lately. @param counts null for those who do not manage @param duty who is on duty now, or next within a day */
record InboxPage(Side side, boolean decided, List<Row> rows, @Nullable String older, @Nullable Counts counts, FirstContact.Within within, List<OnDuty> duty, @Nullable String wrongNumber) {
    /** @param now whether they are on duty now; otherwise from {@code from} on */
    record OnDuty(String who, boolean now, Instant from, Instant until) {}

    record Told(String role, String name, Instant at) {}

    /** What is known before work with somebody about how they behave begins. @param answerDue when the referrer should have answered; null when nobody waits for it */
    record Before(int unknown, boolean contactIsDangerous, @Nullable Instant answerDue) {}

    record Row(UUID id, ReferralStatus status, Danger danger, Source source, boolean child, boolean noContact, Instant receivedAt, Instant contactDueAt, @Nullable String screeningBy,
            @Nullable Instant decidedAt, String name, List<Told> told, @Nullable Before before, Instant now) {
        String waiting() {
            return Times.say(Duration.between(receivedAt, now));
        }

        boolean isLate() {
            return status == ReferralStatus.RECEIVED && !now.isBefore(contactDueAt);
        }

        /** Whether the referrer was asked, and should have answered by now. */
        boolean isUnanswered() {
            return before != null && before.answerDue != null && !now.isBefore(before.answerDue);
        }

        /** How the first-contact clock stands. */
        String clock() {
            if (status != ReferralStatus.RECEIVED) return screeningBy == null ? "" : "With " + screeningBy;
            return isLate() ? "Due " + Times.say(Duration.between(contactDueAt, now)) + " ago" : "Due in " + Times.say(Duration.between(now, contactDueAt));
        }

        String dangerColour() {
            return switch (danger) {
                case NOW -> "red";
                case NOT_SURE -> "orange";
                case NOT_SAID -> "grey";
                case SAFE_FOR_NOW -> "green";
            };
        }
    }

    record Counts(int unread, int late, int screening, int accepted, int declined, int passedOn) {}

    String title() {
        return side == Side.SUPPORT ? "Inbox" : "Behaviour-change inbox";
    }
}
