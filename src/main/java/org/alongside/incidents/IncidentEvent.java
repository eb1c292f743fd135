package org.alongside.incidents;

import java.time.Instant;
import java.time.LocalDate;
import org.alongside.casework.CaseId;

/** Something was done to a client again. Ids and codes only. */
public record IncidentEvent(CaseId caseId, Incident.Source source, LocalDate on, Instant at) {}
