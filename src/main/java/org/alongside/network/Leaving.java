package org.alongside.network;

import java.util.UUID;
import org.alongside.audit.AuditTrail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whoever left is a former colleague from now on; their words go with them where they said so. */
@Component
@Transactional
class Leaving {
    private final AuditTrail audit;
    private final JdbcClient sql;

    Leaving(AuditTrail audit, JdbcClient sql) {
        this.audit = audit;
        this.sql = sql;
    }

    /** As the job "network-leaving" of their organisation. */
    void tidy(UUID worker) {
        Boolean takesAlong = sql.sql("select takes_along from network.member where worker_id = :worker and state = 'ENDED'").param("worker", worker).query(Boolean.class).optional().orElse(null);
        // Somebody who was let in again meanwhile keeps what they have.
        if (takesAlong == null) return;
        sql.sql("delete from network.practitioner where worker_id = :worker").param("worker", worker).update();
        if (!takesAlong) return;
        sql.sql("delete from network.file f using network.post p where p.id = f.post_id and p.author_id = :worker").param("worker", worker).update();
        sql.sql("update network.post set standing = 'WITHDRAWN', title = null, words = null, link = null, reason = '' where author_id = :worker and standing <> 'WITHDRAWN'").param("worker", worker).update();
        audit.changed("network member", worker, "words taken along");
    }
}
