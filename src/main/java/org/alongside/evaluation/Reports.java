package org.alongside.evaluation;

import java.util.List;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.access.Role;
import org.alongside.audit.AuditTrail;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reports of evaluations: exact for those who hold the answers, and what may leave for those who do not. */
@Component
public class Reports {
    /** Who may read what leaves. */
    public static final Role[] ROLES = {Role.TRAINER, Role.MANAGER, Role.COMMISSIONER};
    static final String REPORT = "report-evaluation";
    private final Evaluations evaluations;
    private final ObjectProvider<Behaviour> behaviour;
    private final AuditTrail audit;

    Reports(Evaluations evaluations, ObjectProvider<Behaviour> behaviour, AuditTrail audit) {
        this.evaluations = evaluations;
        this.behaviour = behaviour;
        this.audit = audit;
    }

    /** Whether somebody holds the answers, and not only what may leave. */
    public static boolean holds(Actor.Worker me) {
        return me.is(Evaluations.ROLES);
    }

    /** With every number, for those who hold the answers. */
    public Report exactly(EvaluationId id, Actor.Worker me) {
        me.mustBe(Evaluations.ROLES);
        return of(evaluations.one(id), evaluations.counted(id), false);
    }

    /** What may leave. RuleBroken while it is open. */
    public Report leaving(EvaluationId id, Actor.Worker me) {
        me.mustBe(ROLES);
        Evaluation one = evaluations.one(id);
        if (!one.organisation().equals(me.organisation())) throw new NotFound("evaluation", id.id());
        // Safety: a report of today taken from one of tomorrow is whoever answered in between. After the closing there is one, and it stays.
        if (!one.isClosed()) throw new RuleBroken("evaluation.open", "What may leave is worked out once the evaluation is closed. Two reports with some answers in between would give those away.");
        // Safety: counted by a job that sees closed evaluations only, so that no one who may not read answers has to be let near them.
        return of(one, Acting.as(new Actor.Job(me.organisation(), REPORT), () -> evaluations.counted(id)), true);
    }

    /** Who was reached and what followed is asked for whoever reads: those are numbers already. */
    private Report of(Evaluation one, Counted counted, boolean leaving) {
        List<Behaviour.Month> months = behaviour.stream().map(known -> known.of(one.id())).filter(known -> !known.isEmpty()).findFirst().orElse(List.of());
        return Report.of(one, counted, evaluations.reached(one.id()), months, leaving);
    }

    /** Writes down that it was taken away. @param as what it was taken as */
    @Transactional
    public void taken(EvaluationId id, String as) {
        audit.changed("evaluation", id.id(), "report taken away: " + as);
    }
}
