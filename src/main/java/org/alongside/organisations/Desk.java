package org.alongside.organisations;

import java.util.Optional;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** A worker's place as it is today. Asked on every request, so that a change counts at once and a leaver is out. */
@Service
public class Desk {
    private final JdbcClient sql;
    private final TransactionTemplate transaction;

    Desk(JdbcClient sql, TransactionTemplate transaction) {
        this.sql = sql;
        this.transaction = transaction;
    }

    public record Seat(Actor.Worker worker, String name, String organisation) {}

    public Optional<Seat> of(Account account) {
        return Acting.as(account.alone(), () -> transaction.execute(status -> sql.sql("""
                select w.name, o.name as organisation, m.side, m.roles
                  from organisations.membership m
                  join organisations.worker w on w.id = m.worker_id
                  join organisations.organisation o on o.id = m.organisation_id
                 where m.worker_id = access.worker() and m.organisation_id = access.organisation() and m.left_on is null
                """).query((row, number) -> new Seat(
                        new Actor.Worker(account.worker(), account.organisation(), Organisations.side(row), Organisations.roles(row)),
                        row.getString("name"), row.getString("organisation"))).optional()));
    }
}
