package org.alongside.referral.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.alongside.people.RevealReason;
import org.alongside.referral.DeclineReason;
import org.alongside.referral.Part;
import org.alongside.referral.ReferralStatus;
import org.alongside.shared.Problems;
import org.alongside.ui.Option;
import org.alongside.ui.Row;
import org.jspecify.annotations.Nullable;

/** One referral, everything that was answered, safe contact first. */
record ReferralPage(InboxPage.Row row, boolean mayDecide, boolean ownWords, List<Block> blocks, @Nullable UUID person, @Nullable Decision decision, @Nullable Passed passedOn, @Nullable String cameFrom, Door door) {
    /** What leads to where they live. @param opened the words themselves, once a reason was given; null while closed @param given false when there is nothing to open */
    record Door(boolean given, @Nullable String opened, Problems problems) {
        static final List<Option> REASONS = Stream.of(RevealReason.values()).map(reason -> new Option(reason.name(), reason.words())).toList();
    }

    /** One part of the answers. */
    record Block(Part part, List<Row> rows) {}

    record Decision(String by, Instant at, @Nullable DeclineReason reason, String note) {}

    /** Where a referral we passed on stands now. */
    record Passed(String to, ReferralStatus status, Instant changedAt, boolean agreed, List<Part> parts) {}

    String path() {
        return "/desk/referrals/" + row.id();
    }

    boolean may(ReferralStatus next) {
        return mayDecide && row.status().mayBecome(next);
    }

    boolean mayBeReopened() {
        return mayDecide && (row.status() == ReferralStatus.DECLINED || row.status() == ReferralStatus.WITHDRAWN);
    }
}
