package org.alongside.breakglass;

import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import java.util.UUID;
import org.alongside.access.Jobs;
import org.alongside.access.OrganisationId;
import org.alongside.messages.Messages;
import org.alongside.organisations.Organisations;
import org.alongside.shared.Side;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells leads and managers when nobody has looked at an opening within a day. */
@Component
class Reminders {
    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final Organisations organisations;
    private final Messages messages;

    Reminders(JdbcClient sql, TransactionTemplate transaction, Organisations organisations, Messages messages) {
        this.sql = sql;
        this.transaction = transaction;
        this.organisations = organisations;
        this.messages = messages;
    }

    void remind(OrganisationId organisation, UUID opening) {
        transaction.executeWithoutResult(status -> sql.sql("select side from breakglass.opening where id = :id and finding is null").param("id", opening).query(Side.class).optional()
                .ifPresent(side -> organisations.withRole(organisation, side, Openings.REVIEWERS).forEach(one -> messages.notice(organisation, side, one))));
    }

    @Configuration(proxyBeanMethods = false)
    static class Asking {
        @Bean
        OneTimeTask<Void> openingIsAskedFor(Reminders reminders) {
            return Jobs.task(Openings.REMINDER, reminders::remind);
        }
    }
}
