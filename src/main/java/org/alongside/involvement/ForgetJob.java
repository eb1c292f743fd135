package org.alongside.involvement;

import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import java.util.Objects;
import org.alongside.access.Jobs;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** What happens by itself as time passes. */
@Configuration(proxyBeanMethods = false)
class ForgetJob {
    @Bean
    CustomTask<Void> formerMembersAreForgotten(GroupMembers members, TransactionTemplate transaction) {
        return Jobs.repeating(GroupMembers.FORGET, (organisation, member) -> Objects.requireNonNull(transaction.execute(status -> members.forgetByClock(member))));
    }
}
