package org.alongside.people.web;

import java.util.List;
import java.util.UUID;
import org.alongside.people.About;
import org.alongside.people.Decision;
import org.alongside.people.Safe;
import org.alongside.shared.Side;
import org.jspecify.annotations.Nullable;

/** One person: safe contact first, then what we know of them. No address, not even that there is one. */
record PersonPage(UUID id, Side side, About about, List<String> otherNames, List<Way> ways, @Nullable String phone, @Nullable String email, boolean mayStartCall,
        @Nullable String checked, boolean expired, boolean manager, boolean mayRecordRequests) {
    /** One way of contact, with what the gate says now. */
    record Way(Decision decision, Safe safe, String times, String words) {
        /** The safe times, unless the decision names them already. */
        String otherTimes() {
            return decision.reason() == Decision.Reason.OUTSIDE_TIMES ? "" : times;
        }

        String tag() {
            return switch (decision.verdict()) {
                case ALLOWED -> "Yes, now";
                case ASK_FIRST -> "One live call";
                case RECHECK -> "Only to check again";
                case REFUSED -> decision.notBefore() != null ? "Not now" : "Do not";
            };
        }

        String colour() {
            return switch (decision.verdict()) {
                case ALLOWED -> "green";
                case ASK_FIRST, RECHECK -> "yellow";
                case REFUSED -> "red";
            };
        }
    }
}
