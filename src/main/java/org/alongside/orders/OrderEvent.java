package org.alongside.orders;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.alongside.casework.CaseId;
import org.alongside.people.PersonId;
import org.jspecify.annotations.Nullable;

/** What happened to an order: ids only. */
public sealed interface OrderEvent {
    CaseId caseId();

    Instant at();

    /** @param by whom the order binds; null when nobody is written down for it */
    record Broken(CaseId caseId, UUID breach, @Nullable PersonId by, LocalDate on, ToldPolice toldPolice, Instant at) implements OrderEvent {}

    /** Bail or a licence ended early: somebody may be out, or free of conditions. */
    record CustodyOver(CaseId caseId, Instant at) implements OrderEvent {}
}
