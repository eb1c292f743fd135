package org.alongside.matching;

import org.alongside.access.OrganisationId;

/** Something for the safeguarding leads to look at; it says nothing about what. */
public sealed interface MatchEvent {
    OrganisationId organisation();

    /** Told inside the check's own transaction. {@code forManagers}: the lead is the worker it is about, so a manager looks. */
    record Found(OrganisationId organisation, boolean forManagers) implements MatchEvent {}
}
