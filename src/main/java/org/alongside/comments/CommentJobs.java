package org.alongside.comments;

import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import java.util.UUID;
import java.util.function.Consumer;
import org.alongside.access.ActingTransaction;
import org.alongside.access.Actor;
import org.alongside.access.Jobs;
import org.alongside.access.OrganisationId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What happens by itself. Each of these acts as the one job whose policies stand in the database. */
@Configuration(proxyBeanMethods = false)
class CommentJobs {
    private final ActingTransaction acting;

    CommentJobs(ActingTransaction acting) {
        this.acting = acting;
    }

    @Bean
    OneTimeTask<Void> commentArrived(CommentClock commentClock) {
        return Jobs.task(Comments.ARRIVED, (organisation, id) -> acting.as(house(organisation), () -> commentClock.arrived(organisation, id)));
    }

    @Bean
    CustomTask<Void> commentsAreLookedAfter(CommentClock commentClock) {
        return Jobs.repeating(Comments.ROUND, (organisation, id) -> acting.as(house(organisation), () -> commentClock.round(organisation)));
    }

    @Bean
    OneTimeTask<Void> commentWasReported(Reports reports) {
        return task(Reports.REPORTED, reports::act);
    }

    @Bean
    OneTimeTask<Void> residentLeft(Comments comments) {
        return task(Comments.LEFT, resident -> comments.left(resident, false));
    }

    @Bean
    OneTimeTask<Void> residentLeftWithTheirWords(Comments comments) {
        return task(Comments.LEFT_TOO, resident -> comments.left(resident, true));
    }

    private OneTimeTask<Void> task(String job, Consumer<UUID> work) {
        return Jobs.task(job, (organisation, id) -> acting.as(house(organisation), () -> work.accept(id)));
    }

    private static Actor house(OrganisationId organisation) {
        return new Actor.Job(organisation, Comments.JOB);
    }
}
