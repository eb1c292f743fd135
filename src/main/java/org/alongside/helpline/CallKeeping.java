package org.alongside.helpline;

import java.time.Instant;
import org.alongside.retention.Ages;
import org.alongside.retention.KeptKind;
import org.alongside.shared.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Calls belong to nobody's file: each goes by its own age. */
@Component
@Transactional
class CallKeeping implements Ages {
    private final JdbcClient sql;

    CallKeeping(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public KeptKind kind() {
        return KeptKind.CALL;
    }

    @Override
    public int eraseBefore(Instant moment) {
        return sql.sql("delete from helpline.contact where started_at < :moment").param("moment", Times.at(moment)).update();
    }
}
