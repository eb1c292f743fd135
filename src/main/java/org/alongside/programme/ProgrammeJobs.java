package org.alongside.programme;

import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.access.Jobs;
import org.alongside.access.Role;
import org.alongside.shared.Side;
import org.alongside.ui.DeskLink;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What happens by itself as time passes. */
@Configuration(proxyBeanMethods = false)
class ProgrammeJobs {
    @Bean
    CustomTask<Void> offeredPlaceIsFreeAgain(Enrolments enrolments) {
        return Jobs.repeating(Enrolments.LAPSE, (organisation, enrolment) -> Acting.as(new Actor.Job(organisation, Enrolments.LAPSE, Side.CHANGE), () -> enrolments.lapse(enrolment)));
    }

    @Bean
    DeskLink groupsLink() {
        return new DeskLink(58, "/desk/groups", "Groups", Role.FACILITATOR.name(), Role.DUTY.name(), Role.MANAGER.name(), Role.SAFEGUARDING_LEAD.name()).only(Side.CHANGE);
    }

    @Bean
    DeskLink groupFiguresLink() {
        return new DeskLink(80, "/desk/groups/figures", "Figures of groups", Figures.ROLES_NAMES).only(Side.CHANGE);
    }
}
