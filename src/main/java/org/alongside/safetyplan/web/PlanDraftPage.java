package org.alongside.safetyplan.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.alongside.safetyplan.KeptWhere;
import org.alongside.safetyplan.PlanPart;
import org.alongside.safetyplan.PlanSection;
import org.alongside.shared.Problems;
import org.alongside.shared.TypedDate;
import org.alongside.ui.Option;
import org.jspecify.annotations.Nullable;

/** The plan being written. @param theirs what somebody else saved meanwhile in parts both wrote in */
record PlanDraftPage(UUID caseId, String who, Map<PlanSection, PlanPart> parts, Map<PlanSection, Integer> revisions, Map<PlanSection, PlanPart> theirs, String kept, String keptWords, TypedDate review,
        Problems problems) {
    String path() {
        return "/desk/cases/" + caseId + "/plan";
    }

    PlanPart part(PlanSection section) {
        return parts.getOrDefault(section, PlanPart.EMPTY);
    }

    int revision(PlanSection section) {
        return revisions.getOrDefault(section, 0);
    }

    @Nullable PlanPart theirs(PlanSection section) {
        return theirs.get(section);
    }

    List<Option> places() {
        return Stream.of(KeptWhere.values()).map(place -> new Option(place.name(), place.words())).toList();
    }
}
