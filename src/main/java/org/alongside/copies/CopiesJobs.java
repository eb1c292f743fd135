package org.alongside.copies;

import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import java.time.Clock;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.access.Jobs;
import org.alongside.organisations.Organisations;
import org.alongside.shared.NamedId;
import org.alongside.standards.Standards;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CopiesJobs {
    @Bean
    CustomTask<Void> copyIsAskedFor(Copies copies, CopyMail mail) {
        return Jobs.repeating(Copies.ASKED, (organisation, id) -> copies.look(organisation, id, mail));
    }

    @Bean
    OneTimeTask<Void> newsOfStandards(Copies copies, CopyMail mail, Standards standards) {
        return Jobs.task(Copies.NEWS, (organisation, id) -> standards.all().forEach(standard -> copies.news(organisation, standard.key(), mail)));
    }

    /** A new release may bring a new version of a standard that comes along with the software: those who agreed are told of that one, too. */
    @Bean
    ApplicationListener<ApplicationReadyEvent> newRelease(Standards standards, Organisations organisations, Jobs jobs, Clock clock) {
        return ready -> Acting.as(new Actor.Public(), organisations::first).ifPresent(first -> standards.all().stream().filter(one -> standards.keeper(one.key()).isEmpty())
                .forEach(one -> Acting.as(new Actor.Job(first, Copies.JOB), () -> jobs.ask(Copies.NEWS, first, NamedId.of("copies/" + one.key() + "/" + one.version()), clock.instant()))));
    }
}
