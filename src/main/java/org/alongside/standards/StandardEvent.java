package org.alongside.standards;

import java.util.UUID;
import org.alongside.access.OrganisationId;

/** What others hear of standards. */
public sealed interface StandardEvent {
    /** Everybody may read a version from now on. */
    record Shown(OrganisationId organisation, UUID version) implements StandardEvent {}
}
