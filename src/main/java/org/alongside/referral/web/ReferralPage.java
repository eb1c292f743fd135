package org.alongside.referral.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.alongside.people.RevealReason;
import org.alongside.referral.AskedBack;
import org.alongside.referral.DeclineReason;
import org.alongside.referral.GateRule;
import org.alongside.referral.NoPlace;
import org.alongside.referral.Part;
import org.alongside.referral.QualityGate;
import org.alongside.referral.ReferralStatus;
import org.alongside.referral.RiskHolder;
import org.alongside.referral.UnmetReason;
import org.alongside.shared.Problems;
import org.alongside.shared.Side;
import org.alongside.ui.Option;
import org.alongside.ui.Row;
import org.jspecify.annotations.Nullable;

/** One referral, everything that was answered, safe contact first. */
record ReferralPage(InboxPage.Row row, @Nullable Side side, boolean mayDecide, boolean ownWords, List<Block> blocks, @Nullable Before before, @Nullable UUID person, @Nullable Decision decision, @Nullable Passed passedOn,
        @Nullable String cameFrom, Door door, Sent sent) {
    /** What leads to where they live. @param opened the words themselves, once a reason was given; null while closed @param given false when there is nothing to open */
    record Door(boolean given, @Nullable String opened) {
        static final List<Option> REASONS = Stream.of(RevealReason.values()).map(reason -> new Option(reason.name(), reason.words())).toList();
    }

    /** What one of the forms of this page was sent with, when it comes back. */
    record Sent(Problems problems, Map<String, List<String>> typed) {
        static final Sent NOTHING = new Sent(new Problems(), Map.of());

        String one(String field) {
            return typed.getOrDefault(field, List.of("")).get(0);
        }
    }

    /**
     * What is known before the work begins; only of those who use abusive behaviour.
     *
     * @param confided whether some of it comes from a partner or a child
     * @param mail whether the referrer left an address
     * @param open the question that waits for its answer; null when none does
     */
    record Before(QualityGate gate, boolean confided, boolean mail, List<Asked> asked, @Nullable Asked open) {
        static final List<Option> FOUND = List.of(new Option(GateRule.Found.HOLDS.name(), "Yes"), new Option(GateRule.Found.DOES_NOT_HOLD.name(), "No"));

        /** What may still be learned. */
        List<GateRule> unknown() {
            return Stream.of(GateRule.values()).filter(rule -> gate.of(rule) != GateRule.Found.HOLDS).toList();
        }

        List<Option> unknownOptions() {
            return unknown().stream().map(rule -> new Option(rule.name(), rule.words())).toList();
        }

        List<Option> ways() {
            return Stream.of(AskedBack.Way.CALL, AskedBack.Way.EMAIL).filter(way -> mail || way != AskedBack.Way.EMAIL).map(way -> new Option(way.name(), way.words())).toList();
        }

        boolean is(GateRule rule, GateRule.Found found) {
            return gate.of(rule) == found;
        }
    }

    /** A question to the referrer, with the names of the workers. */
    record Asked(AskedBack asked, String by, String heardBy, Instant now) {
        boolean isLate() {
            return !now.isBefore(asked.dueAt());
        }
    }

    /** One part of the answers. */
    record Block(Part part, List<Row> rows) {}

    record Decision(String by, Instant at, @Nullable DeclineReason reason, @Nullable RiskHolder heldBy, @Nullable UnmetReason unmet, NoPlace.@Nullable ToldBy toldBy, String note) {}

    /** Where a referral we passed on stands now. */
    record Passed(String to, ReferralStatus status, Instant changedAt, boolean agreed, List<Part> parts) {}

    String path() {
        return "/desk/referrals/" + row.id();
    }

    /** Whether it is about how somebody behaves. */
    boolean isAboutBehaviour() {
        return side == Side.CHANGE;
    }

    /** Whether accepting needs a reason. */
    boolean asksWhy() {
        return before != null && !before.gate().holds();
    }

    boolean may(ReferralStatus next) {
        return mayDecide && row.status().mayBecome(next);
    }

    boolean mayBeReopened() {
        return mayDecide && (row.status() == ReferralStatus.DECLINED || row.status() == ReferralStatus.WITHDRAWN);
    }
}
