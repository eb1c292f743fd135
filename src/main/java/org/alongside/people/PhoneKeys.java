package org.alongside.people;

import org.alongside.access.OrganisationId;
import org.alongside.shared.Phone;
import org.alongside.shared.Seal;
import org.springframework.stereotype.Component;

/** A telephone number as a fingerprint, by which its owner is found within one organisation. */
@Component
public class PhoneKeys {
    private final Seal seal;

    PhoneKeys(Seal seal) {
        this.seal = seal;
    }

    public String key(OrganisationId organisation, Phone phone) {
        return seal.fingerprint("people.phone/" + organisation.id(), phone.number());
    }
}
