package org.alongside.network;

import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import org.alongside.access.Jobs;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What happens by itself as time passes. */
@Configuration(proxyBeanMethods = false)
class NetworkJobs {
    @Bean
    CustomTask<Void> networkDay(MemberDay day) {
        return Jobs.repeating(Members.DAY, (organisation, worker) -> day.look(organisation, worker));
    }

    @Bean
    OneTimeTask<Void> networkLeaving(Leaving leaving) {
        return Jobs.task(Members.LEAVING, (organisation, worker) -> leaving.tidy(worker));
    }
}
