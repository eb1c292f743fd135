package org.alongside.organisations;

import java.util.Set;
import org.alongside.access.Actor;
import org.alongside.access.OrganisationId;
import org.alongside.access.WorkerId;

/** A worker's account, known by its owner's password. @param demo one of the demo town's, which need no second factor */
public record Account(WorkerId worker, OrganisationId organisation, boolean demo) {
    /** The worker, asking about nothing but themself: no side, no role. */
    public Actor.Worker alone() {
        return new Actor.Worker(worker, organisation, null, Set.of());
    }
}
