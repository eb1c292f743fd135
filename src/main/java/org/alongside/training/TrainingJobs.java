package org.alongside.training;

import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.access.Jobs;
import org.alongside.access.OrganisationId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** The house's own work for training, all of it as the job "training". */
@Configuration(proxyBeanMethods = false)
class TrainingJobs {
    @Bean
    CustomTask<Void> trainingAskedJob(Askings askings, TransactionTemplate transaction) {
        return Jobs.repeating(Registrations.ASKED, (organisation, id) -> as(organisation, id, transaction, askings::look));
    }

    @Bean
    CustomTask<Void> trainingLapseJob(Places places, TransactionTemplate transaction) {
        return Jobs.repeating(Places.LAPSE, (organisation, id) -> as(organisation, id, transaction, places::lapse));
    }

    @Bean
    CustomTask<Void> trainingClockJob(CohortClock clock, TransactionTemplate transaction) {
        return Jobs.repeating(Cohorts.CLOCK, (organisation, id) -> as(organisation, id, transaction, clock::look));
    }

    private static Optional<Instant> as(OrganisationId organisation, UUID id, TransactionTemplate transaction, Function<UUID, Optional<Instant>> work) {
        return Acting.as(new Actor.Job(organisation, Registrations.JOB), () -> Objects.requireNonNull(transaction.execute(status -> work.apply(id))));
    }
}
