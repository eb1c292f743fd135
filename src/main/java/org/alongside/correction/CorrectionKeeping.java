package org.alongside.correction;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.alongside.casework.CaseEvent;
import org.alongside.casework.Cases;
import org.alongside.people.PersonId;
import org.alongside.retention.Ages;
import org.alongside.retention.KeptKind;
import org.alongside.shared.Times;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How long what was to go over is kept, and that it goes with a file. */
@Component
class CorrectionKeeping implements Ages {
    private final Cases cases;
    private final JdbcClient sql;

    CorrectionKeeping(Cases cases, JdbcClient sql) {
        this.cases = cases;
        this.sql = sql;
    }

    @Override
    public KeptKind kind() {
        return KeptKind.CORRECTION;
    }

    /** What somebody took on goes with their file. */
    @Override
    public int eraseBefore(Instant moment) {
        return sql.sql("delete from correction.moved where organisation_id = access.organisation() and side = access.side() and case_id is null and moved_at < :moment").param("moment", Times.at(moment)).update();
    }

    @EventListener
    void erased(CaseEvent.Erased erased) {
        PersonId person = cases.facts(erased.id()).person();
        List<UUID> gone = sql.sql("delete from correction.correction where person_id = :person returning id").param("person", person.id()).query(UUID.class).list();
        sql.sql("delete from correction.standing where id = any (:ids)").param("ids", gone.toArray(UUID[]::new)).update();
        sql.sql("delete from correction.moved where case_id = :case").param("case", erased.id().id()).update();
    }
}
