package org.alongside.voices;

import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import org.alongside.access.Jobs;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class VoicesJobs {
    @Bean
    OneTimeTask<Void> wordsSentBackGo(Voices voices) {
        return Jobs.task(Voices.SENT_BACK, voices::forgetSentBack);
    }

    @Bean
    CustomTask<Void> wordsEnd(Voices voices) {
        return Jobs.repeating(Voices.ENDS, voices::look);
    }
}
