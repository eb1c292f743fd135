package org.alongside.access;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Work that follows a transaction: asked for inside it, so that none is lost or done for nothing, and done after it as the organisation's own job. */
@Component
public class Jobs {
    private final SchedulerClient client;
    private final ObjectProvider<Scheduler> scheduler;
    private final Clock clock;

    Jobs(DataSource dataSource, ObjectProvider<Scheduler> scheduler, Clock clock, @Value("${db-scheduler.table-name}") String table) {
        this.client = SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(dataSource)).tableName(table).build();
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** Asks for a job about one row, not before this moment. Asking again while it waits changes nothing. */
    public void ask(String job, OrganisationId organisation, UUID row, Instant notBefore) {
        client.scheduleIfNotExists(new TaskInstance<>(job, organisation.id() + "/" + row), due(notBefore, clock.instant(), Instant.now()));
        if (!TransactionSynchronizationManager.isSynchronizationActive()) return;
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                scheduler.ifAvailable(Scheduler::triggerCheckForDueExecutions);
            }
        });
    }

    /** What is due by the house's clock is due by the machine's, which does the work: where a later time is pretended it would wait for that day. */
    static Instant due(Instant notBefore, Instant ours, Instant machines) {
        return !notBefore.isAfter(ours) && notBefore.isAfter(machines) ? machines : notBefore;
    }

    /** The bean that does such a job. The work runs outside a transaction as {@link Actor.Job}; when it throws, it is tried again later and later. */
    public static OneTimeTask<Void> task(String job, BiConsumer<OrganisationId, UUID> work) {
        return Tasks.oneTime(job).onFailure(Jobs::later).execute((instance, context) -> as(job, instance, (organisation, row) -> {
            work.accept(organisation, row);
            return Optional.empty();
        }));
    }

    /** As {@link #task}, for work that may have to be done again: it says when, or that it is done. */
    public static CustomTask<Void> repeating(String job, BiFunction<OrganisationId, UUID, Optional<Instant>> work) {
        return Tasks.custom(job, Void.class).onFailure(Jobs::later).execute((instance, context) -> as(job, instance, work)
                .<CompletionHandler<Void>>map(at -> (complete, operations) -> operations.reschedule(complete, next(at, complete.getTimeDone()))).orElseGet(CompletionHandler.OnCompleteRemove::new));
    }

    /** When a job is done again. A moment that is past waits a minute: where another time than the machine's is pretended, it would be done over and over. */
    static Instant next(Instant asked, Instant done) {
        return asked.isAfter(done) ? asked : done.plusSeconds(60);
    }

    private static Optional<Instant> as(String job, TaskInstance<Void> instance, BiFunction<OrganisationId, UUID, Optional<Instant>> work) {
        String[] ids = instance.getId().split("/");
        OrganisationId organisation = OrganisationId.of(ids[0]);
        return Acting.as(new Actor.Job(organisation, job), () -> work.apply(organisation, UUID.fromString(ids[1])));
    }

    private static void later(ExecutionComplete failed, ExecutionOperations<Void> operations) {
        operations.reschedule(failed, failed.getTimeDone().plusSeconds(15L << Math.min(failed.getExecution().consecutiveFailures, 8)));
    }
}
