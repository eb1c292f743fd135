package org.alongside.training;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.alongside.evaluation.Evaluation;
import org.alongside.evaluation.EvaluationId;
import org.alongside.evaluation.Evaluations;
import org.alongside.evaluation.Wave;
import org.alongside.shared.Times;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** When the people of a course are asked about it, and where. */
@Component
@Transactional(readOnly = true)
class AskedAbout {
    private final Evaluations evaluations;
    private final Clock clock;

    AskedAbout(Evaluations evaluations, Clock clock) {
        this.evaluations = evaluations;
        this.clock = clock;
    }

    /** Where this learner answers now; empty when nothing is asked of them at this time. */
    Optional<String> questions(Registration learner, Cohort cohort, boolean came) {
        if (cohort.evaluation() == null || learner.standing() != Standing.PLACED || cohort.isCalledOff()) return Optional.empty();
        Evaluation evaluation = evaluations.one(new EvaluationId(cohort.evaluation()));
        return wave(evaluation, cohort, came).filter(evaluation::takes).map(wave -> evaluation.questionsPath(wave, learner.id()));
    }

    private Optional<Wave> wave(Evaluation evaluation, Cohort cohort, boolean came) {
        Instant now = clock.instant();
        if (cohort.starts().filter(now::isBefore).isPresent()) return Optional.of(Wave.BEFORE);
        if (!came || !cohort.isOverAt(now)) return Optional.empty();
        return Optional.of(followUp(evaluation, cohort).filter(at -> !now.isBefore(at)).isPresent() ? Wave.FOLLOW_UP : Wave.AFTER);
    }

    /** When those who came are asked a third time; empty when they are not. */
    Optional<Instant> followUp(Cohort cohort) {
        return cohort.evaluation() == null ? Optional.empty() : followUp(evaluations.one(new EvaluationId(cohort.evaluation())), cohort);
    }

    private static Optional<Instant> followUp(Evaluation evaluation, Cohort cohort) {
        Integer months = evaluation.followUpMonths();
        return months == null || !evaluation.takes(Wave.FOLLOW_UP) ? Optional.empty() : cohort.ends().map(end -> Times.london(end).plusMonths(months).toInstant());
    }
}
