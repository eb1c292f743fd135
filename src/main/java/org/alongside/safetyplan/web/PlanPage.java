package org.alongside.safetyplan.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.alongside.safetyplan.AgreedPlan;
import org.alongside.safetyplan.PlanSection;
import org.alongside.shared.Problems;
import org.jspecify.annotations.Nullable;

/**
 * One agreed plan, alone or beside another.
 *
 * @param shown null when none was agreed yet; {@code with} the one it is compared with, if any
 * @param draftOpen whether the draft differs from the newest agreed plan
 */
record PlanPage(UUID caseId, String who, boolean closed, boolean draftOpen, @Nullable AgreedPlan shown, String writtenBy, boolean newest, boolean overdue, @Nullable AgreedPlan with, List<Line> versions,
        Problems problems) {
    record Line(int number, Instant agreedAt, String writtenBy) {}

    String path() {
        return "/desk/cases/" + caseId + "/plan";
    }

    List<PlanSection> sections() {
        AgreedPlan plan = shown, other = with;
        return plan == null ? List.of() : List.of(PlanSection.values()).stream().filter(section -> !plan.part(section).isEmpty() || other != null && !other.part(section).isEmpty()).toList();
    }
}
