package org.alongside.awards;

import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import org.alongside.access.Jobs;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AwardJobs {
    @Bean
    CustomTask<Void> awardRuns(Awards awards) {
        return Jobs.repeating(Awards.RUNNING, awards::remind);
    }

    @Bean
    OneTimeTask<Void> awardIsTold(Awards awards) {
        return Jobs.task(Awards.TELLING, awards::tell);
    }
}
