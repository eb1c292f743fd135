package org.alongside.matching;

import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import org.alongside.access.Jobs;
import org.alongside.ui.DeskLink;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MatchingJobs {
    @Bean
    OneTimeTask<Void> intakeCheckTask(IntakeCheck check) {
        return Jobs.task(Matching.CHECK, check::check);
    }

    @Bean
    DeskLink matchesLink() {
        return new DeskLink(70, "/desk/matches", "Matches", "SAFEGUARDING_LEAD");
    }
}
