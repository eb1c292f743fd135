package org.alongside.selfassessment;

import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import org.alongside.access.Jobs;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What happens by itself as time passes. */
@Configuration(proxyBeanMethods = false)
class SelfAssessmentJobs {
    @Bean
    CustomTask<Void> evidenceExpires(Shelf shelf) {
        return Jobs.repeating(Shelf.EXPIRY, shelf::tell);
    }

    @Bean
    OneTimeTask<Void> evidenceFollowsWhatIsPublic(HeardAndDone heard) {
        return Jobs.task(HeardAndDone.FOLLOWS, heard::follow);
    }
}
