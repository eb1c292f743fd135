package org.alongside.casework;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.matching.Matching;
import org.alongside.matching.RecordKind;
import org.springframework.stereotype.Component;

/** Which cases a safeguarding lead decided that a worker must not open. */
@Component
public class Apart {
    private final Matching matching;

    Apart(Matching matching) {
        this.matching = matching;
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

    boolean isKept(UUID id, Actor.Worker worker) {
        return matching.isKeptApart(RecordKind.CASE, id, worker);
    }
}
