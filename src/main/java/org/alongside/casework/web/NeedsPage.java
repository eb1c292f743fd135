package org.alongside.casework.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.alongside.casework.GoalStatus;
import org.alongside.casework.NeedDomain;
import org.alongside.casework.NeedLevel;
import org.alongside.casework.NeedStatus;
import org.alongside.casework.OfferAnswer;
import org.jspecify.annotations.Nullable;

/** What the client needs, wants, was offered and chose. */
record NeedsPage(CaseBar bar, List<Need> needs, List<Goal> goals, List<Offer> offers) {
    record Need(UUID id, NeedDomain domain, NeedLevel level, NeedStatus status, @Nullable String words, int version) {}

    record Goal(UUID id, @Nullable String words, GoalStatus status, LocalDate setOn, int version) {}

    record Offer(UUID id, @Nullable UUID goal, @Nullable String words, LocalDate offeredOn, OfferAnswer answer, @Nullable LocalDate answeredOn, int version) {}

    List<Offer> offersOf(@Nullable UUID goal) {
        return offers.stream().filter(offer -> goal == null ? offer.goal == null : goal.equals(offer.goal)).toList();
    }
}
