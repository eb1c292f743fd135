package org.alongside.casework;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.access.WorkerId;
import org.alongside.matching.Matching;
import org.alongside.matching.RecordKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** From which cases a worker is kept apart: by a lead, or because they know somebody in them. The database leaves these out of every answer; here it is asked once more. */
@Component
public class Apart {
    private final Matching matching;
    private final JdbcClient sql;

    Apart(Matching matching, JdbcClient sql) {
        this.matching = matching;
        this.sql = sql;
    }

    /** Whether this case is not there for whoever is asking. */
    public boolean isKept(UUID id) {
        return !kept(List.of(id)).isEmpty();
    }

    /** Those of these cases that are not there for whoever is asking. */
    public Set<UUID> kept(Collection<UUID> ids) {
        return Acting.current().filter(Actor.Worker.class::isInstance).map(Actor.Worker.class::cast).map(me -> matching.keptApart(RecordKind.CASE, ids, me)).orElse(Set.of());
    }

    /** Every case that is not there for this worker. */
    public Set<UUID> from(Actor.Worker me) {
        return matching.keptApart(RecordKind.CASE, me);
    }

    /** Who must not be given work with this case: they are kept apart from it, from its client or from the referral it came from. Asked by whoever gives work, who is not told why. */
    public Set<WorkerId> fromWhom(CaseId id) {
        List<UUID> ids = sql.sql("select unnest(array[id, person_id, referral_id]) from casework.client_case where id = :id").param("id", id.id()).query(UUID.class).list().stream().filter(Objects::nonNull).toList();
        return Acting.current().filter(Actor.Worker.class::isInstance).map(Actor.Worker.class::cast).map(me -> matching.keptFrom(ids, me.organisation())).orElse(Set.of());
    }
}
