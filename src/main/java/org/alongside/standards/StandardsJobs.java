package org.alongside.standards;

import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import java.time.Clock;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.access.Jobs;
import org.alongside.organisations.Organisations;
import org.alongside.shared.NamedId;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The house's own work for standards, all of it as the job "standards". */
@Configuration(proxyBeanMethods = false)
class StandardsJobs {
    @Bean
    CustomTask<Void> standardsCopyJob(Copies copies, CopyMail mail) {
        return Jobs.repeating(Copies.ASKED, (organisation, id) -> copies.look(organisation, id, mail));
    }

    @Bean
    OneTimeTask<Void> standardsNewsJob(Copies copies, CopyMail mail, Standards standards) {
        return Jobs.task(Copies.NEWS, (organisation, id) -> standards.all().forEach(standard -> copies.news(organisation, standard.key(), mail)));
    }

    @Bean
    CustomTask<Void> standardsVoiceJob(Voices voices) {
        return Jobs.repeating(Voices.ENDS, voices::look);
    }

    /** A new release may bring a new version of a standard: those who agreed are told of that one, too. */
    @Bean
    ApplicationListener<ApplicationReadyEvent> newRelease(Standards standards, Organisations organisations, Jobs jobs, Clock clock) {
        return ready -> Acting.as(new Actor.Public(), organisations::first).ifPresent(first -> Shipped.standards().forEach(one -> Acting.as(new Actor.Job(first, Copies.JOB), () -> jobs.ask(Copies.NEWS, first, NamedId.of(Oscal.NAMES + one.key() + "/" + one.version()), clock.instant()))));
    }
}
