package org.alongside.safetyplan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.alongside.access.WorkerId;
import org.alongside.casework.CaseId;

/** A plan as the client agreed to it, never changed after. @param number 1 for the first of a case */
public record AgreedPlan(UUID id, CaseId caseId, int number, Instant agreedAt, WorkerId writtenBy, KeptWhere kept, String keptWords, LocalDate reviewOn, Map<PlanSection, PlanPart> parts) {
    public PlanPart part(PlanSection section) {
        return parts.getOrDefault(section, PlanPart.EMPTY);
    }
}
