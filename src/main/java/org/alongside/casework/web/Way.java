package org.alongside.casework.web;

import java.util.List;
import org.alongside.people.Channel;
import org.alongside.people.Decision;
import org.jspecify.annotations.Nullable;

/** One way of contact as the gate sees it now. {@code to} is the number or address, given only while it may be used. */
record Way(Channel channel, Decision decision, @Nullable String to) {
    String word() {
        return switch (decision.verdict()) {
            case ALLOWED -> "yes, now";
            case ASK_FIRST -> "ask the referrer first";
            case RECHECK -> "only to check again";
            case REFUSED -> switch (decision.reason()) {
                case NEVER -> "never";
                case OUTSIDE_TIMES -> "not now";
                case NOTHING_TO_USE -> "nothing held";
                default -> "no";
            };
        };
    }

    String colour() {
        return switch (decision.verdict()) {
            case ALLOWED -> "green";
            case ASK_FIRST, RECHECK -> "yellow";
            case REFUSED -> decision.reason() == Decision.Reason.NOTHING_TO_USE ? "grey" : "red";
        };
    }

    // Safety: only a call may be dialled with one touch; the number of somebody who may be texted and never called is text.
    boolean mayBeDialled() {
        return channel == Channel.PHONE;
    }

    List<String> how() {
        return decision.how();
    }
}
