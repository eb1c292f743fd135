package org.alongside.organisations;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alongside.access.Acting;
import org.alongside.access.OrganisationId;
import org.alongside.access.WorkerId;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Seal;
import org.alongside.shared.Times;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** What a one-time link opens: an invitation, or a new start for somebody who lost a password or a phone. */
@Service
public class Welcome {
    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final Links links;
    private final Passwords passwords;
    private final OwnSessions sessions;
    private final Seal seal;
    private final ApplicationEventPublisher events;

    Welcome(JdbcClient sql, TransactionTemplate transaction, Links links, Passwords passwords, OwnSessions sessions, Seal seal, ApplicationEventPublisher events) {
        this.sql = sql;
        this.transaction = transaction;
        this.links = links;
        this.passwords = passwords;
        this.sessions = sessions;
        this.seal = seal;
        this.events = events;
    }

    /** For whom a link is. @param reset whether it replaces a password rather than setting the first one */
    public record Guest(String name, String organisation, boolean reset) {}

    private record Found(UUID id, UUID organisationId, String name, byte[] email, String organisation, boolean reset) {}

    /** Nothing for a link that was used, is too old or never was. */
    public Optional<Guest> guest(String token) {
        return Acting.as(links.holder(token), () -> transaction.execute(status -> find(token))).map(found -> new Guest(found.name, found.organisation, found.reset));
    }

    /** Sets the password and uses the link up. A reset also forgets the second factor and ends every session. */
    public Account accept(String token, String password) {
        Account account = Acting.as(links.holder(token), () -> transaction.execute(status -> take(token, password)));
        Acting.as(account.alone(), () -> transaction.executeWithoutResult(status -> events.publishEvent(new SignInEvent.Changed(account.worker(), "set a password by link"))));
        return account;
    }

    private Account take(String token, String password) {
        Found found = find(token).orElseThrow(NotFound::new);
        String email = String.valueOf(seal.open(found.email, Email.COLUMN, found.id));
        PasswordRules.problem(password, List.of(email, found.name, found.organisation)).ifPresent(words -> {
            throw new RuleBroken("password", words);
        });
        sql.sql("""
                insert into organisations.credential (worker_id, organisation_id, password_hash, demo, changed_at) values (:worker, :organisation, :hash, false, :now)
                on conflict (worker_id) do update set password_hash = excluded.password_hash, demo = false, changed_at = excluded.changed_at
                """)
                .param("worker", found.id).param("organisation", found.organisationId).param("hash", passwords.hash(password)).param("now", Times.at(Instant.now())).update();
        if (found.reset) sql.sql("delete from organisations.second_factor where worker_id = :worker").param("worker", found.id).update();
        sessions.endAll(new WorkerId(found.id));
        if (!links.use(token, found.reset ? Links.Purpose.RESET : Links.Purpose.INVITATION)) throw new NotFound();
        return new Account(new WorkerId(found.id), new OrganisationId(found.organisationId), false);
    }

    private Optional<Found> find(String token) {
        return sql.sql("""
                select w.id, w.organisation_id, w.name, w.email, o.name as organisation, l.purpose = 'RESET' as reset
                  from organisations.link l
                  join organisations.worker w on w.id = l.worker_id
                  join organisations.organisation o on o.id = w.organisation_id
                  join organisations.membership m on m.worker_id = w.id
                 where l.token_key = :key and l.used_at is null and l.expires_at > now() and m.left_on is null
                """).param("key", links.key(token)).query(Found.class).optional();
    }
}
