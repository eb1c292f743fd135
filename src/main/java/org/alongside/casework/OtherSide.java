package org.alongside.casework;

import java.util.List;
import java.util.UUID;
import org.alongside.matching.Matching;
import org.alongside.organisations.WorkerEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Whoever moves to the other side of the wall stays apart from those they worked with on this one, and from whoever these are bound to over there. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class OtherSide {
    private final Matching matching;
    private final JdbcClient sql;

    OtherSide(Matching matching, JdbcClient sql) {
        this.matching = matching;
        this.sql = sql;
    }

    // Safety: nobody is ever given both sides of one abuse relation, one after the other no more than together.
    @EventListener
    void on(WorkerEvent.Moved moved) {
        List<UUID> theirs = sql.sql("select casework.worked_with(:organisation, :worker, :side)").param("organisation", moved.organisation().id()).param("worker", moved.worker().id()).param("side", moved.from().name()).query(UUID.class).list();
        if (!theirs.isEmpty()) matching.keepApartFromBefore(moved.worker(), moved.organisation(), theirs);
    }
}
