package org.alongside.safetyplan.web;

import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.audit.AuditTrail;
import org.alongside.casework.CaseFacts;
import org.alongside.casework.CaseId;
import org.alongside.casework.CaseLooks;
import org.alongside.organisations.Organisations;
import org.alongside.safetyplan.AgreedPlan;
import org.alongside.safetyplan.DraftPlan;
import org.alongside.safetyplan.PlanPart;
import org.alongside.safetyplan.PlanSection;
import org.alongside.safetyplan.SafetyPlans;
import org.alongside.shared.NotFound;
import org.alongside.shared.Problems;
import org.alongside.shared.Times;
import org.alongside.shared.TypedDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class PlanPages {
    private final SafetyPlans plans;
    private final CaseLooks looks;
    private final Organisations organisations;
    private final AuditTrail audit;
    private final Clock clock;

    PlanPages(SafetyPlans plans, CaseLooks looks, Organisations organisations, AuditTrail audit, Clock clock) {
        this.plans = plans;
        this.looks = looks;
        this.organisations = organisations;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param number the version asked for, null for the newest; {@code with} another to set beside it */
    PlanPage show(UUID caseId, @Nullable Integer number, @Nullable Integer with, Actor.Worker me, Problems problems) {
        SafetyPlans.Whole plan = plans.whole(new CaseId(caseId), me);
        CaseFacts facts = plan.facts();
        List<AgreedPlan> agreed = plan.agreed();
        AgreedPlan newest = agreed.isEmpty() ? null : agreed.get(0);
        AgreedPlan shown = number == null ? newest : find(agreed, number, caseId);
        DraftPlan draft = plan.draft();
        audit.looked("plan", caseId);
        return new PlanPage(caseId, looks.of(facts).who(), facts.isClosed(), !draft.isEmpty() && (newest == null || differs(draft, newest)), shown, shown == null ? "" : organisations.nameOf(shown.writtenBy()),
                shown != null && shown == newest, shown != null && shown == newest && shown.reviewOn().isBefore(Times.day(clock.instant())), with == null ? null : find(agreed, with, caseId),
                agreed.stream().map(one -> new PlanPage.Line(one.number(), one.agreedAt(), organisations.nameOf(one.writtenBy()))).toList(), problems);
    }

    private static AgreedPlan find(List<AgreedPlan> agreed, int number, UUID caseId) {
        return agreed.stream().filter(plan -> plan.number() == number).findFirst().orElseThrow(() -> new NotFound("plan", caseId));
    }

    private static boolean differs(DraftPlan draft, AgreedPlan agreed) {
        for (PlanSection section : PlanSection.values()) {
            if (!draft.part(section).equals(agreed.part(section))) return true;
        }
        return false;
    }

    /** The draft as it was saved. */
    PlanDraftPage draft(UUID caseId, Actor.Worker me) {
        SafetyPlans.Whole plan = plans.whole(new CaseId(caseId), me);
        DraftPlan draft = plan.draft();
        audit.looked("plan", caseId);
        return new PlanDraftPage(caseId, looks.of(plan.facts()).who(), draft.parts(), draft.revisions(), Map.of(), "", "", TypedDate.NONE, new Problems());
    }

    /** The draft as it was typed, beside what others saved in the parts where they met. */
    PlanDraftPage typed(UUID caseId, PlanForm form, Set<PlanSection> met, Problems problems, Actor.Worker me) {
        SafetyPlans.Whole plan = plans.whole(new CaseId(caseId), me);
        DraftPlan standing = plan.draft();
        Map<PlanSection, PlanPart> parts = new EnumMap<>(PlanSection.class), theirs = new EnumMap<>(PlanSection.class);
        parts.putAll(standing.parts());
        form.parts().forEach((section, mine) -> parts.put(section, mine.part()));
        met.forEach(section -> theirs.put(section, standing.part(section)));
        return new PlanDraftPage(caseId, looks.of(plan.facts()).who(), parts, standing.revisions(), theirs, form.kept(), form.keptWords(), form.review(), problems);
    }
}
