package org.alongside.messages;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.access.Jobs;
import org.alongside.access.OrganisationId;
import org.alongside.shared.Seal;
import org.alongside.shared.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Answers to "is this e-mail address yours?". */
@Service
public class Confirmations {
    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final Seal seal;
    private final Jobs jobs;
    private final Clock clock;

    Confirmations(JdbcClient sql, TransactionTemplate transaction, Seal seal, Jobs jobs, Clock clock) {
        this.sql = sql;
        this.transaction = transaction;
        this.seal = seal;
        this.jobs = jobs;
        this.clock = clock;
    }

    private record Found(UUID id, UUID organisationId) {}

    /** Confirms the address this token was sent to; false when the token is unknown or too old. What waited for it leaves now. */
    public boolean confirm(String token) {
        return Acting.as(new Actor.Holder(Messages.fingerprint(seal, token)), () -> Boolean.TRUE.equals(transaction.execute(status -> {
            sql.sql("update messages.own_address set confirmed_at = :at where confirmed_at is null and expires_at > :at").param("at", Times.at(clock.instant())).update();
            Optional<Found> found = sql.sql("select id, organisation_id from messages.own_address where confirmed_at is not null").query(Found.class).optional();
            found.ifPresent(address -> jobs.ask(Messages.SEND, new OrganisationId(address.organisationId), address.id, clock.instant()));
            return found.isPresent();
        })));
    }

    /** The address this token confirmed is written to until then. */
    public void keep(String token, Instant until) {
        Acting.as(new Actor.Holder(Messages.fingerprint(seal, token)), () -> transaction.executeWithoutResult(status ->
                sql.sql("update messages.own_address set kept_until = :until where token_fingerprint = access.holder() and confirmed_at is not null").param("until", Times.at(until)).update()));
    }

    /** Whoever holds this token does not wish to be written to any more: the address is gone at once, and what waited for it never leaves. What is left of the row goes with its time. */
    public void forget(String token) {
        Acting.as(new Actor.Holder(Messages.fingerprint(seal, token)), () -> transaction.executeWithoutResult(status ->
                sql.sql("update messages.own_address set email = '', confirmed_at = null, expires_at = least(expires_at, :at), kept_until = null where token_fingerprint = access.holder()").param("at", Times.at(clock.instant())).update()));
    }
}
