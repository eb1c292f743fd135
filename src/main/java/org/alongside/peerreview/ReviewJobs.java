package org.alongside.peerreview;

import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import org.alongside.access.Jobs;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ReviewJobs {
    @Bean
    OneTimeTask<Void> peerReviewIsRead(Reviews reviews) {
        return Jobs.task(Reviews.READ, reviews::endReading);
    }

    @Bean
    OneTimeTask<Void> peerReviewIsTold(Reviews reviews) {
        return Jobs.task(Reviews.TELLING, reviews::tell);
    }
}
