package org.alongside.orders;

import java.time.Instant;
import java.util.UUID;
import org.alongside.access.WorkerId;
import org.alongside.casework.CaseId;

/** An order as it stands in a case. */
public record Order(UUID id, CaseId caseId, Terms terms, WorkerId recordedBy, Instant recordedAt, int version) {}
