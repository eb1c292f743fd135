package org.alongside.disclosure;

import java.util.UUID;
import org.alongside.access.OrganisationId;
import org.alongside.access.WorkerId;
import org.alongside.people.PersonId;

/** Who gets it. One recipient each, never a list. */
public sealed interface Recipient {
    record Person(PersonId id) implements Recipient {}

    record Worker(WorkerId id) implements Recipient {}

    /** Whoever asked by a request; who that is stands with the request. */
    record Asker(UUID request) implements Recipient {}

    /** Whoever a letter or a copy goes to; who that is stands with the letter or the copy. */
    record Agency(UUID paper) implements Recipient {}

    record Organisation(OrganisationId id) implements Recipient {}
}
