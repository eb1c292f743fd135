package org.alongside.engagement;

import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import org.alongside.access.Jobs;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What happens by itself as time passes. */
@Configuration(proxyBeanMethods = false)
class EngagementJobs {
    @Bean
    CustomTask<Void> postIsShown(Posts posts) {
        return Jobs.repeating(Posts.JOB, (organisation, showing) -> posts.show(showing));
    }
}
