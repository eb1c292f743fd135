package org.alongside.improvement.web;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.alongside.improvement.Plan;
import org.alongside.improvement.PlanKind;
import org.alongside.improvement.Plans;
import org.alongside.selfassessment.SelfAssessmentId;
import org.alongside.shared.Problems;
import org.alongside.shared.Typed;
import org.alongside.shared.TypedDate;
import org.jspecify.annotations.Nullable;

/** A plan, as typed. */
record PlanForm(@Nullable String once, @Nullable String kind, @Nullable String title, @Nullable String about, @Nullable String assessment, @Nullable String served, @Nullable String aim, @Nullable TypedDate on) {
    PlanForm {
        on = on == null ? TypedDate.NONE : on;
    }

    static PlanForm empty(@Nullable String assessment) {
        return new PlanForm(UUID.randomUUID().toString(), assessment == null ? null : PlanKind.IMPROVEMENT.name(), null, null, assessment, null, null, null);
    }

    static PlanForm of(Plan plan) {
        return new PlanForm(null, plan.kind().name(), plan.title(), plan.about(), null, plan.served() == null ? null : plan.served().toString(), plan.aim() == null ? null : plan.aim().toString(), TypedDate.of(plan.aimOn()));
    }

    Optional<Plan.Written> read(Problems problems) {
        PlanKind its = Typed.oneNeeded(PlanKind.class, kind, "kind", "Choose what it is for", problems);
        String called = Typed.wordsNeeded(title, "title", Plans.LONGEST_TITLE, "Say what it is called", problems);
        String words = Typed.words(about, "about", problems);
        boolean men = its == PlanKind.DEVELOPMENT;
        Integer now = men ? men(served, "served", problems) : null, then = men ? men(aim, "aim", problems) : null;
        LocalDate by = men ? on.needed("on", "Enter by when", problems).orElse(null) : null;
        if (its == null || called == null || !problems.isEmpty()) return Optional.empty();
        return Optional.of(new Plan.Written(its, called, words == null ? "" : words, assessment == null || assessment.isBlank() ? null : new SelfAssessmentId(Typed.id(assessment)), now, then, by));
    }

    private static @Nullable Integer men(@Nullable String typed, String field, Problems problems) {
        return Typed.number(typed, field, 0, 999_999, "Enter a number of men, like 40", problems);
    }
}
