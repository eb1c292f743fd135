package org.alongside.evaluation;

import java.time.Instant;
import org.alongside.retention.Ages;
import org.alongside.retention.KeptKind;
import org.alongside.shared.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people wrote is erased some time after the evaluation was closed; the numbers stay, nobody can be told from them. */
@Component
class CommentKeeping implements Ages {
    private final JdbcClient sql;

    CommentKeeping(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public KeptKind kind() {
        return KeptKind.COMMENT;
    }

    @Override
    public int eraseBefore(Instant moment) {
        return sql.sql("delete from evaluation.comment c using evaluation.evaluation e where e.id = c.evaluation_id and e.closed_at < :moment").param("moment", Times.at(moment)).update();
    }
}
