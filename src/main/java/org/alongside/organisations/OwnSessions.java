package org.alongside.organisations;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.access.WorkerId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where a worker is signed in. No address and no browser is kept: only since when, and when last used. */
@Service
@Transactional
public class OwnSessions {
    private final JdbcClient sql;
    private final ApplicationEventPublisher events;

    OwnSessions(JdbcClient sql, ApplicationEventPublisher events) {
        this.sql = sql;
        this.events = events;
    }

    /** @param id names the session on a page; it is not the secret in the cookie */
    public record Open(UUID id, Instant since, Instant lastUsed, boolean isThisOne) {}

    /** @param secret the id in the cookie of the session in which this is asked */
    public List<Open> of(Actor.Worker me, String secret) {
        return sql.sql("""
                select primary_id, creation_time, last_access_time, session_id = :secret as is_this_one from organisations.spring_session
                 where principal_name = :me and expiry_time > :now order by last_access_time desc
                """)
                .param("secret", secret).param("me", me.worker().id().toString()).param("now", Instant.now().toEpochMilli())
                .query((row, number) -> new Open(UUID.fromString(row.getString(1).strip()), Instant.ofEpochMilli(row.getLong(2)), Instant.ofEpochMilli(row.getLong(3)), row.getBoolean(4))).list();
    }

    /** Ends all of one's own sessions but this one. */
    public void endOthers(Actor.Worker me, String secret) {
        sql.sql("delete from organisations.spring_session where principal_name = :me and session_id <> :secret")
                .param("me", me.worker().id().toString()).param("secret", secret).update();
        events.publishEvent(new SignInEvent.Changed(me.worker(), "ended other sessions"));
    }

    void endAll(WorkerId worker) {
        sql.sql("delete from organisations.spring_session where principal_name = :worker").param("worker", worker.id().toString()).update();
    }
}
