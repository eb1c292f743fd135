package org.alongside.appointments;

import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.alongside.access.Jobs;
import org.alongside.access.OrganisationId;
import org.alongside.access.Role;
import org.alongside.messages.Messages;
import org.alongside.organisations.Organisations;
import org.alongside.shared.Side;
import org.alongside.shared.Times;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells the duty workers and managers when somebody who went alone has not said that they are back. */
@Component
class LoneWorkers {
    static final String JOB = "lone-worker";
    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final Organisations organisations;
    private final Messages messages;
    private final Clock clock;

    LoneWorkers(JdbcClient sql, TransactionTemplate transaction, Organisations organisations, Messages messages, Clock clock) {
        this.sql = sql;
        this.transaction = transaction;
        this.organisations = organisations;
        this.messages = messages;
        this.clock = clock;
    }

    private record Out(Side side, OffsetDateTime backBy) {}

    /** Run when somebody should be back. @return when to ask again, since the appointment was moved */
    Optional<Instant> shouldBeBack(OrganisationId organisation, UUID appointment) {
        return transaction.execute(status -> {
            Optional<Out> out = sql.sql("""
                    select side, back_by from appointments.appointment
                     where id = :id and organisation_id = :organisation and alone and status = 'PLANNED' and safe_at is null and alerted_at is null for update
                    """).param("id", appointment).param("organisation", organisation.id()).query(Out.class).optional();
            if (out.isEmpty()) return Optional.<Instant>empty();
            Instant backBy = out.get().backBy().toInstant(), now = clock.instant();
            if (backBy.isAfter(now)) return Optional.of(backBy);
            // Safety: everybody who can go and look is told, not only the first of them.
            organisations.withRole(organisation, out.get().side(), Role.DUTY, Role.MANAGER).forEach(worker -> messages.notice(organisation, out.get().side(), worker));
            sql.sql("update appointments.appointment set alerted_at = :now where id = :id").param("now", Times.at(now)).param("id", appointment).update();
            return Optional.<Instant>empty();
        });
    }

    @Configuration(proxyBeanMethods = false)
    static class Asking {
        @Bean
        CustomTask<Void> loneWorkerIsAskedFor(LoneWorkers workers) {
            return Jobs.repeating(JOB, workers::shouldBeBack);
        }
    }
}
