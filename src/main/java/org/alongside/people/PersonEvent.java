package org.alongside.people;

import org.alongside.access.OrganisationId;

/** What happened to a person's record; ids only. Told inside the transaction it happened in. */
public sealed interface PersonEvent {
    PersonId person();

    OrganisationId organisation();

    /** A name, birth date, number or address changed: whoever compares people compares again. */
    record Changed(PersonId person, OrganisationId organisation) implements PersonEvent {}

    /** Somebody opened an address without working with the person, for a reason given: the safeguarding leads look at it. */
    record AddressOpenedFromOutside(PersonId person, OrganisationId organisation) implements PersonEvent {}

    /** A life is at risk and contact was decided on in spite of the answers: reviewed within 24 hours. */
    record RiskToLifeDecided(PersonId person, OrganisationId organisation) implements PersonEvent {}
}
