package org.alongside.casework;

import org.alongside.people.People;
import org.alongside.people.PersonEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the name on a client's cases what the client is called now. */
@Component
class ClientNames {
    private final People people;
    private final JdbcClient sql;

    ClientNames(People people, JdbcClient sql) {
        this.people = people;
        this.sql = sql;
    }

    @EventListener
    @Transactional
    void on(PersonEvent.Changed changed) {
        people.find(changed.person()).ifPresent(person -> sql.sql("update casework.client_case set client_name = :name where person_id = :person and client_name <> :name")
                .param("name", person.displayName()).param("person", person.id().id()).update());
    }
}
