package org.alongside.casework;

import org.alongside.access.Actor;
import org.alongside.people.PersonId;
import org.alongside.people.WorksWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A worker works with the clients whose cases they have, as long as those are not closed. */
@Component
class OwnClients implements WorksWith {
    private final JdbcClient sql;

    OwnClients(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public boolean worksWith(Actor.Worker worker, PersonId person) {
        return sql.sql("select exists (select from casework.client_case where person_id = :person and worker_id = :worker and status <> 'CLOSED')")
                .param("person", person.id()).param("worker", worker.worker().id()).query(Boolean.class).single();
    }
}
