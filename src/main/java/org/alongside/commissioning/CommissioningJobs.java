package org.alongside.commissioning;

import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import org.alongside.access.Jobs;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CommissioningJobs {
    @Bean
    CustomTask<Void> numbersAskedAreTold(Commissioning commissioning) {
        return Jobs.repeating(Commissioning.TOLD, commissioning::tell);
    }
}
