package org.alongside.people;

import org.alongside.shared.Side;

/** A person to be kept from now on. {@code contact} comes with them: without answers about safe contact no number or e-mail is kept. */
public record NewPerson(Side side, About about, SafeContact contact) {
    /** A person who has not been asked yet how to reach them. */
    public NewPerson(Side side, About about) {
        this(side, about, SafeContact.NOT_ASKED);
    }
}
