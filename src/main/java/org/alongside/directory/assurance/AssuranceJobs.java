package org.alongside.directory.assurance;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is done for the directory a few times a day, keeper by keeper. */
@Configuration(proxyBeanMethods = false)
class AssuranceJobs {
    @Bean
    RecurringTask<Void> directoryAssurance(Assurers assurers, Reminders reminders, Suggestions suggestions, Links links, @Value("${alongside.look-at-links:#{!${alongside.demo:false}}}") boolean lookAtLinks) {
        return Tasks.recurring(Assurers.JOB, FixedDelay.ofHours(6)).execute((instance, context) -> links.keepers().forEach(keeper -> {
            assurers.ask(keeper);
            reminders.remind(keeper);
            Acting.as(new Actor.Job(keeper, Assurers.JOB), () -> { suggestions.forget(); });
            if (lookAtLinks) links.look(keeper);
        }));
    }
}
