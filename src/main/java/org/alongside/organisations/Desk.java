package org.alongside.organisations;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.access.OrganisationId;
import org.alongside.access.WorkerId;
import org.alongside.shared.Seal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** A worker's place as it is today. Asked on every request, so that a change counts at once and a leaver is out. */
@Service
public class Desk {
    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final Seal seal;

    Desk(JdbcClient sql, TransactionTemplate transaction, Seal seal) {
        this.sql = sql;
        this.transaction = transaction;
        this.seal = seal;
    }

    public record Seat(Actor.Worker worker, String name, String organisation) {}

    /** Where this e-mail address works today, once for each organisation; for the operator's commands, who need not sign in. */
    public List<Seat> named(String email) {
        Email typed = new Email(email);
        List<Account> accounts = Acting.as(typed.holder(seal), () -> transaction.execute(status -> sql.sql("select w.id, w.organisation_id from organisations.worker w join organisations.membership m on m.worker_id = w.id where w.email_key = :key and m.left_on is null order by w.id")
                .param("key", typed.key(seal)).query((row, number) -> new Account(new WorkerId(row.getObject("id", UUID.class)), new OrganisationId(row.getObject("organisation_id", UUID.class)), false)).list()));
        return accounts.stream().map(this::of).flatMap(Optional::stream).toList();
    }

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
