package org.alongside.disclosure;

import org.alongside.access.OrganisationId;
import org.alongside.access.WorkerId;
import org.alongside.people.PersonId;

/** Who gets it. One recipient each, never a list. */
public sealed interface Recipient {
    record Person(PersonId id) implements Recipient {}

    record Worker(WorkerId id) implements Recipient {}

    record Organisation(OrganisationId id) implements Recipient {}
}
