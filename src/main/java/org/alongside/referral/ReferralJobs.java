package org.alongside.referral;

import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.util.UUID;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.access.Jobs;
import org.alongside.access.OrganisationId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What happens by itself as time passes. */
@Configuration(proxyBeanMethods = false)
class ReferralJobs {
    /** Drafts belong to no organisation; the job that forgets them works for the house. */
    static final Actor.Job FORGETTING = new Actor.Job(new OrganisationId(new UUID(0, 0)), "forget-drafts");

    @Bean
    OneTimeTask<Void> dutyIsTold(FirstContactClock clock) {
        return Jobs.task(FirstContactClock.DUTY, clock::ranOut);
    }

    @Bean
    OneTimeTask<Void> managerIsTold(FirstContactClock clock) {
        return Jobs.task(FirstContactClock.MANAGER, clock::ranOutLongAgo);
    }

    @Bean
    CustomTask<Void> whoeverAskedIsReminded(AskingBack asking) {
        return Jobs.repeating(AskingBack.JOB, asking::remind);
    }

    @Bean
    OneTimeTask<Void> arrivalIsRecognised(Arrivals arrivals) {
        return Jobs.task(Arrivals.RECOGNISE, (organisation, copy) -> Acting.as(new Actor.Job(organisation, Arrivals.CHECK), () -> arrivals.recogniseArrival(organisation, copy)));
    }

    @Bean
    RecurringTask<Void> draftsAreForgotten(Drafts drafts) {
        return Tasks.recurring(FORGETTING.job(), FixedDelay.ofMinutes(10)).execute((instance, context) -> Acting.as(FORGETTING, () -> { drafts.forgetIdle(); }));
    }
}
