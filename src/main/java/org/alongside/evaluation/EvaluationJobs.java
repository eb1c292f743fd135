package org.alongside.evaluation;

import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import org.alongside.access.Jobs;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What happens by itself as time passes. */
@Configuration(proxyBeanMethods = false)
class EvaluationJobs {
    @Bean
    CustomTask<Void> evaluationIsClosed(Evaluations evaluations) {
        return Jobs.repeating(Evaluations.CLOSING, (organisation, id) -> evaluations.closeByClock(new EvaluationId(id)));
    }
}
