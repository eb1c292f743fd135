package org.alongside.improvement.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.alongside.access.WorkerId;
import org.alongside.improvement.Action;
import org.alongside.improvement.Plan;
import org.alongside.organisations.Colleague;
import org.alongside.organisations.Names;
import org.alongside.selfassessment.SelfAssessment;
import org.alongside.shared.Problems;
import org.alongside.standards.Standard.Statement;
import org.alongside.ui.Option;
import org.jspecify.annotations.Nullable;

/** @param assessment whose gaps it closes; null for none @param changing the action whose form was refused, or is asked for; null for the new one @param closing as typed */
record PlanPage(Plan plan, @Nullable SelfAssessment assessment, PlanForm form, ActionForm action, @Nullable UUID changing, @Nullable String closing, String opens, List<Colleague> colleagues, Names names, LocalDate today, Problems problems) {
    String path() {
        return "/desk/plans/" + plan.id();
    }

    List<Option> owners() {
        return colleagues.stream().map(one -> new Option(one.id().id().toString(), one.name())).toList();
    }

    String name(WorkerId worker) {
        return names.of(worker);
    }

    /** Musts that are not met and that nothing here is about yet. */
    List<Statement> missing() {
        return assessment == null ? List.of() : assessment.unmetMusts().stream().filter(one -> plan.actions().stream().noneMatch(action -> action.statement().equals(one.id()))).toList();
    }

    boolean isChanging(Action one) {
        return one.id().equals(changing);
    }
}
