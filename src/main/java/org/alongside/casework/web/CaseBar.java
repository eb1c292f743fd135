package org.alongside.casework.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.alongside.casework.CaseStatus;
import org.alongside.people.PersonFacts;
import org.alongside.people.Way;
import org.alongside.shared.Side;
import org.jspecify.annotations.Nullable;

/** What stands at the top of every page of a case: who it is, how they may be reached now, and what is owed. */
record CaseBar(UUID id, String reference, CaseStatus status, Side side, PersonFacts client, List<Way> ways, @Nullable UUID workerId, @Nullable String worker,
        Instant openedAt, @Nullable Instant closedAt, boolean locked, Counts counts) {
    /** @param wish the wish about the worker's gender and whether it was met, of the newest allocation @param danger the level that stands; null when nobody has judged */
    record Counts(int actionsOpen, int actionsOverdue, @Nullable LocalDate nextDueOn, int needsOpen, int goals, int crisesWithoutDetails,
            @Nullable LocalDate assessmentReviewOn, @Nullable LocalDate planReviewOn, @Nullable LocalDate orderReviewOn, @Nullable LocalDate placeNeededFrom, @Nullable Word danger) {}

    /** What stands, in a word, with the colour of its tag. */
    record Word(String text, String colour) {}

    Wording say() {
        return Wording.of(side);
    }

    boolean support() {
        return side == Side.SUPPORT;
    }

    boolean closed() {
        return status == CaseStatus.CLOSED;
    }

    String path() {
        return "/desk/cases/" + id;
    }

    String path(String noun) {
        return path() + "/" + noun;
    }
}
