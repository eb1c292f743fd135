package org.alongside.correction;

import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import org.alongside.access.Actor;
import org.alongside.access.Jobs;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What goes on by itself: nobody waits unseen, and an undo that was interrupted is finished. */
@Configuration(proxyBeanMethods = false)
class CorrectionJobs {
    @Bean
    CustomTask<Void> moveWaits(Leads leads) {
        return Jobs.repeating(Leads.WAITS, (organisation, id) -> leads.remind(id, organisation));
    }

    @Bean
    OneTimeTask<Void> undoIsFinished(Undoing undoing) {
        return Jobs.task(Undoing.JOB, (organisation, id) -> undoing.finish(id, organisation, new Actor.Job(organisation, Undoing.JOB)));
    }
}
