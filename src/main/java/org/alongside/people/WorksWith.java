package org.alongside.people;

import org.alongside.access.Actor;

/** Says whether a worker works with a person: casework and referral answer for their own records. */
public interface WorksWith {
    boolean worksWith(Actor.Worker worker, PersonId person);
}
