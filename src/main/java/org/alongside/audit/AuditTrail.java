package org.alongside.audit;

import java.util.Collection;
import java.util.UUID;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The trail. Looks and changes are written in the transaction they happen in: no row, no look. It holds ids, never a name or a word of a record. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class AuditTrail {
    private final JdbcClient sql;

    AuditTrail(JdbcClient sql) {
        this.sql = sql;
    }

    /** One record was opened. */
    public void looked(String kind, UUID id) {
        write("LOOKED", kind, id, null, "open");
    }

    /** A list of records was shown: one row with all their ids. An empty list leaves no row. */
    public void listed(String kind, String list, Collection<UUID> ids) {
        if (!ids.isEmpty()) write("LISTED", kind, null, ids, list);
    }

    /** A record was made or changed. @param verb what happened, in the field's words: accepted, plan agreed */
    public void changed(String kind, UUID id, String verb) {
        write("CHANGED", kind, id, null, verb);
    }

    /** Something was asked for and refused. Called after the refused transaction has ended, so it stands when all else is rolled back. */
    @Transactional(propagation = Propagation.REQUIRED)
    public void refused(@Nullable String kind, @Nullable UUID id, String asked) {
        write("REFUSED", kind == null ? "page" : kind, id, null, asked);
    }

    /** As {@link #refused}, from within the transaction that is refused: it is written when the page that was asked for is done. Outside of a page nobody asks. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public void refusing(String kind, UUID id, String asked) {
        Refusals.add(new Refusals.Refusal(kind, id, asked));
    }

    private void write(String act, String kind, @Nullable UUID id, @Nullable Collection<UUID> ids, String detail) {
        Actor actor = Acting.current().orElseThrow();
        Actor.Worker worker = actor instanceof Actor.Worker w ? w : null;
        Actor.Job job = actor instanceof Actor.Job j ? j : null;
        sql.sql("""
                insert into audit.entry (at, actor, organisation_id, worker_id, job, act, kind, subject_id, subject_ids, detail)
                values (clock_timestamp(), :actor, :organisation, :worker, :job, :act, :kind, :id, :ids, :detail)
                """)
                .param("actor", actor.kind())
                .param("organisation", worker != null ? worker.organisation().id() : job != null ? job.organisation().id() : null)
                .param("worker", worker == null ? null : worker.worker().id())
                .param("job", job == null ? null : job.job())
                .param("act", act).param("kind", kind).param("id", id)
                .param("ids", ids == null ? null : ids.toArray(UUID[]::new))
                .param("detail", detail.length() > 200 ? detail.substring(0, 200) : detail)
                .update();
    }
}
