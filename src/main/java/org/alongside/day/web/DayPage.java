package org.alongside.day.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.alongside.people.Decision;
import org.jspecify.annotations.Nullable;

/**
 * One worker's day.
 *
 * @param now what cannot wait
 * @param given cases that colleagues handed over within the week
 * @param late due today or before
 * @param soon due within the week
 * @param quiet clients without contact for a week or longer, the longest first
 */
record DayPage(LocalDate today, List<Line> now, List<Given> given, List<Line> late, List<Line> soon, List<Quiet> quiet, int cases) {
    /** One thing to do. @param about in which case, or for whom @param typed whether {@code what} was typed by somebody */
    record Line(String path, String what, boolean typed, String about, @Nullable LocalDate on, @Nullable String tag) {}

    /** A case that a colleague handed over. @param words what they said about it */
    record Given(String path, String about, String by, Instant at, String words) {}

    /** @param call what the gate says about a call now */
    record Quiet(String path, String client, String reference, Instant since, boolean never, Decision call) {
        String word() {
            return switch (call.verdict()) {
                case ALLOWED -> "Call: yes, now";
                case ASK_FIRST -> "Call: ask the referrer first";
                case RECHECK -> "Call: only to check again";
                case REFUSED -> call.reason() == Decision.Reason.OUTSIDE_TIMES ? "Call: not now" : call.reason() == Decision.Reason.NOTHING_TO_USE ? "Call: no number held" : "Call: no";
            };
        }

        String colour() {
            return switch (call.verdict()) {
                case ALLOWED -> "green";
                case ASK_FIRST, RECHECK -> "yellow";
                case REFUSED -> call.reason() == Decision.Reason.NOTHING_TO_USE ? "grey" : "red";
            };
        }
    }
}
