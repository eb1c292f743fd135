package org.alongside.directory.assurance;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.access.OrganisationId;
import org.alongside.shared.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Whether the pages that entries lead to are there: looked at once a week each, by the house itself, never in the name of a visitor. */
@Component
public class Links {
    private static final Duration LOOKED_AT_EVERY = Duration.ofDays(7), PATIENCE = Duration.ofSeconds(10);
    /** One failure may be a bad moment. */
    static final int BROKEN_AFTER = 2;
    private static final String THERE = "There";
    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).followRedirects(HttpClient.Redirect.NEVER).build();

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
        return sql.sql("select service_id, address, answer, checked_at from directory.link where failures >= :broken and service_id = :service order by address").param("broken", BROKEN_AFTER).param("service", service)
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
        for (Page page : due) {
            String answer = answer(page.address);
            Acting.as(job, () -> transaction.executeWithoutResult(status -> sql.sql("""
                    insert into directory.link (service_id, organisation_id, address, checked_at, failures, answer) values (:service, :keeper, :address, :now, :failed, :answer)
                    on conflict (service_id, address) do update set checked_at = excluded.checked_at, answer = excluded.answer, failures = case when excluded.failures = 0 then 0 else directory.link.failures + 1 end
                    """).param("service", page.service).param("keeper", keeper.id()).param("address", page.address).param("now", Times.at(clock.instant())).param("failed", answer.equals(THERE) ? 0 : 1).param("answer", answer).update()));
        }
        return due.size();
    }

    private String answer(String address) {
        try {
            URI page = URI.create(address);
            if (!isPublic(page)) return "Not an address of the open internet";
            int status = status(page, "HEAD");
            // Some servers know no HEAD.
            if (status == 405 || status == 403 || status == 501) status = status(page, "GET");
            return status < 400 || status == 401 || status == 403 || status == 429 ? THERE : status == 404 || status == 410 ? "No such page any more" : "The server answered " + status;
        } catch (IOException | IllegalArgumentException silent) {
            return "Nobody answers";
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return THERE;
        }
    }

    private int status(URI page, String method) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(page).timeout(PATIENCE).method(method, HttpRequest.BodyPublishers.noBody()).build(), HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    // Safety: an entry is somebody's words; it must not make this house knock at its own neighbours' doors.
    static boolean isPublic(URI page) throws UnknownHostException {
        return page.getHost() != null && Stream.of(InetAddress.getAllByName(page.getHost())).noneMatch(at -> at.isLoopbackAddress() || at.isAnyLocalAddress() || at.isLinkLocalAddress() || at.isSiteLocalAddress() || at.isMulticastAddress() || isPrivate(at.getAddress()));
    }

    private static boolean isPrivate(byte[] at) {
        return at.length == 16 ? (at[0] & 0xFE) == 0xFC : (at[0] & 0xFF) == 100 && (at[1] & 0xC0) == 64 || at[0] == 0;
    }
}
