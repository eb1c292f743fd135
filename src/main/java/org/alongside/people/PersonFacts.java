package org.alongside.people;

import org.alongside.access.OrganisationId;
import org.alongside.shared.Side;

/** One person as their workers see them: never an address. {@code version} goes back with a change, so that two workers do not overwrite each other. */
public record PersonFacts(PersonId id, OrganisationId organisation, Side side, About about, int version) {
    public String displayName() {
        return about.displayName();
    }
}
