package org.alongside.directory.assurance;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.access.OrganisationId;
import org.alongside.access.Role;
import org.alongside.access.WorkerId;
import org.alongside.directory.Directory;
import org.alongside.directory.Listing;
import org.alongside.messages.Messages;
import org.alongside.organisations.Organisations;
import org.alongside.shared.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells the editors of an organisation, once a month at most, that entries have grown old. */
@Component
class Reminders {
    private static final Duration AT_MOST_EVERY = Duration.ofDays(30);
    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final Organisations organisations;
    private final Messages messages;
    private final Clock clock;

    Reminders(JdbcClient sql, TransactionTemplate transaction, Organisations organisations, Messages messages, Clock clock) {
        this.sql = sql;
        this.transaction = transaction;
        this.organisations = organisations;
        this.messages = messages;
        this.clock = clock;
    }

    /** As the keeper's job. @return how many were told */
    int remind(OrganisationId keeper) {
        return Acting.as(new Actor.Job(keeper, Assurers.JOB), () -> transaction.execute(status -> isDue(keeper) ? tell(keeper) : 0));
    }

    private boolean isDue(OrganisationId keeper) {
        Instant now = clock.instant();
        return sql.sql("""
                insert into directory.reminder as last (organisation_id, sent_at)
                select :keeper, :now where exists (select from directory.service s where s.published and s.organisation_id in (:keeper, :nobodys) and (s.assured_on is null or s.assured_on < :old))
                on conflict (organisation_id) do update set sent_at = excluded.sent_at where last.sent_at <= :before
                """).param("keeper", keeper.id()).param("nobodys", Directory.IMPORTED.id()).param("now", Times.at(now)).param("old", Times.day(now).minusDays(Listing.AGEING_AFTER_DAYS))
                .param("before", Times.at(now.minus(AT_MOST_EVERY))).update() > 0;
    }

    /** Managers, where an organisation has no editor. */
    private int tell(OrganisationId keeper) {
        List<WorkerId> editors = organisations.withRole(keeper, null, Role.DIRECTORY_EDITOR);
        List<WorkerId> told = editors.isEmpty() ? organisations.withRole(keeper, null, Role.MANAGER) : editors;
        told.forEach(worker -> messages.notice(keeper, null, worker, "/desk/directory?shown=AGEING"));
        return told.size();
    }
}
