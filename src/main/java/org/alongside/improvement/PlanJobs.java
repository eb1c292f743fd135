package org.alongside.improvement;

import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import org.alongside.access.Jobs;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PlanJobs {
    @Bean
    CustomTask<Void> planActionIsDue(Plans plans) {
        return Jobs.repeating(Plans.DUE, plans::tell);
    }
}
