package org.alongside.orders;

import java.time.Instant;
import java.time.LocalDate;
import org.alongside.casework.CaseId;

/** What happened to an order: ids only. */
public sealed interface OrderEvent {
    CaseId caseId();

    Instant at();

    record Broken(CaseId caseId, LocalDate on, Instant at) implements OrderEvent {}

    /** Bail or a licence ended early: somebody may be out, or free of conditions. */
    record CustodyOver(CaseId caseId, Instant at) implements OrderEvent {}
}
