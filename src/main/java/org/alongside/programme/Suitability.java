package org.alongside.programme;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Locale;
import java.util.UUID;
import org.alongside.access.WorkerId;
import org.alongside.shared.Times;
import org.jspecify.annotations.Nullable;

/** What was decided after a talk about suitability and danger. @param asksSecond whether an answer was urgent, so that somebody else has to agree before they start */
public record Suitability(UUID sheet, Decision decision, String why, boolean asksSecond, WorkerId by, Instant at, @Nullable WorkerId agreedBy) {
    /** How long a talk says how things are. Source: own; a group that fills in a quarter leaves people waiting longer than what they said holds. */
    static final Period HOLDS = Period.ofMonths(6);

    public boolean waitsForSecond() {
        return decision == Decision.SUITABLE && asksSecond && agreedBy == null;
    }

    /** Why they may not start because of this, in a sentence; empty when they may. */
    String inTheWay(LocalDate today) {
        if (decision != Decision.SUITABLE) return "The last talk about suitability came to another decision: " + decision.words().toLowerCase(Locale.UK) + ".";
        // Safety: an answer that asked for help at once is looked at by two before anybody sits in a group.
        if (waitsForSecond()) return "An answer in the talk about suitability was urgent, so a manager or lead has to agree first.";
        return Times.day(at).plus(HOLDS).isBefore(today) ? "The last talk about suitability is older than six months. Ask again." : "";
    }
}
