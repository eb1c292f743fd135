package org.alongside.directory.assurance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.access.OrganisationId;
import org.alongside.directory.Entries;
import org.alongside.directory.exchange.Fetch;
import org.alongside.shared.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Whether the pages that entries lead to are there: looked at once a week each, by the house itself, never in the name of a visitor. */
@Component
public class Links {
    private static final Duration LOOKED_AT_EVERY = Duration.ofDays(7);
    private static final String THERE = "There";
    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Links(JdbcClient sql, TransactionTemplate transaction, Clock clock) {
        this.sql = sql;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A page that did not answer as it should. @param since when it was looked at last */
    public record Broken(UUID service, String address, String answer, Instant since) {}

    private record Page(UUID service, String address) {}

    /** The organisations that keep something public. */
    List<OrganisationId> keepers() {
        return Acting.as(new Actor.Public(), () -> transaction.execute(status -> sql.sql("select distinct organisation_id from directory.service where published").query(UUID.class).list().stream().map(OrganisationId::new).toList()));
    }

    /** Those of one service that failed more than once. */
    @Transactional(readOnly = true)
    public List<Broken> broken(UUID service) {
        return sql.sql("select service_id, address, answer, checked_at from directory.link where failures >= :broken and service_id = :service order by address").param("broken", Entries.BROKEN_AFTER).param("service", service)
                .query((row, n) -> new Broken(row.getObject("service_id", UUID.class), row.getString("address"), row.getString("answer"), Times.instant(row, "checked_at"))).list();
    }

    /** Looks at those of this keeper's pages whose turn it is. */
    int look(OrganisationId keeper) {
        Actor.Job job = new Actor.Job(keeper, Assurers.JOB);
        List<Page> due = Acting.as(job, () -> transaction.execute(status -> sql.sql("""
                select distinct w.service_id as service, w.value as address from directory.way_in w join directory.service s on s.id = w.service_id
                 where s.published and w.organisation_id = :keeper and w.way in ('WEBSITE', 'CHAT', 'BSL')
                   and not exists (select from directory.link l where l.service_id = w.service_id and l.address = w.value and l.checked_at > :recently) order by 2, 1 limit 200
                """).param("keeper", keeper.id()).param("recently", Times.at(clock.instant().minus(LOOKED_AT_EVERY))).query(Page.class).list()));
        if (!due.isEmpty()) look(due, keeper, job);
        return due.size();
    }

    // Safety: an entry is somebody's words; they must not make this house knock at its own neighbours' doors.
    private void look(List<Page> due, OrganisationId keeper, Actor.Job job) {
        try (Fetch fetch = new Fetch(Fetch.Rules.usual(false))) {
            for (Page page : due) note(page, answer(fetch, page.address), keeper, job);
        } catch (IOException closing) {
            throw new UncheckedIOException(closing);
        }
    }

    private void note(Page page, String answer, OrganisationId keeper, Actor.Job job) {
        Acting.as(job, () -> transaction.executeWithoutResult(status -> sql.sql("""
                insert into directory.link (service_id, organisation_id, address, checked_at, failures, answer) values (:service, :keeper, :address, :now, :failed, :answer)
                on conflict (service_id, address) do update set checked_at = excluded.checked_at, answer = excluded.answer, failures = case when excluded.failures = 0 then 0 else directory.link.failures + 1 end
                """).param("service", page.service).param("keeper", keeper.id()).param("address", page.address).param("now", Times.at(clock.instant())).param("failed", answer.equals(THERE) ? 0 : 1).param("answer", answer).update()));
    }

    static String answer(Fetch fetch, String address) {
        try {
            int status = fetch.status(URI.create(address));
            return status < 400 || status == 401 || status == 403 || status == 429 ? THERE : status == 404 || status == 410 ? "No such page any more" : "The server answered " + status;
        } catch (Fetch.NotAllowed closed) {
            return "Not an address of the open internet";
        } catch (IOException | IllegalArgumentException silent) {
            return "Nobody answers";
        }
    }
}
