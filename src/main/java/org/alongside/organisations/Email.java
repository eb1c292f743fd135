package org.alongside.organisations;

import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.shared.EmailAddress;
import org.alongside.shared.Seal;

/** A worker's e-mail address: sealed in the database, found by its fingerprint. */
record Email(String address) {
    static final String COLUMN = "organisations.worker.email";

    Email {
        address = address.strip();
    }

    boolean isPlausible() {
        return EmailAddress.canArrive(address);
    }

    String key(Seal seal) {
        return seal.fingerprint("worker-email", address.toLowerCase(Locale.ROOT));
    }

    byte[] sealed(Seal seal, UUID worker) {
        return Objects.requireNonNull(seal.close(address, COLUMN, worker));
    }

    Actor.Holder holder(Seal seal) {
        return new Actor.Holder(key(seal));
    }
}
