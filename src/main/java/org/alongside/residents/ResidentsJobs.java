package org.alongside.residents;

import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import org.alongside.access.Jobs;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ResidentsJobs {
    @Bean
    CustomTask<Void> residentAsked(Askings askings) {
        return Jobs.repeating(Askings.ASKED, askings::look);
    }

    @Bean
    CustomTask<Void> residentNews(Residents residents) {
        return Jobs.repeating(Residents.NEWS, residents::tellOfNews);
    }

    @Bean
    CustomTask<Void> residentClock(Residents residents) {
        return Jobs.repeating(Residents.CLOCK, residents::look);
    }

    @Bean
    OneTimeTask<Void> residentFarewell(Residents residents) {
        return Jobs.task(Residents.FAREWELL, residents::forget);
    }

    @Bean
    OneTimeTask<Void> residentSweep(ResidentSessions sessions) {
        return Jobs.task(ResidentSessions.SWEEP, (organisation, id) -> sessions.sweep(organisation));
    }
}
